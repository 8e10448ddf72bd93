import { purchaseName } from '../../catalog/purchase-name.ts';
import type { Issue } from '../../issue/issue.ts';
import type { ChargePeriod } from '../../pricing/charge.ts';
import { groupBy } from '../../report/group-by.ts';
import type { PlacementResult, PricedCharge, UsedPrice } from '../../report/run-results.ts';
import type { DemandPlan } from '../../workload/demand.ts';
import type { PriceUse } from './charge-commitments.ts';
import { chargeUsage, ownReservation, priceProblems, type OwnReservation } from './charge-placement.ts';
import { chargeScenario, onceEach, planCommitments, type ScenarioCommitments } from './charge-scenario.ts';
import { isoDayOf } from './meter-rates.ts';
import type { PlacementUsage } from '../usage/placement-usage.ts';
import type { Placement, Plan } from '../plan.ts';
import type { PlanPrice } from './plan-prices.ts';
import type { PlannedScenario } from '../planned-scenarios.ts';
import type { HeldCommitment } from '../reading/read-commitments.ts';
import type { CommitmentExit, CommitmentPrices } from './resolve-commitments.ts';
import { outsidePlan, type PlanUsage } from '../usage/simulate-plan.ts';
import { tryNodeCounts } from '../usage/try-node-counts.ts';
import { usageProblems, type PlacementMeter } from './usage-meters.ts';

export interface ChargedPlan {
  readonly placements: readonly PlacementResult[];
  /** By scenario. */
  readonly commitments: ReadonlyMap<string, ScenarioCommitments>;
  readonly prices: readonly UsedPrice[];
  readonly issues: readonly Issue[];
}

/** One row for each price that differs in what it is for, how much it is, or its rate of exchange. */
const usedPrices = (uses: readonly PriceUse[]): UsedPrice[] => {
  const byPrice = new Map<string, { first: PlanPrice; ids: Set<string> }>();
  for (const { placementId, price } of uses) {
    const { key, purchase, upfront, recurringPerHour, source, asOf } = price.stated;
    const name = [
      ...Object.values(key),
      purchaseName(purchase),
      upfront.amount,
      recurringPerHour.amount,
      recurringPerHour.currency,
      source,
      asOf,
      price.exchangeRate ?? '',
    ].join('|');
    const known = byPrice.get(name);
    if (!known) byPrice.set(name, { first: price, ids: new Set([placementId]) });
    else {
      known.ids.add(placementId);
      if (price.date < known.first.date) known.first = price;
    }
  }
  return [...byPrice.values()].map(({ first, ids }) => ({
    price: first.stated,
    exchangeRate: first.exchangeRate,
    firstDate: first.date,
    placementIds: [...ids],
  }));
};

/** With so many wrong prices the rest is not looked up: each is compared with all names there are. */
const mostPriceProblems = 1000;

/** What the charges of a plan need besides its usage. */
export interface ChargeContext extends CommitmentPrices {
  readonly demandPlan: DemandPlan;
  readonly scenarios: readonly PlannedScenario[];
  readonly held: readonly HeldCommitment[];
  /** Commitments given up before their end, by name in small letters. */
  readonly exits: ReadonlyMap<string, CommitmentExit>;
  readonly hasSustainedUse: boolean;
}

interface UsedPlacement {
  readonly placement: Placement;
  readonly usage: PlacementUsage;
  /** When anything of it runs. */
  readonly activePeriod: ChargePeriod;
  readonly own: OwnReservation;
}

const activePeriodOf = (placement: Placement, usage: PlacementUsage, { start, end }: DemandPlan['horizon']): ChargePeriod => {
  if (usage.kind === 'part') return usage.period;
  return usage.kind === 'job'
    ? { start: usage.run.start, end: usage.run.billedEnd }
    : { start: Math.max(placement.from, start), end: Math.min(placement.to, end) };
};

/**
 * Prices what every placement runs, scenario by scenario: commitments first, then what they leave. A placement without
 * usage still tells what is wrong with its price.
 */
export const chargePlan = (plan: Plan, { usageOf, isCounted = false }: PlanUsage, context: ChargeContext): ChargedPlan => {
  const { demandPlan, scenarios, prices, book } = context;
  const { horizon } = demandPlan;
  const uses: PriceUse[] = [];
  const issues: Issue[] = [];
  let errorCount = 0;
  const tell = (found: readonly Issue[]): void => {
    errorCount += found.filter(({ severity }) => severity === 'error').length;
    issues.push(...found);
  };
  const placements: PlacementResult[] = [];
  const commitments = new Map<string, ScenarioCommitments>();
  const held = planCommitments(context, horizon);
  tell(held.issues);

  const resultOf = ({ placement, usage, own }: UsedPlacement, lines: readonly PricedCharge[], meters: readonly PlacementMeter[]): void => {
    const rest = {
      placementId: placement.id,
      scenarioId: placement.scenarioId,
      workloadId: placement.workload.id,
      key: placement.key,
      purchase: purchaseName(placement.purchase),
      ownership: placement.workload.ownership,
      lines,
      nodeSecondsByHour: usage.nodeSecondsByHour,
      vcpusBilled: meters.find(({ component }) => component === 'vcpu')?.perNode ?? null,
    };
    if (usage.kind === 'service') {
      const { capacity, service, activeHours } = usage;
      const { sizing, demandUnit } = service;
      placements.push({ ...rest, outcome: { kind: 'service', capacity, sizing, demandUnit, activeHours } });
      return;
    }
    if (usage.kind === 'part') {
      placements.push({ ...rest, outcome: { kind: 'part' } });
      return;
    }
    const date = isoDayOf(placement.purchase.kind === 'reserved' ? placement.from : usage.run.start);
    const price = prices.find(placement.key, placement.purchase, date, placement.workload.ownership.account);
    if (!price.ok || own.issues.length > 0) return;
    const tried = tryNodeCounts(usage, price.value.converted.effectivePerHour);
    const { run, work, job, estimate } = usage;
    placements.push({
      ...rest,
      outcome: { kind: 'job', run, work, workUnit: job.workUnit, bandConfidence: estimate?.confidence ?? null, tried },
    });
  };

  const placementsOf = groupBy(plan.placements, ({ scenarioId }) => scenarioId);
  for (const { id } of scenarios) {
    const used: UsedPlacement[] = [];
    for (const placement of placementsOf.get(id) ?? []) {
      if (errorCount > mostPriceProblems) break;
      const usage = usageOf.get(placement);
      if (!usage) {
        tell(priceProblems(placement, horizon, prices));
        continue;
      }
      const problems = isCounted ? [] : usageProblems(placement, usage, book);
      if (problems.length > 0) {
        tell(problems);
        continue;
      }
      const own = ownReservation(placement, usage.nodeSecondsByHour, horizon, prices);
      tell(own.issues);
      used.push({ placement, usage, own, activePeriod: activePeriodOf(placement, usage, horizon) });
    }
    const shared = held.ofScenario(id);
    const charged = chargeScenario(id, used, shared, context);
    uses.push(...charged.uses);
    for (const each of used) {
      const { placement, own, activePeriod } = each;
      const meters = charged.metersOf(placement);
      const usage =
        own.issues.length > 0 || errorCount > mostPriceProblems
          ? { lines: [], prices: [], issues: [] }
          : chargeUsage({ placement, meters, activePeriod, rated: charged.rated, horizon, prices, book });
      tell(usage.issues);
      uses.push(...usage.prices.map(price => ({ placementId: placement.id, price })));
      const lines = [...charged.linesOf(placement), ...usage.lines];
      const isOutside = lines.length === 0 && own.issues.length + usage.issues.length === 0 && activePeriod.start >= activePeriod.end;
      if (isOutside) issues.push(outsidePlan(placement, demandPlan));
      resultOf(each, lines, meters);
    }
    tell(charged.issues);
    commitments.set(id, charged.commitments);
  }
  for (const placement of plan.unplaceable) {
    if (errorCount > mostPriceProblems) break;
    tell(priceProblems(placement, horizon, prices));
  }
  return { placements, commitments, prices: usedPrices(uses), issues: onceEach(issues) };
};
