import { Inflate } from 'fflate';
import { WorkbookFileError } from '../workbook-file-error.ts';
import { crc32 } from './crc32.ts';
import { ZIP_LIMITS } from './limits.ts';

/** One entry, still packed: an entry nobody touches is written back with the very same bytes. */
export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: Uint8Array;
}

const END_SIGNATURE = 0x06054b50;
const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const ZIP64_END_SIGNATURE = 0x06064b50;
const ZIP64_LOCATOR_SIGNATURE = 0x07064b50;
const ZIP64_EXTRA = 1;
const NEEDS_ZIP64 = 0xffffffff;
const INFLATE_STEP_BYTES = 65_536;

const damaged = (what: string): WorkbookFileError => new WorkbookFileError(`The file is damaged: ${what}.`);

/**
 * The entries of a ZIP file in the order of its directory. Checks every size against {@link ZIP_LIMITS} before
 * unpacking any.
 */
export function readZip(bytes: Uint8Array): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { count, start } = findDirectory(view);
  if (count > ZIP_LIMITS.entryCount) throw refused(`it holds ${count} parts`);
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  let total = 0;
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL_SIGNATURE)
      throw damaged('its directory is cut off');
    const { entry, next } = readEntry(bytes, view, at);
    at = next;
    if (entry.name.endsWith('/')) continue;
    if (names.has(entry.name.toLowerCase())) throw damaged(`the part ${entry.name} stands in it twice`);
    names.add(entry.name.toLowerCase());
    checkSize(entry);
    total += entry.size;
    if (total > ZIP_LIMITS.totalBytes) throw refused(`it unpacks to more than ${ZIP_LIMITS.totalBytes / 2 ** 20} MiB`);
    entries.push(entry);
  }
  refuseOverlaps(entries);
  return entries;
}

/** A bomb can let many entries share the same packed bytes. */
function refuseOverlaps(entries: readonly ZipEntry[]): void {
  const places = entries.map(({ packed }) => packed).sort((a, b) => a.byteOffset - b.byteOffset || a.length - b.length);
  const overlapping = places.some((place, index) => {
    const next = places[index + 1];
    return next !== undefined && place.byteOffset + place.length > next.byteOffset;
  });
  if (overlapping) throw refused('its parts overlap');
}

/** Unpacks one entry; stops as soon as more comes out than the directory promised. */
export function unpackEntry(entry: ZipEntry): Uint8Array {
  const bytes = entry.method === 0 ? entry.packed : inflate(entry);
  if (bytes.length !== entry.size || crc32(bytes) !== entry.crc)
    throw damaged(`the part ${entry.name} does not unpack to what was packed`);
  return bytes;
}

function inflate(entry: ZipEntry): Uint8Array {
  const unpacked = new Uint8Array(entry.size);
  let length = 0;
  const stream = new Inflate(chunk => {
    if (length + chunk.length > entry.size) throw damaged(`the part ${entry.name} is larger than it says`);
    unpacked.set(chunk, length);
    length += chunk.length;
  });
  try {
    for (let at = 0; at < entry.packed.length; at += INFLATE_STEP_BYTES) {
      const next = at + INFLATE_STEP_BYTES;
      stream.push(entry.packed.subarray(at, next), next >= entry.packed.length);
    }
  } catch (error) {
    throw error instanceof WorkbookFileError ? error : damaged(`the part ${entry.name} cannot be unpacked`);
  }
  return unpacked.subarray(0, length);
}

function checkSize(entry: ZipEntry): void {
  const isSuspect =
    entry.size > ZIP_LIMITS.ratioMattersFromBytes && entry.size > entry.packed.length * ZIP_LIMITS.ratio;
  if (isSuspect || entry.size > ZIP_LIMITS.entryBytes) {
    const mib = Math.round(entry.size / 2 ** 20);
    throw refused(`its part ${entry.name} unpacks to ${mib} MiB`);
  }
}

const refused = (why: string): WorkbookFileError =>
  new WorkbookFileError(`The file is refused: ${why}, which no workbook needs.`);

interface Directory {
  readonly count: number;
  readonly start: number;
}

function findDirectory(view: DataView): Directory {
  const earliest = Math.max(0, view.byteLength - 22 - 65_535);
  for (let at = view.byteLength - 22; at >= earliest; at--) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const count = view.getUint16(at + 10, true);
    const start = view.getUint32(at + 16, true);
    return count === 0xffff || start === NEEDS_ZIP64 ? findZip64Directory(view, at) : { count, start };
  }
  throw damaged('it has no ZIP directory; it may be cut off');
}

function findZip64Directory(view: DataView, end: number): Directory {
  const locator = end - 20;
  if (locator < 0 || view.getUint32(locator, true) !== ZIP64_LOCATOR_SIGNATURE)
    throw damaged('its ZIP directory is incomplete');
  const at = readLength(view, locator + 8);
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== ZIP64_END_SIGNATURE)
    throw damaged('its ZIP directory is incomplete');
  return { count: readLength(view, at + 32), start: readLength(view, at + 48) };
}

function readEntry(bytes: Uint8Array, view: DataView, at: number): { entry: ZipEntry; next: number } {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const crc = view.getUint32(at + 16, true);
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > bytes.length) throw damaged('its directory is cut off');
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/');
  if (flags & 1)
    throw new WorkbookFileError('The file is password-protected. Save it without a password and open it again.');
  if (method !== 0 && method !== 8) throw damaged(`the part ${name} is packed in an unknown way`);
  let [packedSize, size, offset] = [
    view.getUint32(at + 20, true),
    view.getUint32(at + 24, true),
    view.getUint32(at + 42, true),
  ];
  if (packedSize === NEEDS_ZIP64 || size === NEEDS_ZIP64 || offset === NEEDS_ZIP64) {
    const wide = zip64Fields(view, at + 46 + nameLength, extraLength);
    if (size === NEEDS_ZIP64) size = wide.shift() ?? size;
    if (packedSize === NEEDS_ZIP64) packedSize = wide.shift() ?? packedSize;
    if (offset === NEEDS_ZIP64) offset = wide.shift() ?? offset;
  }
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL_SIGNATURE)
    throw damaged(`the part ${name} is missing`);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw damaged(`the part ${name} is cut off`);
  return { entry: { name, method, crc, size, packed: bytes.subarray(start, start + packedSize) }, next };
}

/** The 64-bit sizes that did not fit the directory's own fields, in their order. */
function zip64Fields(view: DataView, start: number, length: number): number[] {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== ZIP64_EXTRA) continue;
    const end = Math.min(at + 4 + view.getUint16(at + 2, true), start + length);
    const fields: number[] = [];
    for (let field = at + 4; field + 8 <= end; field += 8) fields.push(readLength(view, field));
    return fields;
  }
  return [];
}

/** A 64-bit length; beyond 2^53 it is absurd anyway and fails the bounds checks. */
const readLength = (view: DataView, at: number): number =>
  view.getUint32(at, true) + view.getUint32(at + 4, true) * 2 ** 32;
