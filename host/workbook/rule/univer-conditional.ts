import { BooleanNumber } from '@univerjs/core';
import type { IStyleBase } from '@univerjs/core';
import { CFNumberOperator, CFRuleType, CFSubRuleType, CFTextOperator, CFValueType } from '@univerjs/sheets-conditional-formatting';
import type { IConditionFormattingRule, IConditionalFormattingRuleConfig, IValueConfig } from '@univerjs/sheets-conditional-formatting';
import { columnName } from '../address.ts';
import { univerRange } from '../open-snapshot.ts';
import type { ConditionalFormatSnapshot } from '../snapshot.ts';

type Rule = ConditionalFormatSnapshot['rule'];

const numberOperators: Readonly<Record<string, CFNumberOperator>> = {
  Between: CFNumberOperator.between,
  NotBetween: CFNumberOperator.notBetween,
  EqualTo: CFNumberOperator.equal,
  NotEqualTo: CFNumberOperator.notEqual,
  GreaterThan: CFNumberOperator.greaterThan,
  LessThan: CFNumberOperator.lessThan,
  GreaterThanOrEqual: CFNumberOperator.greaterThanOrEqual,
  LessThanOrEqual: CFNumberOperator.lessThanOrEqual,
};
const signs: Readonly<Record<string, string>> = {
  EqualTo: '=',
  NotEqualTo: '<>',
  GreaterThan: '>',
  LessThan: '<',
  GreaterThanOrEqual: '>=',
  LessThanOrEqual: '<=',
};
const textOperators: Readonly<Record<string, CFTextOperator>> = {
  Contains: CFTextOperator.containsText,
  NotContains: CFTextOperator.notContainsText,
  BeginsWith: CFTextOperator.beginsWith,
  EndsWith: CFTextOperator.endsWith,
};
const valueTypes: Readonly<Record<string, CFValueType>> = {
  LowestValue: CFValueType.min,
  HighestValue: CFValueType.max,
  Number: CFValueType.num,
  Percent: CFValueType.percent,
  Percentile: CFValueType.percentile,
  Formula: CFValueType.formula,
};

/** The rule as the grid draws it; null when it is not complete yet. */
export function univerConditional(cfId: string, format: ConditionalFormatSnapshot): IConditionFormattingRule | null {
  const rule = config(format);
  return rule && { cfId, ranges: [univerRange(format.box)], stopIfTrue: format.rule['stopIfTrue'] === true, rule };
}

function config({ kind, rule, box }: ConditionalFormatSnapshot): IConditionalFormattingRuleConfig | null {
  switch (kind) {
    case 'cellValue':
      return cellValue(rule, `${columnName(box.column)}${box.row + 1}`);
    case 'custom':
      return rule['formula'] ? highlight(rule, { subType: CFSubRuleType.formula, value: String(rule['formula']) }) : null;
    case 'containsText': {
      const operator = textOperators[String(rule['operator'])];
      return operator ? highlight(rule, { subType: CFSubRuleType.text, operator, value: String(rule['text'] ?? '') }) : null;
    }
    case 'colorScale':
      return colorScale(rule);
    case 'dataBar':
      return {
        type: CFRuleType.dataBar,
        isShowValue: rule['showValue'] !== false,
        config: {
          min: { type: CFValueType.min },
          max: { type: CFValueType.max },
          isGradient: true,
          positiveColor: String(rule['color'] ?? '#638EC6'),
          nativeColor: '#FF0000',
        },
      };
  }
}

const plain = (value: unknown): string => String(value ?? '').replace(/^=/, '');

/** Bounds that are no numbers become a formula of the first cell. */
function cellValue(rule: Rule, firstCell: string): IConditionalFormattingRuleConfig | null {
  const name = String(rule['operator']);
  const operator = numberOperators[name];
  const [first, second] = [plain(rule['formula1']), plain(rule['formula2'])];
  if (!operator || first === '') return null;
  const isRange = operator === CFNumberOperator.between || operator === CFNumberOperator.notBetween;
  if (isRange) {
    const inside = `AND(${firstCell}>=${first},${firstCell}<=${second})`;
    const value = operator === CFNumberOperator.between ? `=${inside}` : `=NOT(${inside})`;
    return highlight(rule, { subType: CFSubRuleType.formula, value });
  }
  if (Number.isFinite(Number(first))) return highlight(rule, { subType: CFSubRuleType.number, operator, value: Number(first) });
  return highlight(rule, { subType: CFSubRuleType.formula, value: `=${firstCell}${signs[name]}${first}` });
}

const highlight = (rule: Rule, test: object): IConditionalFormattingRuleConfig =>
  ({ type: CFRuleType.highlightCell, style: look(rule), ...test }) as IConditionalFormattingRuleConfig;

function look({ fontColor, fillColor, bold, italic, underline }: Rule): IStyleBase {
  return {
    ...(typeof fontColor === 'string' && { cl: { rgb: fontColor } }),
    ...(typeof fillColor === 'string' && { bg: { rgb: fillColor } }),
    ...(bold === true && { bl: BooleanNumber.TRUE }),
    ...(italic === true && { it: BooleanNumber.TRUE }),
    ...(underline === true && { ul: { s: BooleanNumber.TRUE } }),
  };
}

function colorScale(rule: Rule): IConditionalFormattingRuleConfig | null {
  const points = ['minimum', 'midpoint', 'maximum']
    .filter((name) => typeof rule[`${name}Color`] === 'string')
    .map((name, index) => ({ index, color: String(rule[`${name}Color`]), value: valueConfig(rule[`${name}Type`], rule[`${name}Formula`]) }));
  return points.length < 2 ? null : { type: CFRuleType.colorScale, config: points };
}

function valueConfig(type: unknown, formula: unknown): IValueConfig {
  const known = valueTypes[String(type)] ?? CFValueType.num;
  if (known === CFValueType.min || known === CFValueType.max) return { type: known };
  const number = Number(plain(formula));
  return { type: known, value: known === CFValueType.formula || !Number.isFinite(number) ? `=${plain(formula)}` : number };
}
