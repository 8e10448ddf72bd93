import { randomBytes } from 'node:crypto';
import { closeSync, openSync, readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** A file that cannot be read or written; the message names it. */
export class FileTrouble extends Error {}

const reasons: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EISDIR: 'is a folder',
  ENOSPC: 'the disk is full',
};
const reason = (error: unknown): string => {
  const { code, message } = error as NodeJS.ErrnoException;
  return (code && reasons[code]) ?? message;
};

export const troubleWith = (file: string, error: unknown): FileTrouble => new FileTrouble(`${file}: ${reason(error)}.`);

export function readBytes(file: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(file));
  } catch (error) {
    throw troubleWith(file, error);
  }
}

/** Writes beside the target and renames, so that an interrupted write never leaves half a file. */
export const writeBytes = (file: string, bytes: Uint8Array): void => writePieces(file, [bytes]);

/** The same for what is too long to be held at once. */
export function writePieces(file: string, pieces: Iterable<Uint8Array | string>): void {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(4).toString('hex')}`);
  try {
    const opened = openSync(draft, 'w');
    try {
      for (const piece of pieces) writeFileSync(opened, piece);
    } finally {
      closeSync(opened);
    }
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw troubleWith(file, error);
  }
}

const real = (file: string): string => {
  try {
    return realpathSync(file);
  } catch {
    return path.resolve(file);
  }
};

/** True when both paths lead to one file, links followed. */
export const isSameFile = (one: string, other: string): boolean => real(one) === real(other);
