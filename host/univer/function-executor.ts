import { BaseFunction, ERROR_TYPE_SET, ErrorType } from '@univerjs/engine-formula';
import type { BaseValueObject } from '@univerjs/engine-formula';
import { callPerElement, maxArgumentCount, minArgumentCount } from '../functions/call-arguments.ts';
import { cellKey } from '../functions/custom-call.ts';
import type { CallArguments, CellKey } from '../functions/custom-call.ts';
import type { FunctionDefinition } from '../functions/function-definition.ts';
import type { FunctionValue, PlainArgument, ScalarValue } from '../functions/function-value.ts';
import { errorObject, resultObject } from './result-object.ts';

type Ask = (definition: FunctionDefinition, args: CallArguments, cell: CellKey, name: string) => FunctionValue;

/** A custom function as Univer calls it. `name` is upper case: the namespace and the function, or an alias. */
export function functionExecutor(name: string, definition: FunctionDefinition, ask: Ask): BaseFunction {
  const parameters = definition.parameters ?? [];
  class Executor extends BaseFunction {
    override minParams = minArgumentCount(parameters);
    override maxParams = maxArgumentCount(parameters);

    /** A text stays a text: "2026-01-01" is no date, "20%" no number. */
    override isArgumentsIgnoreNumberPattern(): boolean {
      return true;
    }

    override calculate(...variants: BaseValueObject[]): BaseValueObject {
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

function plainArgument(variant: BaseValueObject): PlainArgument {
  if (variant.isNull()) return null;
  return (variant.isArray() ? (variant as unknown as { toValue(): ScalarValue[][] }).toValue() : variant.getValue()) as PlainArgument;
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
