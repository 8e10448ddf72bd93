import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { DataFiles } from './read-catalog.ts';

/** All CSV files under a folder, by their path in it with `/`. */
export const readDataFiles = (folder: string): DataFiles =>
  new Map(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.csv'))
      .sort()
      .map(name => [name.split(path.sep).join('/'), readFileSync(path.join(folder, name), 'utf8')]),
  );
