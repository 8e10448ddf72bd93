import type { ICellData, Nullable } from '@univerjs/core';
import { CellValueType } from '@univerjs/core';
import { invalidArgument } from '../interpreter/api-error.ts';
import { busyText } from '../univer/univer-fixes.ts';

export type ExcelValue = string | number | boolean;

const errorTexts: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  busyText,
]);

export const isErrorText = (value: unknown): value is string => typeof value === 'string' && errorTexts.has(value);

const empty: ICellData = { v: null, f: null, si: null, p: null };
const numberPattern = /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i;

/**
 * What typing `value` into a cell makes of it: `=…` is a formula, "12" a number, "true" a truth value. The type is always
 * given: left to itself Univer guesses. (Excel also reads "12%", "$5" and dates in the user's language; this host does not.)
 */
export function cellData(value: unknown): ICellData {
  if (value === '') return empty;
  if (typeof value === 'number') return plain(value, CellValueType.NUMBER);
  if (typeof value === 'boolean') return plain(value ? 1 : 0, CellValueType.BOOLEAN);
  if (typeof value !== 'string') throw invalidArgument(`A cell takes a text, a number or a truth value, not ${JSON.stringify(value)}.`);
  if (value.startsWith('=') && value.length > 1) return { f: value, si: null, v: null, p: null };
  if (value.startsWith("'")) return plain(value.slice(1), CellValueType.FORCE_STRING);
  if (numberPattern.test(value)) return plain(Number(value), CellValueType.NUMBER);
  if (/^(true|false)$/i.test(value)) return plain(value.toLowerCase() === 'true' ? 1 : 0, CellValueType.BOOLEAN);
  return plain(value, CellValueType.STRING);
}

/** For cells formatted as text: nothing is read into what was typed. */
export function textCell(value: unknown): ICellData {
  if (typeof value === 'boolean') return plain(value ? 'TRUE' : 'FALSE', CellValueType.STRING);
  if (typeof value !== 'string' && typeof value !== 'number') return cellData(value);
  return plain(String(value), CellValueType.STRING);
}

const plain = (v: string | number, t: CellValueType): ICellData => ({ v, t, f: null, si: null, p: null });

/** The value Excel shows the add-in: blank is ''. */
export function excelValue(cell: Nullable<ICellData>): ExcelValue {
  const value = cell?.v ?? richText(cell);
  if (value === null || value === undefined) return '';
  return cell?.t === CellValueType.BOOLEAN ? Boolean(value) : value;
}

export function valueType(value: ExcelValue): 'Empty' | 'Double' | 'Boolean' | 'Error' | 'String' {
  if (value === '') return 'Empty';
  if (typeof value === 'number') return 'Double';
  if (typeof value === 'boolean') return 'Boolean';
  return isErrorText(value) ? 'Error' : 'String';
}

/** Text with several fonts in one cell ends with a line break of Univer's own. */
const richText = (cell: Nullable<ICellData>): string | null => cell?.p?.body?.dataStream.replace(/\r\n$/, '') ?? null;
