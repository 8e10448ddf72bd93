import { columnIndex } from '../workbook/address.ts';
import type { ScalarValue } from './function-value.ts';

/** A formula that is nothing but one call with plain arguments: `=CLOUD.COST("small",B2,1)`. */
export interface SimpleCall {
  /** Upper case. */
  readonly name: string;
  readonly args: readonly SimpleArgument[];
}

export type SimpleArgument = { readonly value: ScalarValue } | CellArgument;

export interface CellArgument {
  readonly row: number;
  readonly column: number;
  readonly isRowFixed: boolean;
  readonly isColumnFixed: boolean;
}

const callPattern = /^=\s*([A-Z_][\w.]*)\s*\((.*)\)\s*$/is;
const argumentPattern =
  /\s*(?:"((?:[^"]|"")*)"|([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)|(true|false)|(\$?)([a-z]{1,3})(\$?)(\d{1,7})|)\s*(,|$)/iy;

/** Null for every other formula. */
export function parseSimpleCall(formula: string): SimpleCall | null {
  const call = callPattern.exec(formula);
  if (!call) return null;
  const [, name = '', list = ''] = call;
  const args: SimpleArgument[] = [];
  if (list.trim() === '') return { name: name.toUpperCase(), args };
  argumentPattern.lastIndex = 0;
  for (;;) {
    const match = argumentPattern.exec(list);
    if (!match) return null;
    args.push(argumentOf(match));
    if (match[8] === '') return { name: name.toUpperCase(), args };
  }
}

function argumentOf([, text, number, truth, fixedColumn, column, fixedRow, row]: RegExpExecArray): SimpleArgument {
  if (text !== undefined) return { value: text.replaceAll('""', '"') };
  if (number !== undefined) return { value: Number(number) };
  if (truth !== undefined) return { value: truth.toLowerCase() === 'true' };
  if (column === undefined) return { value: null };
  return { row: Number(row) - 1, column: columnIndex(column), isRowFixed: fixedRow === '$', isColumnFixed: fixedColumn === '$' };
}
