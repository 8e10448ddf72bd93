// Builds the host: the browser page and the command line, into dist/host. The add-in has its own build (webpack).
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
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

// Packages stay in node_modules, except Univer: its ES modules import a CommonJS package in a way that Node refuses.
const bundled = /^(@univerjs\/|opentype\.js$)/;
const packagesStay = {
  name: 'packages stay',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^[^./]/ }, ({ kind, path: name }) =>
      kind === 'entry-point' || bundled.test(name) ? undefined : { path: name, external: true },
    ),
};
const cli = build({
  entryPoints: { cli: path.join(source, 'cli', 'main.ts') },
  outdir: target,
  bundle: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: ['node20'],
  plugins: [packagesStay],
  legalComments: 'none',
  logLevel: 'warning',
});

copyFileSync(path.join(source, 'page', 'index.html'), path.join(target, 'index.html'));
await Promise.all([page, cli]);
console.log(`dist/host built in ${((performance.now() - started) / 1000).toFixed(1)} s`);
