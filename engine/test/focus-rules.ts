import type { ReportCell } from '../report/report.ts';
import type { Row } from './report-rows.ts';

/** A node of a rule of the FOCUS validator's model file. */
interface RuleNode {
  readonly CheckFunction?: string;
  readonly Items?: readonly RuleNode[];
  readonly ModelRuleId?: string;
  readonly ColumnName?: string;
  readonly ColumnAName?: string;
  readonly ColumnBName?: string;
  readonly ResultColumnName?: string;
  readonly Value?: ReportCell;
}

export interface FocusModel {
  readonly ModelRules: Readonly<
    Record<
      string,
      {
        readonly Type: 'Static' | 'Dynamic';
        readonly ValidationCriteria: {
          readonly MustSatisfy: string;
          readonly Keyword: string;
          readonly Requirement: RuleNode;
          readonly Condition: RuleNode;
        };
      }
    >
  >;
}

/** Costs in the sheet are rounded to the minor unit, so a product may differ by that much. */
const minorUnit = 0.0100001;

const isUtc = (cell: ReportCell): boolean =>
  cell === null || /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(String(cell));
const isKeyValue = (cell: ReportCell): boolean => {
  if (cell === null) return true;
  const read = JSON.parse(String(cell)) as unknown;
  return typeof read === 'object' && read !== null && !Array.isArray(read);
};

const holds = (model: FocusModel, node: RuleNode, row: Row): boolean => {
  const cell = (name: string | undefined): ReportCell => row[name ?? ''] ?? null;
  const value = cell(node.ColumnName);
  switch (node.CheckFunction) {
    case undefined:
      return true;
    case 'AND':
      return (node.Items ?? []).every(item => holds(model, item, row));
    case 'OR':
      return (node.Items ?? []).some(item => holds(model, item, row));
    case 'CheckModelRule':
      return brokenRules(model, node.ModelRuleId ?? '', row).length === 0;
    case 'ColumnPresent':
      return (node.ColumnName ?? '') in row;
    case 'CheckValue':
      return value === (node.Value ?? null);
    case 'CheckNotValue':
      return value !== (node.Value ?? null);
    case 'CheckSameValue':
      return cell(node.ColumnAName) === cell(node.ColumnBName);
    case 'CheckNotSameValue':
      return cell(node.ColumnAName) !== cell(node.ColumnBName);
    case 'CheckGreaterOrEqualThanValue':
      return value === null || Number(value) >= Number(node.Value);
    case 'ColumnByColumnEqualsColumnValue':
      return (
        Math.abs(
          Number(cell(node.ColumnAName)) * Number(cell(node.ColumnBName)) - Number(cell(node.ResultColumnName)),
        ) <= minorUnit
      );
    case 'TypeString':
    case 'FormatString':
    case 'FormatUnit':
      return value === null || (typeof value === 'string' && value.trim() === value);
    case 'TypeDecimal':
    case 'FormatNumeric':
    case 'CheckDecimalValue':
      return value === null || Number.isFinite(value);
    case 'TypeDateTime':
    case 'FormatDateTime':
      return isUtc(value);
    case 'FormatCurrency':
    case 'CheckNationalCurrency':
      return value === null || /^[A-Z]{3}$/.test(String(value));
    case 'FormatKeyValue':
      return isKeyValue(value);
    case 'CheckDistinctCount':
      return true; // about the whole data set
    default:
      throw new Error(`no check function ${node.CheckFunction}`);
  }
};

/**
 * The rule and all below it that must hold and do not, as `id: sentence`. Rules in prose only, and advice, are passed
 * over.
 */
export const brokenRules = (model: FocusModel, ruleId: string, row: Row): string[] => {
  const rule = model.ModelRules[ruleId];
  if (!rule || rule.Type === 'Dynamic') return [];
  const { Keyword, Requirement, Condition, MustSatisfy } = rule.ValidationCriteria;
  if (!Keyword.startsWith('MUST') || !holds(model, Condition, row)) return [];
  const children =
    Requirement.CheckFunction === 'AND'
      ? (Requirement.Items ?? []).filter(item => item.CheckFunction === 'CheckModelRule')
      : [];
  if (children.length > 0) return children.flatMap(child => brokenRules(model, child.ModelRuleId ?? '', row));
  return holds(model, Requirement, row) ? [] : [`${ruleId}: ${MustSatisfy}`];
};
