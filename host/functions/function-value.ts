/** Values as they cross between a cell and office.js's custom functions runtime. */
export type ScalarValue = string | number | boolean | null;
export type PlainArgument = ScalarValue | ScalarValue[][];

export interface FunctionError {
  /** As the cell shows it: `#N/A`. */
  readonly error: string;
  readonly message: string;
}

/** A rich value of office.js: shown as its basic value. */
export interface EntityValue {
  readonly type?: string;
  readonly basicValue?: ScalarValue;
  readonly errorType?: string;
  readonly errorMessage?: string;
}

export type FunctionValue = ScalarValue | FunctionError | EntityValue | readonly (readonly FunctionValue[])[];

export const isFunctionError = (value: unknown): value is FunctionError =>
  typeof value === 'object' && value !== null && 'error' in value;

/** office.js's numbers for `CustomFunctions.ErrorCode`. */
const errorTexts: Readonly<Record<number, string>> = { 1: '#N/A', 5: '#DIV/0!', 6: '#NUM!', 7: '#VALUE!', 8: '#NULL!' };

export const errorText = (code: unknown): string => errorTexts[Number(code)] ?? '#VALUE!';

/** The message of an error, or of the first error inside an array. */
export function messageOf(value: FunctionValue): string {
  if (Array.isArray(value)) {
    for (const item of value.flat() as FunctionValue[]) {
      const message = messageOf(item);
      if (message) return message;
    }
    return '';
  }
  if (value === null || typeof value !== 'object') return '';
  return isFunctionError(value) ? value.message : ((value as EntityValue).errorMessage ?? '');
}
