import { costOfOrder, expiryFirst, findExitOrder } from '../engine/index.ts';
import type { ExitWork } from '../engine/index.ts';
import type { Benchmark, Finding } from './benchmark.ts';
import { clocked, inTurns } from './measure.ts';

const workloadCount = 40;
const months = 60;
/** A search that begins again and again at an order at random, and improves it as long as moving one workload does. */
const searchMs = 60_000;

export const exitsBenchmark: Benchmark = {
  name: 'exits',
  title: `in which order ${workloadCount} workloads should leave`,
  async run(): Promise<readonly Finding[]> {
    const works = workloads();
    const { ours } = await inTurns({ ours: () => clocked(() => findExitOrder(works, months)) }, { warmUps: 1, runs: 3 });
    const found = findExitOrder(works, months);
    const [byExpiry, { cost: byChance, restarts }] = [costOfOrder(works, expiryFirst(works), months), bestOfRestarts(works)];
    if (found.cost > Math.min(byExpiry, byChance) + 1e-6) throw new Error(`${found.cost} is more than ${byExpiry} or ${byChance}.`);
    const above = (cost: number): string => `${(100 * (cost / found.cost - 1)).toFixed(2)} %`;
    return [
      {
        what: `an order for ${workloadCount} workloads over ${months} months`,
        ours,
        reference: { name: `${restarts} searches from an order at random`, measured: { value: searchMs, unit: 'ms' } },
        figure: { value: ours.value, unit: 'ms', atMost: 1000 },
        note:
          `earliest expiry first costs ${above(byExpiry)} more, the best of ${searchMs / 1000} s of restarts ${above(byChance)}; ` +
          `no order costs ${(100 * (1 - found.lowerBound / found.cost)).toFixed(2)} % less.`,
      },
    ];
  },
};

/** Park and Miller's generator: the same workloads each time. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
}

/** Each takes up to half a year of work; most are committed for a part of what they cost. */
function workloads(): ExitWork[] {
  const random = randomNumbers(7);
  return Array.from({ length: workloadCount }, (_, index) => {
    const stayPerMonth = 1000 + 9000 * random();
    return {
      name: `workload ${index}`,
      workMonths: 0.5 + 2 * random(),
      stayPerMonth,
      goPerMonth: stayPerMonth * (0.3 + 0.6 * random()),
      committedPerMonth: stayPerMonth * 0.8 * random(),
      committedUntil: Math.floor(48 * random()),
      notBefore: 0,
      after: index > 0 && random() < 0.2 ? Math.floor(index * random()) : null,
    };
  });
}

/** An order at random: predecessors stand before their successors in the list, and keys grow along them. */
function randomOrder(works: readonly ExitWork[], random: () => number): number[] {
  const keys: number[] = [];
  for (const { after } of works) keys.push(after === null ? random() : keys[after]! + (1 - keys[after]!) * random());
  return [...works.keys()].sort((a, b) => keys[a]! - keys[b]!);
}

const isAllowed = (works: readonly ExitWork[], order: readonly number[]): boolean =>
  order.every((place, at) => works[place]!.after === null || order.indexOf(works[place]!.after!) < at);

/** The order with one workload at another place, when that is allowed and costs less. */
function cheaperMove(works: readonly ExitWork[], order: readonly number[], cost: number): { order: number[]; cost: number } | null {
  for (let from = 0; from < order.length; from++) {
    const others = order.filter((_, at) => at !== from);
    for (let to = 0; to < order.length; to++) {
      const moved = [...others.slice(0, to), order[from]!, ...others.slice(to)];
      const movedCost = costOfOrder(works, moved, months);
      if (movedCost < cost - 1e-6 && isAllowed(works, moved)) return { order: moved, cost: movedCost };
    }
  }
  return null;
}

function bestOfRestarts(works: readonly ExitWork[]): { readonly cost: number; readonly restarts: number } {
  const [random, start] = [randomNumbers(11), performance.now()];
  let [best, restarts] = [Infinity, 0];
  while (performance.now() - start < searchMs) {
    const order = randomOrder(works, random);
    let cost = costOfOrder(works, order, months);
    for (let better = cheaperMove(works, order, cost); better; better = cheaperMove(works, better.order, cost)) ({ cost } = better);
    best = Math.min(best, cost);
    restarts++;
  }
  return { cost: best, restarts };
}
