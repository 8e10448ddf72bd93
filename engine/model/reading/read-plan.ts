import type { Issue } from '../../issue/issue.ts';
import { makeHorizon, type Horizon } from '../../workload/horizon.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { PartWorkload, Plan } from '../plan.ts';
import { namesStatedTwice } from '../workload-names.ts';
import { readCommitments, type HeldCommitment } from './read-commitments.ts';
import { readDemands } from './read-demands.ts';
import { readFees, type Fees } from './read-fees.ts';
import { readPriceTables, type OwnPrices } from './read-own-prices.ts';
import { readMeterUsage } from './read-meter-usage.ts';
import { nothingPlaced, readPlacements } from './read-placements.ts';
import { planStart, readSettings, type Settings } from './read-settings.ts';
import type { ReadTable } from './read-table.ts';
import { readWorkloads } from './read-workloads.ts';

/** What everything else is read in: time, currency, seed. */
export interface PlanFrame {
  readonly settings: Settings;
  readonly horizon: Horizon;
  readonly issues: readonly Issue[];
}

export const readFrame = (input: ModelInput, catalogDate: string): PlanFrame => {
  const { settings, issues } = readSettings(input);
  return { settings, horizon: makeHorizon(planStart(settings, catalogDate), settings.horizonMonths), issues };
};

export interface ReadPlan {
  readonly own: Omit<OwnPrices, 'tariffs'>;
  readonly fees: Fees;
  /** Only rows without a problem of their own: what is wrong with them can still be found. */
  readonly plan: Plan;
  readonly held: readonly HeldCommitment[];
  /** Whose rows may name each other. */
  readonly tables: readonly ReadTable[];
  readonly issues: readonly Issue[];
}

/** The input tables of the plan itself, read and checked as far as cells go. */
export const readPlan = (
  input: ModelInput,
  { settings, horizon }: PlanFrame,
  partWorkloads: readonly PartWorkload[],
  needsPlacements: boolean,
): ReadPlan => {
  const demands = readDemands(input);
  const workloads = readWorkloads(input);
  const named = [...workloads.services, ...workloads.jobs, ...partWorkloads];
  const placements = readPlacements(input, named, horizon);
  const meterUsage = readMeterUsage(input, named, horizon);
  const commitments = readCommitments(input);
  const fees = readFees(input);
  const { own, issues: priceIssues } = readPriceTables(input, settings.baseCurrency);
  return {
    own,
    fees: fees.fees,
    plan: {
      demands: demands.demands,
      services: workloads.services,
      jobs: workloads.jobs,
      partWorkloads: [...partWorkloads].sort((a, b) => byName(a.id, b.id)),
      placements: placements.placements,
      meterUsage: meterUsage.usage,
      unplaceable: placements.unplaceable,
    },
    held: commitments.commitments,
    tables: [...demands.tables, ...workloads.tables, placements.table, ...fees.tables],
    issues: [
      ...demands.issues,
      ...workloads.issues,
      ...namesStatedTwice(named),
      ...placements.issues,
      ...(meterUsage.isStated || !needsPlacements ? [] : nothingPlaced(placements.table)),
      ...meterUsage.issues,
      ...commitments.issues,
      ...priceIssues,
      ...fees.issues,
    ],
  };
};
