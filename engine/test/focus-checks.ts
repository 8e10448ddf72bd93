import { isCurrencyCode } from '../money/currency.ts';
import type { ReportCell } from '../report/report.ts';
import type { Row } from './report-rows.ts';

/** A node of a rule of the FOCUS validator's model file. */
export interface RuleNode {
  readonly CheckFunction?: string;
  readonly Items?: readonly RuleNode[];
  readonly ModelRuleId?: string;
  readonly ColumnName?: string;
  readonly ColumnAName?: string;
  readonly ColumnBName?: string;
  readonly ResultColumnName?: string;
  readonly ExpectedCount?: number;
  readonly Value?: ReportCell;
}

export interface RowChecker {
  /** Whether the named rule holds for the row. */
  rule(ruleId: string, row: Row): boolean;
}

/** Costs in the sheet are rounded to the minor unit, so a product may differ by that much. */
const minorUnit = 0.0100001;

const isText = (cell: ReportCell): boolean => cell === null || typeof cell === 'string';
const isTrimmed = (cell: ReportCell): boolean => cell === null || (typeof cell === 'string' && cell !== '' && cell.trim() === cell);
const isNumber = (cell: ReportCell): boolean => cell === null || (typeof cell === 'number' && Number.isFinite(cell));
const isUtc = (cell: ReportCell): boolean =>
  cell === null ||
  (typeof cell === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(cell) && !Number.isNaN(Date.parse(cell)));
const isCurrency = (cell: ReportCell): boolean => cell === null || (typeof cell === 'string' && isCurrencyCode(cell));
/** `Hours`, `GB-Months`, `1000 Requests`, `GB/Hour`, in capitals. */
const isUnit = (cell: ReportCell): boolean =>
  cell === null ||
  /^(\d+ )?[A-Z][A-Za-z]*( [A-Z][A-Za-z]*)*(-[A-Z][a-z]+s)?(\/(\d+ )?[A-Z][a-z]+)?$/.test(String(cell));
/** A JSON object of plain values. */
const isKeyValue = (cell: ReportCell): boolean => {
  if (cell === null) return true;
  try {
    const read = JSON.parse(String(cell)) as unknown;
    if (typeof read !== 'object' || read === null || Array.isArray(read)) return false;
    return Object.values(read).every(value => value === null || typeof value !== 'object');
  } catch {
    return false;
  }
};

type RowCheck = (node: RuleNode, row: Row, checker: RowChecker) => boolean;

const cellOf = (row: Row, name: string | undefined): ReportCell => row[name ?? ''] ?? null;
const formed =
  (test: (cell: ReportCell) => boolean): RowCheck =>
  ({ ColumnName }, row) =>
    test(cellOf(row, ColumnName));

/** The check functions about one row; null cells pass every type and format: whether they are allowed is another rule. */
export const rowChecks: Readonly<Record<string, RowCheck>> = {
  AND: ({ Items = [] }, row, checker) => Items.every(item => holdsForRow(item, row, checker)),
  OR: ({ Items = [] }, row, checker) => Items.some(item => holdsForRow(item, row, checker)),
  CheckModelRule: ({ ModelRuleId = '' }, row, checker) => checker.rule(ModelRuleId, row),
  CheckValue: ({ ColumnName, Value = null }, row) => cellOf(row, ColumnName) === Value,
  CheckNotValue: ({ ColumnName, Value = null }, row) => cellOf(row, ColumnName) !== Value,
  CheckSameValue: ({ ColumnAName, ColumnBName }, row) => cellOf(row, ColumnAName) === cellOf(row, ColumnBName),
  CheckNotSameValue: ({ ColumnAName, ColumnBName }, row) => cellOf(row, ColumnAName) !== cellOf(row, ColumnBName),
  CheckGreaterOrEqualThanValue: ({ ColumnName, Value }, row) => {
    const cell = cellOf(row, ColumnName);
    return cell === null || Number(cell) >= Number(Value);
  },
  ColumnByColumnEqualsColumnValue: ({ ColumnAName, ColumnBName, ResultColumnName }, row) => {
    const [a, b, result] = [ColumnAName, ColumnBName, ResultColumnName].map(name => cellOf(row, name));
    return a === null || b === null || Math.abs(Number(a) * Number(b) - Number(result)) <= minorUnit;
  },
  TypeString: formed(isText),
  FormatString: formed(isTrimmed),
  TypeDecimal: formed(isNumber),
  FormatNumeric: formed(isNumber),
  CheckDecimalValue: formed(isNumber),
  TypeDateTime: formed(isUtc),
  FormatDateTime: formed(isUtc),
  FormatUnit: formed(isUnit),
  FormatCurrency: formed(isCurrency),
  CheckNationalCurrency: formed(isCurrency),
  FormatKeyValue: formed(isKeyValue),
};

/** Whether a node holds for a row. Throws for a check function nobody wrote: a rule must not pass unread. */
export const holdsForRow = (node: RuleNode, row: Row, checker: RowChecker): boolean => {
  if (node.CheckFunction === undefined) return true;
  const check = rowChecks[node.CheckFunction];
  if (!check) throw new Error(`no check function ${node.CheckFunction}`);
  return check(node, row, checker);
};

/** The check functions about all rows at once: whether each stands, by the value it fails for, or null. */
export const dataSetChecks: Readonly<
  Record<string, (node: RuleNode, rows: readonly Row[], columns: ReadonlySet<string>) => string | null>
> = {
  ColumnPresent: ({ ColumnName = '' }, _rows, columns) => (columns.has(ColumnName) ? null : ColumnName),
  CheckDistinctCount: ({ ColumnAName, ColumnBName, ExpectedCount = 1 }, rows) => {
    const seen = new Map<ReportCell, Set<ReportCell>>();
    for (const row of rows) {
      const parent = cellOf(row, ColumnAName);
      if (parent !== null) seen.set(parent, (seen.get(parent) ?? new Set()).add(cellOf(row, ColumnBName)));
    }
    const wrong = [...seen].find(([, values]) => values.size !== ExpectedCount);
    return wrong ? String(wrong[0]) : null;
  },
};
