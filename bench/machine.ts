import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { repository } from './places.ts';

/** Where the figures come from: they mean little without. */
export interface Machine {
  readonly processor: string;
  readonly processorCount: number;
  readonly memoryGib: number;
  readonly system: string;
  /** Programs waiting for a processor when the run began: above 0 others take part of the time. */
  readonly load: number;
  readonly versions: Readonly<Record<string, string>>;
}

const compared = ['@univerjs/core', '@microsoft/office-js', 'jsdom', 'hucre', 'fflate', 'decimal.js', 'mathjs', 'highs'];

export function describeMachine(): Machine {
  const processors = os.cpus();
  const { version } = JSON.parse(readFileSync(path.join(repository, 'package.json'), 'utf8')) as { version: string };
  return {
    processor: processors[0]?.model.trim() ?? 'unknown',
    processorCount: processors.length,
    memoryGib: Math.round(os.totalmem() / 1024 ** 3),
    system: `${os.type()} ${os.release()} ${os.arch()}`,
    load: Math.round((os.loadavg()[0] ?? 0) * 10) / 10,
    versions: {
      CloudCost: version,
      node: process.versions.node,
      ...Object.fromEntries(compared.map((name) => [name, installedVersion(name)])),
    },
  };
}

function installedVersion(name: string): string {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  for (const folder of folders) {
    try {
      return (JSON.parse(readFileSync(path.join(folder, name, 'package.json'), 'utf8')) as { version: string }).version;
    } catch {
      // the next folder up may have it
    }
  }
  return 'not installed';
}
