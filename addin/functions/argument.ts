import { translate } from '../localization/translate.ts';
import { CellError } from './cell-error.ts';

/**
 * What a cell hands to a function, made sure of. Excel passes null for an omitted argument, '' for an empty cell in a
 * text argument; other hosts may pass a number where text is meant. `name` is the argument's name in the help.
 */
export type Argument = unknown;

export interface NumberBounds {
  readonly minimum?: number;
  readonly maximum?: number;
  /** Strict lower bound. */
  readonly moreThan?: number;
  readonly isWhole?: boolean;
}

const wrong = (message: string): CellError => new CellError('invalidValue', message);
const isOmitted = (value: Argument): boolean => value === null || value === undefined || (typeof value === 'string' && value.trim() === '');

export function textArgument(name: string, value: Argument): string {
  const text = optionalText(name, value);
  if (text === null) throw wrong(translate('argument-missing', { argument: name }));
  return text;
}

/** A number in a text argument (a node type called `42`, a cell formatted as number) is its text. */
export function optionalText(name: string, value: Argument): string | null {
  if (isOmitted(value)) return null;
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number') return String(value);
  throw wrong(translate('argument-not-text', { argument: name, value: String(value) }));
}

export function numberArgument(name: string, value: Argument, bounds: NumberBounds = {}): number {
  const number = optionalNumber(name, value, bounds);
  if (number === null) throw wrong(translate('argument-missing', { argument: name }));
  return number;
}

export function optionalNumber(name: string, value: Argument, bounds: NumberBounds = {}): number | null {
  if (isOmitted(value)) return null;
  const number = typeof value === 'string' ? Number(value.trim()) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    throw wrong(translate('argument-not-number', { argument: name, value: String(value) }));
  }
  const problem = boundsProblem(name, number, bounds);
  if (problem !== null) throw wrong(problem);
  return number;
}

/** TRUE or FALSE, also as 1 or 0 and as typed text; null when omitted. */
export function optionalFlag(name: string, value: Argument): boolean | null {
  if (isOmitted(value)) return null;
  const text = String(value).trim().toLowerCase();
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw wrong(translate('argument-not-flag', { argument: name, value: String(value) }));
}

function boundsProblem(argument: string, value: number, bounds: NumberBounds): string | null {
  const { minimum, maximum, moreThan, isWhole } = bounds;
  if (moreThan !== undefined && value <= moreThan) return translate('argument-not-above', { argument, value, limit: moreThan });
  if (minimum !== undefined && value < minimum) return translate('argument-below', { argument, value, minimum });
  if (maximum !== undefined && value > maximum) return translate('argument-above', { argument, value, maximum });
  if (isWhole && !Number.isInteger(value)) return translate('argument-not-whole', { argument, value });
  return null;
}
