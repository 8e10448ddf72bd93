import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { starterCatalog } from '../../catalog/starter-catalog.ts';
import { decimal, sumDecimals, type Decimal } from '../../numeric/decimal.ts';
import { rateMonth, type MeteredUse, type RatedPart } from './rate-month.ts';
import type { Tariff } from './tariff.ts';
import { findTariff, makeTariffBook } from './tariff-book.ts';
import { tierCost } from './tier-cost.ts';

const book = makeTariffBook(starterCatalog);
const egress = (region: string): Tariff => {
  const found = findTariff(book, { meterId: `aws/${region}/internet-egress`, zone: null, eligibility: null, date: '2026-06-01' });
  if (!found.ok) throw new Error(region);
  return found.value;
};
const tariffOf = (steps: readonly (readonly [from: number, price: number])[], changes: Partial<Tariff> = {}): Tariff => ({
  ...egress('us-east-1'), meterId: 'm', allowanceId: null,
  tiers: steps.map(([from, price]) => ({ fromQuantity: decimal(from), unitPrice: decimal(price) })), ...changes,
});
const use = (tariff: Tariff, quantity: number | string): MeteredUse => ({ tariff, quantity: decimal(quantity) });
const costOf = (parts: readonly RatedPart[]): Decimal => sumDecimals(parts.map(part => part.quantity.times(part.unitPrice)));
const free100 = new Map([['aws-free-egress', decimal(100)]]);
const none = new Map<string, Decimal>();
const line = ({ kind, quantity, unitPrice }: RatedPart): string => `${kind} ${quantity.toFixed()} x ${unitPrice.toFixed()}`;

describe('rateMonth', () => {
  it.each([
    [1, '83.16'], [10, '912.6'], [50, '4394.2'], [150, '11562.2'], [1000, '55082.2'], [10_000, '515882.2'],
  ])('%d TB leave AWS for %s USD: the allowance, then the tiers', (terabytes, expected) => {
    expect(costOf(rateMonth([use(egress('us-east-1'), terabytes * 1024)], free100)).toFixed()).toBe(expected);
  });

  it('shows each tier reached as quantity times unit price', () => {
    const parts = rateMonth([use(egress('us-east-1'), 51_201)], free100);
    expect(parts.map(line)).toEqual(['free 100 x 0', 'tier 10140 x 0.09', 'tier 40960 x 0.085', 'tier 1 x 0.07']);
  });

  it('shares one allowance between meters in proportion, each at its own price', () => {
    const parts = rateMonth([use(egress('us-east-1'), 300), use(egress('sa-east-1'), 100)], free100);
    // 75 and 25 of the 100 GiB are free: 225 x 0.09 + 75 x 0.15
    expect(parts.map(line)).toEqual(['free 75 x 0', 'free 25 x 0', 'tier 225 x 0.09', 'tier 75 x 0.15']);
    expect(costOf(parts).toFixed()).toBe('31.5');
    // less than the allowance costs nothing, and the rest of it is gone with the month
    expect(costOf(rateMonth([use(egress('us-east-1'), 40), use(egress('sa-east-1'), 60)], free100)).toFixed()).toBe('0');
  });

  it('throws on an allowance nobody stated: free by mistake is wrong, and so is not free', () => {
    expect(() => rateMonth([use(egress('us-east-1'), 1)], none)).toThrow('no allowance aws-free-egress');
  });

  it('prices 20 m3 of water graduated, at the step reached, or as a household', () => {
    // Pohang 2014: 585 won up to 15 m3, 950 beyond; a household pays 585 for all of it
    const steps = [[0, 585], [15, 950]] as const;
    const cost = (tariff: Tariff) => costOf(rateMonth([use(tariff, 20)], none)).toFixed();
    expect(cost(tariffOf(steps))).toBe('13525');
    expect(cost(tariffOf(steps, { mode: 'all-units' }))).toBe('19000');
    expect(cost(tariffOf([[0, 585]], { mode: 'all-units', eligibility: 'household' }))).toBe('11700');
  });

  it('adds a shortfall up to the minimum charge of a meter, once for all its uses', () => {
    const tariff = tariffOf([[0, 0.1]], { minimumCharge: decimal(10) });
    const parts = rateMonth([use(tariff, 20), use(tariff, 60)], none);
    // 8 of 10 are used; the missing 2 are shared 1 : 3
    expect(parts.map(line)).toEqual(['tier 20 x 0.1', 'tier 60 x 0.1', 'minimum 1 x 0.5', 'minimum 1 x 1.5']);
    expect(rateMonth([use(tariff, 120)], none).map(line)).toEqual(['tier 120 x 0.1']);
    expect(rateMonth([use(tariff, 0), use(tariff, 0)], none).map(line)).toEqual(['minimum 1 x 5', 'minimum 1 x 5']);
  });

  it('adds up meters of one tier group to find the tier, each at its own prices', () => {
    const [a, b] = [
      tariffOf([[0, 1], [100, 0.5]], { meterId: 'a', tierGroup: 'g' }),
      tariffOf([[0, 2], [100, 1]], { meterId: 'b', tierGroup: 'g' }),
    ];
    // 200 together: half of each is in the first tier. 75 x 1 + 75 x 0.5 + 25 x 2 + 25 x 1
    expect(costOf(rateMonth([use(a, 150), use(b, 50)], none)).toFixed()).toBe('187.5');
  });

  const steps = fc
    .uniqueArray(fc.integer({ min: 1, max: 500 }), { maxLength: 5 })
    .chain(limits => {
      const starts = [0, ...[...limits].sort((x, y) => x - y)];
      return fc
        .array(fc.integer({ min: 0, max: 999 }), { minLength: starts.length, maxLength: starts.length })
        .map(prices => starts.map((from, index) => [from, (prices[index] ?? 0) / 1000] as const));
    });
  const quantities = fc.array(fc.integer({ min: 0, max: 300_000 }).map(thousandths => thousandths / 1000), { minLength: 1, maxLength: 7 });
  const mode = fc.constantFrom('graduated' as const, 'all-units' as const);
  const total = (values: readonly number[]): Decimal => sumDecimals(values.map(decimal));

  it('costs the same however a month is split over rows of one meter; every row and tier adds up', () => {
    fc.assert(
      fc.property(steps, quantities, mode, (tiers, split, how) => {
        const tariff = tariffOf(tiers, { mode: how });
        const uses = split.map(quantity => use(tariff, quantity));
        const parts = rateMonth(uses, none);
        expect(costOf(parts).equals(tierCost(total(split), tariff.tiers, how))).toBe(true);
        for (const each of uses) {
          const own = parts.filter(part => part.use === each);
          expect(sumDecimals(own.map(part => part.quantity)).equals(each.quantity)).toBe(true);
          expect(own.every(part => part.quantity.greaterThan(0))).toBe(true);
        }
      }),
    );
  });

  it('costs the same however a month is split over meters that share tiers and an allowance', () => {
    fc.assert(
      fc.property(steps, quantities, fc.integer({ min: 0, max: 400 }), (tiers, split, allowed) => {
        const shared = { tierGroup: 'g', allowanceId: 'free' };
        const uses = split.map((quantity, index) => use(tariffOf(tiers, { ...shared, meterId: `m${index}` }), quantity));
        const parts = rateMonth(uses, new Map([['free', decimal(allowed)]]));
        const whole = rateMonth([use(tariffOf(tiers, shared), total(split).toNumber())], new Map([['free', decimal(allowed)]]));
        // meters are different tables, so each rounds its share of a tier to 12 decimals
        expect(costOf(parts).minus(costOf(whole)).abs().lessThan(1e-9)).toBe(true);
        expect(sumDecimals(parts.map(part => part.quantity)).equals(total(split))).toBe(true);
      }),
    );
  });

  it('never falls when more is used, graduated', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 200 }), (tiers, quantity, more) => {
        const tariff = tariffOf(tiers, { allowanceId: 'free' });
        const cost = (units: number) => costOf(rateMonth([use(tariff, units)], new Map([['free', decimal(50)]])));
        expect(cost(quantity + more).greaterThanOrEqualTo(cost(quantity))).toBe(true);
      }),
    );
  });

  it('does not depend on the order of rows', () => {
    fc.assert(
      fc.property(steps, quantities, (tiers, split) => {
        const tariff = tariffOf(tiers, { allowanceId: 'free', minimumCharge: decimal(20) });
        const allowances = new Map([['free', decimal(30)]]);
        const rated = (order: readonly number[]) => costOf(rateMonth(order.map(quantity => use(tariff, quantity)), allowances));
        expect(rated([...split].reverse()).equals(rated(split))).toBe(true);
      }),
    );
  });
});
