import { sumDecimals } from '../../numeric/decimal.ts';
import type { ChargeLine } from '../../pricing/charge.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { CommitmentResult, RunResults } from '../../report/run-results.ts';
import type { StrandedCommitment } from '../../report/stranded-commitment.ts';
import { instantOfHour } from '../../workload/horizon.ts';
import type { PlanRun } from '../parts/model-part.ts';
import type { Placement } from '../plan.ts';
import { chargePlan } from '../rating/charge-plan.ts';
import type { PlacementUsage } from '../usage/placement-usage.ts';
import type { Move } from './leaving.ts';

const costOf = (lines: readonly ChargeLine[]): number => sumDecimals(lines.map(({ EffectiveCost }) => EffectiveCost)).toNumber();

const unusedOf = ({ lines }: CommitmentResult, from?: string): number =>
  costOf(lines.filter(line => line.CommitmentDiscountStatus === 'Unused' && (from === undefined || line.ChargePeriodStart >= from)));

/** A reservation of a placement is bought for the peak of staying: leaving does not make it smaller. */
const withCommittedNodes = (placement: Placement, { nodeSecondsByHour }: PlacementUsage): Placement => {
  if (placement.purchase.kind !== 'reserved' || placement.committedNodes !== null) return placement;
  const peak = nodeSecondsByHour.reduce((most, seconds) => Math.max(most, seconds), 0);
  return { ...placement, committedNodes: Math.ceil(peak / secondsPerHour) };
};

/** The plan with each workload gone once its old place is left. */
const afterLeaving = ({ plan, usage, charge }: PlanRun, moves: readonly Move[]): Pick<PlanRun, 'plan' | 'usage'> => {
  const { horizon } = charge.demandPlan;
  const leavesAt = new Map(moves.map(({ exit, oldOff }) => [exit.name.toLowerCase(), oldOff]));
  const usageOf = new Map<Placement, PlacementUsage>();
  const placements = plan.placements.map(placement => {
    const own = usage.usageOf.get(placement);
    const oldOff = leavesAt.get(placement.workload.id.toLowerCase());
    if (!own || oldOff === undefined) {
      if (own) usageOf.set(placement, own);
      return placement;
    }
    const kept = withCommittedNodes(placement, own);
    const firstGone = Math.ceil((oldOff - horizon.start) / secondsPerHour);
    usageOf.set(kept, { ...own, nodeSecondsByHour: own.nodeSecondsByHour.map((seconds, hour) => (hour < firstGone ? seconds : 0)) });
    return kept;
  });
  return { plan: { ...plan, placements }, usage: { usageOf, issues: [] } };
};

/** What a commitment covers of each workload that leaves, after it left: months by the part of them that lies after. */
const freedBy = (id: string, scenario: RunResults['scenarios'][number], moves: readonly Move[]): Map<string, number> => {
  const freed = new Map<string, number>();
  for (const { exit, oldOff } of moves) {
    const name = exit.name.toLowerCase();
    const lines = scenario.placements
      .filter(({ workloadId }) => workloadId.toLowerCase() === name)
      .flatMap(placement => placement.lines)
      .filter(({ charge }) => charge.CommitmentDiscountId === id && charge.CommitmentDiscountStatus === 'Used');
    const cost = lines.reduce((sum, { charge }) => {
      const [start, end] = [Date.parse(charge.ChargePeriodStart) / 1000, Date.parse(charge.ChargePeriodEnd) / 1000];
      return sum + (charge.EffectiveCost.toNumber() * Math.max(0, end - Math.max(start, oldOff))) / (end - start);
    }, 0);
    if (cost > 0) freed.set(name, cost);
  }
  return freed;
};

/**
 * What leaving does to the commitments of a plan: it is rated again with every workload gone once its old place is left,
 * so that what others take over is not lost. [EQ-EXO-2] A loss is borne in proportion to what each set free.
 */
export const strandedCommitments = (run: PlanRun, moves: readonly Move[], results: RunResults): StrandedCommitment[] => {
  const { horizon } = results;
  if (moves.length === 0 || results.scenarios.every(({ commitments }) => commitments.length === 0)) return [];
  const gone = afterLeaving(run, moves);
  const going = chargePlan(gone.plan, gone.usage, run.charge).commitments;
  const last = horizon.months.at(-1);
  const lastStart = last ? new Date(instantOfHour(horizon, last.startHour) * 1000).toISOString().slice(0, 10) : '';
  const lastHours = last ? last.endHour - last.startHour : 1;
  return results.scenarios.flatMap(scenario => {
    const after = new Map((going.get(scenario.id)?.results ?? []).map(each => [each.id, each]));
    return scenario.commitments.flatMap((staying): StrandedCommitment[] => {
      const freed = freedBy(staying.id, scenario, moves);
      const other = after.get(staying.id);
      if (freed.size === 0 || !other) return [];
      const lost = Math.max(0, unusedOf(other) - unusedOf(staying));
      const lostLast = Math.max(0, unusedOf(other, lastStart) - unusedOf(staying, lastStart));
      const { term } = staying.terms;
      const hoursAfter = staying.leftAt === null ? Math.max(0, term.end - horizon.end) / secondsPerHour : 0;
      const lostAfter = (lostLast / lastHours) * hoursAfter;
      const total = [...freed.values()].reduce((sum, value) => sum + value, 0);
      return [
        {
          scenarioId: scenario.id,
          id: staying.id,
          label: staying.label,
          termEnd: term.end,
          cost: costOf(staying.lines),
          unusedStaying: unusedOf(staying),
          unusedGoing: unusedOf(other),
          freed: total,
          reused: Math.max(0, total - lost),
          strandedInPlan: lost,
          strandedAfterPlan: lostAfter,
          byWorkload: new Map([...freed].map(([name, value]) => [name, ((lost + lostAfter) * value) / total])),
        },
      ];
    });
  });
};
