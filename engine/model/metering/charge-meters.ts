import type { Catalog } from '../../catalog/catalog.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { makeTariffBook } from '../../pricing/tariff/tariff-book.ts';
import type { Horizon } from '../../workload/horizon.ts';
import { chargeUsage, type Agreements, type ChargedUsage } from './charge-usage.ts';
import type { Plan } from '../plan.ts';
import { makePlanTariffs } from './plan-tariffs.ts';
import { usageOfScenario, type PlannedScenario } from '../planned-scenarios.ts';
import { meterProblems, type ReadTariffs } from '../reading/read-tariffs.ts';

export interface MetersToCharge {
  readonly plan: Plan;
  readonly scenarios: readonly PlannedScenario[];
  readonly horizon: Horizon;
  readonly tariffs: ReadTariffs;
  readonly catalog: Catalog;
  readonly agreements: Agreements;
  readonly baseCurrency: string;
}

/** Rows of usage times months times scenarios a plan may have: beyond it lines fit neither memory nor a sheet. */
const mostMeteredMonths = 250_000;

const tooMuchUsage = ({ plan, scenarios, horizon }: MetersToCharge): Issue | null => {
  const [first] = plan.meterUsage;
  const rowCount = scenarios.reduce((sum, { id }) => sum + usageOfScenario(plan, id).length, 0);
  const maximum = Math.floor(mostMeteredMonths / horizon.months.length);
  if (!first || rowCount <= maximum) return null;
  const { sheetName, tableName } = first.at('UsageId');
  return makeIssue('too-many-rows', { table: tableName, rowCount, maximum }, { location: { sheetName, tableName } });
};

/** What the plan's usage of meters costs, at the workbook's own tariffs or the catalog's, with every problem at its cell. */
export const chargeMeters = (input: MetersToCharge): ChargedUsage => {
  const { plan, scenarios, horizon, tariffs, catalog, agreements, baseCurrency } = input;
  const excess = tooMuchUsage(input);
  if (excess) return { charges: new Map(), tariffs: [], issues: [excess] };
  const book = makeTariffBook(catalog, tariffs.own);
  const charged = chargeUsage(plan, scenarios, horizon, makePlanTariffs(book, agreements.fxRates, baseCurrency), agreements);
  const isConsequence = (meter: unknown): boolean => tariffs.unreadable.has(String(meter ?? '').toLowerCase());
  return {
    ...charged,
    issues: [...meterProblems(tariffs, book), ...charged.issues.filter(({ values }) => !isConsequence(values.meter))],
  };
};
