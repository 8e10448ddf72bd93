import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { sumDecimals } from '../../numeric/decimal.ts';
import type { RunResults } from '../../report/run-results.ts';
import type { GridPoint, Solved, Swing } from '../../report/solving.ts';
import { buildGrid, buildSolved, buildTornado } from '../../report/tables/solving.ts';
import type { ModelPart, PartInput } from '../parts/model-part.ts';
import { namedRows, type NamedRow } from '../reading/named-rows.ts';
import { applyChanges, type Change } from '../scenarios/apply-changes.ts';
import type { ChangeKind } from '../tables/scenario-tables.ts';
import { sensitivityTable, solveForTable } from '../tables/solving-tables.ts';
import { findRoot } from './find-root.ts';
import { readTotalBudget } from './total-budget.ts';

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The cell of a row, set to a number. */
const changeOf = (row: NamedRow, value: number): Change => ({
  tableName: row.text('TableName') ?? '',
  rowKey: row.text('RowKey'),
  columnName: row.text('ColumnName') ?? '',
  kind: (row.text('Change') ?? 'set') as ChangeKind,
  value,
  at: columnId => row.at(columnId === 'Value' ? 'Low' : columnId),
});

const cellText = (row: NamedRow): string => {
  const sign = { set: '', times: ' x', plus: ' +' }[row.text('Change') ?? 'set'] ?? '';
  return [row.text('TableName'), row.text('RowKey'), row.text('ColumnName')].filter(part => part !== null).join(' ') + sign;
};

/** Effective cost of a scenario, unrounded; null when there is no such scenario. */
const costOf = ({ scenarios }: Pick<RunResults, 'scenarios'>, name: string | null): number | null => {
  const scenario = name === null ? scenarios[0] : scenarios.find(({ id }) => isSame(id, name));
  if (!scenario) return null;
  const charges = [...scenario.placements, ...scenario.otherCharges].flatMap(({ lines }) => lines);
  return sumDecimals(charges.map(({ charge }) => charge.EffectiveCost)).toNumber();
};

/** Thrown out of a search when the plan cannot run at a number, and caught where the question is answered. */
class CannotRun extends Error {
  readonly issues: readonly Issue[];

  constructor(issues: readonly Issue[]) {
    super('The plan cannot run with this number');
    this.issues = issues;
  }
}

type Outcome<T> = { readonly answer: T; readonly issues: readonly [] } | { readonly answer: null; readonly issues: readonly Issue[] };

const answered = <T>(answer: () => T): Outcome<T> => {
  try {
    return { answer: answer(), issues: [] };
  } catch (error) {
    if (error instanceof CannotRun) return { answer: null, issues: error.issues };
    throw error;
  }
};

/** Problems of one number that are told. */
const mostProblems = 3;

/** The plan with some cells changed. Throws `CannotRun`, its problems at the row that asks. */
const runWith = (changes: readonly Change[], row: NamedRow, { input, specs, rerun }: PartInput): RunResults => {
  const applied = applyChanges(input, specs, changes);
  if (applied.issues.length > 0) throw new CannotRun(applied.issues);
  const run = rerun(applied.input);
  if (!run.ok) throw new CannotRun(run.issues.slice(0, mostProblems).map(issue => ({ ...issue, location: row.at('Low') })));
  return run.value;
};

const scenarioCost = (results: RunResults, row: NamedRow, column: 'From' | 'Against'): number => {
  const name = row.text(column);
  const cost = costOf(results, name);
  if (cost !== null) return cost;
  const values = { column, value: name ?? '', tables: 'Placements', suggestion: '' };
  throw new CannotRun([makeIssue('unknown-reference', values, { location: row.at(column) })]);
};

/** Half a cent: what two costs may differ by and still be one. */
const costTolerance = 0.005;

const solve = (row: NamedRow, part: PartInput): Solved => {
  const goal = row.text('Goal') ?? '';
  const budget = goal === 'budget' ? readTotalBudget(part.input, part.horizon) : null;
  if (goal === 'budget' && budget === null) throw new CannotRun([makeIssue('budget-unknown', {}, { location: row.at('Goal') })]);
  if (goal === 'cost' && row.stated('Target') === null) throw new CannotRun([makeIssue('blank-cell', { column: 'Target' }, { location: row.at('Target') })]);
  if (goal === 'scenario' && row.text('Against') === null) throw new CannotRun([makeIssue('blank-cell', { column: 'Against' }, { location: row.at('Against') })]);
  const [low, high] = [row.number('Low'), row.number('High')];
  if (!(low < high)) throw new CannotRun([makeIssue('not-in-order', { columns: 'Low, High' }, { location: row.at('High') })]);
  let [cost, target] = [0, 0];
  const gap = (value: number): number => {
    const results = runWith([changeOf(row, value)], row, part);
    cost = scenarioCost(results, row, 'From');
    target = goal === 'scenario' ? scenarioCost(results, row, 'Against') : (budget ?? row.number('Target'));
    return cost - target;
  };
  const found = findRoot(gap, [low, high], costTolerance);
  const goalText = goal === 'scenario' ? `cost of ${row.text('Against') ?? ''}` : goal === 'budget' ? 'budget of the plan' : 'stated cost';
  const question = { name: row.name, cell: cellText(row), goal: goalText, cost, target, runs: found.runs };
  if ('at' in found) return { ...question, at: found.at, remark: null };
  return { ...question, at: null, remark: `the cost is ${found.atLow > 0 ? 'above' : 'below'} the goal from ${low} to ${high}` };
};

const swingOf = (row: NamedRow, stated: number, part: PartInput): Swing => {
  const [low, high] = [row.number('Low'), row.number('High')];
  const at = (value: number): number => scenarioCost(runWith([changeOf(row, value)], row, part), row, 'From');
  return { name: row.name, cell: cellText(row), low, high, stated, costAtLow: at(low), costAtHigh: at(high) };
};

const valuesOf = (row: NamedRow, steps: number): number[] => {
  const [low, high] = [row.number('Low'), row.number('High')];
  return Array.from({ length: steps }, (_, step) => low + ((high - low) * step) / (steps - 1));
};

const gridOf = (row: NamedRow, other: NamedRow, stated: number, part: PartInput): GridPoint[] => {
  const steps = row.number('Steps');
  return valuesOf(row, steps).flatMap(x =>
    valuesOf(other, steps).map(y => {
      const results = runWith([changeOf(row, x), changeOf(other, y)], row, part);
      return { first: row.name, second: other.name, x, y, cost: scenarioCost(results, row, 'From'), stated };
    }));
};

/** At which number a goal is reached, and which inputs move the cost most: asked by the tables SolveFor and Sensitivity. */
export const solvingPart: ModelPart = {
  id: 'solving',
  asksForRuns: true,
  specs: [solveForTable, sensitivityTable],
  ask(part) {
    const [questions, inputs] = [namedRows(part.input, solveForTable), namedRows(part.input, sensitivityTable)];
    const otherOf = (row: NamedRow): NamedRow | undefined => inputs.rows.find(({ name }) => isSame(name, row.text('With') ?? ''));
    const unknownOthers = inputs.rows.flatMap(row => {
      const name = row.text('With');
      if (name === null || otherOf(row)) return [];
      return [makeIssue('unknown-reference', { column: 'With', value: name, tables: 'Sensitivity', suggestion: '' }, { location: row.at('With') })];
    });
    return {
      issues: [...questions.issues, ...inputs.issues, ...unknownOthers],
      answer() {
        let asStated: RunResults | null = null;
        const stated = (row: NamedRow): number => scenarioCost((asStated ??= runWith([], row, part)), row, 'From');
        const solved = questions.rows.map(row => answered(() => solve(row, part)));
        const swings = inputs.rows.map(row => answered(() => swingOf(row, stated(row), part)));
        const grids = inputs.rows.flatMap(row => {
          const other = otherOf(row);
          return other ? [answered(() => gridOf(row, other, stated(row), part))] : [];
        });
        return {
          issues: [...solved, ...swings, ...grids].flatMap(({ issues }) => issues),
          makeReport(_results, ledger) {
            const tornado = buildTornado(swings.flatMap(({ answer }) => answer ?? []), ledger);
            const grid = buildGrid(grids.flatMap(({ answer }) => answer ?? []), ledger);
            return {
              tables: [buildSolved(solved.flatMap(({ answer }) => answer ?? []), ledger), tornado.table, grid], charts: tornado.charts
            };
          },
        };
      },
    };
  },
};
