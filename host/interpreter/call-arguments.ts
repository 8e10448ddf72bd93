import { invalidArgument } from './api-error.ts';
import type { WireValue } from './wire.ts';
import { HostObject } from './host-object.ts';

export type ArgumentValue = WireValue | HostObject;

/** The arguments of one call or assignment, read with their types: a wrong one is Excel's `InvalidArgument`. */
export class CallArguments {
  constructor(
    /** `Worksheet.GetRange`: for messages. */
    readonly member: string,
    readonly values: readonly ArgumentValue[],
  ) {}

  value(index: number): ArgumentValue {
    return this.values[index] ?? null;
  }

  isGiven(index: number): boolean {
    return this.value(index) !== null;
  }

  text(index: number): string {
    const value = this.value(index);
    if (typeof value !== 'string') throw this.wrong(index, 'a text');
    return value;
  }

  optionalText(index: number): string | null {
    return this.isGiven(index) ? this.text(index) : null;
  }

  /** One of `choices`, in any case. */
  choice<T extends string>(index: number, choices: readonly T[]): T {
    const text = this.text(index).toLowerCase();
    const found = choices.find((choice) => choice.toLowerCase() === text);
    if (found === undefined) throw this.wrong(index, `one of ${choices.join(', ')}`);
    return found;
  }

  number(index: number): number {
    const value = this.value(index);
    if (typeof value !== 'number') throw this.wrong(index, 'a number');
    return value;
  }

  /** A whole number not below `minimum`. */
  count(index: number, minimum = 0): number {
    const value = this.number(index);
    if (!Number.isInteger(value) || value < minimum) throw this.wrong(index, `a whole number from ${minimum}`);
    return value;
  }

  integer(index: number, otherwise?: number): number {
    if (!this.isGiven(index) && otherwise !== undefined) return otherwise;
    const value = this.number(index);
    if (!Number.isInteger(value)) throw this.wrong(index, 'a whole number');
    return value;
  }

  boolean(index: number): boolean {
    const value = this.value(index);
    if (typeof value !== 'boolean') throw this.wrong(index, 'true or false');
    return value;
  }

  optionalBoolean(index: number): boolean | null {
    return this.isGiven(index) ? this.boolean(index) : null;
  }

  /** A plain object of the interface kind, e.g. a validation rule. */
  record(index: number): Record<string, WireValue> {
    const value = this.value(index);
    if (value === null || typeof value !== 'object' || Array.isArray(value) || value instanceof HostObject) {
      throw this.wrong(index, 'an object');
    }
    return value;
  }

  wrong(index: number, expected: string): Error {
    return invalidArgument(`${this.member}: argument ${index + 1} must be ${expected}.`);
  }
}
