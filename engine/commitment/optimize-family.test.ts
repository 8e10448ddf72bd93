import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeOracle, type LinearProgramText, type OracleAnswer } from '../test/highs-oracle.ts';
import type { FamilyOffer, FamilyOption } from './family-option.ts';
import { rateFamilyPlan } from './family-plan.ts';
import { makeLoadDuration } from './load-duration.ts';
import { optimizeFamily, type FamilyLimits } from './optimize-family.ts';

const option = (id: string, feePerUnitHour: number, ratePerUsedHour = 0, upfrontPerUnit = 0): FamilyOption =>
  ({ id, feePerUnitHour, ratePerUsedHour, upfrontPerUnit });

/** Twelfths, so that ties of two options, and of an option with on-demand, are common. */
const price = fc.integer({ min: 0, max: 14 }).map(twelfths => twelfths / 12);
const optionArbitrary = fc.record({
  feePerUnitHour: price,
  ratePerUsedHour: fc.oneof(fc.constant(0), price),
  upfrontPerUnit: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 20 })),
});
const offerArbitrary: fc.Arbitrary<FamilyOffer> = fc.record({
  onDemandPerHour: price,
  options: fc
    .array(optionArbitrary, { maxLength: 5 })
    .map(options => options.map((each, index) => ({ id: `option ${index}`, ...each }))),
});
/** Steps that HiGHS, which takes 1e-7 for nothing, tells apart; among them demand that is zero all the time. */
const steppedDemand = fc
  .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 400 })), { minLength: 1, maxLength: 30 })
  .map(units => Float64Array.from(units, unit => unit / 8));
const wholeDemand = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 14 }).map(units => Float64Array.from(units));
const anyDemand = fc
  .array(fc.double({ min: 0, max: 50, noNaN: true }), { minLength: 1, maxLength: 30 })
  .map(units => Float64Array.from(units));

/** The whole problem written out: per hour and option how much is used, and what is left to on-demand. */
const extensiveForm = (units: Float64Array, { onDemandPerHour, options }: FamilyOffer, limits: FamilyLimits = {}): LinearProgramText => {
  const hours = units.length;
  const width = options.length + 1;
  const used = (hour: number, index: number): number => options.length + hour * width + index;
  const costs = [
    ...options.map(each => each.feePerUnitHour * hours),
    ...Array.from(units, () => [...options.map(each => each.ratePerUsedHour), onDemandPerHour]).flat(),
  ];
  const rows: LinearProgramText['rows'][number][] = [];
  units.forEach((demand, hour) => {
    rows.push({ terms: Array.from({ length: width }, (_, index) => [used(hour, index), 1] as const), atLeast: demand });
    options.forEach((_, index) => rows.push({ terms: [[used(hour, index), 1], [index, -1]], atMost: 0 }));
  });
  if (limits.upfrontBudget !== undefined && options.length > 0) {
    rows.push({ terms: options.map((each, index) => [index, each.upfrontPerUnit] as const), atMost: limits.upfrontBudget });
  }
  return { costs, lower: costs.map(() => 0), upper: costs.map(() => Infinity), rows };
};

const isClose = (value: number, expected: number): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(expected)));

let solve: (program: LinearProgramText) => OracleAnswer;
beforeAll(async () => {
  solve = await makeOracle();
});

describe('the cheapest commitment of one family', () => {
  it('costs what HiGHS finds, whatever the options', () => {
    fc.assert(
      fc.property(fc.oneof(wholeDemand, steppedDemand), offerArbitrary, (demand, offer) => {
        const answer = solve(extensiveForm(demand, offer));
        expect(answer.status).toBe('Optimal');
        isClose(optimizeFamily(demand, offer).cost, answer.value);
      }),
      { numRuns: 250 },
    );
  });

  it('costs what HiGHS finds under a budget for upfront fees, and keeps to it', () => {
    fc.assert(
      fc.property(wholeDemand, offerArbitrary, fc.integer({ min: 0, max: 120 }), (demand, offer, upfrontBudget) => {
        const plan = optimizeFamily(demand, offer, { upfrontBudget });
        isClose(plan.cost, solve(extensiveForm(demand, offer, { upfrontBudget })).value);
        expect(plan.upfront).toBeLessThanOrEqual(upfrontBudget * (1 + 1e-12));
      }),
      { numRuns: 150 },
    );
  });

  it('is no dearer than any whole number of units of two options', () => {
    fc.assert(
      fc.property(wholeDemand, offerArbitrary, (demand, offer) => {
        const [first, second] = offer.options;
        if (!first || !second) return;
        const curve = makeLoadDuration(demand);
        let best = Infinity;
        for (let a = 0; a <= 9; a += 1) {
          for (let b = 0; a + b <= 9; b += 1) {
            best = Math.min(best, rateFamilyPlan(curve, offer, [{ option: first, units: a }, { option: second, units: b }]).cost);
          }
        }
        isClose(optimizeFamily(demand, { ...offer, options: [first, second] }).cost, best);
      }),
    );
  });

  it('is no dearer than any other plan', () => {
    const units = fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(anyDemand, offerArbitrary, units, (demand, offer, tried) => {
        const other = offer.options.map((each, index) => ({ option: each, units: tried[index] ?? 0 }));
        const cost = rateFamilyPlan(makeLoadDuration(demand), offer, other).cost;
        expect(optimizeFamily(demand, offer).cost).toBeLessThanOrEqual(cost + 1e-9 * Math.max(1, cost));
      }),
    );
  });

  it('never costs more for a better discount', () => {
    fc.assert(
      fc.property(anyDemand, offerArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (demand, offer, share) => {
        const cheaper = offer.options.map(each => ({ ...each, feePerUnitHour: each.feePerUnitHour * share }));
        const before = optimizeFamily(demand, offer).cost;
        expect(optimizeFamily(demand, { ...offer, options: cheaper }).cost).toBeLessThanOrEqual(before + 1e-9 * Math.max(1, before));
      }),
    );
  });
});

describe('a commitment paid whether used or not', () => {
  it('is the newsvendor quantile: as many units as are wanted in more than fee / price of the hours', () => {
    const demand = Float64Array.from({ length: 100 }, (_, hour) => (hour * 37) % 100);
    const plan = optimizeFamily(demand, { onDemandPerHour: 1, options: [option('ri', 0.63)] });
    // P(D > 36) = 0.63 pays for itself exactly and is left; P(D > 35) = 0.64 is bought
    expect(plan.units).toBe(36);
    expect(plan.bands[0]?.breakEvenUtilization).toBe(0.63);
  });

  it('covers all of a constant demand at any discount, and none without one', () => {
    const demand = new Float64Array(24).fill(7);
    const at = (fee: number) => optimizeFamily(demand, { onDemandPerHour: 1, options: [option('ri', fee)] });
    expect(at(0.99)).toMatchObject({ units: 7, coverage: 1, utilization: 1, wastedHours: 0, onDemandHours: 0 });
    expect(at(1)).toMatchObject({ units: 0, coverage: 0, utilization: null, cost: 168 });
  });

  it('buys nothing for no demand, and says that there is no coverage to speak of', () => {
    const plan = optimizeFamily(new Float64Array(10), { onDemandPerHour: 1, options: [option('ri', 0.1)] });
    expect(plan).toMatchObject({ bands: [], units: 0, cost: 0, coverage: null, utilization: null });
  });
});

describe('bands', () => {
  const demand = Float64Array.of(10, 10, 8, 8, 6, 6, 4, 4, 2, 2);
  const offer = { onDemandPerHour: 1, options: [option('heavy', 0.4), option('light', 0.1, 0.6)] };

  it('stack the option that suits full use below the one that suits half', () => {
    // heavy until used in (0.4 - 0.1) / 0.6 = 50 % of the hours, light until 0.1 / 0.4 = 25 %
    const { bands, cost, coverage } = optimizeFamily(demand, offer);
    expect(bands.map(({ option: { id }, from, to }) => [id, from, to])).toEqual([['heavy', 0, 6], ['light', 6, 8]]);
    // 0.4 x 60 hours, 0.1 x 20 + 0.6 x 8 used, 4 on demand
    expect(cost).toBeCloseTo(24 + 6.8 + 4, 12);
    expect(coverage).toBeCloseTo(56 / 60, 12);
  });

  it('add up to the usage and to the cost', () => {
    fc.assert(
      fc.property(anyDemand, offerArbitrary, (series, anyOffer) => {
        const plan = optimizeFamily(series, anyOffer);
        const used = plan.bands.reduce((total, band) => total + band.usedHours, 0);
        isClose(used + plan.onDemandHours, series.reduce((total, units) => total + units, 0));
        isClose(plan.bands.reduce((total, band) => total + band.cost, plan.onDemandCost), plan.cost);
      }),
    );
  });
});

describe('a coverage limit', () => {
  it('commits the lowest slices up to the limit', () => {
    const demand = Float64Array.of(4, 4, 2, 2);
    const offer = { onDemandPerHour: 1, options: [option('ri', 0.2)] };
    const plan = optimizeFamily(demand, offer, { maximumCoverage: 0.5 });
    // half of 12 unit-hours lies below level 1.5
    expect(plan.units).toBe(1.5);
    expect(plan.coverage).toBe(0.5);
    expect(optimizeFamily(demand, offer, { maximumCoverage: 0 }).units).toBe(0);
  });

  it('is never passed, and costs no less than none', () => {
    fc.assert(
      fc.property(anyDemand, offerArbitrary, fc.double({ min: 0, max: 1, noNaN: true }), (demand, offer, maximumCoverage) => {
        const plan = optimizeFamily(demand, offer, { maximumCoverage });
        expect(plan.coverage ?? 0).toBeLessThanOrEqual(maximumCoverage + 1e-9);
        expect(plan.cost).toBeGreaterThanOrEqual(optimizeFamily(demand, offer).cost - 1e-9);
      }),
    );
  });
});

it('refuses what is no demand, no price and no limit', () => {
  const offer = { onDemandPerHour: 1, options: [] };
  expect(() => optimizeFamily(new Float64Array(0), offer)).toThrow('at least one hour');
  expect(() => optimizeFamily(Float64Array.of(1, NaN), offer)).toThrow('0 or more');
  expect(() => optimizeFamily(Float64Array.of(1, -1), offer)).toThrow('0 or more');
  expect(() => optimizeFamily(Float64Array.of(1), { onDemandPerHour: NaN, options: [] })).toThrow('price');
  expect(() => optimizeFamily(Float64Array.of(1), { onDemandPerHour: 1, options: [option('ri', -1)] })).toThrow('price');
  expect(() => optimizeFamily(Float64Array.of(1), offer, { maximumCoverage: 1.1 })).toThrow('coverage');
  expect(() => optimizeFamily(Float64Array.of(1), offer, { upfrontBudget: -1 })).toThrow('budget');
});
