import type { CellStyle, ConditionalFormatSnapshot } from '../../workbook/snapshot.ts';
import { formulaFromFile } from '../formula/from-file.ts';
import type { FunctionNames } from '../function-names.ts';
import { readColor } from '../styles/colors.ts';
import type { StylesInFile } from '../styles/read-styles.ts';
import { child, childrenNamed, flag, type XmlElement } from '../xml/parse-xml.ts';
import { comparisonFromFile } from './operators.ts';
import { readRanges } from './read-validations.ts';

/**
 * A rule's element, its parent, and what it says, one entry for each range; none when a snapshot has no word for it.
 */
export interface ConditionalFormatInFile {
  readonly parent: XmlElement;
  readonly element: XmlElement;
  readonly formats: readonly ConditionalFormatSnapshot[];
}

type Rule = Record<string, string | number | boolean>;
interface Sources {
  readonly styles: StylesInFile;
  readonly functions: FunctionNames;
}

const TEXT_OPERATORS: Readonly<Record<string, string>> = {
  containsText: 'Contains',
  notContainsText: 'NotContains',
  beginsWith: 'BeginsWith',
  endsWith: 'EndsWith',
};

const CRITERIA: Readonly<Record<string, string>> = {
  min: 'LowestValue',
  max: 'HighestValue',
  num: 'Number',
  percent: 'Percent',
  percentile: 'Percentile',
  formula: 'Formula',
};

export function readConditionalFormats(sheet: XmlElement, sources: Sources): ConditionalFormatInFile[] {
  return childrenNamed(sheet, 'conditionalFormatting').flatMap(parent =>
    childrenNamed(parent, 'cfRule').map(element => {
      const said = readRule(element, sources);
      return { parent, element, formats: said ? readRanges(parent).map(box => ({ box, ...said })) : [] };
    }),
  );
}

function readRule(element: XmlElement, { styles, functions }: Sources): Omit<ConditionalFormatSnapshot, 'box'> | null {
  const { type = '', operator = '', text = '', priority, stopIfTrue, dxfId } = element.attributes;
  const formulas = childrenNamed(element, 'formula').map(formula => formula.text.trim());
  const shared: Rule = {
    ...(Number(priority) > 0 && { priority: Number(priority) - 1 }),
    ...(flag(stopIfTrue) && { stopIfTrue: true }),
    ...lookOf(styles.differences[Number(dxfId ?? -1)]),
  };
  if (type === 'cellIs') {
    const comparison = comparisonFromFile(operator);
    const bounds = formulas.map(
      (formula, index) => [`formula${index + 1}`, formulaFromFile(formula, functions)] as const,
    );
    return comparison
      ? { kind: 'cellValue', rule: { operator: comparison, ...Object.fromEntries(bounds), ...shared } }
      : null;
  }
  if (type === 'expression' && formulas[0]) {
    return { kind: 'custom', rule: { formula: formulaFromFile(formulas[0], functions), ...shared } };
  }
  const textOperator = TEXT_OPERATORS[type];
  if (textOperator) return { kind: 'containsText', rule: { operator: textOperator, text, ...shared } };
  if (type === 'colorScale') {
    const rule = readColorScale(child(element, 'colorScale'), styles);
    return rule && { kind: 'colorScale', rule: { ...rule, ...shared } };
  }
  if (type === 'dataBar') {
    const bar = child(element, 'dataBar');
    const color = readColor(child(bar, 'color'), styles.colors);
    if (color) return { kind: 'dataBar', rule: { color, showValue: flag(bar?.attributes.showValue, true), ...shared } };
  }
  return null;
}

function readColorScale(scale: XmlElement | undefined, { colors }: StylesInFile): Rule | null {
  const criteria = childrenNamed(scale, 'cfvo');
  const shades = childrenNamed(scale, 'color').map(color => readColor(color, colors));
  const names = criteria.length === 2 ? ['minimum', 'maximum'] : ['minimum', 'midpoint', 'maximum'];
  if (criteria.length !== names.length || shades.length !== names.length) return null;
  const rule: Rule = {};
  names.forEach((name, index) => {
    const { type = 'num', val } = criteria[index]!.attributes;
    rule[`${name}Color`] = shades[index] ?? '#FFFFFF';
    rule[`${name}Type`] = CRITERIA[type] ?? 'Number';
    if (val !== undefined && type !== 'min' && type !== 'max') rule[`${name}Formula`] = val;
  });
  return rule;
}

const lookOf = ({ fontColor, fillColor, bold, italic, underline }: CellStyle = {}): Rule => ({
  ...(fontColor !== undefined && { fontColor }),
  ...(fillColor !== undefined && { fillColor }),
  ...(bold && { bold }),
  ...(italic && { italic }),
  ...(underline && { underline }),
});
