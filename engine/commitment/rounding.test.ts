import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { FamilyOffer } from './family-option.ts';
import { rateFamilyPlan } from './family-plan.ts';
import { makeLoadDuration } from './load-duration.ts';
import { optimizePrepared } from './optimize-portfolio.ts';
import { preparePortfolio } from './portfolio.ts';
import { buyableFamilyPlan } from './round-family.ts';
import { portfolioCost, roundPortfolio } from './round-portfolio.ts';
import { nextDown, nextUp, stepsDown, stepsUp } from './whole-steps.ts';

const demandArbitrary = fc
  .array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 12 })
  .map(fifths => Float64Array.from(fifths, fifth => fifth / 5));
const cents = fc.integer({ min: 0, max: 100 });
const offerArbitrary = (step: number, leastUnits = 0): fc.Arbitrary<FamilyOffer> =>
  fc.record({
    onDemandPerHour: fc.constant(1),
    options: fc
      .array(fc.record({ feePerUnitHour: cents, ratePerUsedHour: cents }), { minLength: 1, maxLength: 2 })
      .map(options => options.map(({ feePerUnitHour, ratePerUsedHour }, index) => ({
        id: `${index}`, feePerUnitHour: feePerUnitHour / 100, ratePerUsedHour: ratePerUsedHour / 200, upfrontPerUnit: 1, step, leastUnits,
      }))),
  });

/** Cost of every plan in whole steps. */
const everyCost = (demand: Float64Array, offer: FamilyOffer, step: number, isAllowed: (units: readonly number[]) => boolean): number => {
  const curve = makeLoadDuration(demand);
  const [first, second] = offer.options;
  let best = Infinity;
  for (let a = 0; a <= 12; a += step) {
    for (let b = 0; b <= (second ? 12 : 0); b += step) {
      if (!isAllowed([a, b])) continue;
      const units = [...(first ? [{ option: first, units: a }] : []), ...(second ? [{ option: second, units: b }] : [])];
      best = Math.min(best, rateFamilyPlan(curve, offer, units).cost);
    }
  }
  return best;
};

describe('a plan of one family that can be bought', () => {
  it.each([1, 2, 3])('in steps of %i is the cheapest there is', step => {
    fc.assert(
      fc.property(demandArbitrary, offerArbitrary(step), (demand, offer) => {
        const { plan, fractional, costOfRounding } = buyableFamilyPlan(makeLoadDuration(demand), offer);
        expect(plan.cost).toBeCloseTo(everyCost(demand, offer, step, () => true), 9);
        for (const { units } of plan.bands) expect(units % step).toBe(0);
        expect(costOfRounding).toBeGreaterThanOrEqual(-1e-9);
        expect(plan.cost - costOfRounding).toBeCloseTo(fractional.cost, 9);
      }),
    );
  });

  it('never buys less than the least sold, and keeps to budget and coverage', () => {
    fc.assert(
      fc.property(demandArbitrary, offerArbitrary(1, 3), fc.integer({ min: 0, max: 8 }), cents, (demand, offer, upfrontBudget, percent) => {
        const curve = makeLoadDuration(demand);
        const maximumCoverage = percent / 100;
        const { plan, costOfRounding } = buyableFamilyPlan(curve, offer, { upfrontBudget, maximumCoverage });
        for (const { units } of plan.bands) expect(units).toBeGreaterThanOrEqual(3);
        expect(plan.upfront).toBeLessThanOrEqual(upfrontBudget);
        expect(plan.coverage ?? 0).toBeLessThanOrEqual(maximumCoverage + 1e-9);
        expect(costOfRounding).toBeGreaterThanOrEqual(-1e-9);
        expect(plan.cost).toBeLessThanOrEqual(plan.costOfDoingNothing + 1e-9);
      }),
    );
  });
});

describe('steps', () => {
  const mills = { step: 0.001, least: 0 };
  it('are clean numbers', () => {
    expect([stepsDown(1.2345, mills), stepsUp(1.2345, mills)]).toEqual([1.234, 1.235]);
    expect([stepsDown(0.3, { step: 0.1, least: 0 }), stepsUp(0.3, { step: 0.1, least: 0 })]).toEqual([0.3, 0.3]);
    expect([nextUp(0.299, mills), nextDown(0.001, mills), nextDown(0, mills)]).toEqual([0.3, 0, 0]);
  });
  it('leave out what is too little to be sold', () => {
    const sold = { step: 4, least: 10 };
    expect([stepsDown(11, sold), stepsUp(1, sold), nextUp(0, sold), nextDown(12, sold)]).toEqual([0, 12, 12, 0]);
  });
});

describe('sizes of a portfolio that can be bought', () => {
  const scope = { account: 0, isShared: true, hours: [0, 24] } as const;
  const portfolio = (seed: number, upfrontBudget: number) => {
    const meters = [0.4, 1.3].map((onDemandPerHour, index) => ({
      account: 0,
      onDemandPerHour,
      secondsByHour: Float64Array.from({ length: 24 }, (_, hour) => ((hour * 7 + index * 5 + seed) % 11) * 3600 + ((seed * hour) % 3600)),
    }));
    const free = { upfrontPerSize: 1, leastSize: 0, mostSize: Infinity };
    const options = [
      { ...free, id: 'ri', feePerHour: 0.25, step: 1, commitment: { ...scope, rank: 0, kind: 'unit', unitsPerHour: 0, meters: [{ meter: 0, unitsPerNode: 1 }] } as const },
      { ...free, id: 'held', feePerHour: 0.25, leastSize: 0.5, mostSize: 0.5, step: 1, commitment: { ...scope, rank: 0, kind: 'unit', unitsPerHour: 0, meters: [{ meter: 0, unitsPerNode: 1 }] } as const },
      { ...free, id: 'sp', feePerHour: 1, step: 0.001, commitment: { ...scope, rank: 1, kind: 'spend', amountPerHour: 0, meters: meters.map((each, meter) => ({ meter, onDemandPerHour: each.onDemandPerHour, planPerHour: each.onDemandPerHour * 0.72 })) } as const },
    ];
    return preparePortfolio({ meters, options, upfrontBudget });
  };

  it('of parts that share nothing are those of each', () => {
    const meters = [3, 5].map(nodes => ({
      account: 0, onDemandPerHour: 1, secondsByHour: Float64Array.from({ length: 24 }, (_, hour) => ((hour * nodes) % 7) * 3600 + 900),
    }));
    const options = meters.map((_, meter) => ({
      id: `ri ${meter}`, feePerHour: 0.4 + 0.2 * meter, upfrontPerSize: 0, leastSize: 0, mostSize: 4, step: 2,
      commitment: { ...scope, rank: 0, kind: 'unit', unitsPerHour: 0, meters: [{ meter, unitsPerNode: 1 }] } as const,
    }));
    const prepared = preparePortfolio({ meters, options });
    const { sizes, cost } = roundPortfolio(prepared, optimizePrepared(prepared));
    const tried = [0, 2, 4].flatMap(a => [0, 2, 4].map(b => portfolioCost(prepared, Float64Array.of(a, b))));
    expect(cost).toBeCloseTo(Math.min(...tried), 9);
    expect([...sizes].every(size => size % 2 === 0)).toBe(true);
  });

  it('are whole steps, within the limits, and cost between the bound and the plain rounding down', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5000 }), fc.integer({ min: 1, max: 20 }), (seed, upfrontBudget) => {
        const prepared = portfolio(seed, upfrontBudget);
        const optimum = optimizePrepared(prepared);
        const { sizes, cost, lowerBound, costOfRounding } = roundPortfolio(prepared, optimum);
        const [whole = NaN, held, spend = NaN] = sizes;
        expect([whole % 1, held]).toEqual([0, 0.5]);
        expect(Math.round(spend * 1000) / 1000).toBe(spend);
        expect(whole + 0.5 + spend).toBeLessThanOrEqual(upfrontBudget + 1e-9);
        expect(cost).toBeCloseTo(portfolioCost(prepared, sizes), 9);
        expect(cost).toBeGreaterThanOrEqual(lowerBound - 1e-9);
        expect(costOfRounding).toBeCloseTo(cost - optimum.cost, 9);
        const [units = NaN, , amount = NaN] = optimum.sizes;
        const down = Float64Array.of(Math.floor(units + 1e-9), 0.5, Math.floor(amount * 1000 + 1e-6) / 1000);
        expect(cost).toBeLessThanOrEqual(portfolioCost(prepared, down) + 1e-9);
      }),
      { numRuns: 60 },
    );
  });
});
