import { RandomStream } from '../numeric/random/random-stream.ts';
import { improve, kicked, polished } from './exit-search.ts';
import { bestOrderBySubsets, mostBySubsets } from './exit-subsets.ts';
import { costWhenDone, type ExitOrderPlan, type ExitWork } from './exit-work.ts';

export interface ExitOrder extends ExitOrderPlan {
  /** No order costs less. Equal to the cost where the search is exact. */
  readonly lowerBound: number;
  readonly isExact: boolean;
}

/** Workloads whose commitments end first go first, as far as what they wait for allows; the list's order among equal ones. */
export const expiryFirst = (works: readonly ExitWork[]): number[] =>
  orderBy(works, ({ committedPerMonth, committedUntil }) => (committedPerMonth > 0 ? committedUntil : 0));

/** The smallest key first, of those whose predecessor has been placed. */
const orderBy = (works: readonly ExitWork[], keyOf: (work: ExitWork) => number): number[] => {
  const left = new Set(works.keys());
  const order: number[] = [];
  while (left.size > 0) {
    const free = [...left].filter(place => !left.has(works[place]?.after ?? -1));
    if (free.length === 0) throw new Error('workloads wait for each other in a circle');
    const next = free.reduce((best, place) => (keyOf(works[place] as ExitWork) < keyOf(works[best] as ExitWork) ? place : best));
    order.push(next);
    left.delete(next);
  }
  return order;
};

/**
 * A bound for every order: each cost is taken for the straight line below it that begins where the work is done first, and
 * predecessors are forgotten; lines are best in the order of slope over work (Smith 1956). [EQ-SWC-9]
 */
export const exitOrderBound = (works: readonly ExitWork[], months: number): number => {
  const total = works.reduce((sum, { workMonths }) => sum + workMonths, 0);
  const lines = works.map(work => {
    const first = work.workMonths;
    const atFirst = costWhenDone(work, first, months);
    const slopes = [work.notBefore, work.committedUntil, months, total]
      .filter(month => month > first && month <= total)
      .map(month => (costWhenDone(work, month, months) - atFirst) / (month - first));
    return { work: first, atFirst, slope: Math.max(0, Math.min(...slopes, slopes.length > 0 ? Infinity : 0)) };
  });
  const urgency = ({ slope, work }: (typeof lines)[number]): number => (work === 0 ? Number.MAX_VALUE : slope / work);
  lines.sort((a, b) => urgency(b) - urgency(a));
  let [done, bound] = [0, 0];
  for (const { work, atFirst, slope } of lines) {
    done += work;
    bound += atFirst + slope * (done - work);
  }
  return bound;
};

const mostKicks = 160;
/** Workloads a kick moves: few, so that most of what was found stays. */
const movesOfKicks = [2, 3, 4];
/** Steps that all kicks may take together, n^3 each. */
const kickSteps = 1.1e7;

/**
 * The order in which one team should move workloads so that staying, going and commitments nobody uses cost least to the
 * end of the plan. Exact for up to `mostBySubsets` workloads; beyond, the best of earliest expiry, most saving for the work
 * and kicked orders (fewer the more workloads there are), each improved until no workload is better anywhere else and no few
 * neighbours in another order, with the bound beside it. Throws when they wait for each other in a circle.
 */
export const findExitOrder = (works: readonly ExitWork[], months: number, seed = 1): ExitOrder => {
  const byExpiry = expiryFirst(works);
  if (works.length <= mostBySubsets) {
    const best = bestOrderBySubsets(works, months);
    return { ...best, lowerBound: best.cost, isExact: true };
  }
  const saving = ({ stayPerMonth, goPerMonth, workMonths }: ExitWork): number => (goPerMonth - stayPerMonth) / Math.max(workMonths, 1e-9);
  // Beyond some 150 workloads the steps of n^3 would take seconds each.
  const kicks = Math.min(mostKicks, Math.floor(kickSteps / works.length ** 3));
  const isThorough = kicks > 2;
  const improved = (order: readonly number[]): ExitOrderPlan => polished(works, improve(works, order, months, isThorough), months);
  let best = improved(byExpiry);
  const consider = (order: readonly number[]): void => {
    const found = improved(order);
    if (found.cost < best.cost) best = found;
  };
  consider(orderBy(works, saving));
  const random = new RandomStream(seed, 0);
  for (let kick = 0; kick < kicks; kick += 1) {
    const moves = movesOfKicks[kick % movesOfKicks.length] as number;
    consider(kicked(works, best.order, moves, random));
  }
  return { ...best, lowerBound: Math.min(best.cost, exitOrderBound(works, months)), isExact: false };
};
