import type { RandomStream } from '../numeric/random/random-stream.ts';
import { bestOrderBySubsets } from './exit-subsets.ts';
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

/** Part of an order, from a place on, put in another order. */
interface Change {
  readonly from: number;
  readonly span: readonly number[];
}

/** A workload goes further ahead, and with it all that it waits for and would pass. */
const broughtForward = (works: readonly ExitWork[], order: readonly number[], from: number, to: number): Change => {
  const wanted = new Set([order[from] as number]);
  for (let at = from; at >= to; at -= 1) {
    const place = order[at] as number;
    const { after } = works[place] as ExitWork;
    if (wanted.has(place) && after !== null) wanted.add(after);
  }
  const span = order.slice(to, from + 1);
  return { from: to, span: [...span.filter(place => wanted.has(place)), ...span.filter(place => !wanted.has(place))] };
};

/** A workload goes further behind, and with it all that waits for it and would be passed. */
const putBack = (works: readonly ExitWork[], order: readonly number[], from: number, to: number): Change => {
  const held = new Set([order[from] as number]);
  const span = order.slice(from, to + 1);
  for (const place of span) if (held.has((works[place] as ExitWork).after ?? -1)) held.add(place);
  return { from, span: [...span.filter(place => !held.has(place)), ...span.filter(place => held.has(place))] };
};

const isAllowed = (works: readonly ExitWork[], span: readonly number[]): boolean =>
  span.every((place, at) => !span.includes((works[place] as ExitWork).after ?? -1, at + 1));

/** What may be changed beyond one workload alone: one with what it waits for or what waits for it, and two that change places. */
function* changesOf(works: readonly ExitWork[], order: readonly number[]): Generator<Change> {
  for (const [from, place] of order.entries()) {
    if ((works[place] as ExitWork).after !== null) for (let to = 0; to < from; to += 1) yield broughtForward(works, order, from, to);
    const isAwaited = works.some(({ after }) => after === place);
    if (isAwaited) for (let to = from + 1; to < order.length; to += 1) yield putBack(works, order, from, to);
    for (let to = from + 2; to < order.length; to += 1) {
      yield { from, span: [order[to] as number, ...order.slice(from + 1, to), place] };
    }
  }
}

/** A cheaper order by one such change; null: there is none. */
const betterByChange = (works: readonly ExitWork[], order: readonly number[], least: number, months: number): readonly number[] | null => {
  const done = timesOf(works, order);
  // Cost of all that stands before a place
  const before = new Float64Array(order.length + 1);
  for (const [at, place] of order.entries()) {
    before[at + 1] = (before[at] as number) + costWhenDone(works[place] as ExitWork, done[at] as number, months);
  }
  for (const { from, span } of changesOf(works, order)) {
    const start = from === 0 ? 0 : (done[from - 1] as number);
    const now = (before[from + span.length] as number) - (before[from] as number);
    if (costOfOrder(works, span, months, start) < now - least && isAllowed(works, span)) {
      return [...order.slice(0, from), ...span, ...order.slice(from + span.length)];
    }
  }
  return null;
};

/** Until no workload is better at another place; where `isThorough`, alone, with what waits, or in turn with another: n^3 steps. */
export const improve = (works: readonly ExitWork[], start: readonly number[], months: number, isThorough: boolean): ExitOrderPlan => {
  let order = [...start];
  const least = 1e-9 * Math.abs(costOfOrder(works, order, months));
  for (;;) {
    let saved = 0;
    for (const place of works.keys()) saved += moveToBest(works, { order, done: timesOf(works, order) }, order.indexOf(place), months);
    if (saved > least) continue;
    const cost = costOfOrder(works, order, months);
    const changed = isThorough ? betterByChange(works, order, least, months) : null;
    if (!changed) return { order, cost };
    order = [...changed];
  }
};

/** Neighbours that are put into their best order together. */
const windowLength = 8;

/** Every few neighbours in their best order, again and again until none is better: what is done before and after them stays. */
export const polished = (works: readonly ExitWork[], { order: start, cost: startCost }: ExitOrderPlan, months: number): ExitOrderPlan => {
  const order = [...start];
  const least = 1e-9 * Math.abs(startCost);
  for (let saved = Infinity; saved > least;) {
    saved = 0;
    let done = 0;
    for (let from = 0; from + windowLength <= order.length; from += 1) {
      const window = order.slice(from, from + windowLength);
      const placeOf = new Map(window.map((place, at) => [place, at]));
      const inWindow = window.map((place): ExitWork => {
        const work = works[place] as ExitWork;
        return { ...work, after: placeOf.get(work.after ?? -1) ?? null };
      });
      const before = costOfOrder(inWindow, [...inWindow.keys()], months, done);
      const best = bestOrderBySubsets(inWindow, months, done);
      if (best.cost < before - least) {
        saved += before - best.cost;
        order.splice(from, windowLength, ...best.order.map(at => window[at] as number));
      }
      done += (works[order[from] as number] as ExitWork).workMonths;
    }
  }
  return { order, cost: costOfOrder(works, order, months) };
};


/** Takes some workloads out and puts them elsewhere, at random, where what waits for what allows. */
export const kicked = (works: readonly ExitWork[], start: readonly number[], moves: number, random: RandomStream): readonly number[] => {
  let order = start;
  for (let move = 0; move < moves; move += 1) {
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
