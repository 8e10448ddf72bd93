import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { paymentForms, type PurchaseOption } from '../catalog/purchase.ts';
import { money } from '../money/money.ts';
import { decimal, type DecimalValue } from '../numeric/decimal.ts';
import { daysInMonth, epochDayOf } from '../quantity/calendar.ts';
import { amortize, termHoursOf } from './amortize.ts';
import { costColumns, sumCharges, type ChargeLine } from './charge.ts';
import { reservedCharges, type ReservedNodes, type UsedPeriod } from '../test/reserved-nodes.ts';
import type { HourlyPrice } from './hourly-price.ts';
import { usageCharge } from './usage-charge.ts';

const utc = (year: number, month: number, day = 1): number => epochDayOf({ year, month, day }) * 86_400;

const aPrice = (
  purchase: PurchaseOption,
  recurring: DecimalValue,
  upfront: DecimalValue = 0,
  provider = 'aws',
): HourlyPrice => {
  const termHours = termHoursOf(purchase);
  const legs = { upfront: money(upfront, 'USD'), recurringPerHour: money(recurring, 'USD') };
  return {
    key: { provider, region: 'us-east-1', nodeType: 'm7i.xlarge', operatingSystem: 'linux', tenancy: 'shared' },
    purchase, ...legs, termHours, basis: 'listed', source: 'list', asOf: '2026-07-20', validFrom: null, validTo: null,
    effectivePerHour: amortize(legs.upfront, legs.recurringPerHour, termHours ?? 1),
  };
};
const onDemand = aPrice({ kind: 'on-demand' }, '0.2016');
const list = onDemand.effectivePerHour;

/** The calendar months a term of `hours` from `start` falls into, cut to it. */
const monthsOf = (start: number, hours: number): { start: number; end: number }[] => {
  const end = start + hours * 3600;
  const months: { start: number; end: number }[] = [];
  for (let year = 2026, month = 1; ; month = (month % 12) + 1, year += month === 1 ? 1 : 0) {
    const first = utc(year, month);
    const next = first + daysInMonth(year, month) * 86_400;
    if (first >= end) return months;
    if (next > start) months.push({ start: Math.max(first, start), end: Math.min(next, end) });
  }
};
const only = (lines: readonly ChargeLine[], test: (line: ChargeLine) => boolean): ChargeLine[] => lines.filter(test);
const texts = (line: ChargeLine | undefined) => line && costColumns.map(column => line[column].toFixed());

describe('usageCharge', () => {
  it('prices node-time in full, and says when and what', () => {
    const line = usageCharge({
      price: onDemand, listPerHour: list, nodeSeconds: 730 * 3600,
      period: { start: utc(2026, 1, 10), end: utc(2026, 2, 1) },
    });
    expect(texts(line)).toEqual(['147.168', '147.168', '147.168', '147.168']);
    expect(line).toMatchObject({
      BillingCurrency: 'USD', BillingPeriodStart: '2026-01-01T00:00:00Z', BillingPeriodEnd: '2026-02-01T00:00:00Z',
      ChargePeriodStart: '2026-01-10T00:00:00Z', ChargePeriodEnd: '2026-02-01T00:00:00Z', ChargeCategory: 'Usage',
      ChargeFrequency: 'Usage-Based', PricingCategory: 'Standard', PricingUnit: 'Hours', ProviderName: 'aws',
      ChargeDescription: 'Compute usage (on-demand, m7i.xlarge)', CommitmentDiscountId: null, RegionId: 'us-east-1',
      SkuPriceId: 'aws/us-east-1/m7i.xlarge/linux/shared/on-demand',
    });
  });

  // 560,000 core-hours on 100 nodes of 8 cores at 1.60 USD, 97 s to start, billed per second: 112,004.31 USD
  it('bills a film by the second', () => {
    const farm = aPrice({ kind: 'on-demand' }, '1.6');
    const nodeSeconds = 100 * (700 * 3600 + 97);
    const period = { start: utc(2026, 1), end: utc(2026, 2) };
    const line = usageCharge({ price: farm, listPerHour: null, nodeSeconds, period });
    expect(line.BilledCost.toFixed(2)).toBe('112004.31');
    expect(line.ListUnitPrice?.toFixed()).toBe('1.6');
  });

  it('shows what spot saves against the list price', () => {
    const spot = aPrice({ kind: 'spot' }, '0.0672');
    const line = usageCharge({ price: spot, listPerHour: list, nodeSeconds: 36_000, period: { start: 0, end: 3600 } });
    expect(line.PricingCategory).toBe('Dynamic');
    expect(texts(line)).toEqual(['2.016', '0.672', '0.672', '0.672']);
  });

  it('throws at a committed price, and when list and price are in two currencies', () => {
    const period = { start: 0, end: 3600 };
    const reserved = aPrice({ kind: 'reserved', offeringClass: 'standard', termYears: 1, payment: 'no-upfront' }, '0.1');
    expect(() => usageCharge({ price: reserved, listPerHour: list, nodeSeconds: 1, period })).toThrow('committed price');
    expect(() => usageCharge({ price: onDemand, listPerHour: money(1, 'KRW'), nodeSeconds: 1, period })).toThrow('two currencies');
  });

  it('gives lines that add up to the price of all their time, exactly', () => {
    const seconds = fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 1, maxLength: 50 });
    fc.assert(
      fc.property(seconds, fc.integer({ min: 1, max: 99_999_999 }), (parts, price) => {
        const perHour = aPrice({ kind: 'on-demand' }, decimal(price).dividedBy(1_000_000));
        const period = { start: 0, end: 3600 };
        const charge = (nodeSeconds: number) => usageCharge({ price: perHour, listPerHour: list, nodeSeconds, period });
        const lines = parts.map(part => charge(part * 36));
        const nodeHours = parts.reduce((sum, part) => sum.plus(part), decimal(0)).dividedBy(100);
        const total = nodeHours.times(perHour.effectivePerHour.amount);
        expect(sumCharges(lines, 'BilledCost').equals(total)).toBe(true);
        for (const { ListUnitPrice, ContractedUnitPrice, PricingQuantity, ListCost, ContractedCost } of lines) {
          expect(PricingQuantity?.times(ListUnitPrice ?? 0).equals(ListCost)).toBe(true);
          expect(PricingQuantity?.times(ContractedUnitPrice ?? 0).equals(ContractedCost)).toBe(true);
        }
      }),
    );
  });
});

describe('chargeCommitment', () => {
  const commit = (price: HourlyPrice, periods: readonly UsedPeriod[], nodeCount = 10): ReservedNodes => ({
    price, listPerHour: list, commitmentId: 'C1', nodeCount, termStart: periods[0]?.start ?? 0, periods,
  });
  const january = { start: utc(2026, 1), end: utc(2026, 2) };

  it('bills a partial upfront commitment once and monthly, and spreads it over used and unused hours', () => {
    const partial = aPrice({ kind: 'reserved', offeringClass: 'standard', termYears: 1, payment: 'partial-upfront' }, '0.05443', 477);
    const usedNodeSeconds = 10 * 744 * 3600 * 0.75;
    const lines = reservedCharges(commit(partial, [{ ...january, usedNodeSeconds }]));
    expect(lines.map(line => [line.ChargeCategory, line.ChargeFrequency, line.CommitmentDiscountStatus])).toEqual([
      ['Purchase', 'One-Time', null], ['Purchase', 'Recurring', null],
      ['Usage', 'Usage-Based', 'Used'], ['Usage', 'Usage-Based', 'Unused'],
    ]);
    // 10 x 477; 7,440 h x 0.05443; 10 x 953.8068 x 744/8760 = 810.082487671233 in January, a quarter of it unused
    expect(lines.map(line => line.BilledCost.toFixed())).toEqual(['4770', '404.9592', '0', '0']);
    const effective = lines.map(line => line.EffectiveCost.toDecimalPlaces(9).toFixed());
    expect(effective).toEqual(['0', '0', '607.561865753', '202.520621918']);
    // 5,580 used hours at the list price of 0.2016; unused hours claim nothing
    expect(lines.map(line => line.ListCost.toFixed())).toEqual(['4770', '404.9592', '1124.928', '0']);
    expect(lines[3]).toMatchObject({ ConsumedQuantity: null, PricingCategory: 'Committed' });
    expect(lines[3]?.CommitmentDiscountType).toBe('Reserved Instance');
    // The fee at once is for the whole term of ten nodes, the recurring one for January.
    expect(lines.map(line => line.CommitmentDiscountQuantity?.toFixed())).toEqual(['87600', '7440', '5580', '1860']);
  });

  it('bills Azure in equal payments on the day of the month, GCP by the hours of each month', () => {
    const monthly: PurchaseOption = { kind: 'reserved', offeringClass: 'standard', termYears: 1, payment: 'monthly' };
    const periods = monthsOf(january.start, 8760).map(period => ({ ...period, usedNodeSeconds: 0 }));
    const purchases = (provider: string): ChargeLine[] => {
      const price = aPrice(monthly, decimal(1168).dividedBy(8760), 0, provider);
      return only(reservedCharges(commit(price, periods, 1)), line => line.ChargeCategory === 'Purchase');
    };
    const bills = (provider: string): string[] => purchases(provider).map(line => line.BilledCost.toFixed(4));
    const hours = (provider: string): (string | undefined)[] =>
      purchases(provider).map(line => line.CommitmentDiscountQuantity?.toFixed());
    expect(bills('azure')).toEqual(Array.from({ length: 12 }, () => '97.3333'));
    expect(hours('azure')).toEqual(hours('gcp'));
    expect(hours('azure').slice(0, 2)).toEqual(['744', '672']);
    // 744 and 672 hours of 8,760
    expect(bills('gcp').slice(0, 2)).toEqual(['99.2000', '89.6000']);
  });

  it('leaves out lines about nothing, and claims no saving without a list price', () => {
    const noUpfront = aPrice({ kind: 'reserved', offeringClass: 'standard', termYears: 1, payment: 'no-upfront' }, '0.1');
    const full = { ...january, usedNodeSeconds: 10 * 744 * 3600 };
    const lines = reservedCharges({ ...commit(noUpfront, [full]), listPerHour: null });
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatchObject({ CommitmentDiscountStatus: 'Used', ListUnitPrice: null });
    expect(texts(lines[1])).toEqual(['744', '744', '0', '744']);
    const negotiated = reservedCharges({ ...commit(noUpfront, [full]), contractedPerHour: money('0.15', 'USD') });
    expect(texts(negotiated[1])).toEqual(['1499.904', '1116', '0', '744']);
  });

  const terms = fc.record({
    termYears: fc.constantFrom(1 as const, 3 as const),
    payment: fc.constantFrom(...paymentForms),
    provider: fc.constantFrom('aws', 'azure', 'gcp'),
    recurringMicros: fc.integer({ min: 0, max: 99_999_999 }),
    upfrontCents: fc.integer({ min: 0, max: 99_999_999 }),
    nodeCount: fc.integer({ min: 1, max: 500 }),
    startDay: fc.integer({ min: 0, max: 700 }),
    usedShares: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 40, maxLength: 40 }),
  });

  it('closes over the term: effective of used and unused hours is what purchases bill, exactly', () => {
    fc.assert(
      fc.property(terms, ({ termYears, payment, provider, nodeCount, startDay, usedShares, ...legs }) => {
        fc.pre(legs.recurringMicros + legs.upfrontCents > 0);
        const recurring = decimal(legs.recurringMicros).dividedBy(1_000_000);
        const upfront = decimal(legs.upfrontCents).dividedBy(100);
        const price = aPrice({ kind: 'reserved', offeringClass: 'standard', termYears, payment }, recurring, upfront, provider);
        const termStart = utc(2026, 1) + startDay * 86_400;
        const periods = monthsOf(termStart, termYears * 8760).map((period, index) => ({
          ...period, usedNodeSeconds: Math.floor(nodeCount * (period.end - period.start) * (usedShares[index] ?? 0)),
        }));
        const lines = reservedCharges({ price, listPerHour: list, commitmentId: 'C1', nodeCount, termStart, periods });
        const usage = only(lines, line => line.ChargeCategory === 'Usage');
        const purchases = only(lines, line => line.ChargeCategory === 'Purchase');
        expect(sumCharges(usage, 'EffectiveCost').equals(sumCharges(purchases, 'BilledCost'))).toBe(true);
        expect(sumCharges(usage, 'BilledCost').isZero()).toBe(true);
        expect(sumCharges(purchases, 'EffectiveCost').isZero()).toBe(true);
        expect(usage.every(line => !line.EffectiveCost.isNegative())).toBe(true);
        for (const { ListUnitPrice, PricingQuantity, ListCost } of lines) {
          if (ListUnitPrice) expect(PricingQuantity?.times(ListUnitPrice).equals(ListCost)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('costs the same whether it is used or not', () => {
    const price = aPrice({ kind: 'reserved', offeringClass: 'standard', termYears: 1, payment: 'partial-upfront' }, '0.05443', 477);
    const effective = (share: number): string => {
      const periods = monthsOf(january.start, 8760).map(period => ({
        ...period, usedNodeSeconds: Math.floor(10 * (period.end - period.start) * share),
      }));
      return sumCharges(reservedCharges(commit(price, periods)), 'EffectiveCost').toFixed();
    };
    expect([effective(0), effective(1 / 3), effective(1)]).toEqual(['9538.068', '9538.068', '9538.068']);
  });

  it('throws on periods outside the term, overlapping ones, and more use than was committed', () => {
    const price = aPrice({ kind: 'reserved', offeringClass: 'standard', termYears: 1, payment: 'no-upfront' }, '0.1');
    const period = { ...january, usedNodeSeconds: 0 };
    expect(() => reservedCharges({ ...commit(price, [period]), termStart: january.start + 1 })).toThrow('leaves the term');
    expect(() => reservedCharges(commit(price, [period, period]))).toThrow('leaves the term, or another');
    expect(() => reservedCharges(commit(price, [{ ...period, end: utc(2027, 2) }]))).toThrow('leaves the term');
    expect(() => reservedCharges(commit(price, [{ ...period, usedNodeSeconds: 1e12 }]))).toThrow('more used than committed');
    expect(() => reservedCharges(commit(onDemand, [period]))).toThrow('no term');
  });
});

describe('sumCharges', () => {
  it('never adds two currencies', () => {
    const period = { start: 0, end: 3600 };
    const line = usageCharge({ price: onDemand, listPerHour: null, nodeSeconds: 3600, period });
    expect(() => sumCharges([line, { ...line, BillingCurrency: 'KRW' }], 'BilledCost')).toThrow('KRW met USD');
    expect(sumCharges([], 'BilledCost').isZero()).toBe(true);
  });
});
