import { WorkbookFileError } from '../workbook-file-error.ts';
import { ZIP_LIMITS } from '../zip/limits.ts';

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ZIP_FILE = [0x50, 0x4b];

/** Says what a file is that is no ZIP package: the usual cases each have their own remedy. */
export function refuseForeignFormat(bytes: Uint8Array): void {
  if (bytes.length > ZIP_LIMITS.fileBytes) {
    throw new WorkbookFileError(`The file is refused: it is larger than ${ZIP_LIMITS.fileBytes / 2 ** 20} MiB.`);
  }
  if (startsWith(bytes, ZIP_FILE)) return;
  if (bytes.length === 0) throw new WorkbookFileError('The file is empty.');
  if (!startsWith(bytes, COMPOUND_FILE)) throw new WorkbookFileError('The file is not an Excel workbook (.xlsx).');
  if (holdsUtf16(bytes, 'EncryptedPackage')) {
    throw new WorkbookFileError('The file is password-protected. Save it without a password and open it again.');
  }
  throw new WorkbookFileError(
    'The file is not an .xlsx workbook but an older format (.xls). Save it as .xlsx and open it again.',
  );
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

/** Stream names of a compound file stand in its directory as UTF-16. */
function holdsUtf16(bytes: Uint8Array, name: string): boolean {
  const wanted = Uint8Array.from([...name].flatMap(character => [character.charCodeAt(0), 0]));
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}
