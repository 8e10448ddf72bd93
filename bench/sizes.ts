import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { SkippedBenchmark } from './benchmark.ts';
import type { Benchmark, Finding, Measured } from './benchmark.ts';
import { addinFolder } from './places.ts';

/** Scripts that are counted for themselves; all others are the pane script. */
const workerChunks = ['model.js', 'mathjs.js'];
const engineChunks = ['engine.js'];
const catalogChunks = ['catalog.js'];
const chartChunks = ['charts.js'];
/** Loaded when a workbook asks a question of its own: see decision 0007. */
const isPart = (name: string): boolean => name.startsWith('part-');
/** Loaded when somebody imports a price list. */
const importChunks = ['import.js', 'import-prices.js'];

export const sizesBenchmark: Benchmark = {
  name: 'sizes',
  title: 'scripts of the add-in, gzip -9, 1 kB = 1,000 bytes',
  async run(): Promise<readonly Finding[]> {
    const chunks = readdirSync(addinFolder).filter((name) => name.endsWith('.js'));
    if (!chunks.includes('main.js')) throw new SkippedBenchmark('dist/addin is not built: `npm run build` first.');
    const special = [...workerChunks, ...engineChunks, ...catalogChunks, ...chartChunks, ...importChunks];
    const pane = chunks.filter((name) => !special.includes(name) && !isPart(name));
    return [
      sizeFinding('pane script', pane, 250),
      {
        ...sizeFinding('engine with mathjs, in the worker', workerChunks, 100),
        note: 'what every run needs. The page loads a second copy of what its worksheet functions need of it.',
      },
      ...chunks.filter(isPart).map((name) => sizeFinding('engine, when a workbook asks for it', [name])),
      sizeFinding('engine in the page', engineChunks),
      sizeFinding('catalog', catalogChunks, 60),
      sizeFinding('import of price lists', importChunks),
      ...apartFindings(chunks, pane),
    ];
  },
};

function sizeFinding(what: string, names: readonly string[], goal?: number): Finding {
  const ours = compressedSize(names);
  return {
    what: `${what}: ${names.join(' + ')}`,
    ours,
    ...(goal !== undefined && { figure: { value: ours.value, unit: 'kB', atMost: goal } }),
  };
}

/** Charts belong in a chunk of their own: the pane script must hold nothing of the chart library. */
function apartFindings(chunks: readonly string[], pane: readonly string[]): readonly Finding[] {
  const own = chartChunks.filter((name) => chunks.includes(name));
  const mixed = pane.filter((name) => /zrender|echarts/.test(read(name).toString('utf8')));
  return [
    {
      what: `charts: ${own.length > 0 ? own.join(' + ') : 'no chart library in the pane'}`,
      ours: compressedSize(own),
      figure: { value: compressedSize(mixed).value, unit: 'kB', atMost: 0 },
      note: 'The figure is the size of other scripts with parts of the chart library in them.',
    },
  ];
}

const read = (name: string): Buffer => readFileSync(path.join(addinFolder, name));

const compressedSize = (names: readonly string[]): Measured => ({
  value: names.reduce((bytes, name) => bytes + gzipSync(read(name), { level: 9 }).length, 0) / 1000,
  unit: 'kB',
});
