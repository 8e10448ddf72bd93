import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const PLACES = [
  process.env.CLOUDCOST_SOFFICE,
  'soffice',
  'libreoffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.com',
];
const CONVERSION_MS = 110_000;

const runs = (command: string): boolean => spawnSync(command, ['--version'], { timeout: 30_000 }).status === 0;

/** Where LibreOffice is; undefined when this machine has none. */
export const findLibreOffice = (): string | undefined => PLACES.find(place => place !== undefined && runs(place));

/** Poppler's tools tell `-v` on success or failure alike: being there is enough. */
export const hasPoppler = (): boolean => spawnSync('pdftotext', ['-v']).error === undefined;

/** Opens the file in LibreOffice and saves it as `format` (with filter options); answers the files written, by name. */
export function convert(soffice: string, name: string, bytes: Uint8Array, format: string): Map<string, Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cloudcost-office-'));
  try {
    writeFileSync(path.join(folder, name), bytes);
    const profile = pathToFileURL(path.join(folder, 'profile')).href;
    const options = [`-env:UserInstallation=${profile}`, '--headless', '--convert-to', format];
    const out = path.join(folder, 'out');
    const result = spawnSync(soffice, [...options, '--outdir', out, path.join(folder, name)], {
      timeout: CONVERSION_MS,
    });
    if (result.status !== 0) throw new Error(`LibreOffice failed: ${result.stderr}`);
    return new Map(readdirSync(out).map(file => [file, readFileSync(path.join(out, file))]));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every sheet as CSV, by sheet name. */
export function sheetsAsCsv(soffice: string, bytes: Uint8Array): Map<string, string> {
  // Comma, quote, UTF-8, from line 1, cells as shown, all sheets (-1).
  const files = convert(
    soffice,
    'book.xlsx',
    bytes,
    'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,true,false,false,-1',
  );
  return new Map([...files].map(([name, content]) => [name.replace(/^book-|\.csv$/g, ''), content.toString()]));
}

export interface Picture {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue of each pixel. */
  readonly pixels: Uint8Array;
}

/** The pages of the printed workbook: their words and their pictures. */
export function print(soffice: string, bytes: Uint8Array): { text: string; pages: Picture[] } {
  const pdf = convert(soffice, 'book.xlsx', bytes, 'pdf').get('book.pdf');
  if (!pdf) throw new Error('LibreOffice wrote no PDF.');
  const text = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).stdout.toString();
  const images = spawnSync('pdftoppm', ['-r', '60', '-'], { input: pdf, maxBuffer: 2 ** 28 }).stdout;
  return { text, pages: readPictures(images) };
}

/** Portable pixmaps, one behind the other: `P6`, width, height, 255, and the pixels. */
function readPictures(bytes: Uint8Array): Picture[] {
  const pictures: Picture[] = [];
  for (let at = 0; at < bytes.length;) {
    const header = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(new TextDecoder('latin1').decode(bytes.subarray(at, at + 40)));
    if (!header) throw new Error('No picture where one was expected.');
    const [width, height] = [Number(header[1]), Number(header[2])];
    const start = at + header[0].length;
    at = start + width * height * 3;
    pictures.push({ width, height, pixels: bytes.subarray(start, at) });
  }
  return pictures;
}

/** How many pixels have about this colour. */
export function countColor({ pixels }: Picture, color: string): number {
  const wanted = [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16));
  let count = 0;
  for (let at = 0; at < pixels.length; at += 3) {
    if (wanted.every((channel, index) => Math.abs(channel - pixels[at + index]!) < 12)) count++;
  }
  return count;
}
