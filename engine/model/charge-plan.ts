import { purchaseName } from '../catalog/purchase-name.ts';
import type { Issue } from '../issue/issue.ts';
import { isoOfEpochDay } from '../quantity/calendar.ts';
import { secondsPerDay } from '../quantity/conversion.ts';
import type { PlacementResult, UsedPrice } from '../report/run-results.ts';
import type { DemandPlan } from '../workload/demand.ts';
import { chargePlacement, priceProblems } from './charge-placement.ts';
import type { PlacementUsage } from './placement-usage.ts';
import type { Placement, Plan } from './plan.ts';
import type { PlanPrice, PlanPrices } from './plan-prices.ts';
import { outsidePlan, type PlanUsage } from './simulate-plan.ts';
import { tryNodeCounts } from './try-node-counts.ts';

export interface ChargedPlan {
  readonly placements: readonly PlacementResult[];
  readonly prices: readonly UsedPrice[];
  readonly issues: readonly Issue[];
}

/** One row for each price that differs in what it is for, how much it is, or its rate of exchange. */
const usedPrices = (uses: readonly { readonly placementId: string; readonly price: PlanPrice }[]): UsedPrice[] => {
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

/** Prices what every placement runs; a placement without usage still tells what is wrong with its price. */
export const chargePlan = (
  plan: Plan,
  { usageOf }: PlanUsage,
  demandPlan: DemandPlan,
  prices: PlanPrices,
): ChargedPlan => {
  const { horizon } = demandPlan;
  const uses: { placementId: string; price: PlanPrice }[] = [];
  const issues: Issue[] = [];
  let errorCount = 0;
  const tell = (found: readonly Issue[]): void => {
    errorCount += found.length;
    issues.push(...found);
  };
  const placements: PlacementResult[] = [];

  const resultOf = (placement: Placement, usage: PlacementUsage): void => {
    const activePeriod =
      usage.kind === 'job'
        ? { start: usage.run.start, end: usage.run.billedEnd }
        : { start: Math.max(placement.from, horizon.start), end: Math.min(placement.to, horizon.end) };
    const charged = chargePlacement({
      placement,
      nodeSecondsByHour: usage.nodeSecondsByHour,
      activePeriod,
      horizon,
      prices,
    });
    tell(charged.issues);
    uses.push(...charged.prices.map(price => ({ placementId: placement.id, price })));
    if (charged.lines.length === 0 && charged.issues.length === 0 && activePeriod.start >= activePeriod.end) {
      issues.push(outsidePlan(placement, demandPlan));
    }
    const rest = {
      placementId: placement.id,
      scenarioId: placement.scenarioId,
      workloadId: placement.workload.id,
      key: placement.key,
      purchase: purchaseName(placement.purchase),
      ownership: placement.workload.ownership,
      lines: charged.lines,
      nodeSecondsByHour: usage.nodeSecondsByHour,
      commitment: charged.commitment,
    };
    if (usage.kind === 'service') {
      const { capacity, service, activeHours } = usage;
      const { sizing, demandUnit } = service;
      placements.push({ ...rest, outcome: { kind: 'service', capacity, sizing, demandUnit, activeHours } });
      return;
    }
    const isReserved = placement.purchase.kind === 'reserved';
    const date = isoOfEpochDay(Math.floor((isReserved ? placement.from : usage.run.start) / secondsPerDay));
    const price = prices.find(placement.key, placement.purchase, date, placement.workload.ownership.account);
    if (!price.ok) return;
    const tried = tryNodeCounts(usage, price.value.converted.effectivePerHour);
    const { run, work, job, estimate } = usage;
    placements.push({
      ...rest,
      outcome: { kind: 'job', run, work, workUnit: job.workUnit, bandConfidence: estimate?.confidence ?? null, tried },
    });
  };

  for (const placement of plan.placements) {
    if (errorCount > mostPriceProblems) break;
    const usage = usageOf.get(placement);
    if (usage) resultOf(placement, usage);
    else tell(priceProblems(placement, horizon, prices));
  }
  for (const placement of plan.unplaceable) {
    if (errorCount > mostPriceProblems) break;
    tell(priceProblems(placement, horizon, prices));
  }
  return { placements, prices: usedPrices(uses), issues };
};
