import { dataSetChecks, holdsForRow, type RowChecker, type RuleNode } from './focus-checks.ts';
import type { Row } from './report-rows.ts';

interface ModelRule {
  readonly Type: 'Static' | 'Dynamic';
  readonly ApplicabilityCriteria: readonly string[];
  readonly ValidationCriteria: {
    readonly MustSatisfy: string;
    readonly Keyword: string;
    readonly Requirement: RuleNode;
    readonly Condition: RuleNode;
  };
}

/** The FOCUS validator's model file, as far as it is read. */
export interface FocusModel {
  readonly ApplicabilityCriteria: Readonly<Record<string, unknown>>;
  readonly CheckFunctions: Readonly<Record<string, unknown>>;
  readonly ModelDatasets: Readonly<Record<string, { readonly ModelRules: readonly string[] }>>;
  readonly ModelRules: Readonly<Record<string, ModelRule>>;
}

export interface FocusDataSet {
  readonly rows: readonly Row[];
  readonly columns: readonly string[];
  /** Applicability criteria the data declares; a rule of any other is not asked. */
  readonly declared: ReadonlySet<string>;
  /** Rules whose check contradicts their own sentence, with what the sentence says. */
  readonly corrected: Readonly<Record<string, { readonly Requirement: RuleNode; readonly Condition: RuleNode }>>;
}

/** What came of all static rules. Rules are told as `id: sentence`, with how often or for what they are broken. */
export interface FocusReport {
  /** MUST and MUST NOT. */
  readonly failures: Readonly<Record<string, number | string>>;
  /** SHOULD, SHOULD NOT and RECOMMENDED. */
  readonly warnings: Readonly<Record<string, number | string>>;
  /** Rules asked of every row or of the whole, by id. */
  readonly asked: ReadonlySet<string>;
  /** Rules not asked, and why: criteria not declared, a column that need not be there, prose, or MAY. */
  readonly passedOver: ReadonlyMap<string, string>;
}

const childrenOf = ({ CheckFunction, Items = [], ModelRuleId }: RuleNode): readonly string[] | null => {
  if (CheckFunction === 'CheckModelRule') return [ModelRuleId ?? ''];
  if (CheckFunction !== 'AND' || !Items.every(item => item.CheckFunction === 'CheckModelRule')) return null;
  return Items.map(item => item.ModelRuleId ?? '');
};

const columnsOf = (node: RuleNode): string[] => [
  ...[node.ColumnName, node.ColumnAName, node.ColumnBName, node.ResultColumnName].flatMap(name => name ?? []),
  ...(node.Items ?? []).flatMap(columnsOf),
];

/**
 * Interprets the static rules of a model from its data set's root down: a rule made of others asks each of them, under
 * its own condition and those above it. Rules about attributes of formats are asked through the formats they define.
 */
export const checkFocus = (model: FocusModel, { rows, columns, declared, corrected }: FocusDataSet): FocusReport => {
  const present = new Set(columns);
  const failures: Record<string, number | string> = {};
  const warnings: Record<string, number | string> = {};
  const asked = new Set<string>();
  const passedOver = new Map<string, string>();
  const criteriaOf = (ruleId: string) => {
    const rule = model.ModelRules[ruleId];
    if (!rule) throw new Error(`no rule ${ruleId}`);
    return { rule, criteria: { ...rule.ValidationCriteria, ...corrected[ruleId] } };
  };
  const checker: RowChecker = {
    rule: (ruleId, row) => {
      const { rule, criteria } = criteriaOf(ruleId);
      if (rule.Type === 'Dynamic' || !holdsForRow(criteria.Condition, row, checker)) return true;
      return holdsForRow(criteria.Requirement, row, checker);
    },
  };

  const visit = (ruleId: string, conditions: readonly RuleNode[]): void => {
    const { rule, criteria } = criteriaOf(ruleId);
    const { Keyword, Requirement, Condition, MustSatisfy } = criteria;
    const undeclared = rule.ApplicabilityCriteria.filter(name => !declared.has(name));
    const missing = Requirement.CheckFunction === 'ColumnPresent' ? [] : columnsOf(Requirement).filter(name => !present.has(name));
    if (rule.Type === 'Dynamic') passedOver.set(ruleId, 'prose');
    else if (Keyword === 'MAY') passedOver.set(ruleId, 'MAY');
    else if (undeclared.length > 0) passedOver.set(ruleId, `not declared: ${undeclared.join(', ')}`);
    else if (missing.length > 0) passedOver.set(ruleId, `no column ${missing.join(', ')}`);
    else {
      const inner = [...conditions, Condition];
      const children = childrenOf(Requirement);
      asked.add(ruleId);
      if (children) return children.forEach(child => visit(child, inner));
      const about = rows.filter(row => inner.every(condition => holdsForRow(condition, row, checker)));
      const ofAll = dataSetChecks[Requirement.CheckFunction ?? ''];
      const broken = ofAll
        ? ofAll(Requirement, about, present)
        : about.filter(row => !holdsForRow(Requirement, row, checker)).length || null;
      if (broken !== null) (Keyword.startsWith('MUST') ? failures : warnings)[`${ruleId}: ${MustSatisfy}`] = broken;
    }
  };
  for (const { ModelRules } of Object.values(model.ModelDatasets)) ModelRules.forEach(root => visit(root, []));
  return { failures, warnings, asked, passedOver };
};
