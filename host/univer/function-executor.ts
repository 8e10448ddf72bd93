import { BaseFunction, ERROR_TYPE_SET, ErrorType } from '@univerjs/engine-formula';
import type { BaseValueObject } from '@univerjs/engine-formula';
import { cellKey } from '../functions/custom-call.ts';
import type { CellKey, CustomCall } from '../functions/custom-call.ts';
import type { FunctionDefinition, ParameterDefinition } from '../functions/function-definition.ts';
import type { FunctionValue, PlainArgument, ScalarValue } from '../functions/function-value.ts';
import { errorObject, resultObject } from './result-object.ts';

type Ask = (definition: FunctionDefinition, args: CustomCall['args'], cell: CellKey, name: string) => FunctionValue;

/** A custom function as Univer calls it. `name` is upper case: the namespace and the function, or an alias. */
export function functionExecutor(name: string, definition: FunctionDefinition, ask: Ask): BaseFunction {
  const parameters = definition.parameters ?? [];
  const isRepeating = parameters.at(-1)?.repeating === true;
  class Executor extends BaseFunction {
    override minParams = parameters.filter(({ optional, repeating }) => !optional && !repeating).length;
    override maxParams = isRepeating ? 255 : parameters.length;

    override calculate(...variants: BaseValueObject[]): BaseValueObject {
      try {
        const cell = cellKey(this.subUnitId ?? '', this.row, this.column);
        const given = variants.map((variant) => plainArgument(variant));
        const error = given.flat(2).find((value) => typeof value === 'string' && ERROR_TYPE_SET.has(value as ErrorType));
        if (error !== undefined) return errorObject(String(error));
        return resultObject(perElement(parameters, given, (args) => ask(definition, args, cell, name)));
      } catch (error) {
        return errorObject(ErrorType.VALUE, String(error)); // a throw would end the whole calculation
      }
    }
  }
  return new Executor(name);
}

function plainArgument(variant: BaseValueObject): PlainArgument {
  if (variant.isNull()) return null;
  return (variant.isArray() ? (variant as unknown as { toValue(): ScalarValue[][] }).toValue() : variant.getValue()) as PlainArgument;
}

/** A range where one value is meant: one call for each of its cells, as Excel does. */
function perElement(
  parameters: readonly ParameterDefinition[],
  given: readonly PlainArgument[],
  call: (args: CustomCall['args']) => FunctionValue,
): FunctionValue {
  const wantsMatrix = (index: number): boolean => parameters[Math.min(index, parameters.length - 1)]?.dimensionality === 'matrix';
  const values = given.map((value, index): PlainArgument => {
    if (wantsMatrix(index)) return Array.isArray(value) ? value : [[value]];
    return Array.isArray(value) && value.length === 1 && value[0]!.length === 1 ? value[0]![0]! : value;
  });
  const lifted = values.filter((value, index): value is ScalarValue[][] => Array.isArray(value) && !wantsMatrix(index));
  const at = (row: number, column: number): FunctionValue =>
    call(complete(parameters, values.map((value, index) => (wantsMatrix(index) ? value : element(value, row, column)))));
  if (lifted.length === 0) return at(0, 0);
  const rowCount = Math.max(...lifted.map((rows) => rows.length));
  const columnCount = Math.max(...lifted.map((rows) => rows[0]?.length ?? 0));
  return Array.from({ length: rowCount }, (_, row) => Array.from({ length: columnCount }, (_, column) => at(row, column)));
}

function element(value: PlainArgument, row: number, column: number): ScalarValue {
  if (!Array.isArray(value)) return value;
  const cells = value[value.length === 1 ? 0 : row];
  return cells?.[cells.length === 1 ? 0 : column] ?? null;
}

/** Omitted optional arguments are null; all of a repeating parameter's go in one list. */
function complete(parameters: readonly ParameterDefinition[], args: readonly PlainArgument[]): CustomCall['args'] {
  const fixedCount = parameters.length - (parameters.at(-1)?.repeating ? 1 : 0);
  const fixed = Array.from({ length: fixedCount }, (_, index) => args[index] ?? null);
  return fixedCount === parameters.length ? fixed : [...fixed, args.slice(fixedCount)];
}
