import { BaseFunction, ERROR_TYPE_SET, ErrorType } from '@univerjs/engine-formula';
import type { ArrayValueObject, BaseReferenceObject, BaseValueObject, FunctionVariantType } from '@univerjs/engine-formula';
import { callPerElement, maxArgumentCount, minArgumentCount } from '../functions/call-arguments.ts';
import { cellKey } from '../functions/custom-call.ts';
import type { CallArguments, CellKey } from '../functions/custom-call.ts';
import type { FunctionDefinition } from '../functions/function-definition.ts';
import type { FunctionValue, PlainArgument, ScalarValue } from '../functions/function-value.ts';
import { excelValue } from '../workbook/cell-content.ts';
import { errorObject, resultObject } from './result-object.ts';

type Ask = (definition: FunctionDefinition, args: CallArguments, cell: CellKey, name: string) => FunctionValue;

/** A custom function as Univer calls it. `name` is upper case: the namespace and the function, or an alias. */
export function functionExecutor(name: string, definition: FunctionDefinition, ask: Ask): BaseFunction {
  const parameters = definition.parameters ?? [];
  class Executor extends BaseFunction {
    override minParams = minArgumentCount(parameters);
    override maxParams = maxArgumentCount(parameters);
    /** A reference to one cell is read as it is: left to itself Univer makes an array of it. */
    override needsReferenceObject = true;

    /** A text stays a text: "2026-01-01" is no date, "20%" no number. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...variants: FunctionVariantType[]): BaseValueObject {
      try {
        const cell = cellKey(this.subUnitId ?? '', this.row, this.column);
        const given = variants.map(plainArgument);
        const error = firstError(given);
        if (error !== null) return errorObject(error);
        return resultObject(callPerElement(parameters, given, (args) => ask(definition, args, cell, name)));
      } catch (error) {
        return errorObject(ErrorType.VALUE, String(error)); // a throw would end the whole calculation
      }
    }
  }
  return new Executor(name);
}

function plainArgument(variant: FunctionVariantType): PlainArgument {
  if (!variant.isReferenceObject()) return plainValue(variant as BaseValueObject);
  const reference = variant as BaseReferenceObject;
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  const isCell = startRow === endRow && startColumn === endColumn && !reference.isMultiArea();
  if (!isCell) return plainValue(reference.toArrayValueObject());
  if (startRow < 0 || startColumn < 0) return ErrorType.REF;
  const value = excelValue(reference.getCellData(startRow, startColumn));
  return value === '' ? null : value;
}

function plainValue(value: BaseValueObject): PlainArgument {
  if (value.isNull()) return null;
  return (value.isArray() ? (value as ArrayValueObject).toValue() : value.getValue()) as PlainArgument;
}

/** An error among the arguments is the answer: the function is not called. */
function firstError(given: readonly PlainArgument[]): string | null {
  for (const argument of given) {
    if (!Array.isArray(argument)) {
      if (isError(argument)) return argument;
      continue;
    }
    for (const row of argument) for (const value of row) if (isError(value)) return value;
  }
  return null;
}

const isError = (value: ScalarValue): value is string => typeof value === 'string' && ERROR_TYPE_SET.has(value as ErrorType);
