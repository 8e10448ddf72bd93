import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeOracle, type LinearProgramText, type OracleAnswer, type OracleRow } from '../test/highs-oracle.ts';
import { optimizeSchedules } from './limited-schedules.ts';
import type { Schedule, ScheduleOption, SchedulePeriod } from './schedule.ts';

const period = (units: number): SchedulePeriod => ({ unitsByHour: Float64Array.of(units), heldUnits: 0, onDemandPerHour: 1 });
const schedule = (units: readonly number[], options: readonly ScheduleOption[]): Schedule =>
  ({ periods: units.map(period), options, rule: 'liability', step: 1 });
const upfront = (termPeriods: number, upfrontPerUnit: number): ScheduleOption =>
  ({ id: `${termPeriods} for ${upfrontPerUnit}`, termPeriods, upfrontPerUnit, recurringPerUnitPeriod: 0 });
const returned: ScheduleOption = {
  id: 'returned', termPeriods: 6, upfrontPerUnit: 0, recurringPerUnitPeriod: 0.5, exit: { kind: 'refund', poolLeft: Infinity },
};

/** Every purchase in whole units, the budget as a row. */
const withBudget = (schedules: readonly Schedule[], budget: number): LinearProgramText => {
  const [costs, rows, whole]: [number[], OracleRow[], number[]] = [[], [], []];
  const paid: [number, number][] = [];
  for (const { periods, options } of schedules) {
    const purchases = periods.flatMap((_, from) =>
      options.map(({ upfrontPerUnit, termPeriods }) => {
        const variable = costs.push(upfrontPerUnit) - 1;
        return { variable, upfrontPerUnit, from, to: from + termPeriods };
      }));
    for (const { variable, upfrontPerUnit } of purchases) {
      whole.push(variable);
      paid.push([variable, -upfrontPerUnit]);
    }
    periods.forEach(({ unitsByHour: [units = 0], onDemandPerHour }, index) => {
      const live = purchases.filter(({ from, to }) => from <= index && index < to).map(({ variable }) => [variable, 1] as const);
      rows.push({ terms: [...live, [costs.push(onDemandPerHour) - 1, 1]], atLeast: units });
    });
  }
  return { costs, lower: costs.map(() => 0), upper: costs.map(() => Infinity), rows: [...rows, { terms: paid, atLeast: -budget }], whole };
};

let solve: (program: LinearProgramText) => OracleAnswer;
beforeAll(async () => {
  solve = await makeOracle();
});

describe('schedules that share limits', () => {
  const small = fc.array(
    fc.record({
      units: fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 2, maxLength: 7 }),
      options: fc.array(
        fc.record({ term: fc.integer({ min: 1, max: 5 }), tenths: fc.integer({ min: 1, max: 40 }) }), { minLength: 1, maxLength: 2 },
      ),
    }).map(({ units, options }) => schedule(units, options.map(({ term, tenths }) => upfront(term, tenths / 10)))),
    { minLength: 1, maxLength: 3 },
  );

  it('keep to the budget; the least there is lies between the bound and the cost', () => {
    fc.assert(
      fc.property(small, fc.integer({ min: 0, max: 20 }), (schedules, budget) => {
        const { plans, lowerBound } = optimizeSchedules(schedules, { upfront: budget, refundPool: Infinity });
        const cost = plans.reduce((sum, plan) => sum + plan.countedCost, 0);
        const bought = plans.flatMap(({ purchases }) => purchases);
        const spent = bought.reduce((sum, { option, units }) => sum + option.upfrontPerUnit * units, 0);
        expect(spent).toBeLessThanOrEqual(budget + 1e-6);
        const { value } = solve(withBudget(schedules, budget));
        expect(lowerBound).toBeLessThanOrEqual(value + 1e-6);
        expect(cost).toBeGreaterThanOrEqual(value * (1 - 1.1e-4) - 1e-6);
      }),
      { numRuns: 100 },
    );
  });

  it('cost nothing more without a limit, and nothing is bought with none to spend', () => {
    const both = [schedule([3, 3, 3, 3], [upfront(4, 2)]), schedule([2, 2], [upfront(2, 1)])];
    const free = optimizeSchedules(both, { upfront: Infinity, refundPool: Infinity });
    expect(free.plans.map(({ countedCost }) => countedCost)).toEqual([6, 2]);
    expect(free.lowerBound).toBe(8);
    const none = optimizeSchedules(both, { upfront: 0, refundPool: Infinity });
    expect(none.plans.flatMap(({ purchases }) => purchases)).toEqual([]);
    // 2 of 4 saved for each unit of the first, 1 of 2 for 1 of the second: 4 buy two of the first, or one and both
    const part = optimizeSchedules(both, { upfront: 4, refundPool: Infinity });
    expect(part.plans.reduce((sum, plan) => sum + plan.countedCost, 0)).toBeCloseTo(12, 9);
    expect(part.lowerBound).toBeCloseTo(12, 3);
  });

  it('return no more than the pool takes in twelve periods', () => {
    // Six units for two periods: each returned leaves four periods at 0.5
    const [plan] = optimizeSchedules([schedule([6, 6, 0, 0, 0, 0, 0], [returned])], { upfront: Infinity, refundPool: Infinity }).plans;
    expect(plan?.purchases.map(({ units, endPeriod, left }) => [units, endPeriod, left?.poolUsed])).toEqual([[6, 2, 2]]);
    const limited = optimizeSchedules([schedule([6, 6, 0, 0, 0, 0, 0], [returned])], { upfront: Infinity, refundPool: 5 });
    const used = limited.plans[0]?.purchases.reduce((sum, { units, left }) => sum + units * (left?.poolUsed ?? 0), 0) ?? Infinity;
    expect(used).toBeLessThanOrEqual(5);
    expect(limited.lowerBound).toBeLessThanOrEqual(limited.plans[0]?.countedCost ?? 0);
    // Two units fit: 6 + 4 more on demand for two periods = 2 x 1 + 4 x 2
    expect(limited.lowerBound).toBeGreaterThan(6);
  });
});
