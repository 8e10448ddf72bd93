import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Exit } from '../pricing/exit-value.ts';
import { makeOracle, type LinearProgramText, type OracleAnswer, type OracleRow } from '../test/highs-oracle.ts';
import { optimizeSchedule } from './optimize-schedule.ts';
import { rateSchedule } from './schedule-cost.ts';
import { countedPeriods, horizonRules, type Schedule, type ScheduleOption, type SchedulePeriod } from './schedule.ts';

const option = (id: string, termPeriods: number, upfrontPerUnit: number, recurringPerUnitPeriod: number): ScheduleOption =>
  ({ id, termPeriods, upfrontPerUnit, recurringPerUnitPeriod });
const period = (unitsByHour: readonly number[], heldUnits = 0, onDemandPerHour = 1): SchedulePeriod =>
  ({ unitsByHour: Float64Array.from(unitsByHour), heldUnits, onDemandPerHour });

const exits: readonly (Exit | null)[] = [
  null, { kind: 'resale', priceCut: 0.1, feeShare: 0.12 }, { kind: 'refund', poolLeft: Infinity },
];

const scheduleArbitrary = (unit: fc.Arbitrary<number>): fc.Arbitrary<Schedule> =>
  fc.record({
    periods: fc.array(
      fc
        .record({
          units: fc.array(unit, { minLength: 3, maxLength: 3 }),
          held: fc.oneof(fc.constant(0), unit),
          cents: fc.integer({ min: 0, max: 150 }),
        })
        .map(({ units, held, cents }) => period(units, held, cents / 100)),
      { minLength: 1, maxLength: 10 },
    ),
    options: fc.array(
      fc
        .record({
          term: fc.integer({ min: 1, max: 7 }),
          upfront: fc.integer({ min: 0, max: 8 }),
          recurring: fc.integer({ min: 0, max: 30 }),
          exit: fc.constantFrom(...exits),
        })
        .map(({ term, upfront, recurring, exit }) => ({ ...option(`${term}`, term, upfront, recurring / 10), ...(exit ? { exit } : {}) })),
      { maxLength: 3 },
    ),
    rule: fc.constantFrom(...horizonRules),
  });
/** What a unit costs that is given up after so many months of its term: fees paid, less what is written of the two ways out. */
const costUntilLeft = ({ exit, termPeriods, upfrontPerUnit, recurringPerUnitPeriod }: ScheduleOption, held: number): number => {
  const valueLeft = (upfrontPerUnit * (termPeriods - held)) / termPeriods;
  const back = exit?.kind === 'resale' ? valueLeft * (1 - exit.priceCut) * 0.88 : valueLeft;
  return upfrontPerUnit + recurringPerUnitPeriod * held - back;
};
const wholeUnits = fc.integer({ min: 0, max: 6 });
const eighths = fc.integer({ min: 0, max: 60 }).map(units => units / 8);

/** Every purchase and every hour written out. */
const extensiveForm = (schedule: Schedule, isWhole = false): LinearProgramText => {
  const counted = countedPeriods(schedule);
  const costs: number[] = [];
  const purchases: { readonly variable: number; readonly from: number; readonly to: number }[] = [];
  counted.forEach((_, from) =>
    schedule.options.forEach(each => {
      const inside = Math.min(each.termPeriods, counted.length - from);
      const fee = each.upfrontPerUnit + each.recurringPerUnitPeriod * each.termPeriods;
      const variable = costs.push(schedule.rule === 'liability' ? fee : (fee * inside) / each.termPeriods) - 1;
      purchases.push({ variable, from, to: from + each.termPeriods });
      if (!each.exit || from >= schedule.periods.length) return;
      for (let held = 1; held < each.termPeriods && from + held <= counted.length; held += 1) {
        if (each.upfrontPerUnit + each.recurringPerUnitPeriod === 0) continue;
        purchases.push({ variable: costs.push(costUntilLeft(each, held)) - 1, from, to: from + held });
      }
    }));
  const rows: OracleRow[] = [];
  counted.forEach(({ unitsByHour, heldUnits, onDemandPerHour }, index) => {
    const live = purchases.filter(({ from, to }) => from <= index && index < to).map(({ variable }) => [variable, 1] as const);
    for (const units of unitsByHour) {
      rows.push({ terms: [...live, [costs.push(onDemandPerHour) - 1, 1]], atLeast: Math.max(0, units - heldUnits) });
    }
  });
  const whole = isWhole ? purchases.map(({ variable }) => variable) : [];
  return { costs, lower: costs.map(() => 0), upper: costs.map(() => Infinity), rows, whole };
};

const within = (value: number, expected: number): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-8 * Math.max(1, Math.abs(expected)));

let solve: (program: LinearProgramText) => OracleAnswer;
beforeAll(async () => {
  solve = await makeOracle();
});

describe('purchases over time', () => {
  it('cost what HiGHS finds, with mixed terms, under every rule', () => {
    fc.assert(
      fc.property(fc.oneof(scheduleArbitrary(wholeUnits), scheduleArbitrary(eighths)), schedule => {
        within(optimizeSchedule(schedule).countedCost, solve(extensiveForm(schedule)).value);
      }),
      { numRuns: 300 },
    );
  });

  it('are whole units where demand is', () => {
    fc.assert(
      fc.property(scheduleArbitrary(wholeUnits), schedule => {
        for (const { units } of optimizeSchedule(schedule).purchases) expect(Number.isInteger(units)).toBe(true);
      }),
    );
  });

  it('cost what HiGHS finds for whole units of broken demand', () => {
    fc.assert(
      fc.property(scheduleArbitrary(eighths), schedule => {
        const plan = optimizeSchedule({ ...schedule, step: 1 });
        for (const { units } of plan.purchases) expect(Number.isInteger(units)).toBe(true);
        const { value } = solve(extensiveForm(schedule, true));
        // HiGHS stops within 1e-4 of the best whole solution
        expect(plan.countedCost).toBeLessThanOrEqual(value + 1e-6 * Math.max(1, value));
        expect(plan.countedCost).toBeGreaterThanOrEqual(value * (1 - 1.1e-4) - 1e-6);
      }),
    );
  });

  it('cost no more than any others', () => {
    const tried = fc.array(fc.record({ at: fc.nat(), which: fc.nat(), units: fc.integer({ min: 1, max: 6 }) }), { maxLength: 5 });
    fc.assert(
      fc.property(scheduleArbitrary(wholeUnits), tried, (schedule, others) => {
        if (schedule.options.length === 0) return;
        const purchases = others.map(({ at, which, units }) => {
          const bought = schedule.options[which % schedule.options.length] as ScheduleOption;
          const start = at % schedule.periods.length;
          return { option: bought, period: start, units, endPeriod: start + bought.termPeriods };
        });
        expect(optimizeSchedule(schedule).countedCost).toBeLessThanOrEqual(rateSchedule(schedule, purchases).countedCost + 1e-9);
      }),
    );
  });
});

describe('three years by the month', () => {
  const hours = (units: number): number[] => Array.from({ length: 730 }, () => units);
  const oneYear = option('1 year', 12, 0, 0.63 * 730);
  const threeYears = option('3 years', 36, 0, 0.4 * 730);

  it('buy what lasts for three years and what comes for one for one', () => {
    // 10 units throughout, 5 more in the second year
    const periods = Array.from({ length: 36 }, (_, month) => period(hours(month >= 12 && month < 24 ? 15 : 10)));
    const plan = optimizeSchedule({ periods, options: [oneYear, threeYears], rule: 'liability' });
    expect(plan.purchases.map(({ option: { id }, period: at, units, endPeriod }) => [id, at, units, endPeriod])).toEqual([
      ['3 years', 0, 10, 36],
      ['1 year', 12, 5, 24],
    ]);
    expect(plan.countedCost).toBeCloseTo(730 * (36 * 10 * 0.4 + 12 * 5 * 0.63), 6);
    expect(plan.onDemandCost.every(cost => cost === 0)).toBe(true);
  });

  it('add when what is held expires inside the horizon', () => {
    const periods = Array.from({ length: 36 }, (_, month) => period(hours(8), month < 24 ? 6 : 0));
    const plan = optimizeSchedule({ periods, options: [oneYear], rule: 'liability' });
    expect(plan.purchases.map(({ period: at, units }) => [at, units])).toEqual([[0, 2], [12, 2], [24, 8]]);
    expect(plan.countedCost).toBeCloseTo(730 * 0.63 * (36 * 2 + 12 * 6), 6);
  });

  it('do not add for a time too short to pay', () => {
    const periods = Array.from({ length: 36 }, (_, month) => period(hours(8), month < 29 ? 8 : 0));
    // seven of twelve months used: 0.63 / (7 / 12) is more than 1
    expect(optimizeSchedule({ periods, options: [oneYear], rule: 'liability' }).purchases).toEqual([]);
  });

  it('buy more or less as the rule counts what lies beyond', () => {
    const periods = Array.from({ length: 12 }, () => period(hours(4)));
    const plans = horizonRules.map(rule => optimizeSchedule({ periods, options: [threeYears], rule }));
    // all of 36 months at 0.4 for 12 months of use cost 1.2 an hour
    expect(plans.map(({ rule, committedUnits }) => [rule, committedUnits[0]])).toEqual([['liability', 0], ['amortized', 4], ['extended', 4]]);
    const left = 4 * 0.4 * 730 * 24;
    expect(plans.map(({ remainingLiability }) => remainingLiability)).toEqual([0, left, left].map(fee => expect.closeTo(fee, 6)));
    expect(plans[2]?.laterPurchases.map(({ period: at }) => at)).toEqual([36]);
  });
});

it('splits the cash and the amortised view of the same fees', () => {
  fc.assert(
    fc.property(scheduleArbitrary(wholeUnits), schedule => {
      const plan = optimizeSchedule({ ...schedule, rule: 'liability' });
      const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
      within(sum(plan.feesPaid) + plan.remainingLiability + sum(plan.onDemandCost), plan.countedCost);
      const amortized = optimizeSchedule({ ...schedule, rule: 'amortized' });
      within(sum(amortized.feesAmortized) + sum(amortized.onDemandCost), amortized.countedCost);
    }),
  );
});

it('refuses what is no schedule', () => {
  const good: Schedule = { periods: [period([1])], options: [], rule: 'liability' };
  expect(() => optimizeSchedule({ ...good, periods: [] })).toThrow('period');
  expect(() => optimizeSchedule({ ...good, options: [option('half', 0.5, 0, 0)] })).toThrow('half');
  expect(() => optimizeSchedule({ ...good, options: [option('gift', 1, -1, 0)] })).toThrow('gift');
  expect(() => optimizeSchedule({ ...good, periods: [period([1], -1)] })).toThrow('held');
});
