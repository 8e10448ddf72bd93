import loadHighs from 'highs';
import { optimizeFamily, optimizePortfolio, optimizeSchedule } from '../engine/index.ts';
import type { FamilyOffer, Portfolio, PortfolioMeter, PortfolioOption, Schedule } from '../engine/index.ts';
import { ratio } from './benchmark.ts';
import type { Benchmark, Finding, Measured } from './benchmark.ts';
import { familyProgram, portfolioProgram, scheduleProgram } from './highs-programs.ts';
import { clocked, inTurns, medianOf } from './measure.ts';

export const commitmentBenchmark: Benchmark = {
  name: 'commitment',
  title: 'the cheapest commitments, against HiGHS on the same problem written out',
  async run(): Promise<readonly Finding[]> {
    const solve = await solver();
    return [await oneFamily(solve), ...(await sharedPlan(solve)), await purchasesOverTime(solve)];
  },
};

const hoursInYear = 8760;
type Solver = (program: string) => { readonly value: number; readonly time: Measured };

/** HiGHS takes seconds to minutes: it is measured once. What is timed is reading the program and solving it. */
async function solver(): Promise<Solver> {
  const highs = await loadHighs();
  return (program) => {
    const start = performance.now();
    const { Status: status, ObjectiveValue: value } = highs.solve(program);
    const time = medianOf([performance.now() - start]);
    if (status !== 'Optimal') throw new Error(`HiGHS says ${status}.`);
    return { value, time };
  };
}

async function oneFamily(solve: Solver): Promise<Finding> {
  const units = demandOfYear(60, 1);
  const offer: FamilyOffer = {
    onDemandPerHour: 1,
    options: [[0.4, 0], [0.45, 0.02], [0.3, 0.25], [0.25, 0.36], [0.15, 0.55], [0.05, 0.8]].map(([fee = 0, rate = 0], index) =>
      ({ id: `option ${index}`, feePerUnitHour: fee, ratePerUsedHour: rate, upfrontPerUnit: 0 })),
  };
  const { ours } = await inTurns({ ours: () => clocked(() => optimizeFamily(units, offer)) }, { warmUps: 5, runs: 15 });
  const theirs = solve(familyProgram(units, offer));
  const difference = relative(optimizeFamily(units, offer).cost, theirs.value);
  if (difference > 1e-9) throw new Error(`The costs differ by ${difference}.`);
  return {
    what: 'one family, 8,760 hours, 6 options',
    ours,
    reference: { name: 'HiGHS', measured: theirs.time },
    figure: ratio(ours, theirs.time, 1 / 500),
    note: `the costs differ by ${difference.toExponential(1)} of themselves.`,
  };
}

async function sharedPlan(solve: Solver): Promise<Finding[]> {
  const portfolio = tenFamilies();
  const { ours } = await inTurns({ ours: () => clocked(() => optimizePortfolio(portfolio)) }, { warmUps: 1, runs: 3 });
  const { cost, lowerBound, gap, ratings } = optimizePortfolio(portfolio);
  const theirs = solve(portfolioProgram(portfolio));
  const slack = 1e-8 * theirs.value;
  if (theirs.value < lowerBound - slack || theirs.value > cost + slack) throw new Error(`${theirs.value} is not between ${lowerBound} and ${cost}.`);
  return [
    {
      what: 'ten families and one plan shared by them, 8,760 hours',
      ours,
      reference: { name: 'HiGHS', measured: theirs.time },
      figure: ratio(ours, theirs.time, 1 / 20),
      note: `${ratings} ratings of the year by the waterfall that rates the bill; the costs differ by ${relative(cost, theirs.value).toExponential(1)} of themselves.`,
    },
    {
      what: 'what that answer could miss at most',
      ours: { value: gap, unit: 'x' },
      figure: { value: gap, unit: 'x', atMost: 1e-8 },
      note: 'part of the cost, proved by the cuts themselves.',
    },
  ];
}

/** 36 months, whole nodes, one- and three-year terms. */
async function purchasesOverTime(solve: Solver): Promise<Finding> {
  const periods = Array.from({ length: 36 }, (_, month) => ({
    unitsByHour: demandOfYear(40 + month, month + 1).slice(0, 730).map(Math.round),
    onDemandPerHour: 1,
    heldUnits: month < 7 ? 20 : 0,
  }));
  const options = [
    { id: '1 year', termPeriods: 12, upfrontPerUnit: 0, recurringPerUnitPeriod: 0.63 * 730 },
    { id: '3 years', termPeriods: 36, upfrontPerUnit: 0, recurringPerUnitPeriod: 0.4 * 730 },
  ];
  const schedule: Schedule = { periods, options, rule: 'amortized' };
  const { ours } = await inTurns({ ours: () => clocked(() => optimizeSchedule(schedule)) }, { warmUps: 2, runs: 7 });
  const theirs = solve(scheduleProgram(schedule));
  const difference = relative(optimizeSchedule(schedule).countedCost, theirs.value);
  if (difference > 1e-9) throw new Error(`The costs differ by ${difference}.`);
  return {
    what: 'what to buy when, 36 months by the hour',
    ours,
    reference: { name: 'HiGHS, equal levels merged', measured: theirs.time },
    figure: ratio(ours, theirs.time),
    note: `the costs differ by ${difference.toExponential(1)} of themselves.`,
  };
}

/** Reservations of each of ten families at their own discount, and a savings plan over all of them. */
function tenFamilies(): Portfolio {
  const scope = { account: 0, isShared: true, hours: [0, hoursInYear] as const };
  const free = { upfrontPerSize: 0, leastSize: 0, mostSize: Infinity };
  const meters = Array.from({ length: 10 }, (_, family): PortfolioMeter => ({
    account: 0,
    onDemandPerHour: 0.1 + 0.17 * ((family * 7) % 11),
    secondsByHour: demandOfYear(20 + 11 * family, family + 1).map((units) => Math.round(units * 3600)),
  }));
  const reservations = meters.map(({ onDemandPerHour }, meter): PortfolioOption => ({
    ...free,
    id: `reservation ${meter}`,
    feePerHour: onDemandPerHour * (0.58 + 0.012 * ((meter * 3) % 10)),
    step: 1,
    commitment: { ...scope, rank: 0, kind: 'unit', unitsPerHour: 0, meters: [{ meter, unitsPerNode: 1 }] },
  }));
  const plan: PortfolioOption = {
    ...free,
    id: 'savings plan',
    feePerHour: 1,
    step: 0.001,
    commitment: {
      ...scope,
      rank: 1,
      kind: 'spend',
      amountPerHour: 0,
      meters: meters.map(({ onDemandPerHour }, meter) => ({
        meter,
        onDemandPerHour,
        planPerHour: Math.round(onDemandPerHour * (0.66 + 0.013 * ((meter * 7) % 10)) * 1e6) / 1e6,
      })),
    },
  };
  return { meters, options: [...reservations, plan] };
}

/** Days and weeks with noise, growing over the year. */
function demandOfYear(base: number, seed: number): Float64Array {
  let state = seed * 7919;
  const noise = (): number => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state / 2147483648;
  };
  return Float64Array.from({ length: hoursInYear }, (_, hour) => {
    const day = 1 + 0.5 * Math.sin((((hour + 3 * seed) % 24) / 24) * 2 * Math.PI);
    const week = Math.floor(hour / 24) % 7 > 4 ? 0.6 : 1;
    return base * day * week * (0.9 + 0.2 * noise()) * (1 + (0.3 * hour) / hoursInYear);
  });
}

const relative = (value: number, reference: number): number => Math.abs(value - reference) / Math.abs(reference);
