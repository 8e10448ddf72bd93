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
  const draft = openDraft(file);
  try {
    for (const piece of pieces) draft.write(piece);
    draft.keep();
  } finally {
    draft.drop();
  }
}

/** A file in the making, beside the one it may become. */
export interface Draft {
  write(piece: Uint8Array | string): void;
  keep(): void;
  /** Does nothing when it was kept. */
  drop(): void;
}

export function openDraft(file: string): Draft {
  const draft = path.join(path.dirname(file), `.${path.basename(file)}.${randomBytes(4).toString('hex')}`);
  const orTrouble = <Result>(act: () => Result): Result => {
    try {
      return act();
    } catch (error) {
      throw troubleWith(file, error);
    }
  };
  let opened: number | null = orTrouble(() => openSync(draft, 'w'));
  const close = (): void => {
    if (opened !== null) closeSync(opened);
    opened = null;
  };
  return {
    write: piece => orTrouble(() => writeFileSync(opened ?? draft, piece)),
    keep: () => orTrouble(() => {
      close();
      renameSync(draft, file);
    }),
    drop() {
      close();
      rmSync(draft, { force: true });
    },
  };
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
