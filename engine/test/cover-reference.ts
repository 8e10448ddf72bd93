import { decimal, zeroDecimal, type Decimal } from '../numeric/decimal.ts';
import type { MeterCommitment, SpendCommitment } from '../pricing/cover/meter-commitment.ts';
import type { CoverInput } from '../pricing/cover/prepare-cover.ts';

/** What one commitment did for one meter in one hour: seconds covered, and how much of the commitment that took. */
interface Draw {
  readonly hour: number;
  readonly commitment: number;
  readonly meter: number;
  readonly seconds: Decimal;
  readonly taken: Decimal;
}

interface ReferenceCover {
  readonly draws: readonly Draw[];
  readonly remainders: readonly { readonly hour: number; readonly meter: number; readonly seconds: Decimal }[];
  readonly unused: readonly { readonly hour: number; readonly commitment: number; readonly size: Decimal }[];
}

const bySaving = ({ meters }: SpendCommitment): { meter: number; rate: Decimal }[] => {
  const rated = meters.map(({ meter, planPerHour, onDemandPerHour }) => ({
    meter,
    rate: decimal(planPerHour),
    saving: decimal(1).minus(decimal(planPerHour).dividedBy(onDemandPerHour)),
  }));
  return rated.sort((a, b) => b.saving.comparedTo(a.saving) || a.rate.comparedTo(b.rate));
};

const served = (commitment: MeterCommitment): { meter: number; rate: Decimal }[] =>
  commitment.kind === 'spend'
    ? bySaving(commitment)
    : commitment.meters.map(({ meter, unitsPerNode }) => ({ meter, rate: decimal(unitsPerNode) }));

/** The billing waterfall written down as the providers tell it, hour by hour in decimals: slow, and a second opinion. */
export const coverByReference = ({ meters, commitments }: CoverInput, hourCount: number): ReferenceCover => {
  const draws: Draw[] = [];
  const remainders: ReferenceCover['remainders'][number][] = [];
  const unused: ReferenceCover['unused'][number][] = [];
  const ranks = [...new Set(commitments.map(({ rank }) => rank))].sort((a, b) => a - b);
  for (let hour = 0; hour < hourCount; hour += 1) {
    const running = meters.map(({ secondsByHour }) => decimal(secondsByHour[hour] as number));
    const budget = commitments.map(({ hours: [first, end], ...rest }) => {
      const size = rest.kind === 'unit' ? rest.unitsPerHour : rest.amountPerHour;
      return hour >= first && hour < end ? decimal(size) : zeroDecimal;
    });
    const apply = (index: number, forOwner: boolean): void => {
      const commitment = commitments[index] as MeterCommitment;
      for (const { meter, rate } of served(commitment)) {
        if ((meters[meter]?.account === commitment.account) !== forOwner) continue;
        const available = budget[index] ?? zeroDecimal;
        const seconds = running[meter] ?? zeroDecimal;
        const whole = rate.times(seconds).dividedBy(3600);
        const fits = whole.lessThanOrEqualTo(available);
        const taken = fits ? whole : available;
        const covered = fits ? seconds : available.times(3600).dividedBy(rate);
        budget[index] = available.minus(taken);
        running[meter] = seconds.minus(covered);
        draws.push({ hour, commitment: index, meter, seconds: covered, taken });
      }
    };
    for (const rank of ranks) {
      const ofRank = commitments.flatMap((commitment, index) => (commitment.rank === rank ? [index] : []));
      for (const index of ofRank) apply(index, true);
      for (const index of ofRank) if (commitments[index]?.isShared) apply(index, false);
    }
    running.forEach((seconds, meter) => remainders.push({ hour, meter, seconds }));
    budget.forEach((size, commitment) => unused.push({ hour, commitment, size }));
  }
  return { draws, remainders, unused };
};
