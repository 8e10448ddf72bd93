import type { Issue } from '../issue/issue.ts';
import { makeHorizon, type Horizon } from '../workload/horizon.ts';
import { checkReferences } from './check-references.ts';
import type { ModelInput } from './model-input.ts';
import type { Plan } from './plan.ts';
import { readDemands } from './read-demands.ts';
import { readPriceTables, type OwnPrices } from './read-own-prices.ts';
import { readPlacements } from './read-placements.ts';
import { planStart, readSettings, type Settings } from './read-settings.ts';
import { readWorkloads } from './read-workloads.ts';

export interface ReadPlan {
  readonly settings: Settings;
  readonly horizon: Horizon;
  readonly own: OwnPrices;
  /** Only rows without a problem of their own: what is wrong with them can still be found. */
  readonly plan: Plan;
  readonly issues: readonly Issue[];
}

/** All input tables, read and checked as far as cells and references go. */
export const readPlan = (input: ModelInput, catalogDate: string): ReadPlan => {
  const { settings, issues: settingIssues } = readSettings(input);
  const horizon = makeHorizon(planStart(settings, catalogDate), settings.horizonMonths);
  const demands = readDemands(input);
  const workloads = readWorkloads(input);
  const placements = readPlacements(input, [...workloads.services, ...workloads.jobs], horizon);
  const { own, issues: priceIssues } = readPriceTables(input, settings.baseCurrency);
  const referenceIssues = checkReferences([...demands.tables, ...workloads.tables, placements.table]);
  return {
    settings,
    horizon,
    own,
    plan: {
      demands: demands.demands,
      services: workloads.services,
      jobs: workloads.jobs,
      placements: placements.placements,
      unplaceable: placements.unplaceable,
    },
    issues: [
      ...settingIssues,
      ...demands.issues,
      ...workloads.issues,
      ...placements.issues,
      ...priceIssues,
      ...referenceIssues,
    ],
  };
};
