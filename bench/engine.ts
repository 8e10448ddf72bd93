import { parse } from 'mathjs/number';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import {
  compileFormula, decimal, findPrice, frontier, frontierNodeCounts, loadParts, makePriceBook, money, runModel, starterCatalog,
} from '../engine/index.ts';
import { functionNames } from '../host/xlsx/function-names.ts';
import { readXlsx } from '../host/xlsx/read.ts';
import { modelInput } from '../samples/model-input.ts';
import { ratio } from './benchmark.ts';
import type { Benchmark, Finding } from './benchmark.ts';
import { clocked, clockedTimes, inTurns, perSecond } from './measure.ts';
import { samplesFolder } from './places.ts';

export const engineBenchmark: Benchmark = {
  name: 'engine',
  title: 'the engine alone',
  run: async (): Promise<readonly Finding[]> => [
    ...(await models()),
    await lookups(),
    await frontiers(),
    await sums(),
    ...(await formulas()),
  ],
};

/** Whole runs, from tables to report. There is nobody else to compare with. */
async function models(): Promise<Finding[]> {
  const files = readdirSync(samplesFolder).filter((name) => name.endsWith('.xlsx'));
  const findings: Finding[] = [];
  for (const file of files) {
    const input = modelInput(readXlsx(readFileSync(path.join(samplesFolder, file)), functionNames([])));
    const parts = await loadParts(input);
    const run = (): void => {
      const outcome = runModel(input, starterCatalog, { parts });
      if (!outcome.ok) throw new Error(`${file}: ${JSON.stringify(outcome.issues[0])}`);
    };
    const { time } = await inTurns({ time: () => clocked(run) }, { warmUps: 2, runs: 9 });
    findings.push({ what: `model of ${file}`, ours: time });
  }
  return findings;
}

/** A price with all its rules, against a bare look-up of the same keys in a Map. */
async function lookups(): Promise<Finding> {
  const book = makePriceBook(starterCatalog);
  const queries = starterCatalog.prices.map(({ key, purchase }) => ({ ...key, purchase }));
  const keyOf = ({ provider, region, nodeType, operatingSystem, tenancy }: (typeof queries)[number]): string =>
    `${provider}|${region}|${nodeType}|${operatingSystem}|${tenancy}`;
  const map = new Map(queries.map((query) => [keyOf(query), query]));
  const queryAt = (index: number): (typeof queries)[number] => queries[index % queries.length]!;
  const times = await inTurns(
    {
      ours: () => clockedTimes(100_000, (index) => findPrice(book, queryAt(index)).ok),
      map: () => clockedTimes(100_000, (index) => map.get(keyOf(queryAt(index)))),
    },
    { warmUps: 1, runs: 7 },
  );
  return {
    what: 'prices found',
    ours: perSecond(times.ours),
    reference: { name: 'bare Map', measured: perSecond(times.map) },
    figure: ratio(times.ours, times.map),
    note: 'A price answers with amounts, terms, basis and source; the Map with the row. The ratio is of the times.',
  };
}

/** Time against money for 40 node counts, exact, against the same in doubles. */
async function frontiers(): Promise<Finding> {
  const nodeCounts = frontierNodeCounts(100, 70_000, 40);
  const work = { workHours: 560_000, coresPerNode: 8, bootSeconds: 97 };
  const pricePerNodeHour = money('1.60', 'USD');
  const quantumSeconds = 3600;
  const inDoubles = (): number[] =>
    nodeCounts.map((nodes) => {
      const seconds = (work.workHours * 3600) / (nodes * work.coresPerNode) + work.bootSeconds;
      return nodes * Math.ceil(seconds / quantumSeconds) * 1.6;
    });
  const ours = frontier({ work, nodeCounts, pricePerNodeHour, quantumSeconds });
  const differing = inDoubles().findIndex((cost, index) => Math.abs(ours[index]!.cost.amount.toNumber() - cost) > 0.01);
  if (differing >= 0) throw new Error(`Point ${differing} of the frontier is not what doubles say.`);
  const times = await inTurns(
    {
      ours: () => clockedTimes(200, () => frontier({ work, nodeCounts, pricePerNodeHour, quantumSeconds })),
      doubles: () => clockedTimes(200, inDoubles),
    },
    { warmUps: 1, runs: 7 },
  );
  return {
    what: 'frontier of 40 node counts',
    ours: times.ours,
    reference: { name: 'plain doubles', measured: times.doubles },
    figure: ratio(times.ours, times.doubles),
  };
}

/** What exactness costs: the ledger's sums in decimals, against doubles that lose cents. */
async function sums(): Promise<Finding> {
  const count = 100_000;
  const fraction = (index: number): string => String((index * 104_729) % 1_000_000).padStart(6, '0');
  const texts = Array.from({ length: count }, (_, index) => `${(index * 7919) % 10_007}.${fraction(index)}`);
  const decimals = texts.map((text) => decimal(text));
  const doubles = texts.map(Number);
  const zero = decimal(0);
  const exactSum = () => decimals.reduce((total, amount) => total.plus(amount), zero);
  const doubleSum = (): number => doubles.reduce((total, amount) => total + amount, 0);
  const times = await inTurns(
    { ours: () => clocked(exactSum), doubles: () => clockedTimes(20, doubleSum) },
    { warmUps: 1, runs: 7 },
  );
  const error = exactSum().minus(decimal(doubleSum()));
  return {
    what: 'exact sum of 100,000 amounts',
    ours: times.ours,
    reference: { name: 'sum of doubles', measured: times.doubles },
    figure: ratio(times.ours, times.doubles),
    note: `the sum of doubles is off by ${error.abs().toExponential(1)}.`,
  };
}

/** A demand formula over the 8,760 hours of a year. */
async function formulas(): Promise<Finding[]> {
  const text = '1000 + 400 * sin((hour - 6) / 24 * 2 * pi) * (month >= 11 ? 1.5 : 1) + max(0, day - 180)';
  const native = ({ hour, day, month }: Scope): number =>
    1000 + 400 * Math.sin(((hour - 6) / 24) * 2 * Math.PI) * (month >= 11 ? 1.5 : 1) + Math.max(0, day - 180);
  const compiled = compileFormula(text, []);
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.issues));
  const { evaluate } = compiled.value;
  const mathjs = parse(text).compile();
  const hours = Array.from({ length: 8760 }, (_, index): Scope => {
    const day = Math.floor(index / 24) + 1;
    return { hour: index % 24, day, weekday: (day % 7) + 1, month: Math.floor(index / 730) + 1, index, demands: [] };
  });
  const total = (value: (scope: Scope) => number): number => hours.reduce((sum, scope) => sum + value(scope), 0);
  const byMathjs = ({ hour, day, month }: Scope): number => mathjs.evaluate({ hour, day, month }) as number;
  for (const sum of [total(evaluate), total(byMathjs)]) {
    if (Math.abs(sum - total(native)) > 1e-9 * sum) throw new Error(`The formula makes ${sum} instead of ${total(native)}.`);
  }
  const times = await inTurns(
    {
      ours: () => clockedTimes(20, () => total(evaluate)),
      mathjs: () => clockedTimes(5, () => total(byMathjs)),
      native: () => clockedTimes(20, () => total(native)),
    },
    { warmUps: 1, runs: 7 },
  );
  const what = 'demand formula over 8,760 hours';
  return [
    { what, ours: times.ours, reference: { name: 'mathjs compiled', measured: times.mathjs }, figure: ratio(times.ours, times.mathjs) },
    { what, ours: times.ours, reference: { name: 'native JavaScript', measured: times.native }, figure: ratio(times.ours, times.native) },
  ];
}

type Scope = Parameters<Extract<ReturnType<typeof compileFormula>, { ok: true }>['value']['evaluate']>[0];
