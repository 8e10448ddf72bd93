import { costWhenDone, type ExitOrderPlan, type ExitWork } from './exit-work.ts';

/** Workloads whose subsets are all looked at: 2 to this power. */
export const mostBySubsets = 15;

/**
 * The cheapest order of few workloads: the cost of a set that is moved first does not depend on the order within what came
 * before it (Held and Karp 1962; Lawler 1964). 2^n n steps. The team begins in month `from`.
 */
export const bestOrderBySubsets = (works: readonly ExitWork[], months: number, from = 0): ExitOrderPlan => {
  const count = 1 << works.length;
  const cost = new Float64Array(count).fill(Infinity);
  const last = new Int8Array(count).fill(-1);
  const done = new Float64Array(count);
  cost[0] = 0;
  done[0] = from;
  for (let set = 1; set < count; set += 1) {
    const lowest = 31 - Math.clz32(set & -set);
    done[set] = (done[set & (set - 1)] as number) + (works[lowest] as ExitWork).workMonths;
    for (const [place, work] of works.entries()) {
      const before = set & ~(1 << place);
      if (before === set || (work.after !== null && (before & (1 << work.after)) === 0)) continue;
      const own = (cost[before] as number) + costWhenDone(work, done[set] as number, months);
      if (own >= (cost[set] as number)) continue;
      cost[set] = own;
      last[set] = place;
    }
  }
  const order: number[] = [];
  for (let set = count - 1; set > 0; set &= ~(1 << (last[set] as number))) order.unshift(last[set] as number);
  return { order, cost: cost[count - 1] as number };
};
