import { cover, type CoverResult } from '../pricing/cover/cover.ts';
import { secondsPerHour } from '../quantity/conversion.ts';
import type { PreparedPortfolio } from './portfolio.ts';

/** A bound on the cost of usage in one group of hours that holds for every size: `cost >= constant + slopes * sizes`. */
export interface PortfolioCut {
  readonly constant: number;
  /** By option; never above zero. Without the fee. */
  readonly slopes: Float64Array;
}

export interface PortfolioRating {
  /** Fees of all options and on-demand cost of what they leave, as `cover` leaves it. */
  readonly cost: number;
  /** On-demand cost by group of hours. */
  readonly onDemandByGroup: Float64Array;
  /** One for each group of hours. */
  readonly cuts: readonly PortfolioCut[];
  readonly cover: CoverResult;
}

/**
 * Rates sizes as the provider bills them, and bounds from below what any other sizes could cost.
 *
 * In each hour the free assignment of usage to commitments is a linear program whose dual gives, for any worth m >= 0 of
 * one unit of each commitment, the bound  sum of U_i min(p_i, r_ik m_k) - sum of m_k S_k  [EQ-OPT-6]. The worths are
 * read off the provider's own order, last commitment first: a unit more of one that is exhausted could cover usage it left
 * over, and is worth the most that any of it costs now: on demand, or the worth of what it frees in the commitment that
 * covers it. Where the provider's order is the best one the bound is the cost itself; where it is not, it still holds.
 */
export const ratePortfolio = (prepared: PreparedPortfolio, sizes: Float64Array, groupCount: number): PortfolioRating => {
  const { meters, options, hourCount, feePerSize } = prepared;
  const { passes, firstPairs, meterOfPair, sizePerHourOfPair, secondsByMeter } = prepared.cover;
  const result = cover(prepared.cover, sizes);
  const { remainderSeconds, coveredSeconds } = result;
  const meterCount = meters.length;
  const optionCount = options.length;
  const pairCount = meterOfPair.length;
  const prices = Float64Array.from(meters, ({ onDemandPerHour }) => onDemandPerHour);
  const firstHours = Int32Array.from(options, ({ commitment }) => Math.max(0, commitment.hours[0]));
  const endHours = Int32Array.from(options, ({ commitment }) => Math.min(hourCount, commitment.hours[1]));

  const onDemandByGroup = new Float64Array(groupCount);
  const constants = new Float64Array(groupCount);
  const slopes = new Float64Array(groupCount * optionCount);
  const worth = new Float64Array(optionCount);
  const left = new Float64Array(meterCount);
  const marginal = new Float64Array(meterCount);

  for (let hour = 0; hour < hourCount; hour += 1) {
    const group = Math.floor((hour * groupCount) / hourCount);
    const meterBase = hour * meterCount;
    const pairBase = hour * pairCount;
    let onDemand = 0;
    for (let meter = 0; meter < meterCount; meter += 1) {
      const seconds = remainderSeconds[meterBase + meter] as number;
      left[meter] = seconds;
      marginal[meter] = prices[meter] as number;
      onDemand += seconds * (prices[meter] as number);
    }
    worth.fill(0);
    for (let pass = passes.length - 1; pass >= 0; pass -= 1) {
      const { commitment, firstPair, endPair } = passes[pass] as (typeof passes)[number];
      if (hour < (firstHours[commitment] as number) || hour >= (endHours[commitment] as number)) continue;
      for (let pair = firstPair; pair < endPair; pair += 1) {
        const meter = meterOfPair[pair] as number;
        if ((left[meter] as number) === 0) continue;
        const value = (marginal[meter] as number) / (sizePerHourOfPair[pair] as number);
        if (value > (worth[commitment] as number)) worth[commitment] = value;
      }
      for (let pair = firstPair; pair < endPair; pair += 1) {
        const covered = coveredSeconds[pairBase + pair] as number;
        if (covered === 0) continue;
        const meter = meterOfPair[pair] as number;
        if (left[meter] === 0) marginal[meter] = (sizePerHourOfPair[pair] as number) * (worth[commitment] as number);
        left[meter] = (left[meter] as number) + covered;
      }
    }
    // What each usage is worth to the bound: on demand, or with whichever commitment is worth least.
    for (let meter = 0; meter < meterCount; meter += 1) marginal[meter] = prices[meter] as number;
    for (let option = 0; option < optionCount; option += 1) {
      if (hour < (firstHours[option] as number) || hour >= (endHours[option] as number)) continue;
      const value = worth[option] as number;
      const slope = group * optionCount + option;
      slopes[slope] = (slopes[slope] as number) - value;
      for (let pair = firstPairs[option] as number; pair < (firstPairs[option + 1] as number); pair += 1) {
        const meter = meterOfPair[pair] as number;
        const price = value * (sizePerHourOfPair[pair] as number);
        if (price < (marginal[meter] as number)) marginal[meter] = price;
      }
    }
    let constant = 0;
    for (let meter = 0; meter < meterCount; meter += 1) {
      constant += ((secondsByMeter[meter] as Float64Array)[hour] as number) * (marginal[meter] as number);
    }
    constants[group] = (constants[group] as number) + constant / secondsPerHour;
    onDemandByGroup[group] = (onDemandByGroup[group] as number) + onDemand / secondsPerHour;
  }

  let cost = 0;
  for (let option = 0; option < optionCount; option += 1) cost += (feePerSize[option] as number) * (sizes[option] as number);
  for (const onDemand of onDemandByGroup) cost += onDemand;
  const cuts = Array.from(constants, (constant, group) =>
    ({ constant, slopes: slopes.subarray(group * optionCount, (group + 1) * optionCount) }));
  return { cost, onDemandByGroup, cuts, cover: result };
};
