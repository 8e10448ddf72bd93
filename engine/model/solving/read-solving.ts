import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Horizon } from '../../workload/horizon.ts';
import { budgetOfMonth } from '../../report/budget-of-month.ts';
import { monthText } from '../../report/report-month.ts';
import type { ModelInput } from '../model-input.ts';
import type { Locator } from '../plan.ts';
import { namedRows, type NamedRow } from '../reading/named-rows.ts';
import { readBudgets } from '../reading/read-budgets.ts';
import type { ReadTable } from '../reading/read-table.ts';
import type { Change } from '../scenarios/apply-changes.ts';
import type { ChangeKind } from '../tables/scenario-tables.ts';
import { sensitivityTable, solveForTable } from '../tables/solving-tables.ts';

/** A cell that is varied between two numbers. */
export interface Varied extends Omit<Change, 'value'> {
  readonly name: string;
  readonly from: string | null;
  readonly low: number;
  readonly high: number;
  readonly at: Locator;
}

export interface Question extends Varied {
  /** A cost to reach; null: that of the scenario `against`. */
  readonly target: number | null;
  readonly against: string | null;
  readonly goalText: string;
}

export interface VariedInput extends Varied {
  /** Another input of the table; null: alone. */
  readonly together: string | null;
  readonly steps: number;
}

const variedOf = (row: NamedRow): Varied => ({
  name: row.name,
  tableName: row.text('TableName') ?? '',
  rowKey: row.text('RowKey'),
  columnName: row.text('ColumnName') ?? '',
  kind: (row.text('Change') ?? 'set') as ChangeKind,
  from: row.text('From'),
  low: row.number('Low'),
  high: row.number('High'),
  // The number a change sets stands in two cells: the first of them
  at: columnId => row.at(columnId === 'Value' ? 'Low' : columnId),
});

/** Budget of the whole plan over its months, of the scenario asked about; null: there is none. */
const totalBudget = (input: ModelInput, from: string | null, { months }: Horizon): number | null => {
  const isMeant = (scenarioId: string | null): boolean => scenarioId === null || scenarioId.toLowerCase() === from?.toLowerCase();
  const budgets = readBudgets(input).budgets.filter(({ costCentre, scenarioId }) => costCentre === null && isMeant(scenarioId));
  return budgets.length === 0 ? null : months.reduce((sum, month) => sum + budgetOfMonth(budgets, monthText(month)), 0);
};

const goalOf = (row: NamedRow, input: ModelInput, horizon: Horizon): Pick<Question, 'target' | 'goalText'> => {
  switch (row.text('Goal')) {
    case 'budget':
      return { target: totalBudget(input, row.text('From'), horizon), goalText: 'budget of the plan' };
    case 'scenario':
      return { target: null, goalText: `cost of ${row.text('Against') ?? ''}` };
    default:
      return { target: row.stated('Target'), goalText: 'stated cost' };
  }
};

/** What a question lacks. */
const gaps = (row: NamedRow, target: number | null): Issue[] => {
  const goal = row.text('Goal');
  const blank = (column: string): Issue => makeIssue('blank-cell', { column }, { location: row.at(column) });
  return [
    ...(goal === 'budget' && target === null ? [makeIssue('budget-unknown', {}, { location: row.at('Goal') })] : []),
    ...(goal === 'cost' && target === null ? [blank('Target')] : []),
    ...(goal === 'scenario' && row.text('Against') === null ? [blank('Against')] : []),
    ...(row.number('Low') < row.number('High') ? [] : [makeIssue('not-in-order', { columns: 'Low, High' }, { location: row.at('High') })]),
  ];
};

export const readQuestions = (
  input: ModelInput,
  horizon: Horizon,
): { readonly questions: readonly Question[]; readonly issues: readonly Issue[] } => {
  const { rows, issues } = namedRows(input, solveForTable);
  const read = rows.map(row => ({ row, goal: goalOf(row, input, horizon) }));
  return {
    questions: read.map(({ row, goal }) => ({ ...variedOf(row), ...goal, against: row.text('Against') })),
    issues: [...issues, ...read.flatMap(({ row, goal }) => gaps(row, goal.target))],
  };
};

export const readInputs = (
  input: ModelInput,
): { readonly inputs: readonly VariedInput[]; readonly table: ReadTable; readonly issues: readonly Issue[] } => {
  const { rows, table, issues } = namedRows(input, sensitivityTable);
  return { inputs: rows.map(row => ({ ...variedOf(row), together: row.text('With'), steps: row.number('Steps') })), table, issues };
};
