import type { FunctionDefinition } from './function-definition.ts';
import type { FunctionValue, PlainArgument } from './function-value.ts';

/** `sheetId|row|column` of a cell. */
export type CellKey = string;

export const cellKey = (sheetId: string, row: number, column: number): CellKey => `${sheetId}|${row}|${column}`;

export function splitCellKey(key: CellKey): { sheetId: string; row: number; column: number } {
  const [sheetId = '', row, column] = key.split('|');
  return { sheetId, row: Number(row), column: Number(column) };
}

/** One invocation of a custom function, shared by all cells that ask with the same arguments. */
export interface CustomCall {
  readonly id: number;
  readonly key: string;
  readonly definition: FunctionDefinition;
  readonly args: readonly (PlainArgument | readonly PlainArgument[])[];
  /** Undefined while the answer is awaited. */
  value: FunctionValue | undefined;
  /** Cells to calculate again when an answer comes, with the name they called the function by. */
  cells: Map<CellKey, string>;
}

export const isStreaming = (call: CustomCall): boolean => call.definition.options?.stream === true;
