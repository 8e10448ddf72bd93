import { stepsPerSecond } from './cover-scale.ts';
import { sizeOf, type MeterCommitment, type SpendCommitment } from './meter-commitment.ts';
import type { UsageMeter } from './usage-meter.ts';

export interface CoverInput {
  readonly meters: readonly UsageMeter[];
  readonly commitments: readonly MeterCommitment[];
  /** First hours of the buckets (months of the plan), ascending, and last the end. Other hours are left out. */
  readonly bucketBounds: readonly number[];
}

/** A stretch of pairs applied together: what a commitment does for its owner, or for the others. */
interface CoverPass {
  readonly commitment: number;
  readonly firstPair: number;
  readonly endPair: number;
}

/** Everything of `cover` that does not depend on how much is committed. Pairs are (commitment, meter) it may cover. */
export interface PreparedCover {
  readonly secondsByMeter: readonly Float64Array[];
  readonly commitments: readonly MeterCommitment[];
  readonly bucketBounds: readonly number[];
  /** Sizes of the commitments as given. */
  readonly sizes: Float64Array;
  /** In the order they are applied in every hour. */
  readonly passes: readonly CoverPass[];
  /** Where the pairs of each commitment begin, and last the end. */
  readonly firstPairs: Int32Array;
  readonly commitmentOfPair: Int32Array;
  readonly meterOfPair: Int32Array;
  /** What a full hour of one node of the meter takes: normalised units, or an amount at the plan's rate. */
  readonly sizePerHourOfPair: Float64Array;
  readonly stepsPerSecondOfMeter: Float64Array;
}

interface Pair {
  readonly meter: number;
  readonly sizePerHour: number;
}

const savingOf = ({ planPerHour, onDemandPerHour }: SpendCommitment['meters'][number]): number => 1 - planPerHour / onDemandPerHour;

const pairsOf = (commitment: MeterCommitment): Pair[] => {
  if (commitment.kind === 'unit') {
    return commitment.meters.map(({ meter, unitsPerNode }) => ({ meter, sizePerHour: unitsPerNode }));
  }
  return [...commitment.meters]
    .sort((a, b) => savingOf(b) - savingOf(a) || a.planPerHour - b.planPerHour)
    .map(({ meter, planPerHour }) => ({ meter, sizePerHour: planPerHour }));
};

const checkedTotal = ({ secondsByHour }: UsageMeter): number => {
  let total = 0;
  for (const seconds of secondsByHour) {
    if (!(seconds >= 0) || seconds !== Math.floor(seconds)) throw new Error(`${seconds} is not a whole number of seconds`);
    total += seconds;
  }
  return total;
};

const checkBounds = (bounds: readonly number[], hourCount: number): void => {
  let previous = -1;
  for (const bound of bounds) {
    if (!Number.isInteger(bound) || bound <= previous || bound > hourCount) throw new Error('buckets are ascending hours of the plan');
    previous = bound;
  }
};

/**
 * Orders what `cover` does in every hour: by rank; within a rank each commitment first for its owner, in the order
 * given, then each shared one for the other accounts. Throws on seconds that are not whole, series of unequal length,
 * sizes or weights that are negative, and on a meter twice in a commitment.
 */
export const prepareCover = ({ meters, commitments, bucketBounds }: CoverInput): PreparedCover => {
  const hourCount = meters[0]?.secondsByHour.length ?? Infinity;
  if (meters.some(({ secondsByHour }) => secondsByHour.length !== hourCount)) throw new Error('meters of unequal length');
  checkBounds(bucketBounds, hourCount);

  const pairs: (Pair & { readonly commitment: number })[] = [];
  const firstPairs: number[] = [];
  const ownPasses: CoverPass[] = [];
  const sharedPasses: CoverPass[] = [];
  commitments.forEach((commitment, index) => {
    const all = pairsOf(commitment).map(pair => ({ ...pair, commitment: index }));
    if (new Set(all.map(({ meter }) => meter)).size < all.length) throw new Error('a meter stands twice in a commitment');
    for (const { meter, sizePerHour } of all) {
      if (!meters[meter] || !(sizePerHour >= 0)) throw new Error('a commitment names no meter, or a negative weight');
    }
    if (!(sizeOf(commitment) >= 0)) throw new Error('a commitment of negative size');
    const isOwn = ({ meter }: Pair): boolean => meters[meter]?.account === commitment.account;
    firstPairs.push(pairs.length);
    const own = all.filter(isOwn);
    const others = commitment.isShared ? all.filter(pair => !isOwn(pair)) : [];
    ownPasses.push({ commitment: index, firstPair: pairs.length, endPair: pairs.length + own.length });
    pairs.push(...own);
    sharedPasses.push({ commitment: index, firstPair: pairs.length, endPair: pairs.length + others.length });
    pairs.push(...others);
  });
  firstPairs.push(pairs.length);

  const rankOf = ({ commitment }: CoverPass): number => commitments[commitment]?.rank ?? 0;
  return {
    secondsByMeter: meters.map(({ secondsByHour }) => secondsByHour),
    commitments,
    bucketBounds,
    sizes: Float64Array.from(commitments, sizeOf),
    // Sorting is stable: own before shared, each in the order given.
    passes: [...ownPasses, ...sharedPasses].filter(pass => pass.firstPair < pass.endPair).sort((a, b) => rankOf(a) - rankOf(b)),
    firstPairs: Int32Array.from(firstPairs),
    commitmentOfPair: Int32Array.from(pairs, ({ commitment }) => commitment),
    meterOfPair: Int32Array.from(pairs, ({ meter }) => meter),
    sizePerHourOfPair: Float64Array.from(pairs, ({ sizePerHour }) => sizePerHour),
    stepsPerSecondOfMeter: Float64Array.from(meters, meter => stepsPerSecond(checkedTotal(meter))),
  };
};
