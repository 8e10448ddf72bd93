import { monthText } from '../../report/report-month.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { Horizon } from '../../workload/horizon.ts';
import type { ModelInput } from '../model-input.ts';
import { namedRows } from '../reading/named-rows.ts';
import { budgetsTable } from '../tables/showback-tables.ts';

/** Budget of the whole plan over its months: a stated month goes before "every month"; null: there is none. */
export const readTotalBudget = (input: ModelInput, { months }: Horizon): number | null => {
  const rows = namedRows(input, budgetsTable).rows.filter(row => row.text('CostCentre') === null);
  if (rows.length === 0) return null;
  const monthOf = (instant: number | null): string | null => (instant === null ? null : isoOfInstant(instant).slice(0, 7));
  const budgets = new Map(rows.map(row => [monthOf(row.stated('Month')), row.number('Amount')]));
  return months.reduce((sum, month) => sum + (budgets.get(monthText(month)) ?? budgets.get(null) ?? 0), 0);
};
