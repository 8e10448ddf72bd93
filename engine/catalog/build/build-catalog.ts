// Builds engine/catalog/data/starter-catalog.generated.ts from the CSV files of that folder: `npm run catalog`.
// Lists every problem of the data and exits 1 when there is any.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { readDataFiles } from './data-files.ts';
import { packCatalog } from './pack-catalog.ts';
import { readCatalog } from './read-catalog.ts';
import { writeModule } from './write-module.ts';

const folder = path.join(process.cwd(), 'engine', 'catalog', 'data');
const { catalog, problems } = readCatalog(readDataFiles(folder));
for (const problem of problems) console.error(problem);
if (problems.length > 0) {
  console.error(`${problems.length} problems: nothing written`);
  process.exitCode = 1;
} else {
  const module = writeModule(packCatalog(catalog));
  writeFileSync(path.join(folder, 'starter-catalog.generated.ts'), module);
  const size = (gzipSync(module, { level: 9 }).length / 1000).toFixed(1);
  console.log(
    `${catalog.nodeTypes.length} node types, ${catalog.prices.length} prices, ${catalog.componentPrices.length} component prices, ` +
      `${catalog.tierTables.length} tier tables of ${catalog.date}: ${size} kB gzip`,
  );
}
