import type { FunctionNames } from '../function-names.ts';
import { closingParenthesis } from './from-file.ts';
import { arrayFunctions, storedFunctionNames } from './newer-functions.ts';
import { structuredReferenceToFile } from './structured-reference.ts';
import { formulaTokens, type FormulaToken } from './tokens.ts';

export interface StoredFormula {
  /** Without leading `=`. */
  readonly text: string;
  /** It reckons with whole arrays, so it is stored as a dynamic array formula even when it fills one cell. */
  readonly isArray: boolean;
}

interface Place {
  readonly functions: FunctionNames;
  /** The table around the formula's cell, which `[@Cost]` leaves unsaid. */
  readonly tableName: string | undefined;
  isArray: boolean;
}

/** Parameter and LET names in force, in lower case, to their stored form. */
type Scope = ReadonlyMap<string, string>;

/** A formula as typed, in the form files keep: the opposite of `formulaFromFile`. */
export function formulaToFile(formula: string, functions: FunctionNames, tableName?: string): StoredFormula {
  const place: Place = { functions, tableName, isArray: false };
  const tokens = formulaTokens(formula.replace(/^=/, ''));
  const text = convert(tokens, place, new Map());
  const isRangeAlone = operandEnd(tokens, 0) === tokens.length && isRange(tokens, prefixEnd(tokens, 0), tokens.length);
  return { text, isArray: place.isArray || isRangeAlone };
}

function convert(tokens: readonly FormulaToken[], place: Place, scope: Scope): string {
  let stored = '';
  for (let at = 0; at < tokens.length;) {
    const end = operandEnd(tokens, at);
    stored += end > at ? convertOperand(tokens, at, end, place, scope) : convertSign(tokens, at, place, scope);
    at = Math.max(end, signEnd(tokens, at));
  }
  return stored;
}

/** `@operand`: one value where an array would come; everything else that is no operand stays. */
function convertSign(tokens: readonly FormulaToken[], at: number, place: Place, scope: Scope): string {
  const end = signEnd(tokens, at);
  if (end === at + 1) return tokens[at]!.text;
  return `_xlfn.SINGLE(${convertOperand(tokens, at + 1, end, place, scope)})`;
}

const signEnd = (tokens: readonly FormulaToken[], at: number): number =>
  tokens[at]!.text === '@' ? Math.max(at + 1, operandEnd(tokens, at + 1)) : at + 1;

/**
 * Where an operand beginning here ends: `Sheet!A1:B2#`, `Table[[#This Row],[Cost]]`, `SUM(...)`; `at` itself when none
 * does.
 */
function operandEnd(tokens: readonly FormulaToken[], at: number): number {
  let end = prefixEnd(tokens, at);
  const kind = tokens[end]?.kind;
  if (kind === 'word') {
    end++;
    if (tokens[end]?.text === '(') end = Math.min(closingParenthesis(tokens, end) + 1, tokens.length);
    else if (tokens[end]?.kind === 'bracket') end++;
    else if (tokens[end]?.text === ':' && tokens[end + 1]?.kind === 'word' && tokens[end + 2]?.text !== '(') end += 2;
  } else if (kind === 'bracket') end++;
  else return at;
  return tokens[end]?.text === '#' ? end + 1 : end;
}

function prefixEnd(tokens: readonly FormulaToken[], at: number): number {
  if (!isSheetPrefix(tokens, at)) return at;
  return tokens.findIndex((token, index) => index >= at && token.text === '!') + 1;
}

/** `Sheet1!`, `'My sheet'!`, `[1]Sheet1!`. */
function isSheetPrefix(tokens: readonly FormulaToken[], at: number): boolean {
  const first = tokens[at]?.kind;
  const second = tokens[at + 1];
  if (first === 'bracket') return second?.text === '!' || (second?.kind === 'word' && tokens[at + 2]?.text === '!');
  return (first === 'word' || first === 'quoted') && second?.text === '!';
}

function convertOperand(tokens: readonly FormulaToken[], at: number, end: number, place: Place, scope: Scope): string {
  if (tokens[end - 1]!.text === '#') {
    place.isArray = true;
    return `_xlfn.ANCHORARRAY(${convertOperand(tokens, at, end - 1, place, scope)})`;
  }
  const first = prefixEnd(tokens, at);
  const prefix = textOf(tokens.slice(at, first));
  if (isRange(tokens, first, end) && isBesideOperator(tokens, at, end)) place.isArray = true;
  const [head, next] = [tokens[first]!, tokens[first + 1]];
  if (next?.text === '(' && first + 1 < end) return prefix + convertCall(tokens.slice(first, end), place, scope);
  if (head.kind === 'bracket') return prefix + structuredReferenceToFile(head.text, place.tableName, prefix === '');
  if (next?.kind === 'bracket' && first + 1 < end)
    return prefix + head.text + structuredReferenceToFile(next.text, undefined, false);
  if (end === first + 1 && prefix === '') return scope.get(head.text.toLowerCase()) ?? head.text;
  return prefix + textOf(tokens.slice(first, end));
}

const textOf = (tokens: readonly FormulaToken[]): string => tokens.map(token => token.text).join('');

/** Several cells: `A1:B3`, or a table's column that is not only that of this row. */
function isRange(tokens: readonly FormulaToken[], first: number, end: number): boolean {
  const second = tokens[first + 1];
  if (second?.text === ':') return end === first + 3;
  return end === first + 2 && second?.kind === 'bracket' && !/^\[(@|\[?#)/.test(second.text);
}

/** A range beside an operator gives an array: `A1:A3*2`. */
function isBesideOperator(tokens: readonly FormulaToken[], at: number, end: number): boolean {
  const before =
    tokens
      .slice(0, at)
      .filter(token => token.kind !== 'blank')
      .at(-1)?.text ?? '';
  const after = tokens.slice(end).find(token => token.kind !== 'blank')?.text ?? '';
  return OPERATOR.test(before) || OPERATOR.test(after);
}

const OPERATOR = /^[-+*/^&=<>]$/;

function convertCall(call: readonly FormulaToken[], place: Place, scope: Scope): string {
  const name = call[0]!.text;
  const upper = name.toUpperCase();
  const isClosed = call.at(-1)!.text === ')';
  const args = splitArguments(call.slice(2, isClosed ? -1 : undefined));
  const close = isClosed ? ')' : '';
  const own = place.functions.storedByTyped.get(upper);
  if (place.functions.spilling.has(upper) || arrayFunctions.has(upper)) place.isArray = true;
  if (upper === 'LET' || upper === 'LAMBDA') return `_xlfn.${upper}(${declaring(upper, args, place, scope)}${close}`;
  const stored = scope.get(name.toLowerCase()) ?? own ?? storedFunctionNames.get(upper) ?? name;
  return `${stored}(${args.map(argument => convert(argument, place, scope)).join(',')}${close}`;
}

/** The arguments of LET (name, value, name, value, ..., result) and LAMBDA (parameters, result). */
function declaring(
  kind: 'LET' | 'LAMBDA',
  args: readonly (readonly FormulaToken[])[],
  place: Place,
  outer: Scope,
): string {
  const scope = new Map(outer);
  const written = args.map((argument, index) => {
    const isLast = index === args.length - 1;
    const declared = argument.filter(token => token.kind !== 'blank');
    const isName = !isLast && declared.length === 1 && (kind === 'LAMBDA' || index % 2 === 0);
    if (!isName) return convert(argument, place, scope);
    const { kind: tokenKind, text } = declared[0]!;
    const isOptional = tokenKind === 'bracket';
    const name = isOptional ? text.slice(1, -1) : text;
    // An optional parameter is marked where it is declared; where it is used it is a parameter like others.
    scope.set(name.toLowerCase(), `_xlpm.${name}`);
    const stored = (isOptional ? '_xlop.' : '_xlpm.') + name;
    return argument.map(token => (token === declared[0] ? stored : token.text)).join('');
  });
  return written.join(',');
}

function splitArguments(tokens: readonly FormulaToken[]): FormulaToken[][] {
  const args: FormulaToken[][] = [[]];
  let depth = 0;
  for (const token of tokens) {
    if (token.text === '(' || token.text === '{') depth++;
    else if (token.text === ')' || token.text === '}') depth--;
    if (token.text === ',' && depth === 0) args.push([]);
    else args.at(-1)!.push(token);
  }
  return args;
}
