import { RandomStream } from '../numeric/random/random-stream.ts';
import { bestOrderBySubsets, mostBySubsets } from './exit-subsets.ts';

/** A workload that one team moves: months from the first day of the plan, amounts a month. */
export interface ExitWork {
  readonly name: string;
  /** Months the team works on it; it works on one at a time. */
  readonly workMonths: number;
  readonly stayPerMonth: number;
  readonly goPerMonth: number;
  /** Part of what staying costs that is due until `committedUntil`, whether it is used or not. */
  readonly committedPerMonth: number;
  readonly committedUntil: number;
  /** It leaves not before this month. */
  readonly notBefore: number;
  /** Place in the list of the workload that must be moved first; null: none. */
  readonly after: number | null;
}

export interface ExitOrderPlan {
  /** Places in the list, in the order in which the team works. */
  readonly order: readonly number[];
  /** Of all workloads to the end of the plan. */
  readonly cost: number;
}

export interface ExitOrder extends ExitOrderPlan {
  /** No order costs less. Equal to the cost where the search is exact. */
  readonly lowerBound: number;
  readonly isExact: boolean;
}

/** Cost to month `months` when it leaves in month `leaves`: the old place till then, the new one after, and what stays due. [EQ-SWC-7] */
const costOfLeaving = ({ stayPerMonth, goPerMonth, committedPerMonth, committedUntil }: ExitWork, leaves: number, months: number): number =>
  leaves >= months
    ? stayPerMonth * months
    : stayPerMonth * leaves + goPerMonth * (months - leaves) + committedPerMonth * Math.max(0, Math.min(committedUntil, months) - leaves);

/**
 * The best month to leave once the work is done: at once, when the commitment ends, or never (the end of the plan). What is
 * ready waits without the team. [EQ-SWC-8]
 */
export const bestLeave = (work: ExitWork, done: number, months: number): number => {
  const atOnce = Math.min(months, Math.max(done, work.notBefore));
  const atEnd = Math.max(atOnce, Math.min(work.committedUntil, months));
  // Of equal costs the day on which nothing is due unused, whatever rounding says.
  const first = costOfLeaving(work, atEnd, months) <= costOfLeaving(work, atOnce, months) * (1 + 1e-12) ? atEnd : atOnce;
  return costOfLeaving(work, months, months) < costOfLeaving(work, first, months) ? months : first;
};

/** Cost of a workload whose work is done in month `done`: never falls when it is done later. */
export const costWhenDone = (work: ExitWork, done: number, months: number): number => {
  const atOnce = Math.min(months, Math.max(done, work.notBefore));
  const atEnd = Math.max(atOnce, Math.min(work.committedUntil, months));
  return Math.min(costOfLeaving(work, atOnce, months), costOfLeaving(work, atEnd, months), work.stayPerMonth * months);
};

export const costOfOrder = (works: readonly ExitWork[], order: readonly number[], months: number): number => {
  let [done, cost] = [0, 0];
  for (const place of order) {
    const work = works[place] as ExitWork;
    done += work.workMonths;
    cost += costWhenDone(work, done, months);
  }
  return cost;
};

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

/** An order with the month in which the work on each is done. */
interface Working {
  readonly order: number[];
  readonly done: Float64Array;
}

/**
 * Moves the workload at a place to where it costs least, step by step past its neighbours, as far as what waits for what
 * allows; answers what that saves. Passing a neighbour only changes when the two are done.
 */
const moveToBest = (works: readonly ExitWork[], { order, done }: Working, from: number, months: number): number => {
  const place = order[from] as number;
  const own = works[place] as ExitWork;
  const costAt = (month: number): number => costWhenDone(own, month, months);
  let [best, bestAt] = [0, from];
  for (const step of [1, -1]) {
    let [month, others] = [done[from] as number, 0];
    const before = costAt(month);
    for (let at = from + step; at >= 0 && at < order.length; at += step) {
      const neighbor = works[order[at] as number] as ExitWork;
      if (step > 0 ? neighbor.after === place : own.after === order[at]) break;
      const neighborDone = done[at] as number;
      others += costWhenDone(neighbor, neighborDone - step * own.workMonths, months) - costWhenDone(neighbor, neighborDone, months);
      month += step * neighbor.workMonths;
      const change = costAt(month) - before + others;
      if (change < best) [best, bestAt] = [change, at];
    }
  }
  order.splice(bestAt, 0, ...order.splice(from, 1));
  return -best;
};

const timesOf = (works: readonly ExitWork[], order: readonly number[]): Float64Array => {
  let done = 0;
  return Float64Array.from(order, place => (done += (works[place] as ExitWork).workMonths));
};

/** The order with a workload further ahead, and with it all that it waits for and would pass. */
const broughtForward = (works: readonly ExitWork[], order: readonly number[], from: number, to: number): number[] => {
  const wanted = new Set([order[from] as number]);
  for (let at = from; at >= to; at -= 1) {
    const place = order[at] as number;
    const { after } = works[place] as ExitWork;
    if (wanted.has(place) && after !== null) wanted.add(after);
  }
  const span = order.slice(to, from + 1);
  const [forward, passed] = [span.filter(place => wanted.has(place)), span.filter(place => !wanted.has(place))];
  return [...order.slice(0, to), ...forward, ...passed, ...order.slice(from + 1)];
};

/** A cheaper order in which one workload comes forward with what it waits for; null: there is none. */
const betterWithChain = (works: readonly ExitWork[], order: readonly number[], cost: number, months: number): readonly number[] | null => {
  for (let from = 1; from < order.length; from += 1) {
    if ((works[order[from] as number] as ExitWork).after === null) continue;
    for (let to = 0; to < from; to += 1) {
      const changed = broughtForward(works, order, from, to);
      if (costOfOrder(works, changed, months) < cost) return changed;
    }
  }
  return null;
};

/** Until no workload is better at another place, alone or with what it waits for. */
const improve = (works: readonly ExitWork[], start: readonly number[], months: number): ExitOrderPlan => {
  let order = [...start];
  const least = 1e-9 * Math.abs(costOfOrder(works, order, months));
  for (;;) {
    let saved = 0;
    for (const place of works.keys()) saved += moveToBest(works, { order, done: timesOf(works, order) }, order.indexOf(place), months);
    if (saved > least) continue;
    const cost = costOfOrder(works, order, months);
    const changed = betterWithChain(works, order, cost - least, months);
    if (!changed) return { order, cost };
    order = [...changed];
  }
};

const kicks = 40;
const movesOfKick = 4;

/** Takes some workloads out and puts them elsewhere, at random, where what waits for what allows. */
const kicked = (works: readonly ExitWork[], start: readonly number[], random: RandomStream): readonly number[] => {
  let order = start;
  for (let move = 0; move < movesOfKick; move += 1) {
    const [from, to] = [Math.floor(random.uniform() * works.length), Math.floor(random.uniform() * works.length)];
    const place = order[from] as number;
    const changed = order.filter(other => other !== place);
    changed.splice(to, 0, place);
    const passed = order.slice(Math.min(from, to), Math.max(from, to) + 1);
    const isAllowed = to > from ? passed.every(other => works[other]?.after !== place) : !passed.includes(works[place]?.after ?? -1);
    if (isAllowed) order = changed;
  }
  return order;
};

/**
 * The order in which one team should move workloads so that staying, going and commitments nobody uses cost least to the
 * end of the plan. Exact for up to `mostBySubsets` workloads; beyond, the best of earliest expiry, most saving for the work
 * and kicked orders, each improved until no workload is better anywhere else, with the bound beside it. Throws when they
 * wait for each other in a circle.
 */
export const findExitOrder = (works: readonly ExitWork[], months: number, seed = 1): ExitOrder => {
  const byExpiry = expiryFirst(works);
  if (works.length <= mostBySubsets) {
    const best = bestOrderBySubsets(works, months, costWhenDone);
    return { ...best, lowerBound: best.cost, isExact: true };
  }
  const saving = ({ stayPerMonth, goPerMonth, workMonths }: ExitWork): number => (goPerMonth - stayPerMonth) / Math.max(workMonths, 1e-9);
  let best = improve(works, byExpiry, months);
  const consider = (order: readonly number[]): void => {
    const found = improve(works, order, months);
    if (found.cost < best.cost) best = found;
  };
  consider(orderBy(works, saving));
  const random = new RandomStream(seed, 0);
  for (let kick = 0; kick < kicks; kick += 1) consider(kicked(works, best.order, random));
  return { ...best, lowerBound: Math.min(best.cost, exitOrderBound(works, months)), isExact: false };
};
