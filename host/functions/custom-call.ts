import type { FunctionDefinition } from './function-definition.ts';
import type { FunctionValue, PlainArgument } from './function-value.ts';

/** `sheetId|row|column` of a cell. */
export type CellKey = string;

export const cellKey = (sheetId: string, row: number, column: number): CellKey => `${sheetId}|${row}|${column}`;

export function splitCellKey(key: CellKey): { sheetId: string; row: number; column: number } {
  const [sheetId = '', row, column] = key.split('|');
  return { sheetId, row: Number(row), column: Number(column) };
}

/** One for each parameter; a list of all for a repeating one. */
export type CallArguments = readonly (PlainArgument | readonly PlainArgument[])[];

/** One invocation of a custom function, shared by all cells that ask with the same arguments. */
export interface CustomCall {
  readonly id: number;
  readonly key: string;
  readonly definition: FunctionDefinition;
  /** As JSON. */
  readonly argsText: string;
  /** The cell that asked first. */
  readonly cell: CellKey;
  /** Undefined while the answer is awaited. */
  value: FunctionValue | undefined;
  /** Cells to calculate again when an answer comes, with the name they called the function by; null when there are none. */
  cells: Map<CellKey, string> | null;
}

export const isStreaming = (call: CustomCall): boolean => call.definition.options?.stream === true;
