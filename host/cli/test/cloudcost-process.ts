import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The installation that the command under test belongs to. */
export const installation = fileURLToPath(new URL('../../..', import.meta.url));
export const program = path.join(installation, 'bin', 'cloudcost.js');

export interface Finished {
  /** -1 when the process did not end by itself. */
  readonly code: number;
  readonly answer: string;
  readonly notes: string;
}

/** The command as a person gives it: its own process, the built add-in, the real office.js. Throws when nothing is built. */
export function cloudcost(...words: string[]): Promise<Finished> {
  if (!existsSync(path.join(installation, 'dist', 'host', 'cli.js'))) throw new Error('Not built: run `npm run build` first.');
  return new Promise((resolve) => {
    execFile(process.execPath, [program, ...words], { cwd: installation, encoding: 'utf8' }, (error, answer, notes) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : error ? -1 : 0, answer, notes }),
    );
  });
}
