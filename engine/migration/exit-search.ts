import type { RandomStream } from '../numeric/random/random-stream.ts';
import { costOfOrder, costWhenDone, type ExitOrderPlan, type ExitWork } from './exit-work.ts';

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

/** Until no workload is better at another place; where `hasChains`, alone or with what it waits for: n^3 steps. */
export const improve = (works: readonly ExitWork[], start: readonly number[], months: number, hasChains: boolean): ExitOrderPlan => {
  let order = [...start];
  const least = 1e-9 * Math.abs(costOfOrder(works, order, months));
  for (;;) {
    let saved = 0;
    for (const place of works.keys()) saved += moveToBest(works, { order, done: timesOf(works, order) }, order.indexOf(place), months);
    if (saved > least) continue;
    const cost = costOfOrder(works, order, months);
    const changed = hasChains ? betterWithChain(works, order, cost - least, months) : null;
    if (!changed) return { order, cost };
    order = [...changed];
  }
};

const movesOfKick = 4;

/** Takes some workloads out and puts them elsewhere, at random, where what waits for what allows. */
export const kicked = (works: readonly ExitWork[], start: readonly number[], random: RandomStream): readonly number[] => {
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
