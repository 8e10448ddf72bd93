import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { money } from '../../money/money.ts';
import { decimal, sumDecimals } from '../../numeric/decimal.ts';
import { sumCharges, type ChargeLine } from '../charge.ts';
import { cover } from '../cover/cover.ts';
import type { MeterCommitment } from '../cover/meter-commitment.ts';
import { prepareCover } from '../cover/prepare-cover.ts';
import type { HourlyPrice } from '../hourly-price.ts';
import { usageCharge } from '../usage-charge.ts';
import { chargeCommitment } from './charge-commitment.ts';
import type { CommitmentColumns } from './commitment-to-charge.ts';

const hourCount = 48;
const bounds = [0, 20, 48];
const rate = fc.integer({ min: 1, max: 3_999_999_999 }).map(units => decimal(units).dividedBy(1e9));

const meter = fc.record({
  onDemand: rate,
  share: fc.integer({ min: 1, max: 99 }),
  weight: fc.constantFrom(0.25, 1, 4, 72),
  seconds: fc.array(fc.integer({ min: 0, max: 90_000 }), { minLength: hourCount, maxLength: hourCount }),
});
const held = fc.record({
  isSpend: fc.boolean(),
  size: fc.integer({ min: 1, max: 60_000 }),
  perUnit: rate,
  upfront: fc.integer({ min: 0, max: 1_000_000 }),
});
const columns: CommitmentColumns = {
  ProviderName: 'aws', ServiceCategory: 'Compute', ServiceSubcategory: 'Virtual Machines', ServiceName: 'EC2', RegionId: 'r',
  ResourceType: null, SkuId: 's', SkuPriceId: 's', CommitmentDiscountCategory: 'Usage', CommitmentDiscountId: 'c',
  CommitmentDiscountType: 't', CommitmentDiscountUnit: 'Hours',
};
const key = { provider: 'aws', region: 'r', nodeType: 'n', operatingSystem: 'linux', tenancy: 'shared' } as const;
const purchase = { kind: 'reserved', offeringClass: 'standard', termYears: 1, payment: 'partial-upfront' } as const;

describe('what a scenario costs', () => {
  it('is the same in doubles, from quantities, as in the lines of the ledger, within 1e-9', () => {
    fc.assert(
      fc.property(fc.array(meter, { minLength: 1, maxLength: 4 }), fc.array(held, { maxLength: 3 }), (meters, commitments) => {
        const applied = commitments.map(({ isSpend, size, perUnit }, rank): MeterCommitment => {
          const scope = { rank, account: 0, isShared: false, hours: [0, hourCount] as const };
          if (!isSpend) {
            const weighted = meters.map(({ weight }, index) => ({ meter: index, unitsPerNode: weight }));
            return { ...scope, kind: 'unit', unitsPerHour: size / 1000, meters: weighted };
          }
          const rated = meters.map(({ onDemand, share }, index) => ({
            meter: index, onDemandPerHour: onDemand.toNumber(), planPerHour: onDemand.times(share).dividedBy(100).toNumber(),
          }));
          return { ...scope, kind: 'spend', amountPerHour: perUnit.times(size).toNumber(), meters: rated };
        });
        const prepared = prepareCover({
          meters: meters.map(({ seconds }) => ({ account: 0, secondsByHour: Float64Array.from(seconds) })),
          commitments: applied,
          bucketBounds: bounds,
        });
        const result = cover(prepared);
        const pairCount = prepared.meterOfPair.length;

        // In doubles: what is left at on-demand, and each commitment's hours of the term.
        const left = result.remainderSeconds.reduce(
          (sum, seconds, at) => sum + (seconds / 3600) * (meters[at % meters.length]?.onDemand.toNumber() ?? NaN),
          0,
        );
        const committed = commitments.reduce(
          (sum, { perUnit, size, upfront }) => sum + (perUnit.toNumber() * size + upfront / 1000) * hourCount,
          0,
        );

        // In decimals: ledger lines.
        const lines: ChargeLine[] = [];
        const periods = [0, 1].map(bucket => ({ start: (bounds[bucket] as number) * 3600, end: (bounds[bucket + 1] as number) * 3600 }));
        periods.forEach((period, bucket) =>
          meters.forEach(({ onDemand }, index) => {
            const perHour = money(onDemand, 'USD');
            const price: HourlyPrice = {
              key, purchase: { kind: 'on-demand' }, effectivePerHour: perHour, upfront: money(0, 'USD'), recurringPerHour: perHour,
              termHours: null, basis: 'listed', source: '', asOf: '', validFrom: null, validTo: null,
            };
            const nodeSeconds = result.remainderSeconds[bucket * meters.length + index] as number;
            lines.push(usageCharge({ price, listPerHour: null, period, nodeSeconds }));
          }),
        );
        commitments.forEach(({ perUnit, size, upfront }, index) => {
          const charges = chargeCommitment({
            term: { start: 0, end: 8760 * 3600 }, upfront: money(decimal(upfront).times(8.76), 'USD'),
            recurringPerHour: money(perUnit.times(size), 'USD'), isPaidMonthly: false,
            columns, label: 'l', unitCount: 1, unit: 'Nodes', committedPerUnitHour: 1, countsPerQuantity: 1,
            periods: periods.map((period, bucket) => {
              const pairs = [...prepared.meterOfPair.keys()].filter(pair => prepared.commitmentOfPair[pair] === index);
              const used = pairs.map(pair => ({
                counts: result.drawnCounts[bucket * pairCount + pair] as number,
                seconds: result.coveredSeconds[bucket * pairCount + pair] as number,
                key, purchase, unit: 'Hours', listPerHour: null, contractedPerHour: null,
              }));
              return { ...period, used, unusedCounts: result.unusedCounts[bucket * commitments.length + index] as number };
            }),
          });
          lines.push(...charges.periods.flatMap(({ used, unused }) => (unused ? [...used, unused] : [...used])));
        });
        const exact = sumCharges(lines, 'EffectiveCost').toNumber();
        expect(Math.abs(exact - (left + committed))).toBeLessThanOrEqual(1e-9 * Math.max(1, exact));

        // Hours charged are hours used.
        const hours = sumDecimals(lines.map(({ ConsumedQuantity }) => ConsumedQuantity ?? decimal(0))).toNumber();
        const ran = meters.reduce((sum, { seconds }) => sum + seconds.reduce((total, each) => total + each, 0), 0) / 3600;
        expect(Math.abs(hours - ran)).toBeLessThanOrEqual(1e-9 * Math.max(1, ran));
      }),
    );
  });
});
