import { deflateSync } from 'fflate';
import { crc32 } from './crc32.ts';
import type { ZipEntry } from './read-zip.ts';

/** 1 January 1980 in MS-DOS form: the same workbook always gives the same bytes. */
const FIXED_DATE = 0x0021;
const UTF8_NAME = 0x0800;
const VERSION = 20;
/** Of 9: two thirds of the time of the usual 6 on large sheets, for files 3 % larger. */
const EFFORT = 4;

export function packEntry(name: string, bytes: Uint8Array): ZipEntry {
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateSync(bytes, { level: EFFORT }) };
}

/** A ZIP file of the entries, in their order. */
export function writeZip(entries: readonly ZipEntry[]): Uint8Array {
  const named = entries.map(entry => ({ entry, name: new TextEncoder().encode(entry.name) }));
  const localBytes = named.reduce((sum, { entry, name }) => sum + 30 + name.length + entry.packed.length, 0);
  const directoryBytes = named.reduce((sum, { name }) => sum + 46 + name.length, 0);
  const bytes = new Uint8Array(localBytes + directoryBytes + 22);
  const view = new DataView(bytes.buffer);
  let at = 0;
  let directoryAt = localBytes;
  for (const { entry, name } of named) {
    view.setUint32(directoryAt, 0x02014b50, true);
    view.setUint16(directoryAt + 4, VERSION, true);
    writeFields(view, directoryAt + 6, entry, name.length);
    view.setUint32(directoryAt + 42, at, true);
    bytes.set(name, directoryAt + 46);
    directoryAt += 46 + name.length;

    view.setUint32(at, 0x04034b50, true);
    writeFields(view, at + 4, entry, name.length);
    bytes.set(name, at + 30);
    bytes.set(entry.packed, at + 30 + name.length);
    at += 30 + name.length + entry.packed.length;
  }
  view.setUint32(directoryAt, 0x06054b50, true);
  view.setUint16(directoryAt + 8, entries.length, true);
  view.setUint16(directoryAt + 10, entries.length, true);
  view.setUint32(directoryAt + 12, directoryBytes, true);
  view.setUint32(directoryAt + 16, localBytes, true);
  return bytes;
}

/** The fields local and directory headers share, in their common order. */
function writeFields(view: DataView, at: number, entry: ZipEntry, nameLength: number): void {
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAME, true);
  view.setUint16(at + 4, entry.method, true);
  view.setUint16(at + 8, FIXED_DATE, true);
  view.setUint32(at + 10, entry.crc, true);
  view.setUint32(at + 14, entry.packed.length, true);
  view.setUint32(at + 18, entry.size, true);
  view.setUint16(at + 22, nameLength, true);
}
