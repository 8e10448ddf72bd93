import {
  ArrayValueObject,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
} from '@univerjs/engine-formula';
import type { BaseValueObject } from '@univerjs/engine-formula';
import { isFunctionError } from '../functions/function-value.ts';
import type { EntityValue, FunctionValue } from '../functions/function-value.ts';

/** A custom function's result as Univer's value, typed by us: left to itself Univer turns the text "007" into 7. */
export function resultObject(value: FunctionValue | undefined): BaseValueObject {
  if (value === null || value === undefined) return NullValueObject.create();
  if (typeof value === 'number') return NumberValueObject.create(value);
  if (typeof value === 'boolean') return BooleanValueObject.create(value);
  if (typeof value === 'string') return StringValueObject.create(value);
  if (Array.isArray(value)) return arrayObject(value as readonly (readonly FunctionValue[])[]);
  if (isFunctionError(value)) return errorObject(value.error, value.message);
  const entity = value as EntityValue;
  if (entity.type === 'Error' || entity.errorType !== undefined) {
    return errorObject(String(entity.basicValue ?? ErrorType.VALUE), entity.errorMessage ?? '');
  }
  return resultObject(entity.basicValue ?? null);
}

export const errorObject = (error: string, message = ''): BaseValueObject => ErrorValueObject.create(error as ErrorType, message);

function arrayObject(rows: readonly (readonly FunctionValue[])[]): BaseValueObject {
  const values = rows.map((row) => (Array.isArray(row) ? row : [row as unknown as FunctionValue]).map(resultObject));
  if (values.length === 0 || values[0]!.length === 0) return errorObject(ErrorType.VALUE, 'The function returned an empty array.');
  return ArrayValueObject.create({
    calculateValueList: values,
    rowCount: values.length,
    columnCount: values[0]!.length,
    unitId: '',
    sheetId: '',
    row: -1,
    column: -1,
  });
}
