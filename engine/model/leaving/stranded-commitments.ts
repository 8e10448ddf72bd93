import { sumDecimals } from '../../numeric/decimal.ts';
import type { ChargeLine } from '../../pricing/charge.ts';
import { promiseOf } from '../../pricing/fees/fee-charge.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { CommitmentResult, RunResults } from '../../report/run-results.ts';
import type { StrandedAgreement, StrandedCommitment, StrandedPromise } from '../../report/stranded-commitment.ts';
import { instantOfHour, type Horizon } from '../../workload/horizon.ts';
import type { ChangedPlan, PlanRun } from '../parts/model-part.ts';
import type { Move } from './leaving.ts';

/** Of an amount: less is rounding. */
const negligible = 1e-9;

const costOf = (lines: readonly ChargeLine[]): number => sumDecimals(lines.map(({ EffectiveCost }) => EffectiveCost)).toNumber();

const unusedOf = ({ lines }: CommitmentResult, from?: string): number =>
  costOf(lines.filter(line => line.CommitmentDiscountStatus === 'Unused' && (from === undefined || line.ChargePeriodStart >= from)));

/** The plan with each workload gone once its old place is left. Reservations of placements keep the size they have when staying. */
const afterLeaving = ({ plan, usage, charge }: PlanRun, moves: readonly Move[], { scenarios }: RunResults): ChangedPlan => {
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
  const keeps = (workloadId: string | null, start: string): boolean => {
    const oldOff = leavesAt.get(workloadId?.toLowerCase() ?? '');
    return oldOff === undefined || Date.parse(start) / 1000 < oldOff;
  };
  return { plan: { ...plan, placements }, usage: { usageOf, issues: [] }, keeps };
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

type Scenario = RunResults['scenarios'][number];

/** Shortfalls of a scenario's promises by their names, with the ends of the last periods they are due for. */
const shortfallsOf = ({ otherCharges }: Scenario): Map<string, { amount: number; end: number; provider: string }> => {
  const shortfalls = new Map<string, { amount: number; end: number; provider: string }>();
  for (const { charge } of otherCharges.flatMap(({ lines }) => lines)) {
    const id = promiseOf(charge);
    if (id === null) continue;
    const [before, end] = [shortfalls.get(id)?.amount ?? 0, Date.parse(charge.ChargePeriodEnd) / 1000];
    shortfalls.set(id, { amount: before + charge.BilledCost.toNumber(), end, provider: charge.ProviderName });
  }
  return shortfalls;
};

/** Billed by a provider for each workload that leaves, in all that begins after it left and before the promise ends. */
const spendFreedBy = (
  { placements, otherCharges }: Scenario,
  { provider, end }: { readonly provider: string; readonly end: number },
  moves: readonly Move[],
): Map<string, number> => {
  const lines = [...placements.map(({ lines: own, workloadId }) => ({ own, workloadId })),
    ...otherCharges.map(({ lines: own, origin }) => ({ own, workloadId: origin.workloadId }))];
  const freed = moves.map(({ exit, oldOff }): readonly [string, number] => {
    const name = exit.name.toLowerCase();
    const after = lines
      .filter(({ workloadId }) => workloadId?.toLowerCase() === name)
      .flatMap(({ own }) => own)
      .filter(({ charge }) => {
        const start = Date.parse(charge.ChargePeriodStart) / 1000;
        return start >= oldOff && start < end && charge.ProviderName.toLowerCase() === provider.toLowerCase();
      });
    return [name, sumDecimals(after.map(({ charge }) => charge.BilledCost)).toNumber()];
  });
  return new Map(freed.filter(([, amount]) => amount > 0));
};

/** What the promises of a scenario lose: periods that end within the plan, as they are settled. [EQ-EXO-3] */
const promisesOf = (staying: Scenario, going: Scenario, moves: readonly Move[]): StrandedPromise[] => {
  const before = shortfallsOf(staying);
  return [...shortfallsOf(going)].flatMap(([id, { amount, end, provider }]) => {
    const unusedStaying = before.get(id)?.amount ?? 0;
    const freedBy = spendFreedBy(staying, { provider, end }, moves);
    const freed = [...freedBy.values()].reduce((sum, value) => sum + value, 0);
    const strandedInPlan = amount - unusedStaying;
    if (Math.abs(strandedInPlan) <= negligible) return [];
    const agreed = { scenarioId: staying.id, id, termEnd: end };
    return [{ ...agreed, freed, freedBy, unusedStaying, unusedGoing: amount, strandedInPlan, strandedAfterPlan: 0 }];
  });
};

export interface Stranded {
  readonly commitments: readonly StrandedCommitment[];
  readonly promises: readonly StrandedPromise[];
}

/**
 * What leaving does to the commitments of a plan, and to spend promised: it is charged again with every workload gone once
 * its old place is left, so that what others take over is not lost. [EQ-EXO-2] A commitment may lose without covering what
 * leaves: another one that did takes its usage.
 */
export const strandedByLeaving = (run: PlanRun, moves: readonly Move[], results: RunResults): Stranded => {
  const { horizon, scenarios } = results;
  const hasCommitments = scenarios.some(({ commitments }) => commitments.length > 0);
  if (moves.length === 0 || !(hasCommitments || run.promisesSpend)) return { commitments: [], promises: [] };
  const going = new Map(run.recharge(afterLeaving(run, moves, results)).map(scenario => [scenario.id, scenario]));
  const pairs = scenarios.flatMap(staying => {
    const other = going.get(staying.id);
    return other ? [{ staying, going: other }] : [];
  });
  const commitments = pairs.flatMap(pair => {
    const after = new Map(pair.going.commitments.map(each => [each.id, each]));
    return pair.staying.commitments.flatMap(staying => {
      const other = after.get(staying.id);
      const frame = { scenarioId: pair.staying.id, horizon };
      return other ? [strandedOf(staying, other, freedBy(staying.id, pair.staying, moves), frame)] : [];
    });
  });
  return {
    commitments: commitments.filter(({ freed, strandedInPlan }) => freed > 0 || Math.abs(strandedInPlan) > negligible),
    promises: pairs.flatMap(pair => promisesOf(pair.staying, pair.going, moves)),
  };
};

/** Loss that a workload bears: in proportion to what it set free of all of it; never less than nothing. */
const partOf = (workload: string, agreements: readonly StrandedAgreement[]): number => {
  const lost = agreements.reduce((sum, each) => sum + each.strandedInPlan + each.strandedAfterPlan, 0);
  const freed = agreements.reduce((sum, each) => sum + each.freed, 0);
  const own = agreements.reduce((sum, each) => sum + (each.freedBy.get(workload.toLowerCase()) ?? 0), 0);
  return freed === 0 ? 0 : (Math.max(0, lost) * own) / freed;
};

/** What a workload bears of the losses of a scenario: of all commitments together, for they replace each other, and of each promise. */
export const strandedPart = (workload: string, { commitments, promises }: Stranded): number =>
  [commitments, ...promises.map(promise => [promise])].reduce((sum, agreements) => sum + partOf(workload, agreements), 0);
