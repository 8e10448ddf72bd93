import type { MeterCommitment, UsageMeter } from '../engine/index.ts';

/** What is left of each meter, in seconds over all hours, and of each commitment, in its size. */
export interface Leftovers {
  readonly seconds: number[];
  readonly sizes: number[];
}

/** The billing waterfall as one would write it first: an object for every meter and commitment in every hour. */
export function coverByObjects(meters: readonly UsageMeter[], commitments: readonly MeterCommitment[], hours: number): Leftovers {
  const total: Leftovers = { seconds: meters.map(() => 0), sizes: commitments.map(() => 0) };
  for (let hour = 0; hour < hours; hour++) {
    const usages = meters.map(({ account, secondsByHour }) => ({ account, seconds: secondsByHour[hour]! }));
    const budgets = commitments.map((commitment) => ({
      commitment,
      left: commitment.kind === 'unit' ? commitment.unitsPerHour : commitment.amountPerHour,
      served: servedMeters(commitment),
    }));
    for (const rank of new Set(commitments.map((commitment) => commitment.rank).sort((a, b) => a - b))) {
      for (const isOwner of [true, false]) {
        for (const budget of budgets) {
          const { commitment, served } = budget;
          if (commitment.rank !== rank || !(isOwner || commitment.isShared)) continue;
          for (const { meter, perHour } of served) {
            const usage = usages[meter]!;
            if ((usage.account === commitment.account) !== isOwner) continue;
            const covered = Math.min(usage.seconds, (budget.left / perHour) * 3600);
            usage.seconds -= covered;
            budget.left -= (covered * perHour) / 3600;
          }
        }
      }
    }
    usages.forEach(({ seconds }, meter) => (total.seconds[meter]! += seconds));
    budgets.forEach(({ left }, index) => (total.sizes[index]! += left));
  }
  return total;
}

/** In the order they are served, for what a full hour of one node takes. */
function servedMeters(commitment: MeterCommitment): { meter: number; perHour: number }[] {
  if (commitment.kind === 'unit') return commitment.meters.map(({ meter, unitsPerNode }) => ({ meter, perHour: unitsPerNode }));
  const saving = ({ planPerHour, onDemandPerHour }: (typeof commitment.meters)[number]): number => 1 - planPerHour / onDemandPerHour;
  return [...commitment.meters]
    .sort((a, b) => saving(b) - saving(a) || a.planPerHour - b.planPerHour)
    .map(({ meter, planPerHour }) => ({ meter, perHour: planPerHour }));
}
