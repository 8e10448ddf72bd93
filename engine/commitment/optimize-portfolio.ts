import { makeLinearProgram, type LinearProgram } from '../numeric/simplex/linear-program.ts';
import { portfolioParts } from './portfolio-parts.ts';
import { portfolioBound, type WeightedCut } from './portfolio-bound.ts';
import { ratePortfolio } from './portfolio-cut.ts';
import { preparePortfolio, type Portfolio, type PreparedPortfolio } from './portfolio.ts';

/** Sizes of the options, what they cost, and how far at most that is from the best there could be. */
export interface PortfolioOptimum {
  /** By option: normalised units, or an amount per hour. */
  readonly sizes: Float64Array;
  /** As the provider's own order bills it. */
  readonly cost: number;
  /** No sizes within the limits cost less. */
  readonly lowerBound: number;
  /** `(cost - lowerBound) / cost`; 0 of nothing. */
  readonly gap: number;
  readonly costOfDoingNothing: number;
  /** Of the whole, or of its parts. */
  readonly ratings: number;
}

/** The gap at which an answer counts as the best. */
const closedGap = 5e-9;
/** Hours are bounded in so many groups: more cuts of a rating, fewer ratings. */
const groupLimit = 6;
/** How far a point to be rated stays with the best one known, instead of following the cuts. */
const caution = 0.7;
/** Ratings without progress after which caution ends, and at most at all. */
const patience = 8;
const mostRatings = 300;

/**
 * Cheapest sizes of commitments that share usage, by cutting planes (Kelley 1960) between the best point known and the
 * one the cuts propose (in-out, Ben-Ameur and Neto 2007). Every rating is the provider's waterfall itself, so what is
 * found is what will be billed; every cut holds for all sizes, so the bound is certain. Where the provider's order is
 * the cheapest use of the commitments (one spend plan above commitments of single meters, nested scopes) the gap closes;
 * where it is not, the gap says how much the answer could miss. [EQ-OPT-5] to [EQ-OPT-7]
 */
export const optimizePortfolio = (portfolio: Portfolio): PortfolioOptimum => optimizePrepared(preparePortfolio(portfolio));

/** Parts that share no usage are found one by one, unless one budget is for all of them. */
export const optimizePrepared = (prepared: PreparedPortfolio): PortfolioOptimum => {
  const { options, feePerSize, costOfDoingNothing, upfrontBudget } = prepared;
  const parts = upfrontBudget === undefined ? portfolioParts(prepared) : [];
  if (parts.length < 2) return optimizeConnected(prepared);
  const sizes = Float64Array.from(options, ({ leastSize }) => leastSize);
  // What covers nothing is bought no more than it must be, and is paid.
  const unused = options.reduce((total, { commitment, leastSize }, option) =>
    total + (commitment.meters.length === 0 ? leastSize * (feePerSize[option] as number) : 0), 0);
  let [cost, lowerBound, ratings] = [unused, unused, 0];
  for (const part of parts) {
    const found = optimizeConnected(preparePortfolio(part.portfolio));
    part.options.forEach((option, place) => (sizes[option] = found.sizes[place] as number));
    cost += found.cost;
    lowerBound += found.lowerBound;
    ratings += found.ratings;
  }
  const gap = cost > 0 ? Math.max(0, cost - lowerBound) / cost : 0;
  return { sizes, cost, lowerBound, gap, costOfDoingNothing, ratings };
};

const optimizeConnected = (prepared: PreparedPortfolio): PortfolioOptimum => {
  const { options, costOfDoingNothing } = prepared;
  const groupCount = Math.max(1, Math.min(groupLimit, prepared.hourCount));
  const master = makeMaster(prepared, groupCount);
  const known: Omit<WeightedCut, 'weight'>[] = [];
  let point = Float64Array.from(options, ({ leastSize }) => leastSize);
  let best = { sizes: point, cost: Infinity };
  let lowerBound = 0;
  let ratings = 0;
  let idle = 0;
  const gapNow = (): number => (best.cost > 0 ? Math.max(0, best.cost - lowerBound) / best.cost : 0);
  while (ratings < mostRatings) {
    const rating = ratePortfolio(prepared, point, groupCount);
    ratings += 1;
    if (rating.cost < best.cost) best = { sizes: point, cost: rating.cost };
    rating.cuts.forEach((cut, group) => {
      known.push({ cut, group });
      master.addCut(cut.constant, cut.slopes, group);
    });
    const { proposal, weights, budgetPrice } = master.solve();
    const before = gapNow();
    const weighted = known.map((each, index) => ({ ...each, weight: weights[index] as number }));
    lowerBound = Math.max(lowerBound, portfolioBound(prepared, weighted, budgetPrice));
    const gap = gapNow();
    if (gap <= closedGap) break;
    idle = gap < before * 0.99 ? 0 : idle + 1;
    if (idle > 2 * patience) break;
    const share = idle > patience ? 0 : caution;
    const centre = best.sizes;
    point = proposal.map((size, option) => share * (centre[option] as number) + (1 - share) * size);
  }
  return { ...best, lowerBound, gap: gapNow(), costOfDoingNothing, ratings };
};

interface Master {
  addCut(constant: number, slopes: Float64Array, group: number): void;
  solve(): { readonly proposal: Float64Array; readonly weights: Float64Array; readonly budgetPrice: number };
}

/** What the cuts know: cheapest fees plus bounds of the on-demand cost of each group, in shares of doing nothing. */
const makeMaster = (prepared: PreparedPortfolio, groupCount: number): Master => {
  const { options, feePerSize, mostSizes, costOfDoingNothing, upfrontBudget } = prepared;
  const unit = costOfDoingNothing > 0 ? costOfDoingNothing : 1;
  // A size is counted in shares of its largest, so that all variables are of one magnitude.
  const scale = mostSizes.map(size => (size > 0 ? size : 1));
  const groups = new Array<number>(groupCount).fill(0);
  const program: LinearProgram = makeLinearProgram({
    costs: [...Array.from(feePerSize, (fee, option) => (fee * (scale[option] as number)) / unit), ...groups.map(() => 1)],
    lower: [...options.map(({ leastSize }, option) => leastSize / (scale[option] as number)), ...groups],
    upper: [...Array.from(mostSizes, (size, option) => size / (scale[option] as number)), ...groups.map(() => Infinity)],
  });
  const hasBudget = upfrontBudget !== undefined;
  if (hasBudget) {
    const upfront = options.map(({ upfrontPerSize }, option) => (upfrontPerSize * (scale[option] as number)) / unit);
    program.addRow({ coefficients: [...upfront, ...groups], atMost: upfrontBudget / unit });
  }
  return {
    addCut: (constant, slopes, group) => {
      const coefficients = new Float64Array(options.length + groupCount);
      slopes.forEach((slope, option) => (coefficients[option] = (-slope * (scale[option] as number)) / unit));
      coefficients[options.length + group] = 1;
      program.addRow({ coefficients, atLeast: constant / unit });
    },
    solve: () => {
      const solution = program.solve();
      // Sizes are bounded and costs are not negative: only a budget too small for what is held leaves no point.
      if (solution.status !== 'optimal') throw new RangeError('no sizes keep to the limits');
      const { x, rowDuals } = solution;
      return {
        proposal: Float64Array.from(options, (_, option) => (x[option] as number) * (scale[option] as number)),
        weights: hasBudget ? rowDuals.subarray(1) : rowDuals,
        budgetPrice: hasBudget ? -(rowDuals[0] as number) : 0,
      };
    },
  };
};
