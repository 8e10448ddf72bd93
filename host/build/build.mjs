// Builds the host: the browser page and the command line, into dist/host. The add-in has its own build (webpack).
import { build } from 'esbuild';
import { copyFileSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const source = path.join(root, 'host');
const target = path.join(root, 'dist', 'host');
const started = performance.now();

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

const page = build({
  entryPoints: { page: path.join(source, 'page', 'page.ts') },
  outdir: target,
  bundle: true,
  minify: true,
  // One classic script: Univer's parts depend on the order in which they register themselves.
  format: 'iife',
  platform: 'browser',
  target: ['es2022'],
  jsx: 'automatic',
  define: { 'process.env.NODE_ENV': '"production"' },
  legalComments: 'none',
  logLevel: 'warning',
});

const program = path.join(source, 'cli', 'main.ts');
const cli = !existsSync(program)
  ? console.log('host/cli/main.ts is not there: the command line is not built.')
  : build({
      entryPoints: { cli: program },
      outdir: target,
      bundle: true,
      minifySyntax: true,
      format: 'esm',
      platform: 'node',
      target: ['node20'],
      // What is loaded from node_modules at run time: Univer must be one ESM copy, jsdom and office.js bring files along.
      packages: 'external',
      logLevel: 'warning',
    });

copyFileSync(path.join(source, 'page', 'index.html'), path.join(target, 'index.html'));
await Promise.all([page, cli]);
console.log(`dist/host built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
