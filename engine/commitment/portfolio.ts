import type { MeterCommitment } from '../pricing/cover/meter-commitment.ts';
import { prepareCover, type PreparedCover } from '../pricing/cover/prepare-cover.ts';
import type { UsageMeter } from '../pricing/cover/usage-meter.ts';
import { secondsPerHour } from '../quantity/conversion.ts';
import { levelOfCoverage, makeLoadDuration } from './load-duration.ts';

/** Usage that several commitments may pay for, and its contracted price without any. */
export interface PortfolioMeter extends UsageMeter {
  readonly onDemandPerHour: number;
}

/**
 * A commitment whose size is to be found: normalised units, or an amount per hour. One that is held already has its
 * size as least and most.
 */
export interface PortfolioOption {
  readonly id: string;
  /** How the provider applies it; the size stated there is not used. */
  readonly commitment: MeterCommitment;
  /** Paid in every hour it is live for each unit of size: for a savings plan 1. */
  readonly feePerHour: number;
  /** Due on the day of purchase for each unit of size. */
  readonly upfrontPerSize: number;
  readonly leastSize: number;
  /** Infinity: as much as could ever be used. */
  readonly mostSize: number;
  /** What it is sold in: whole nodes in normalised units, a block, 0.001 of an amount. */
  readonly step: number;
  /** The least that is sold, if any is bought; nothing when absent. The bound does not count on it. */
  readonly leastBought?: number;
  /** Share of the usage it may cover, 0 to 1, of which it covers no more. 1 when absent. [EQ-OPT-16] */
  readonly mostCoverage?: number;
}

export interface Portfolio {
  readonly meters: readonly PortfolioMeter[];
  readonly options: readonly PortfolioOption[];
  /** Largest sum of upfront fees; no limit when absent. */
  readonly upfrontBudget?: number;
}

/** Everything that does not depend on the sizes. */
export interface PreparedPortfolio extends Portfolio {
  /** Hour by hour. */
  readonly cover: PreparedCover;
  readonly hourCount: number;
  /** Hours of the portfolio in which each option is live, times its fee. */
  readonly feePerSize: Float64Array;
  readonly mostSizes: Float64Array;
  /** Everything on demand. */
  readonly costOfDoingNothing: number;
}

/** Throws on what no provider sells: a negative fee or step, least above most; and on what `prepareCover` throws on. */
export const preparePortfolio = (portfolio: Portfolio): PreparedPortfolio => {
  const { meters, options } = portfolio;
  const hourCount = meters[0]?.secondsByHour.length ?? 0;
  for (const { id, feePerHour, upfrontPerSize, leastSize, mostSize, step, leastBought = 0, mostCoverage = 1 } of options) {
    const isSold = feePerHour >= 0 && upfrontPerSize >= 0 && step > 0 && leastBought >= 0;
    if (!(isSold && leastSize >= 0 && leastSize <= mostSize && mostCoverage >= 0 && mostCoverage <= 1)) {
      throw new RangeError(`${id} is no commitment that is sold`);
    }
  }
  if (!meters.every(({ onDemandPerHour }) => onDemandPerHour >= 0)) throw new RangeError('a price is a number, 0 or more');
  const commitments = options.map(({ commitment }) => commitment);
  const bucketBounds = Array.from({ length: hourCount + 1 }, (_, hour) => hour);
  return {
    ...portfolio,
    cover: prepareCover({ meters, commitments, bucketBounds }),
    hourCount,
    feePerSize: Float64Array.from(options, ({ feePerHour, commitment }) => feePerHour * liveHours(commitment, hourCount)),
    mostSizes: Float64Array.from(options, option => largestSize(option, meters)),
    costOfDoingNothing: meters.reduce((total, { secondsByHour, onDemandPerHour }) =>
      total + (onDemandPerHour * secondsByHour.reduce((sum, seconds) => sum + seconds, 0)) / secondsPerHour, 0),
  };
};

const liveHours = ({ hours: [first, end] }: MeterCommitment, hourCount: number): number =>
  Math.max(0, Math.min(end, hourCount) - Math.max(first, 0));

/** The most worth buying: what the largest hour could draw, or what covers no more than the share that may be covered. */
const largestSize = (option: PortfolioOption, meters: readonly PortfolioMeter[]): number => {
  const { leastSize, mostSize, mostCoverage = 1 } = option;
  const drawn = drawnByHour(option, meters);
  const useful = mostCoverage < 1 && drawn.length > 0
    ? levelOfCoverage(makeLoadDuration(drawn), mostCoverage)
    : drawn.reduce((largest, size) => Math.max(largest, size), 0);
  return Math.min(mostSize, Math.max(leastSize, useful));
};

/** What usage could draw from it in each hour it is live. */
const drawnByHour = ({ commitment }: PortfolioOption, meters: readonly PortfolioMeter[]): Float64Array => {
  const hourCount = meters[0]?.secondsByHour.length ?? 0;
  const [first, end] = [Math.max(0, commitment.hours[0]), Math.min(commitment.hours[1], hourCount)];
  const pairs = commitment.kind === 'unit'
    ? commitment.meters.map(({ meter, unitsPerNode }) => ({ meter, sizePerHour: unitsPerNode }))
    : commitment.meters.map(({ meter, planPerHour }) => ({ meter, sizePerHour: planPerHour }));
  const drawn = new Float64Array(Math.max(0, end - first));
  for (const { meter, sizePerHour } of pairs) {
    const { secondsByHour } = meters[meter] as PortfolioMeter;
    for (let hour = first; hour < end; hour += 1) {
      drawn[hour - first] = (drawn[hour - first] as number) + ((secondsByHour[hour] as number) / secondsPerHour) * sizePerHour;
    }
  }
  return drawn;
};
