#!/usr/bin/env node
// The command itself is built into dist/ by `npm ci` (or `npm run build`); this launcher is what npm links.
import { existsSync } from 'node:fs';

const program = new URL('../dist/host/cli.js', import.meta.url);
if (!existsSync(program)) {
  console.error('cloudcost is not built yet: run `npm run build` first.');
  process.exit(1);
}
const { main } = await import(program.href);
await main(process.argv.slice(2));
