import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FunctionDefinition } from '../functions/function-definition.ts';
import { readManifest } from '../manifest/read-manifest.ts';
import { addinFolder, manifestFile } from './places.ts';

export interface AddinFunctions {
  /** What stands before the dot in a cell: `CLOUD`. */
  readonly namespace: string;
  readonly definitions: readonly FunctionDefinition[];
}

/** The worksheet functions as Excel learns them: the namespace from manifest.xml, the rest from functions.json. */
export function readAddinFunctions(): AddinFunctions {
  const { namespace } = readManifest(readFileSync(manifestFile, 'utf8'));
  const metadata = readFileSync(path.join(addinFolder, 'functions.json'), 'utf8');
  return { namespace, definitions: (JSON.parse(metadata) as { functions: FunctionDefinition[] }).functions };
}
