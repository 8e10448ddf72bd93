import { formatAddress } from '../../workbook/address.ts';
import type { SheetSnapshot, ValidationSnapshot } from '../../workbook/snapshot.ts';
import { formulaToFile } from '../formula/to-file.ts';
import type { FunctionNames } from '../function-names.ts';
import { comparisonToFile } from '../reading/operators.ts';
import { readRanges, type ValidationInFile } from '../reading/read-validations.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { attributesXml } from '../xml/insert.ts';
import { boxListReference, overlapsAny, subtractBox } from './box-list.ts';
import type { SheetEdits } from './sheet-edits.ts';

/**
 * Rules that came new are added, and the file's give way where a new one lies; those whose every range the snapshot has
 * no more are removed. Rules a snapshot has no word for stay.
 */
export function writeValidations(
  edits: SheetEdits,
  inFile: readonly ValidationInFile[],
  sheet: SheetSnapshot,
  functions: FunctionNames,
): void {
  const known = new Set(inFile.flatMap(({ validations }) => validations.map(placedKey)));
  const wanted = new Set(sheet.validations.map(placedKey));
  const added = sheet.validations.filter(rule => !known.has(placedKey(rule)));
  const isGone = ({ validations }: ValidationInFile): boolean =>
    validations.length > 0 && !validations.some(rule => wanted.has(placedKey(rule)));
  const addedBoxes = added.map(({ box }) => box);
  const isUntouched = (rule: ValidationInFile): boolean =>
    !isGone(rule) && !readRanges(rule.element).some(box => overlapsAny(box, addedBoxes));
  if (added.length === 0 && inFile.every(isUntouched)) return;

  const kept = inFile
    .filter(rule => !isGone(rule))
    .flatMap(rule => {
      if (isUntouched(rule)) return edits.slice(rule.element);
      const left = addedBoxes.reduce(subtractBox, readRanges(rule.element));
      return left.length === 0 ? [] : withRanges(edits.slice(rule.element), boxListReference(left));
    });
  const rules = [...kept, ...groupByRule(added).map(group => ruleXml(group, functions))];
  const container = edits.child('dataValidations');
  if (!container) {
    edits.set('dataValidations', `<dataValidations count="${rules.length}">${rules.join('')}</dataValidations>`);
    return;
  }
  if (rules.length === 0) return edits.remove(container);
  const attributes = attributesXml({ ...container.attributes, count: String(rules.length) });
  edits.replace(container, `<dataValidations${attributes}>${rules.join('')}</dataValidations>`);
}

const placedKey = (rule: ValidationSnapshot): string => `${formatAddress(rule.box)} ${ruleKey(rule)}`;

const ruleKey = ({
  kind,
  formula1 = '',
  formula2 = '',
  operator = 'Between',
  errorMessage = '',
  prompt = '',
}: ValidationSnapshot): string =>
  JSON.stringify([kind, formula1, formula2, hasBounds(kind) ? comparisonToFile(operator) : '', errorMessage, prompt]);

const hasBounds = (kind: ValidationSnapshot['kind']): boolean => kind !== 'list' && kind !== 'custom';

const withRanges = (element: string, reference: string): string =>
  element.replace(/(\ssqref\s*=\s*)(?:"[^"]*"|'[^']*')/, `$1"${reference}"`);

function groupByRule(rules: readonly ValidationSnapshot[]): ValidationSnapshot[][] {
  const groups = new Map<string, ValidationSnapshot[]>();
  for (const rule of rules) {
    const key = ruleKey(rule);
    const group = groups.get(key);
    if (group) group.push(rule);
    else groups.set(key, [rule]);
  }
  return [...groups.values()];
}

function ruleXml(group: readonly ValidationSnapshot[], functions: FunctionNames): string {
  const [rule] = group as readonly [ValidationSnapshot];
  const { kind, operator = 'Between', errorMessage, prompt } = rule;
  const comparison = hasBounds(kind) ? (comparisonToFile(operator) ?? 'between') : 'between';
  const bound = (name: 'formula1' | 'formula2'): string => {
    const text = rule[name];
    return text === undefined || text === ''
      ? ''
      : `<${name}>${escapeText(boundInFile(text, kind, functions))}</${name}>`;
  };
  return (
    `<dataValidation type="${kind}"${comparison === 'between' ? '' : ` operator="${comparison}"`}` +
    ` allowBlank="1" showInputMessage="1" showErrorMessage="1"` +
    `${errorMessage ? ` error="${escapeAttribute(errorMessage)}"` : ''}${prompt ? ` prompt="${escapeAttribute(prompt)}"` : ''}` +
    ` sqref="${boxListReference(group.map(({ box }) => box))}">${bound('formula1')}${bound('formula2')}</dataValidation>`
  );
}

function boundInFile(text: string, kind: ValidationSnapshot['kind'], functions: FunctionNames): string {
  if (text.startsWith('=')) return formulaToFile(text, functions).text;
  return kind === 'list' ? `"${text.replaceAll('"', '""')}"` : text;
}
