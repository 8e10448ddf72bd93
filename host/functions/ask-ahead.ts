import type { ICellData, IObjectMatrixPrimitiveType, Nullable } from '@univerjs/core';
import { callPerElement, maxArgumentCount, minArgumentCount } from './call-arguments.ts';
import { cellKey } from './custom-call.ts';
import type { CustomFunctions } from './custom-functions.ts';
import type { FunctionDefinition } from './function-definition.ts';
import type { PlainArgument, ScalarValue } from './function-value.ts';
import { parseSimpleCall } from './simple-call.ts';
import type { SimpleArgument, SimpleCall } from './simple-call.ts';

export interface AskAheadPort {
  /** By full upper-case name. */
  definition(name: string): FunctionDefinition | undefined;
  /** Undefined when the cell is a formula's: its value may be an old one. */
  valueAt(sheetId: string, row: number, column: number): ScalarValue | undefined;
}

interface PlacedCall {
  readonly call: SimpleCall;
  readonly row: number;
  readonly column: number;
}

/**
 * Sends the calls of simple formulas out as soon as they are written: when the calculation comes, their answers are there,
 * and no second calculation is needed. What it guesses wrong costs a call and nothing else.
 */
export class AskAhead {
  constructor(
    private readonly functions: CustomFunctions,
    private readonly port: AskAheadPort,
  ) {}

  /** Cells as they were written. */
  look(sheetId: string, cells: IObjectMatrixPrimitiveType<Nullable<ICellData>>): void {
    const shared = new Map<string, PlacedCall | null>();
    for (const [rowKey, columns] of Object.entries(cells)) {
      const row = Number(rowKey);
      for (const columnKey in columns) {
        const cell = columns[Number(columnKey)];
        if (!cell || (!cell.f && !cell.si)) continue;
        const column = Number(columnKey);
        const placed = this.placedCall(cell, row, column, shared);
        if (placed) this.ask(sheetId, row, column, placed);
      }
    }
  }

  private placedCall(cell: ICellData, row: number, column: number, shared: Map<string, PlacedCall | null>): PlacedCall | null {
    if (!cell.f) return shared.get(cell.si!) ?? null;
    const call = parseSimpleCall(cell.f);
    const placed = call && { call, row, column };
    if (cell.si) shared.set(cell.si, placed);
    return placed;
  }

  private ask(sheetId: string, row: number, column: number, placed: PlacedCall): void {
    const { name, args } = placed.call;
    const definition = this.port.definition(name);
    if (!definition || definition.options?.stream) return;
    const parameters = definition.parameters ?? [];
    if (args.length < minArgumentCount(parameters) || args.length > maxArgumentCount(parameters)) return;
    const given: PlainArgument[] = [];
    for (const argument of args) {
      const value = this.valueOf(sheetId, argument, row - placed.row, column - placed.column);
      if (value === undefined) return;
      given.push(value);
    }
    callPerElement(parameters, given, (complete) => {
      this.functions.askAhead(definition, complete, cellKey(sheetId, row, column));
      return null;
    });
  }

  private valueOf(sheetId: string, argument: SimpleArgument, rows: number, columns: number): ScalarValue | undefined {
    if ('value' in argument) return argument.value;
    const row = argument.row + (argument.isRowFixed ? 0 : rows);
    return this.port.valueAt(sheetId, row, argument.column + (argument.isColumnFixed ? 0 : columns));
  }
}
