import { parseAddress } from '../../workbook/address.ts';
import type { CellBox, ValidationSnapshot } from '../../workbook/snapshot.ts';
import { formulaFromFile } from '../formula/from-file.ts';
import type { FunctionNames } from '../function-names.ts';
import { child, childrenNamed, type XmlElement } from '../xml/parse-xml.ts';
import { validationOperatorFromFile } from './operators.ts';

/** A rule's element and what it says, one entry for each of its ranges; none when a snapshot has no word for it. */
export interface ValidationInFile {
  readonly element: XmlElement;
  readonly validations: readonly ValidationSnapshot[];
}

const KINDS: readonly ValidationSnapshot['kind'][] = ['list', 'whole', 'decimal', 'date', 'custom'];

export function readValidations(sheet: XmlElement, functions: FunctionNames): ValidationInFile[] {
  return childrenNamed(child(sheet, 'dataValidations'), 'dataValidation').map(element => {
    const rule = readRule(element, functions);
    return { element, validations: rule ? readRanges(element).map(box => ({ box, ...rule })) : [] };
  });
}

/** The boxes of a `sqref` (blanks between ranges) or `ref`. */
export function readRanges({ attributes }: XmlElement): CellBox[] {
  return (attributes.sqref ?? attributes.ref ?? '').split(/\s+/).flatMap(reference => {
    const address = parseAddress(reference);
    if (!address) return [];
    const { row, column, rowCount, columnCount } = address;
    return [{ row, column, rowCount, columnCount }];
  });
}

function readRule(element: XmlElement, functions: FunctionNames): Omit<ValidationSnapshot, 'box'> | null {
  const { type, operator = 'between', error, prompt } = element.attributes;
  const kind = KINDS.find(known => known === type);
  if (!kind) return null;
  const [formula1, formula2] = ['formula1', 'formula2'].map(name => {
    const text = child(element, name)?.text.trim();
    return text === undefined || text === '' ? undefined : readBound(text, kind, functions);
  });
  const comparison = kind === 'list' || kind === 'custom' ? undefined : validationOperatorFromFile(operator);
  return {
    kind,
    ...(formula1 !== undefined && { formula1 }),
    ...(formula2 !== undefined && { formula2 }),
    ...(comparison !== undefined && { operator: comparison }),
    ...(error && { errorMessage: error }),
    ...(prompt && { prompt }),
  };
}

/** Numbers and a list's own choices are plain text, everything else a formula. */
function readBound(text: string, kind: ValidationSnapshot['kind'], functions: FunctionNames): string {
  const choices = kind === 'list' ? /^"([^]*)"$/.exec(text) : null;
  if (choices) return choices[1]!.replaceAll('""', '"');
  return Number.isFinite(Number(text)) ? text : formulaFromFile(text, functions);
}
