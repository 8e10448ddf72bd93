// Runs a TypeScript program of this repository: `node scripts/run-ts.mjs path/to/program.ts [args]`.
// Node 20 cannot strip types, so esbuild bundles our own files; packages stay in node_modules, except Univer: its ES
// modules import a CommonJS package in a way that Node refuses.
import { build } from 'esbuild';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const [program, ...args] = process.argv.slice(2);
if (!program) throw new Error('usage: node scripts/run-ts.mjs program.ts [args]');
const stayInNodeModules = ({ path: name, kind }) =>
  kind === 'entry-point' || /^(@univerjs\/|opentype\.js$)/.test(name) ? undefined : { path: name, external: true };
const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, '.cache', 'run');
mkdirSync(folder, { recursive: true });
const outfile = path.join(folder, `${path.basename(program, '.ts')}-${process.pid}.mjs`);
await build({
  entryPoints: [program],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  plugins: [{ name: 'packages', setup: ({ onResolve }) => onResolve({ filter: /^[^./]/ }, stayInNodeModules) }],
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv = [process.argv[0], program, ...args];
await import(pathToFileURL(outfile));
