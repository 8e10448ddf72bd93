import type { FunctionNames } from '../function-names.ts';
import { formulaTokens, type FormulaToken } from './tokens.ts';

const MARKED = /_xl|\[\d+\]!/i;
const PREFIX = /^(?:_xlfn\.)?(?:_xlws\.|_xlpm\.|_xlop\.|_xleta\.)?/i;

/**
 * A stored formula as a person types it, with leading `=`: prefixes of newer functions and of LAMBDA's parameters
 * go, `_xldudf_CLOUD_COST(` becomes `CLOUD.COST(`, `_xlfn.ANCHORARRAY(A1)` becomes `A1#`, `_xlfn.SINGLE(x)` `@x`.
 */
export function formulaFromFile(stored: string, functions: FunctionNames): string {
  if (!MARKED.test(stored)) return `=${stored}`;
  return `=${fromTokens(formulaTokens(stored), functions)}`;
}

function fromTokens(tokens: readonly FormulaToken[], functions: FunctionNames): string {
  let typed = '';
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!;
    if (isLinkToAddIn(tokens, at, functions) || isLinkToItself(tokens, at)) {
      at++;
      continue;
    }
    if (token.kind !== 'word') {
      typed += token.text;
      continue;
    }
    const name = token.text.toUpperCase();
    if ((name === '_XLFN.ANCHORARRAY' || name === '_XLFN.SINGLE') && tokens[at + 1]?.text === '(') {
      const end = closingParenthesis(tokens, at + 1);
      const inner = fromTokens(tokens.slice(at + 2, end), functions);
      typed += name === '_XLFN.SINGLE' ? `@${inner}` : `${inner}#`;
      at = end;
    } else typed += typedWord(tokens, at, functions);
  }
  return typed;
}

function typedWord(tokens: readonly FormulaToken[], at: number, functions: FunctionNames): string {
  const { text } = tokens[at]!;
  const ours = addInFunction(text, functions);
  if (ours) return ours;
  if (/^_xlop\./i.test(text) && isParameter(tokens, at)) return `[${text.slice(6)}]`;
  return text.replace(PREFIX, '');
}

/** `_xldudf_CLOUD_COST` and `_xll.CLOUD.COST`: the add-in's own functions. Those of other add-ins stay as stored. */
function addInFunction(word: string, functions: FunctionNames): string | undefined {
  const bare = word.replace(/^_xll\./i, '').toUpperCase();
  return (
    functions.typedByStored.get(bare) ??
    (bare.length < word.length && functions.storedByTyped.has(bare) ? bare : undefined)
  );
}

/** `[2]!_xldudf_...`: Excel sometimes stores the add-in as an external book. */
function isLinkToAddIn(tokens: readonly FormulaToken[], at: number, functions: FunctionNames): boolean {
  const [link, bang, word] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  return (
    link?.kind === 'bracket' &&
    bang?.text === '!' &&
    word?.kind === 'word' &&
    addInFunction(word.text, functions) !== undefined
  );
}

/** `[0]!Budget`: a name of this very workbook. */
const isLinkToItself = (tokens: readonly FormulaToken[], at: number): boolean =>
  tokens[at]?.text === '[0]' && tokens[at + 1]?.text === '!';

/**
 * An optional parameter where LAMBDA declares it: alone between the parenthesis or comma before and the comma after.
 */
function isParameter(tokens: readonly FormulaToken[], at: number): boolean {
  const before = tokens
    .slice(0, at)
    .filter(token => token.kind !== 'blank')
    .at(-1)?.text;
  const after = tokens.slice(at + 1).find(token => token.kind !== 'blank')?.text;
  return (before === '(' || before === ',') && after === ',' && isInsideLambda(tokens, at);
}

function isInsideLambda(tokens: readonly FormulaToken[], at: number): boolean {
  let depth = 0;
  for (let index = at - 1; index >= 0; index--) {
    const { text } = tokens[index]!;
    if (text === ')') depth++;
    else if (text === '(' && depth-- === 0) return /LAMBDA$/i.test(tokens[index - 1]?.text ?? '');
  }
  return false;
}

export function closingParenthesis(tokens: readonly FormulaToken[], open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (tokens[at]!.text === '(') depth++;
    else if (tokens[at]!.text === ')' && --depth === 0) return at;
  }
  return tokens.length;
}
