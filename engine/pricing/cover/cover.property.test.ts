import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sumDecimals } from '../../numeric/decimal.ts';
import { coverByReference } from '../../test/cover-reference.ts';
import { cover } from './cover.ts';
import type { MeterCommitment } from './meter-commitment.ts';
import { prepareCover, type CoverInput } from './prepare-cover.ts';
import type { UsageMeter } from './usage-meter.ts';

const hourCount = 6;

const meter = fc.record({
  account: fc.integer({ min: 0, max: 2 }),
  onDemandPerHour: fc.integer({ min: 1, max: 40_000 }).map(rate => rate / 10_000),
  secondsByHour: fc
    .array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 0, max: 5 }).map(n => n * 3600)), {
      minLength: hourCount, maxLength: hourCount,
    })
    .map(seconds => Float64Array.from(seconds)),
});
type RatedMeter = UsageMeter & { readonly onDemandPerHour: number };

/** Plan rates lie below on-demand, as a provider sells them, with up to ten decimals. */
const commitment = (meters: readonly RatedMeter[]): fc.Arbitrary<MeterCommitment> =>
  fc
    .record({
      rank: fc.integer({ min: 0, max: 2 }),
      account: fc.integer({ min: 0, max: 2 }),
      isShared: fc.boolean(),
      hours: fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 3, max: hourCount + 2 })),
      eligible: fc.shuffledSubarray(meters.map((_, index) => index)),
      discounts: fc.array(fc.integer({ min: 1, max: 99 }), { minLength: meters.length, maxLength: meters.length }),
      weights: fc.array(fc.constantFrom(0.25, 1, 2, 4, 9, 72, 28.8), { minLength: meters.length, maxLength: meters.length }),
      isSpend: fc.boolean(),
      size: fc.integer({ min: 0, max: 40_000 }),
    })
    .map(({ eligible, discounts, weights, isSpend, size, ...scope }): MeterCommitment => {
      if (!isSpend) {
        const weighted = eligible.map(index => ({ meter: index, unitsPerNode: weights[index] as number }));
        return { ...scope, kind: 'unit', unitsPerHour: Math.floor(size / 400) / 4, meters: weighted };
      }
      const rated = eligible.map(index => {
        const { onDemandPerHour } = meters[index] as RatedMeter;
        const planPerHour = Math.round(onDemandPerHour * (1 - (discounts[index] as number) / 100) * 1e10) / 1e10;
        return { meter: index, onDemandPerHour, planPerHour };
      });
      return { ...scope, kind: 'spend', amountPerHour: size / 1000, meters: rated };
    });

const instance = fc
  .array(meter, { minLength: 1, maxLength: 5 })
  .chain(meters => fc.record({ meters: fc.constant(meters), commitments: fc.array(commitment(meters), { maxLength: 5 }) }));
const hourly = Array.from({ length: hourCount + 1 }, (_, hour) => hour);
const inputOf = (meters: readonly UsageMeter[], commitments: readonly MeterCommitment[], bucketBounds = hourly): CoverInput => ({
  meters, commitments, bucketBounds,
});

const onDemandCost = (meters: readonly RatedMeter[], remainderSeconds: Float64Array): number =>
  remainderSeconds.reduce((sum, seconds, at) => sum + (seconds / 3600) * (meters[at % meters.length] as RatedMeter).onDemandPerHour, 0);

describe('cover', () => {
  it('conserves seconds and counts in every hour, exactly', () => {
    fc.assert(
      fc.property(instance, ({ meters, commitments }) => {
        const prepared = prepareCover(inputOf(meters, commitments));
        const { coveredSeconds, remainderSeconds, drawnCounts, unusedCounts, countsPerSize } = cover(prepared);
        const pairCount = prepared.meterOfPair.length;
        for (let hour = 0; hour < hourCount; hour += 1) {
          meters.forEach(({ secondsByHour }, index) => {
            let seconds = remainderSeconds[hour * meters.length + index] as number;
            expect(seconds).toBeGreaterThanOrEqual(0);
            prepared.meterOfPair.forEach((of, pair) => {
              if (of === index) seconds += coveredSeconds[hour * pairCount + pair] as number;
            });
            expect(seconds).toBe(secondsByHour[hour]);
          });
          commitments.forEach(({ hours: [first, end] }, index) => {
            let counts = unusedCounts[hour * commitments.length + index] as number;
            expect(counts).toBeGreaterThanOrEqual(0);
            for (let pair = prepared.firstPairs[index] as number; pair < (prepared.firstPairs[index + 1] as number); pair += 1) {
              counts += drawnCounts[hour * pairCount + pair] as number;
            }
            const isLive = hour >= first && hour < end;
            const committed = (prepared.sizes[index] as number) * (countsPerSize[index] as number);
            expect(counts).toBe(isLive ? Math.round(committed) : 0);
          });
        }
      }),
    );
  });

  it('adds hours up exactly', () => {
    fc.assert(
      fc.property(instance, ({ meters, commitments }) => {
        const byHour = cover(prepareCover(inputOf(meters, commitments)));
        const whole = cover(prepareCover(inputOf(meters, commitments, [0, hourCount])));
        const summed = (values: Float64Array, width: number): number[] => {
          const sums = Array.from({ length: width }, () => 0);
          values.forEach((value, at) => (sums[at % width] = (sums[at % width] as number) + value));
          return sums;
        };
        expect([...whole.remainderSeconds]).toEqual(summed(byHour.remainderSeconds, meters.length));
        expect([...whole.coveredSeconds]).toEqual(summed(byHour.coveredSeconds, whole.coveredSeconds.length));
      }),
    );
  });

  it('agrees with the waterfall written down in decimals', () => {
    fc.assert(
      fc.property(instance, ({ meters, commitments }) => {
        const input = inputOf(meters, commitments);
        const prepared = prepareCover(input);
        const result = cover(prepared);
        const { draws, remainders, unused } = coverByReference(input, hourCount);
        const pairCount = prepared.meterOfPair.length;
        for (const { hour, meter: index, seconds } of remainders) {
          expect(result.remainderSeconds[hour * meters.length + index]).toBeCloseTo(seconds.toNumber(), 5);
        }
        for (const { hour, commitment: index, size } of unused) {
          const counts = result.unusedCounts[hour * commitments.length + index] as number;
          expect(counts / (result.countsPerSize[index] as number)).toBeCloseTo(size.toNumber(), 8);
        }
        commitments.forEach((_, index) => {
          for (let pair = prepared.firstPairs[index] as number; pair < (prepared.firstPairs[index + 1] as number); pair += 1) {
            const found = draws.filter(draw => draw.commitment === index && draw.meter === prepared.meterOfPair[pair]);
            let seconds = 0;
            for (let hour = 0; hour < hourCount; hour += 1) seconds += result.coveredSeconds[hour * pairCount + pair] as number;
            expect(seconds).toBeCloseTo(sumDecimals(found.map(draw => draw.seconds)).toNumber(), 4);
          }
        });
      }),
    );
  });

  it('does not care in which order the meters of the plan stand', () => {
    fc.assert(
      fc.property(instance, ({ meters, commitments }) => {
        const reversed = [...meters].reverse();
        const renamed = commitments.map((each): MeterCommitment => {
          const rename = <Named extends { meter: number }>(named: Named): Named => ({ ...named, meter: meters.length - 1 - named.meter });
          return each.kind === 'unit' ? { ...each, meters: each.meters.map(rename) } : { ...each, meters: each.meters.map(rename) };
        });
        const direct = cover(prepareCover(inputOf(meters, commitments)));
        const turned = cover(prepareCover(inputOf(reversed, renamed)));
        expect(turned.unusedCounts).toEqual(direct.unusedCounts);
        expect(turned.coveredSeconds).toEqual(direct.coveredSeconds);
      }),
    );
  });

  it('leaves no more of any meter when the last commitment grows', () => {
    fc.assert(
      fc.property(instance, fc.integer({ min: 0, max: 1000 }), ({ meters, commitments }, more) => {
        // The one that is applied last: what it takes, nobody comes after it to miss.
        const last = commitments.map((each, index) => (index === commitments.length - 1 ? { ...each, rank: 9 } : each));
        const prepared = prepareCover(inputOf(meters, last));
        const grown = prepared.sizes.map((size, index) => (index === last.length - 1 ? size + more / 100 : size));
        const before = cover(prepared);
        const after = cover(prepared, grown);
        before.remainderSeconds.forEach((seconds, at) => {
          expect(after.remainderSeconds[at]).toBeLessThanOrEqual(seconds + 1e-6);
        });
      }),
    );
  });

  it('never costs more with a commitment, or with one shared', () => {
    fc.assert(
      fc.property(instance, ({ meters, commitments }) => {
        const costOf = (list: readonly MeterCommitment[]): number =>
          onDemandCost(meters, cover(prepareCover(inputOf(meters, list))).remainderSeconds);
        const only = commitments.slice(0, 1);
        const none = costOf([]);
        const alone = costOf(only.map(each => ({ ...each, isShared: false })));
        const shared = costOf(only.map(each => ({ ...each, isShared: true })));
        expect(alone).toBeLessThanOrEqual(none);
        expect(shared).toBeLessThanOrEqual(alone);
      }),
    );
  });
});
