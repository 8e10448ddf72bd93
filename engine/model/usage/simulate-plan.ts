import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { PriceBook } from '../../pricing/price-book.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import { demandsByHour, type Demand, type DemandPlan } from '../../workload/demand.ts';
import { planHours } from '../../workload/horizon.ts';
import {
  coreCountsByJob,
  jobUsage,
  partUsage,
  serviceUsage,
  type CapacityMemory,
  type PlacementUsage,
} from './placement-usage.ts';
import type { Placement, Plan } from '../plan.ts';

/** The demand series of a plan by name in small letters; those that could not be computed are left out. */
export interface PlanDemands {
  readonly byName: ReadonlyMap<string, Float64Array>;
  readonly issues: readonly Issue[];
}

/** Every demand that a placed service asks for, hour by hour, with the problems of all of them at their cells. */
export const planDemands = (plan: Plan, demandPlan: DemandPlan): PlanDemands => {
  const { horizon } = demandPlan;
  const neededFrom = new Map<string, number>();
  for (const { workload, from, to } of plan.placements) {
    const [first, end] = planHours(horizon, from, to);
    if (workload.kind !== 'service' || first === end) continue;
    const name = workload.demandId.toLowerCase();
    neededFrom.set(name, Math.min(neededFrom.get(name) ?? Infinity, Math.max(from, horizon.start)));
  }
  const demands = plan.demands.map(({ id, shape }): Demand => ({
    id,
    shape,
    neededFrom: neededFrom.get(id.toLowerCase()) ?? null,
  }));
  const { byHour, problems } = demandsByHour(demands, demandPlan);
  const byName = new Map<string, Float64Array>();
  plan.demands.forEach(({ id }, place) => {
    const series = byHour[place];
    if (series) byName.set(id.toLowerCase(), series);
  });
  const issues = problems.flatMap(({ place, issues: found }) => {
    const location = plan.demands[place]?.location;
    return found.map(issue => (location ? { ...issue, location } : issue));
  });
  return { byName, issues };
};

/** Hours times different runs a plan may have: about 1 GB of series, 1.4 with lags. A year of 2,800 services, or ten of 280. */
const mostRunHours = 25_000_000;

/** Rows of a sheet that are left for charges, below its captions: a month of a placement has one at least. */
const mostCharges = 1_048_500;

/**
 * A plan of more different runs than memory holds, placements that run the same counting once; or of more charges than the
 * sheet of OutCostDetail has rows.
 */
const tooManyRuns = ({ placements }: Plan, { horizon }: DemandPlan): Issue | null => {
  const runs = new Set(
    placements.map(({ id, workload, share, from, to }) =>
      workload.kind !== 'service' ? id : [workload.id, share, ...planHours(horizon, from, to)].join('|'),
    ),
  );
  const charges = placements.reduce((total, { workload, from, to }) => {
    const [first, end] = planHours(horizon, from, to);
    const months = horizon.months.filter(({ startHour, endHour }) => startHour < end && endHour > first).length;
    return total + (workload.kind === 'service' ? months : 1);
  }, 0);
  const [first] = placements;
  if (!first) return null;
  const { sheetName, tableName } = first.at('PlacementId');
  const tooMany = (rowCount: number, maximum: number): Issue =>
    makeIssue('too-many-rows', { table: tableName, rowCount, maximum }, { location: { sheetName, tableName } });
  const mostRuns = Math.floor(mostRunHours / horizon.hourCount);
  if (runs.size > mostRuns) return tooMany(runs.size, mostRuns);
  return charges > mostCharges ? tooMany(placements.length, Math.floor((mostCharges * placements.length) / charges)) : null;
};

export interface PlanUsage {
  /** Placements whose usage is known. */
  readonly usageOf: ReadonlyMap<Placement, PlacementUsage>;
  /** It was charged before, and nothing of it is too large to count. */
  readonly isCounted?: boolean;
  readonly issues: readonly Issue[];
}

/** What every placement runs, hour by hour. Prices do not enter: scenarios that differ only in price share the work. */
export const planUsage = (plan: Plan, demands: PlanDemands, demandPlan: DemandPlan, book: PriceBook): PlanUsage => {
  const excess = tooManyRuns(plan, demandPlan);
  if (excess) return { usageOf: new Map(), issues: [excess] };
  const memory: CapacityMemory = new Map();
  const coreCounts = coreCountsByJob(plan.placements, book);
  const usageOf = new Map<Placement, PlacementUsage>();
  const issues: Issue[] = [];
  const told = new Set<string>();
  for (const placement of plan.placements) {
    const { workload } = placement;
    if (workload.kind === 'service') {
      const series = demands.byName.get(workload.demandId.toLowerCase());
      const [first, end] = planHours(demandPlan.horizon, placement.from, placement.to);
      if (series) usageOf.set(placement, serviceUsage(placement, workload, series, demandPlan, memory));
      else if (first === end)
        usageOf.set(
          placement,
          serviceUsage(placement, workload, new Float64Array(demandPlan.horizon.hourCount), demandPlan, memory),
        );
      continue;
    }
    const usage =
      workload.kind === 'part'
        ? partUsage(placement, workload, book, plan.placements)
        : jobUsage(placement, workload, book, demandPlan, coreCounts.get(workload) ?? new Set());
    if (usage?.ok) usageOf.set(placement, usage.value);
    for (const issue of usage?.ok ? usage.value.warnings : (usage?.issues ?? [])) {
      // Placements of one job share its cells: each problem is told once.
      const name = JSON.stringify([issue.code, issue.values, issue.location?.cellAddress]);
      if (!told.has(name)) issues.push(issue);
      told.add(name);
    }
  }
  return { usageOf, issues };
};

/** A placement of which nothing lies in the plan, not even a commitment. */
export const outsidePlan = (placement: Placement, { horizon }: DemandPlan): Issue => {
  const values = {
    placement: placement.id,
    planStart: isoOfInstant(horizon.start),
    planEnd: isoOfInstant(horizon.end),
  };
  return makeIssue('placement-outside-plan', values, { severity: 'warning', location: placement.at('From') });
};
