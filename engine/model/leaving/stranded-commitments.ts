import { sumDecimals } from '../../numeric/decimal.ts';
import type { ChargeLine } from '../../pricing/charge.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { CommitmentResult, RunResults } from '../../report/run-results.ts';
import type { StrandedCommitment } from '../../report/stranded-commitment.ts';
import { instantOfHour, type Horizon } from '../../workload/horizon.ts';
import type { PlanRun } from '../parts/model-part.ts';
import { chargePlan } from '../rating/charge-plan.ts';
import type { Move } from './leaving.ts';

/** Of an amount: less is rounding. */
const negligible = 1e-9;

const costOf = (lines: readonly ChargeLine[]): number => sumDecimals(lines.map(({ EffectiveCost }) => EffectiveCost)).toNumber();

const unusedOf = ({ lines }: CommitmentResult, from?: string): number =>
  costOf(lines.filter(line => line.CommitmentDiscountStatus === 'Unused' && (from === undefined || line.ChargePeriodStart >= from)));

/** The plan with each workload gone once its old place is left. Reservations of placements keep the size they have when staying. */
const afterLeaving = ({ plan, usage, charge }: PlanRun, moves: readonly Move[], { scenarios }: RunResults): Pick<PlanRun, 'plan' | 'usage'> => {
  const { horizon } = charge.demandPlan;
  const leavesAt = new Map(moves.map(({ exit, oldOff }) => [exit.name.toLowerCase(), oldOff]));
  const unitsOf = new Map(scenarios.flatMap(({ id, commitments }) => commitments.map(each => [`${id}|${each.placementId ?? ''}`, each.unitCount])));
  const usageOf = new Map(usage.usageOf);
  const placements = plan.placements.map(placement => {
    const own = usage.usageOf.get(placement);
    const oldOff = leavesAt.get(placement.workload.id.toLowerCase());
    if (!own || oldOff === undefined) return placement;
    const committedNodes = unitsOf.get(`${placement.scenarioId}|${placement.id}`) ?? placement.committedNodes;
    const kept = { ...placement, committedNodes };
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

/** What one commitment loses; less than 0 when leaving lets others use more of it. */
const strandedOf = (
  staying: CommitmentResult,
  going: CommitmentResult,
  freed: ReadonlyMap<string, number>,
  { scenarioId, horizon }: { readonly scenarioId: string; readonly horizon: Horizon },
): StrandedCommitment => {
  const last = horizon.months.at(-1);
  const lastStart = last ? isoOfInstant(instantOfHour(horizon, last.startHour)).slice(0, 10) : '';
  const lostFrom = (from?: string): number => unusedOf(going, from) - unusedOf(staying, from);
  const lost = lostFrom();
  const { term } = staying.terms;
  const hoursAfter = staying.leftAt === null ? Math.max(0, term.end - horizon.end) / secondsPerHour : 0;
  const total = [...freed.values()].reduce((sum, value) => sum + value, 0);
  return {
    scenarioId,
    id: staying.id,
    label: staying.label,
    termEnd: term.end,
    cost: costOf(staying.lines),
    costGoing: costOf(going.lines),
    unusedStaying: unusedOf(staying),
    unusedGoing: unusedOf(going),
    freed: total,
    freedBy: freed,
    strandedInPlan: lost,
    strandedAfterPlan: last ? (lostFrom(lastStart) / (last.endHour - last.startHour)) * hoursAfter : 0,
  };
};

/**
 * What leaving does to the commitments of a plan: it is rated again with every workload gone once its old place is left,
 * so that what others take over is not lost. [EQ-EXO-2] A commitment may lose without covering what leaves: another one
 * that did takes its usage.
 */
export const strandedCommitments = (run: PlanRun, moves: readonly Move[], results: RunResults): StrandedCommitment[] => {
  const { horizon } = results;
  if (moves.length === 0 || results.scenarios.every(({ commitments }) => commitments.length === 0)) return [];
  const gone = afterLeaving(run, moves, results);
  const going = chargePlan(gone.plan, gone.usage, run.charge).commitments;
  return results.scenarios.flatMap(scenario => {
    const after = new Map((going.get(scenario.id)?.results ?? []).map(each => [each.id, each]));
    const stranded = scenario.commitments.flatMap(staying => {
      const other = after.get(staying.id);
      return other ? [strandedOf(staying, other, freedBy(staying.id, scenario, moves), { scenarioId: scenario.id, horizon })] : [];
    });
    return stranded.filter(({ freed, strandedInPlan }) => freed > 0 || Math.abs(strandedInPlan) > negligible);
  });
};

/** Loss of a scenario that a workload bears: in proportion to what it set free of all commitments; never less than nothing. */
export const strandedPart = (workload: string, ofScenario: readonly StrandedCommitment[]): number => {
  const lost = ofScenario.reduce((sum, each) => sum + each.strandedInPlan + each.strandedAfterPlan, 0);
  const freed = ofScenario.reduce((sum, each) => sum + each.freed, 0);
  const own = ofScenario.reduce((sum, each) => sum + (each.freedBy.get(workload.toLowerCase()) ?? 0), 0);
  return freed === 0 ? 0 : (Math.max(0, lost) * own) / freed;
};
