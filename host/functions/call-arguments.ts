import type { CallArguments } from './custom-call.ts';
import type { ParameterDefinition } from './function-definition.ts';
import type { FunctionValue, PlainArgument, ScalarValue } from './function-value.ts';

/**
 * Calls a function with what stands in the cell's formula. A range where one value is meant: one call for each of its
 * cells, as Excel does.
 */
export function callPerElement(
  parameters: readonly ParameterDefinition[],
  given: readonly PlainArgument[],
  call: (args: CallArguments) => FunctionValue,
): FunctionValue {
  const wantsMatrix = (index: number): boolean => parameters[Math.min(index, parameters.length - 1)]?.dimensionality === 'matrix';
  let rowCount = 0;
  let columnCount = 0;
  const values = given.map((value, index): PlainArgument => {
    if (wantsMatrix(index)) return Array.isArray(value) ? value : [[value]];
    if (!Array.isArray(value)) return value;
    if (value.length === 1 && value[0]!.length === 1) return value[0]![0]!;
    rowCount = Math.max(rowCount, value.length);
    columnCount = Math.max(columnCount, value[0]?.length ?? 0);
    return value;
  });
  if (rowCount === 0) return call(complete(parameters, values));
  return Array.from({ length: rowCount }, (_, row) =>
    Array.from({ length: columnCount }, (__, column) =>
      call(complete(parameters, values.map((value, index) => (wantsMatrix(index) ? value : element(value, row, column))))),
    ),
  );
}

/** A single row or column serves every row or column. */
function element(value: PlainArgument, row: number, column: number): ScalarValue {
  if (!Array.isArray(value)) return value;
  const cells = value[value.length === 1 ? 0 : row];
  return cells?.[cells.length === 1 ? 0 : column] ?? null;
}

/** Omitted optional arguments are null; all of a repeating parameter's go in one list. */
function complete(parameters: readonly ParameterDefinition[], args: readonly PlainArgument[]): CallArguments {
  const fixedCount = parameters.length - (parameters.at(-1)?.repeating ? 1 : 0);
  const fixed = Array.from({ length: fixedCount }, (_, index) => args[index] ?? null);
  return fixedCount === parameters.length ? fixed : [...fixed, args.slice(fixedCount)];
}

export const minArgumentCount = (parameters: readonly ParameterDefinition[]): number =>
  parameters.filter(({ optional, repeating }) => !optional && !repeating).length;
export const maxArgumentCount = (parameters: readonly ParameterDefinition[]): number =>
  parameters.at(-1)?.repeating ? 255 : parameters.length;
