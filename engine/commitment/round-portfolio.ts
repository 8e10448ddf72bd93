import { cover } from '../pricing/cover/cover.ts';
import { secondsPerHour } from '../quantity/conversion.ts';
import type { PortfolioOptimum } from './optimize-portfolio.ts';
import { portfolioParts } from './portfolio-parts.ts';
import { preparePortfolio, type PreparedPortfolio } from './portfolio.ts';
import { nextDown, nextUp, stepsDown, stepsUp, type SoldIn } from './whole-steps.ts';

/** Sizes that can be bought, and what they cost beside the best in fractions. */
export interface BuyableSizes {
  readonly sizes: Float64Array;
  readonly cost: number;
  /** `cost` less what the optimum in fractions costs; below zero where the search went past an optimum not proven. */
  readonly costOfRounding: number;
  /** No sizes, whole or not, cost less. */
  readonly lowerBound: number;
}

const negligible = 1e-12;
/** Rounds over all options; each ends sooner when nothing saves. */
const mostRounds = 20;

/** Fees and on-demand cost of sizes as the provider bills them. */
export const portfolioCost = (prepared: PreparedPortfolio, sizes: Float64Array): number => {
  const { meters, feePerSize, hourCount } = prepared;
  const { remainderSeconds } = cover({ ...prepared.cover, bucketBounds: [0, hourCount] }, sizes);
  let cost = sizes.reduce((total, size, option) => total + size * (feePerSize[option] as number), 0);
  meters.forEach(({ onDemandPerHour }, meter) => {
    cost += ((remainderSeconds[meter] ?? 0) / secondsPerHour) * onDemandPerHour;
  });
  return cost;
};

/**
 * Rounds every size to what is sold, then takes a step more or less of each while that saves; part by part where no usage
 * and no budget is shared. [EQ-OPT-10] Throws when no whole sizes keep to the limits.
 */
export const roundPortfolio = (prepared: PreparedPortfolio, optimum: PortfolioOptimum): BuyableSizes => {
  const parts = prepared.upfrontBudget === undefined ? portfolioParts(prepared) : [];
  const sizes = parts.length < 2 ? roundConnected(prepared, optimum.sizes) : optimum.sizes.slice();
  if (parts.length >= 2) {
    for (const { portfolio, options } of parts) {
      const whole = roundConnected(preparePortfolio(portfolio), Float64Array.from(options, option => optimum.sizes[option] as number));
      options.forEach((option, place) => (sizes[option] = whole[place] as number));
    }
  }
  const cost = portfolioCost(prepared, sizes);
  return { sizes, cost, costOfRounding: cost - optimum.cost, lowerBound: optimum.lowerBound };
};

const roundConnected = (prepared: PreparedPortfolio, fractions: Float64Array): Float64Array => {
  const { options, mostSizes, upfrontBudget = Infinity } = prepared;
  const soldIn = options.map(({ step, leastBought = 0 }): SoldIn => ({ step, least: leastBought }));
  const isAllowed = (tried: Float64Array): boolean => {
    const upfront = tried.reduce((total, size, option) => total + size * (options[option]?.upfrontPerSize ?? 0), 0);
    return (
      upfront <= upfrontBudget * (1 + negligible) &&
      options.every(({ leastSize, mostSize, mostCoverage = 1 }, option) => {
        const size = tried[option] as number;
        // Whole steps may go past the largest hour, but not past a limit.
        const limit = mostCoverage < 1 ? (mostSizes[option] as number) : mostSize;
        return size >= leastSize * (1 - negligible) && size <= limit * (1 + negligible);
      })
    );
  };
  // What is held keeps its size, whatever it was sold in.
  const isHeld = ({ leastSize, mostSize }: PreparedPortfolio['options'][number]): boolean => leastSize === mostSize;
  let sizes = fractions.map((size, option) => {
    const { leastSize } = options[option] as PreparedPortfolio['options'][number];
    if (isHeld(options[option] as PreparedPortfolio['options'][number])) return leastSize;
    const down = stepsDown(size, soldIn[option] as SoldIn);
    return down >= leastSize ? down : stepsUp(leastSize, soldIn[option] as SoldIn);
  });
  if (!isAllowed(sizes)) throw new RangeError('no whole sizes keep to the limits');
  let cost = portfolioCost(prepared, sizes);
  const consider = (option: number, size: number): boolean => {
    const tried = sizes.slice();
    tried[option] = size;
    if (size === sizes[option] || !isAllowed(tried)) return false;
    const other = portfolioCost(prepared, tried);
    if (other >= cost - negligible * Math.max(1, cost)) return false;
    sizes = tried;
    cost = other;
    return true;
  };
  for (let round = 0, isBetter = true; round < mostRounds && isBetter; round += 1) {
    isBetter = false;
    options.forEach((option, index) => {
      if (isHeld(option)) return;
      const size = sizes[index] as number;
      const sold = soldIn[index] as SoldIn;
      if (consider(index, nextUp(size, sold)) || consider(index, nextDown(size, sold))) isBetter = true;
    });
  }
  return sizes;
};
