import { formatAddress } from '../../workbook/address.ts';
import { cellAddress } from '../cell-address.ts';
import type { CellStyle, ConditionalFormatSnapshot, SheetSnapshot } from '../../workbook/snapshot.ts';
import { formulaToFile } from '../formula/to-file.ts';
import type { FunctionNames } from '../function-names.ts';
import { comparisonToFile } from '../reading/operators.ts';
import type { ConditionalFormatInFile } from '../reading/read-conditional-formats.ts';
import type { StyleTable } from '../styles/style-table.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { boxListReference } from './box-list.ts';
import type { SheetEdits } from './sheet-edits.ts';

interface Sources {
  readonly styles: StyleTable;
  readonly functions: FunctionNames;
}

const CRITERIA: Readonly<Record<string, string>> = {
  LowestValue: 'min',
  HighestValue: 'max',
  Number: 'num',
  Percent: 'percent',
  Percentile: 'percentile',
  Formula: 'formula',
};

/**
 * New rules are added behind the file's; the file's are removed when the snapshot has none of their ranges any more.
 */
export function writeConditionalFormats(
  edits: SheetEdits,
  inFile: readonly ConditionalFormatInFile[],
  sheet: SheetSnapshot,
  sources: Sources,
): void {
  const known = new Set(inFile.flatMap(({ formats }) => formats.map(placedKey)));
  const wanted = new Set(sheet.conditionalFormats.map(placedKey));
  const added = sheet.conditionalFormats.filter(format => !known.has(placedKey(format)));
  const gone = inFile.filter(
    ({ formats }) => formats.length > 0 && !formats.some(format => wanted.has(placedKey(format))),
  );
  removeRules(edits, inFile, gone);
  let priority = Math.max(0, ...inFile.map(({ element }) => Number(element.attributes.priority) || 0));
  const ordered = added
    .map((format, index) => ({ format, order: Number(format.rule.priority ?? index) }))
    .sort((a, b) => a.order - b.order);
  for (const { format } of ordered) {
    const rule = ruleXml(format, ++priority, sources);
    if (rule === '') continue;
    edits.add(
      'conditionalFormatting',
      `<conditionalFormatting sqref="${boxListReference([format.box])}">${rule}</conditionalFormatting>`,
    );
  }
}

/** A `conditionalFormatting` whose every rule goes, goes whole. */
function removeRules(
  edits: SheetEdits,
  inFile: readonly ConditionalFormatInFile[],
  gone: readonly ConditionalFormatInFile[],
): void {
  for (const parent of new Set(gone.map(rule => rule.parent))) {
    const isEmptied = inFile.filter(rule => rule.parent === parent).every(rule => gone.includes(rule));
    if (isEmptied) edits.remove(parent);
    else gone.filter(rule => rule.parent === parent).forEach(({ element }) => edits.remove(element));
  }
}

const placedKey = (format: ConditionalFormatSnapshot): string =>
  `${format.kind} ${formatAddress(format.box)} ${ruleKey(format)}`;

/** Priorities are renumbered freely by whoever edits rules; operators come in two vocabularies. */
function ruleKey({ rule }: ConditionalFormatSnapshot): string {
  const entries = Object.entries(rule)
    .filter(([name, value]) => name !== 'priority' && value !== false && value !== '')
    .map(([name, value]) => {
      const text = name === 'operator' ? (comparisonToFile(String(value)) ?? String(value)) : String(value);
      return [name, name.endsWith('Color') || name === 'color' ? text.toUpperCase() : text];
    });
  return JSON.stringify(entries.sort(([a = ''], [b = '']) => (a < b ? -1 : 1)));
}

function ruleXml(
  { box, kind, rule }: ConditionalFormatSnapshot,
  priority: number,
  { styles, functions }: Sources,
): string {
  const text = (name: string): string => (rule[name] === undefined ? '' : String(rule[name]));
  const formula = (typed: string): string => `<formula>${escapeText(formulaToFile(typed, functions).text)}</formula>`;
  const look = lookOf(rule);
  const difference = Object.keys(look).length === 0 ? '' : ` dxfId="${styles.differenceOf(look)}"`;
  const head = (type: string, attributes = ''): string =>
    `<cfRule type="${type}"${difference} priority="${priority}"${rule.stopIfTrue ? ' stopIfTrue="1"' : ''}${attributes}>`;
  switch (kind) {
    case 'cellValue': {
      const operator = comparisonToFile(text('operator'));
      const bounds = ['formula1', 'formula2'].map(text).filter(Boolean).map(formula).join('');
      return operator && bounds ? `${head('cellIs', ` operator="${operator}"`)}${bounds}</cfRule>` : '';
    }
    case 'custom':
      return text('formula') && `${head('expression')}${formula(text('formula'))}</cfRule>`;
    case 'containsText': {
      const test = textTest(text('operator'), text('text'), cellAddress(box.row, box.column));
      const attributes = ` operator="${test.operator}" text="${escapeAttribute(text('text'))}"`;
      return `${head(test.type, attributes)}${formula(test.formula)}</cfRule>`;
    }
    case 'colorScale':
      return `${head('colorScale')}${colorScaleXml(rule)}</cfRule>`;
    case 'dataBar':
      return (
        `${head('dataBar')}<dataBar${rule.showValue === false ? ' showValue="0"' : ''}><cfvo type="min"/><cfvo type="max"/>` +
        `${colorXml(text('color') || '#638EC6')}</dataBar></cfRule>`
      );
  }
}

/** Excel stores a text rule with the formula that decides it, for the range's first cell. */
function textTest(operator: string, text: string, cell: string): { type: string; operator: string; formula: string } {
  const quoted = `"${text.replaceAll('"', '""')}"`;
  switch (operator) {
    case 'NotContains':
      return { type: 'notContainsText', operator: 'notContains', formula: `=ISERROR(SEARCH(${quoted},${cell}))` };
    case 'BeginsWith':
      return { type: 'beginsWith', operator: 'beginsWith', formula: `=LEFT(${cell},LEN(${quoted}))=${quoted}` };
    case 'EndsWith':
      return { type: 'endsWith', operator: 'endsWith', formula: `=RIGHT(${cell},LEN(${quoted}))=${quoted}` };
    default:
      return { type: 'containsText', operator: 'containsText', formula: `=NOT(ISERROR(SEARCH(${quoted},${cell})))` };
  }
}

function colorScaleXml(rule: ConditionalFormatSnapshot['rule']): string {
  const names = rule.midpointColor === undefined ? ['minimum', 'maximum'] : ['minimum', 'midpoint', 'maximum'];
  const usual: Readonly<Record<string, string>> = {
    minimum: 'LowestValue',
    midpoint: 'Percentile',
    maximum: 'HighestValue',
  };
  const criteria = names.map(name => {
    const type = CRITERIA[String(rule[`${name}Type`] ?? usual[name])] ?? 'num';
    const value = rule[`${name}Formula`] ?? (type === 'percentile' ? '50' : undefined);
    return `<cfvo type="${type}"${value === undefined ? '' : ` val="${escapeAttribute(String(value).replace(/^=/, ''))}"`}/>`;
  });
  const colors = names.map(name => colorXml(String(rule[`${name}Color`] ?? '#FFFFFF')));
  return `<colorScale>${criteria.join('')}${colors.join('')}</colorScale>`;
}

const colorXml = (color: string): string => `<color rgb="FF${color.slice(1).toUpperCase()}"/>`;

function lookOf(rule: ConditionalFormatSnapshot['rule']): CellStyle {
  const { fontColor, fillColor, bold, italic, underline } = rule;
  return {
    ...(typeof fontColor === 'string' && { fontColor }),
    ...(typeof fillColor === 'string' && { fillColor }),
    ...(bold === true && { bold }),
    ...(italic === true && { italic }),
    ...(underline === true && { underline }),
  };
}
