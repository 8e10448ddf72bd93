import type { Issue } from '../../issue/issue.ts';
import { statedComponents, type StatedComponent, type StatedCost } from '../../migration/exit-cost.ts';
import type { ModelInput } from '../model-input.ts';
import { namedRows } from '../reading/named-rows.ts';
import { readSpread } from '../reading/read-spread.ts';
import type { ReadTable } from '../reading/read-table.ts';
import { migrationCostsTable } from '../tables/leaving-tables.ts';

/** A cost of moving, and when it is due. */
export interface PlannedCost extends StatedCost {
  readonly workloadId: string;
  readonly due: 'start' | 'go-live' | 'old-off';
}

/** Rows of MigrationCosts. Reports `not-in-order` where least, likely and most fall. */
export const readMigrationCosts = (
  input: ModelInput,
): { readonly costs: readonly PlannedCost[]; readonly table: ReadTable; readonly issues: readonly Issue[] } => {
  const { rows, table, issues: tableIssues } = namedRows(input, migrationCostsTable);
  const issues = [...tableIssues];
  const costs = rows.map(({ name, text, stated, at }): PlannedCost => {
    const component = (text('Component') ?? 'Assessment') as StatedComponent;
    const due = text('Due') as PlannedCost['due'] | null;
    return { workloadId: name, component, amount: readSpread('Cost', stated, at, issues), due: due ?? statedComponents[component].due };
  });
  return { costs, table, issues };
};
