import type { Catalog } from '../catalog/catalog.ts';
import { makeTariffBook } from '../pricing/tariff/tariff-book.ts';
import type { Horizon } from '../workload/horizon.ts';
import { chargeUsage, type Agreements, type ChargedUsage } from './charge-usage.ts';
import type { Plan } from './plan.ts';
import { makePlanTariffs } from './plan-tariffs.ts';
import type { PlannedScenario } from './planned-scenarios.ts';
import { meterProblems, type ReadTariffs } from './read-tariffs.ts';

export interface MetersToCharge {
  readonly plan: Plan;
  readonly scenarios: readonly PlannedScenario[];
  readonly horizon: Horizon;
  readonly tariffs: ReadTariffs;
  readonly catalog: Catalog;
  readonly agreements: Agreements;
  readonly baseCurrency: string;
}

/** What the plan's usage of meters costs, at the workbook's own tariffs or the catalog's, with every problem at its cell. */
export const chargeMeters = (input: MetersToCharge): ChargedUsage => {
  const { plan, scenarios, horizon, tariffs, catalog, agreements, baseCurrency } = input;
  const book = makeTariffBook(catalog, tariffs.own);
  const charged = chargeUsage(plan, scenarios, horizon, makePlanTariffs(book, agreements.fxRates, baseCurrency), agreements);
  const isConsequence = (meter: unknown): boolean => tariffs.unreadable.has(String(meter ?? '').toLowerCase());
  return {
    ...charged,
    issues: [...meterProblems(tariffs, book), ...charged.issues.filter(({ values }) => !isConsequence(values.meter))],
  };
};
