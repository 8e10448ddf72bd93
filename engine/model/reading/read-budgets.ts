import type { Issue } from '../../issue/issue.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { BudgetRow } from '../../report/showback.ts';
import type { ModelInput } from '../model-input.ts';
import type { Locator } from '../plan.ts';
import { budgetsTable } from '../tables/showback-tables.ts';
import { namedRows } from './named-rows.ts';

export interface PlannedBudget extends BudgetRow {
  readonly at: Locator;
}

export const readBudgets = (input: ModelInput): { readonly budgets: readonly PlannedBudget[]; readonly issues: readonly Issue[] } => {
  const { rows, issues } = namedRows(input, budgetsTable);
  const budgets = rows.map((row): PlannedBudget => {
    const month = row.stated('Month');
    return {
      costCentre: row.text('CostCentre'),
      month: month === null ? null : isoOfInstant(month).slice(0, 7),
      amount: row.number('Amount'),
      scenarioId: row.text('ScenarioId'),
      measure: row.text('Measure') === 'billed' ? 'BilledCost' : 'EffectiveCost',
      at: row.at,
    };
  });
  return { budgets, issues };
};
