import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeOracle, type LinearProgramText, type OracleAnswer, type OracleRow } from '../test/highs-oracle.ts';
import { consoleHabit } from './console-habit.ts';
import { rateFamilyPlan } from './family-plan.ts';
import { makeLoadDuration } from './load-duration.ts';
import { simulateOnlineRule, type OnlineOffer } from './online-rule.ts';
import { optimizeFamily, optimizeOnCurve } from './optimize-family.ts';
import { optimizePortfolio } from './optimize-portfolio.ts';
import { optimizeSchedule } from './optimize-schedule.ts';
import { paybackOf } from './payback.ts';
import type { Portfolio } from './portfolio.ts';
import { familyRegret, portfolioRegret } from './regret.ts';

const reserved = { id: 'ri', feePerUnitHour: 0.6, ratePerUsedHour: 0, upfrontPerUnit: 0 };
const offer = { onDemandPerHour: 1, options: [reserved] };
const demandArbitrary = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 40 }).map(units => Float64Array.from(units));

describe('regret', () => {
  it('is what a constant demand wastes when it falls, and what it still pays on demand when it rises', () => {
    const curve = makeLoadDuration(new Float64Array(10).fill(10));
    const plan = optimizeOnCurve(curve, offer);
    // 10 units at 0.6 for 10 hours; 3 of them idle, or 3 more at 1.0 that could cost 0.6
    const fallen = familyRegret(curve, offer, plan, 0.7);
    expect(fallen).toMatchObject({ cost: 60, bestCost: expect.closeTo(42, 9), regret: expect.closeTo(18, 9) });
    expect(familyRegret(curve, offer, plan, 1.3)).toMatchObject({ cost: expect.closeTo(90, 9), bestCost: expect.closeTo(78, 9) });
  });

  it('is never below zero, and zero at the demand planned for', () => {
    fc.assert(
      fc.property(demandArbitrary, fc.double({ min: 0, max: 3, noNaN: true }), (demand, factor) => {
        const curve = makeLoadDuration(demand);
        const plan = optimizeOnCurve(curve, offer);
        expect(familyRegret(curve, offer, plan, factor).regret).toBeGreaterThanOrEqual(-1e-9);
        expect(familyRegret(curve, offer, plan, 1).regret).toBeCloseTo(0, 9);
      }),
    );
  });

  it('of a portfolio of one family is that of the family', () => {
    const demand = Float64Array.from({ length: 24 }, (_, hour) => 10 + ((hour * 5) % 7));
    const meters = [{ account: 0, onDemandPerHour: 1, secondsByHour: demand.map(units => units * 3600) }];
    const scope = { rank: 0, account: 0, isShared: false, hours: [0, 24] } as const;
    const commitment = { ...scope, kind: 'unit', unitsPerHour: 0, meters: [{ meter: 0, unitsPerNode: 1 }] } as const;
    const options = [{ id: 'ri', commitment, feePerHour: 0.6, upfrontPerSize: 0, leastSize: 0, mostSize: Infinity, step: 1 }];
    const portfolio: Portfolio = { meters, options };
    const { sizes } = optimizePortfolio(portfolio);
    const curve = makeLoadDuration(demand);
    for (const factor of [0.5, 0.75, 1.25]) {
      const plan = rateFamilyPlan(curve, offer, [{ option: reserved, units: sizes[0] as number }]);
      const family = familyRegret(curve, offer, plan, factor);
      const { cost, bestCost } = portfolioRegret(portfolio, sizes, factor);
      expect(cost).toBeCloseTo(family.cost, 2);
      expect(bestCost).toBeCloseTo(family.bestCost, 2);
    }
  });
});

describe('payback', () => {
  const months = Array.from({ length: 36 }, () => 730);
  const none = months.map(() => 0);
  it('of an upfront fee U is U / (p x 730) months when all is used', () => {
    const payback = paybackOf({
      onDemandWithout: months.map(hours => hours * 1.25), onDemandWith: none, recurringFees: none, upfront: 5000, liability: 5000,
    });
    expect(payback.cash).toBeCloseTo(5000 / (1.25 * 730), 12);
    expect(payback.liability).toBe(payback.cash);
  });

  it('without a fee upfront comes at once in cash, and late for all that is owed', () => {
    const recurring = months.map(hours => hours * 0.63);
    const liability = 0.63 * 8760;
    const payback = paybackOf({ onDemandWithout: months, onDemandWith: none, recurringFees: recurring, upfront: 0, liability });
    // 63 % of a year
    expect(payback).toEqual({ cash: 0, liability: expect.closeTo(0.63 * 12, 9) });
  });

  it('never comes where nothing is used', () => {
    const unused = { onDemandWithout: none, onDemandWith: none, recurringFees: none, upfront: 1, liability: 1 };
    expect(paybackOf(unused)).toEqual({ cash: null, liability: null });
    const input = { onDemandWithout: none, onDemandWith: none, recurringFees: months, upfront: 0, liability: 10 };
    expect(paybackOf(input)).toEqual({ cash: null, liability: null });
  });
});

describe('what a provider\'s console would recommend', () => {
  it('is the best plan for the last 720 hours only', () => {
    const before = Float64Array.from({ length: 2000 }, (_, hour) => (hour < 1280 ? 50 : 8));
    const habit = consoleHabit(before, makeLoadDuration(new Float64Array(100).fill(4)), offer);
    expect(habit?.hoursLookedAt).toBe(720);
    // 8 units committed, 4 used
    expect(habit?.plan).toMatchObject({ units: 8, cost: expect.closeTo(480, 9), utilization: 0.5 });
    expect(consoleHabit(new Float64Array(0), makeLoadDuration(before), offer)).toBeNull();
  });

  it('never costs less than the best plan for the time to come', () => {
    fc.assert(
      fc.property(demandArbitrary, demandArbitrary, (before, toCome) => {
        const habit = consoleHabit(before, makeLoadDuration(toCome), offer);
        expect(habit?.plan.cost).toBeGreaterThanOrEqual(optimizeFamily(toCome, offer).cost - 1e-9);
      }),
    );
  });
});

describe('buying when the trailing on-demand spend reaches the fee', () => {
  const online: OnlineOffer = { onDemandPerHour: 1, feePerUnit: 3, ratePerUsedHour: 0, termHours: 6 };
  let solve: (program: LinearProgramText) => OracleAnswer;
  beforeAll(async () => {
    solve = await makeOracle();
  });

  it('buys in the hour in which the spend of the last term passes the fee', () => {
    const { boughtByHour, cost } = simulateOnlineRule(Float64Array.of(1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0), online);
    // the fourth hour of use: three paid on demand, then 6 hours for 3, the last of them in hour 9
    expect([...boughtByHour].flatMap((units, hour) => (units > 0 ? [hour] : []))).toEqual([4]);
    expect(cost).toBe(3 + 3);
  });

  it('never buys for hours that are too few, and buys a unit for each level that lasts', () => {
    expect(simulateOnlineRule(Float64Array.of(1, 0, 0, 1, 0, 0, 1, 0, 0, 1), online).boughtUnits).toBe(0);
    expect(simulateOnlineRule(new Float64Array(6).fill(3), online).boughtUnits).toBe(3);
  });

  it('costs at most twice what foresight costs', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 0, max: 40 }),
        (demand, termHours, fee) => {
          const units = Float64Array.from(demand);
          const outcome = simulateOnlineRule(units, { onDemandPerHour: 1, ratePerUsedHour: 0, termHours, feePerUnit: fee / 2 });
          const periods = demand.map(each => ({ unitsByHour: Float64Array.of(each), onDemandPerHour: 1, heldUnits: 0 }));
          const option = { id: '', termPeriods: termHours, upfrontPerUnit: fee / 2, recurringPerUnitPeriod: 0 };
          const best = optimizeSchedule({ periods, options: [option], rule: 'liability' }).countedCost;
          expect(outcome.competitiveBound).toBe(2);
          expect(outcome.cost).toBeLessThanOrEqual(2 * best + 1e-9);
          expect(outcome.cost).toBeGreaterThanOrEqual(best - 1e-9);
        },
      ),
      { numRuns: 400 },
    );
  });

  it('costs at most 2 - a times what HiGHS finds when use has a rate of its own', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 14 }),
        fc.integer({ min: 1, max: 8 }),
        fc.integer({ min: 0, max: 10 }),
        fc.integer({ min: 0, max: 9 }),
        (demand, termHours, fee, tenths) => {
          const rate = tenths / 10;
          const costs: number[] = demand.map(() => fee / 2);
          const rows: OracleRow[] = [];
          demand.forEach((units, hour) => {
            const used = costs.push(rate) - 1;
            const rest = costs.push(1) - 1;
            rows.push({ terms: [[used, 1], [rest, 1]], atLeast: units });
            const live = demand.flatMap((_, start) => (start <= hour && hour < start + termHours ? [[start, -1] as const] : []));
            rows.push({ terms: [[used, 1], ...live], atMost: 0 });
          });
          const best = solve({ costs, lower: costs.map(() => 0), upper: costs.map(() => Infinity), rows }).value;
          const priced = { onDemandPerHour: 1, ratePerUsedHour: rate, termHours, feePerUnit: fee / 2 };
          const outcome = simulateOnlineRule(Float64Array.from(demand), priced);
          expect(outcome.cost).toBeLessThanOrEqual((2 - rate) * best + 1e-6);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('refuses what the rule has no answer to', () => {
    expect(() => simulateOnlineRule(Float64Array.of(0.5), online)).toThrow('whole units');
    expect(() => simulateOnlineRule(Float64Array.of(1), { ...online, termHours: 0 })).toThrow('term');
    expect(() => simulateOnlineRule(Float64Array.of(1), { ...online, ratePerUsedHour: 1 })).toThrow('less');
  });
});
