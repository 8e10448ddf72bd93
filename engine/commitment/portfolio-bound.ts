import type { PortfolioCut } from './portfolio-cut.ts';
import type { PreparedPortfolio } from './portfolio.ts';

/** A cut and the weight it has in the proof. */
export interface WeightedCut {
  readonly cut: PortfolioCut;
  readonly group: number;
  readonly weight: number;
}

/**
 * A cost no sizes within the limits go below, worked out from the cuts themselves and not from what a solver says
 * (Neumaier and Shcherbina 2004): any weights that make at most 1 in each group, and any price of the budget, bound the
 * cost by a sum that is linear in each size, so its least is at a bound of each. [EQ-OPT-7]
 */
export const portfolioBound = (prepared: PreparedPortfolio, cuts: readonly WeightedCut[], budgetPrice: number): number => {
  const { options, feePerSize, mostSizes, upfrontBudget } = prepared;
  const weightByGroup = new Map<number, number>();
  for (const { group, weight } of cuts) weightByGroup.set(group, (weightByGroup.get(group) ?? 0) + Math.max(0, weight));
  const price = upfrontBudget === undefined ? 0 : Math.max(0, budgetPrice);
  let bound = -price * (upfrontBudget ?? 0);
  const slopes = feePerSize.map((fee, option) => fee + price * (options[option]?.upfrontPerSize ?? 0));
  for (const { cut, group, weight } of cuts) {
    const share = Math.max(0, weight) / Math.max(1, weightByGroup.get(group) ?? 1);
    if (share === 0) continue;
    bound += share * cut.constant;
    for (let option = 0; option < slopes.length; option += 1) {
      slopes[option] = (slopes[option] as number) + share * (cut.slopes[option] as number);
    }
  }
  options.forEach(({ leastSize }, option) => {
    const slope = slopes[option] as number;
    bound += slope * (slope > 0 ? leastSize : (mostSizes[option] as number));
  });
  return bound;
};
