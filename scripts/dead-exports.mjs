// Lists exports that nobody imports. A door such as `engine/index.ts` is used from outside.
import { analyzeTsConfig } from 'ts-unused-exports';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = path.join(root, '.cache');
mkdirSync(folder, { recursive: true });
const settings = path.join(folder, 'tsconfig.dead-exports.json');
const houses = ['engine', 'addin', 'host', 'bench', 'samples'];
writeFileSync(settings, JSON.stringify({ extends: '../tsconfig.base.json', include: houses.map(house => `../${house}/**/*`) }));

// Doors, and what a dynamic import or the launcher takes.
const entries = [
  'bench/measure.ts',
  'addin/taskpane/pane.tsx',
  'addin/run/check-tables.ts',
  'addin/localization/locales/ko-KR.ts',
  'addin/run/add-placement.ts',
  'addin/run/explain-row.ts',
  'addin/run/export-report.ts',
  'addin/run/hourly-csv.ts',
  'addin/run/import-prices.ts',
  'addin/run/pane-services.ts',
  'host/cli/main.ts',
  'engine/index.ts',
  'addin/automation.ts',
  'host/workbook/snapshot.ts',
];
const { unusedExports } = analyzeTsConfig(settings, ['--allowUnusedTypes', '--searchNamespaces', '--excludeDeclarationFiles']);
const findings = Object.entries(unusedExports)
  .map(([file, names]) => [path.relative(root, file), names.map(name => name.exportName)])
  .filter(([file]) => !entries.includes(file) && !file.endsWith('.test.ts'));
for (const [file, names] of findings) console.error(`${file}: nobody imports ${names.join(', ')}`);
if (findings.length) process.exit(1);
