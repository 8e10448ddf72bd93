import { cost } from '../addin/functions/cost.ts';
import { openBareUniver } from './bare-univer.ts';
import { ratio } from './benchmark.ts';
import type { Benchmark, Finding } from './benchmark.ts';
import { cellCount, costOfRow, differentFormulas, expectCosts, filledDownFormulas, inputs, putFormulas } from './cost-cells.ts';
import type { Formulas } from './cost-cells.ts';
import { openHostedAddin } from './hosted-addin.ts';
import { clocked, inTurns } from './measure.ts';

/** From the formulas' arrival in the sheet until every cell holds its value. */
export const functionsBenchmark: Benchmark = {
  name: 'functions',
  title: '10,000 CLOUD.COST cells through the runtime of office.js, headless',
  async run(): Promise<readonly Finding[]> {
    const times = await inTurns(
      {
        different: () => throughOffice(differentFormulas),
        direct: () => directly(differentFormulas),
        filledDown: () => throughOffice(filledDownFormulas),
        filledDownDirect: () => directly(filledDownFormulas),
        engine: () => clocked(() => { for (let row = 0; row < cellCount; row++) costOfRow(row, true); }),
      },
      { warmUps: 1, runs: 5 },
    );
    const direct = { name: 'same function, registered in Univer, synchronous', measured: times.direct };
    return [
      { what: '10,000 different formulas', ours: times.different, reference: direct, figure: ratio(times.different, times.direct, 1.2) },
      { what: '10,000 filled down', ours: times.filledDown, reference: { ...direct, name: 'different ones, synchronous' }, figure: ratio(times.filledDown, times.direct, 0.7) },
      { what: '10,000 filled down, against the same stored alike', ours: times.filledDown, reference: { ...direct, measured: times.filledDownDirect }, figure: ratio(times.filledDown, times.filledDownDirect) },
      { what: "engine's share of 10,000 different formulas", ours: times.engine, figure: { value: (100 * times.engine.value) / times.different.value, unit: '%', atMost: 5 } },
    ];
  },
};

async function throughOffice(formulas: Formulas): Promise<number> {
  const { session, close } = await openHostedAddin(inputs());
  const milliseconds = await clocked(() => {
    putFormulas(session.api, formulas);
    return session.idle();
  });
  expectCosts(session.api, formulas === differentFormulas);
  await close();
  return milliseconds;
}

async function directly(formulas: Formulas): Promise<number> {
  const { api, register, settled, close } = await openBareUniver(inputs());
  type Arguments = Parameters<typeof cost>;
  await register('CLOUD.COST', (...args) => cost(...(args.map(oneValue) as Arguments)));
  const milliseconds = await clocked(() => {
    putFormulas(api, formulas);
    return settled();
  });
  expectCosts(api, formulas === differentFormulas);
  close();
  return milliseconds;
}

/** Univer hands over a reference to one cell as a range of one cell. */
const oneValue = (argument: unknown): unknown => (Array.isArray(argument) ? (argument as Rows)[0]?.[0] : argument);
type Rows = readonly (readonly unknown[])[];
