import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeOracle, type LinearProgramText, type OracleAnswer } from '../test/highs-oracle.ts';
import { portfolioExtensiveForm } from '../test/portfolio-oracle.ts';
import type { MeterCommitment } from '../pricing/cover/meter-commitment.ts';
import { optimizeFamily } from './optimize-family.ts';
import { optimizePortfolio } from './optimize-portfolio.ts';
import { ratePortfolio } from './portfolio-cut.ts';
import { preparePortfolio, type Portfolio, type PortfolioMeter, type PortfolioOption } from './portfolio.ts';
import { portfolioCost } from './round-portfolio.ts';

const hours = 8;
const scope = { account: 0, isShared: true, hours: [0, 1000] } as const;
const free = { upfrontPerSize: 0, leastSize: 0, mostSize: Infinity, step: 1 } as const;

const unitOption = (id: string, meter: number, feePerHour: number, changes: Partial<PortfolioOption> = {}): PortfolioOption => ({
  ...free,
  id,
  feePerHour,
  commitment: { ...scope, rank: 0, kind: 'unit', unitsPerHour: 0, meters: [{ meter, unitsPerNode: 1 }] },
  ...changes,
});

/** A savings plan over meters at so many parts of their on-demand price. */
const spendOption = (
  id: string,
  rank: number,
  meters: readonly PortfolioMeter[],
  rates: readonly (readonly [meter: number, share: number])[],
): PortfolioOption => ({
  ...free,
  id,
  feePerHour: 1,
  step: 0.001,
  commitment: {
    ...scope,
    rank,
    kind: 'spend',
    amountPerHour: 0,
    meters: rates.map(([meter, share]) => {
      const { onDemandPerHour } = meters[meter] as PortfolioMeter;
      return { meter, onDemandPerHour, planPerHour: Math.round(onDemandPerHour * share * 1e6) / 1e6 };
    }),
  },
});

const meterArbitrary: fc.Arbitrary<PortfolioMeter> = fc.record({
  account: fc.constantFrom(0, 0, 1),
  onDemandPerHour: fc.integer({ min: 5, max: 300 }).map(cents => cents / 100),
  secondsByHour: fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 9 }).map(nodes => nodes * 3600), fc.integer({ min: 0, max: 30_000 })), {
      minLength: hours, maxLength: hours,
    })
    .map(seconds => Float64Array.from(seconds)),
});
const metersArbitrary = fc.array(meterArbitrary, { minLength: 1, maxLength: 4 });
const share = fc.integer({ min: 40, max: 99 }).map(percent => percent / 100);
const shares = fc.array(share, { minLength: 4, maxLength: 4 });

/** Scopes one inside the other, one account: reservations of a meter, a plan of a meter, one plan above all of them. */
const nested: fc.Arbitrary<Portfolio> = fc
  .record({ meters: metersArbitrary, reserved: shares, longer: shares, family: shares, wide: shares, held: fc.integer({ min: 0, max: 5 }) })
  .map(({ meters: anybodys, reserved, longer, family, wide, held }) => {
    const meters = anybodys.map(meter => ({ ...meter, account: 0 }));
    const options = meters.flatMap(({ onDemandPerHour }, meter) => [
      unitOption(`reserved ${meter}`, meter, onDemandPerHour * (reserved[meter] as number)),
      unitOption(`longer ${meter}`, meter, onDemandPerHour * (longer[meter] as number) * 0.9, { leastSize: meter === 0 ? held : 0 }),
      spendOption(`family ${meter}`, 1, meters, [[meter, (family[meter] as number) * 0.95]]),
    ]);
    const top = spendOption('all', 2, meters, meters.map((_, meter) => [meter, wide[meter] as number] as const));
    return { meters, options: [...options, top] };
  });

/** Whatever a provider may sell: plans of several meters, side by side, for stretches of hours, shared or not. */
const anyPortfolio: fc.Arbitrary<Portfolio> = fc
  .record({
    meters: metersArbitrary,
    plans: fc.array(
      fc.record({
        rank: fc.integer({ min: 0, max: 2 }),
        isShared: fc.boolean(),
        account: fc.constantFrom(0, 1),
        first: fc.integer({ min: 0, max: 5 }),
        shares,
        isUnit: fc.boolean(),
        weights: fc.array(fc.constantFrom(0.5, 1, 2, 4), { minLength: 4, maxLength: 4 }),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  })
  .map(({ meters, plans }) => {
    const options = plans.map(({ rank, isShared, account, first, shares: rates, isUnit, weights }, index): PortfolioOption => {
      const changes = { rank, isShared, account, hours: [first, hours] as const };
      if (!isUnit) {
        const plan = spendOption(`plan ${index}`, rank, meters, meters.map((_, meter) => [meter, rates[meter] as number] as const));
        return { ...plan, commitment: { ...plan.commitment, ...changes } as MeterCommitment };
      }
      const unitMeters = meters.map((_, meter) => ({ meter, unitsPerNode: weights[meter] as number }));
      return { ...free, id: `units ${index}`, feePerHour: rates[0] as number, commitment: { ...changes, kind: 'unit', unitsPerHour: 0, meters: unitMeters } };
    });
    return { meters, options };
  });

const within = (value: number, expected: number, relative: number): void =>
  expect(Math.abs(value - expected)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(expected)));

let solve: (program: LinearProgramText) => OracleAnswer;
beforeAll(async () => {
  solve = await makeOracle();
});

describe('nested commitments', () => {
  it('cost what HiGHS finds for the whole problem, with the gap closed', () => {
    fc.assert(
      fc.property(nested, portfolio => {
        const found = optimizePortfolio(portfolio);
        const answer = solve(portfolioExtensiveForm(portfolio));
        within(found.cost, answer.value, 1e-7);
        expect(found.gap).toBeLessThanOrEqual(1e-8);
      }),
      { numRuns: 200 },
    );
  });

  it('cost what HiGHS finds when upfront money is short', () => {
    fc.assert(
      fc.property(nested, fc.integer({ min: 30, max: 200 }), (portfolio, upfrontBudget) => {
        const options = portfolio.options.map((option, index) => ({ ...option, upfrontPerSize: index % 3 }));
        const limited = { ...portfolio, options, upfrontBudget };
        const { sizes, cost, gap } = optimizePortfolio(limited);
        within(cost, solve(portfolioExtensiveForm(limited)).value, 1e-7);
        expect(gap).toBeLessThanOrEqual(1e-8);
        const upfront = options.reduce((total, option, index) => total + option.upfrontPerSize * (sizes[index] as number), 0);
        expect(upfront).toBeLessThanOrEqual(upfrontBudget * (1 + 1e-9));
      }),
      { numRuns: 60 },
    );
  });
});

/** Amounts at which one hour's plan is used up by the first meters in its order: the corners of its cost. */
const cornersOf = ({ meters, options }: Portfolio): number[] => {
  const { commitment } = options[0] as PortfolioOption;
  if (commitment.kind !== 'spend') return [];
  const order = [...commitment.meters].sort((a, b) => a.planPerHour / a.onDemandPerHour - b.planPerHour / b.onDemandPerHour);
  return Array.from({ length: hours }, (_, hour) => {
    let amount = 0;
    return order.map(({ meter, planPerHour }) => (amount += (((meters[meter]?.secondsByHour[hour] ?? 0) / 3600) * planPerHour)));
  }).flat();
};

describe('one savings plan over several meters', () => {
  it('is as large as the best of all amounts a provider would try', () => {
    fc.assert(
      fc.property(metersArbitrary, shares, (anybodys, rates) => {
        const meters = anybodys.map(meter => ({ ...meter, account: 0 }));
        const plan = spendOption('all', 0, meters, meters.map((_, meter) => [meter, rates[meter] as number] as const));
        const portfolio = { meters, options: [plan] };
        const prepared = preparePortfolio(portfolio);
        const tried = [0, ...cornersOf(portfolio)].map(amount => portfolioCost(prepared, Float64Array.of(amount)));
        within(optimizePortfolio(portfolio).cost, Math.min(...tried), 1e-8);
      }),
    );
  });
});

describe('the bound', () => {
  it('is never above what HiGHS proves, and the cost never below, whatever the provider\'s order', () => {
    fc.assert(
      fc.property(anyPortfolio, portfolio => {
        const { cost, lowerBound, gap, costOfDoingNothing } = optimizePortfolio(portfolio);
        const { value } = solve(portfolioExtensiveForm(portfolio));
        expect(lowerBound).toBeLessThanOrEqual(value + 1e-7 * Math.max(1, value));
        expect(cost).toBeGreaterThanOrEqual(value - 1e-7 * Math.max(1, value));
        expect(cost).toBeLessThanOrEqual(costOfDoingNothing + 1e-9 * Math.max(1, cost));
        within(gap * cost, Math.max(0, cost - lowerBound), 1e-9);
      }),
      { numRuns: 200 },
    );
  });

  it('holds at any other sizes', () => {
    const tried = fc.array(fc.double({ min: 0, max: 8, noNaN: true }), { minLength: 13, maxLength: 13 });
    fc.assert(
      fc.property(fc.oneof(nested, anyPortfolio), tried, tried, (portfolio, at, other) => {
        const prepared = preparePortfolio(portfolio);
        const sizesOf = (values: readonly number[]): Float64Array => Float64Array.from(portfolio.options, (_, index) => values[index] ?? 0);
        const { cuts } = ratePortfolio(prepared, sizesOf(at), 3);
        const elsewhere = ratePortfolio(prepared, sizesOf(other), 3);
        cuts.forEach(({ constant, slopes }, group) => {
          const bound = slopes.reduce((total, slope, option) => total + slope * (sizesOf(other)[option] as number), constant);
          expect(bound).toBeLessThanOrEqual((elsewhere.onDemandByGroup[group] as number) + 1e-7);
        });
      }),
    );
  });
});

describe('a portfolio without anything shared', () => {
  it('is its families one by one', () => {
    fc.assert(
      fc.property(metersArbitrary, shares, (meters, reserved) => {
        const options = meters.map(({ onDemandPerHour, account }, meter) => {
          const option = unitOption(`reserved ${meter}`, meter, onDemandPerHour * (reserved[meter] as number));
          return { ...option, commitment: { ...option.commitment, account } };
        });
        const alone = meters.map(({ secondsByHour, onDemandPerHour }, meter) => {
          const option = { id: '', feePerUnitHour: onDemandPerHour * (reserved[meter] as number), ratePerUsedHour: 0, upfrontPerUnit: 0 };
          return optimizeFamily(secondsByHour.map(seconds => seconds / 3600), { onDemandPerHour, options: [option] }).cost;
        });
        within(optimizePortfolio({ meters, options }).cost, alone.reduce((total, cost) => total + cost, 0), 1e-8);
      }),
    );
  });

  it('is its parts, with what covers nothing paid as it must be', () => {
    fc.assert(
      fc.property(nested, nested, fc.integer({ min: 0, max: 3 }), (one, other, held) => {
        const count = one.meters.length;
        const moved = other.options.map((each): PortfolioOption => {
          const { commitment } = each;
          const rename = <Named extends { meter: number }>(named: Named): Named => ({ ...named, meter: named.meter + count });
          const changed = commitment.kind === 'unit'
            ? { ...commitment, meters: commitment.meters.map(rename) }
            : { ...commitment, meters: commitment.meters.map(rename) };
          return { ...each, commitment: changed };
        });
        const idle = unitOption('idle', 0, 2, { leastSize: held, mostSize: held + 1 });
        const nowhere = { ...idle, commitment: { ...idle.commitment, kind: 'unit', unitsPerHour: 0, meters: [] } } as PortfolioOption;
        const whole = { meters: [...one.meters, ...other.meters], options: [...one.options, nowhere, ...moved] };
        const { cost, gap, sizes } = optimizePortfolio(whole);
        within(cost, optimizePortfolio(one).cost + optimizePortfolio(other).cost + 2 * hours * held, 1e-8);
        within(cost, portfolioCost(preparePortfolio(whole), sizes), 1e-9);
        expect(gap).toBeLessThanOrEqual(1e-8);
      }),
      { numRuns: 60 },
    );
  });

  it('costs nothing for no usage, and buys nothing', () => {
    const meters = [{ account: 0, onDemandPerHour: 1, secondsByHour: new Float64Array(hours) }];
    const found = optimizePortfolio({ meters, options: [unitOption('reserved', 0, 0.5)] });
    expect(found).toMatchObject({ cost: 0, lowerBound: 0, gap: 0, costOfDoingNothing: 0 });
    expect([...found.sizes]).toEqual([0]);
  });
});

it('refuses an option that nobody sells, and a budget below what is held', () => {
  const meters = [{ account: 0, onDemandPerHour: 1, secondsByHour: new Float64Array(hours).fill(3600) }];
  const of = (changes: Partial<PortfolioOption>): Portfolio => ({ meters, options: [unitOption('reserved', 0, 0.5, changes)] });
  expect(() => optimizePortfolio(of({ feePerHour: -1 }))).toThrow('reserved');
  expect(() => optimizePortfolio(of({ step: 0 }))).toThrow('reserved');
  expect(() => optimizePortfolio(of({ leastSize: 2, mostSize: 1 }))).toThrow('reserved');
  expect(() => optimizePortfolio({ ...of({ leastSize: 1, upfrontPerSize: 10 }), upfrontBudget: 5 })).toThrow('limits');
});
