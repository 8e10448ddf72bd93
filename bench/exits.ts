import { costOfOrder, expiryFirst, findExitOrder } from '../engine/index.ts';
import type { ExitWork } from '../engine/index.ts';
import type { Benchmark, Finding } from './benchmark.ts';
import { clocked, inTurns } from './measure.ts';

const workloadCount = 40;
const months = 60;
const randomOrders = 20_000;

export const exitsBenchmark: Benchmark = {
  name: 'exits',
  title: `in which order ${workloadCount} workloads should leave`,
  async run(): Promise<readonly Finding[]> {
    const works = workloads();
    const { ours, random } = await inTurns(
      { ours: () => clocked(() => findExitOrder(works, months)), random: () => clocked(() => bestOfRandom(works)) },
      { warmUps: 1, runs: 3 },
    );
    const found = findExitOrder(works, months);
    const [byExpiry, byChance] = [costOfOrder(works, expiryFirst(works), months), bestOfRandom(works)];
    if (found.cost > Math.min(byExpiry, byChance)) throw new Error(`${found.cost} is more than ${byExpiry} or ${byChance}.`);
    const above = (cost: number): string => `${(100 * (cost / found.cost - 1)).toFixed(2)} %`;
    return [
      {
        what: `an order for ${workloadCount} workloads over ${months} months`,
        ours,
        reference: { name: `the best of ${randomOrders} orders at random`, measured: random },
        figure: { value: ours.value, unit: 'ms', atMost: 1000 },
        note:
          `earliest expiry first costs ${above(byExpiry)} more, the best at random ${above(byChance)}; ` +
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

/** Predecessors stand before their successors in the list: keys grow along them. */
function bestOfRandom(works: readonly ExitWork[]): number {
  const random = randomNumbers(11);
  let best = Infinity;
  for (let turn = 0; turn < randomOrders; turn++) {
    const keys: number[] = [];
    for (const { after } of works) keys.push(after === null ? random() : keys[after]! + (1 - keys[after]!) * random());
    const order = [...works.keys()].sort((a, b) => keys[a]! - keys[b]!);
    best = Math.min(best, costOfOrder(works, order, months));
  }
  return best;
}
