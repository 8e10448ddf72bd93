/** The pieces of a formula that matter for rewriting it. Joined, their texts are the formula again. */
export interface FormulaToken {
  readonly kind: 'text' | 'quoted' | 'bracket' | 'word' | 'number' | 'error' | 'blank' | 'symbol';
  readonly text: string;
}

const ERRORS =
  /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|GETTING_DATA|SPILL!|CALC!|FIELD!|BLOCKED!|CONNECT!|UNKNOWN!|BUSY!)/iy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:E[+-]?\d+)?/iy;
/** Functions, names, references and sheet names: `_xlfn.SUM`, `$A$1`, `Größe`, `A.B`. */
const WORD = /[\p{L}_$\\][\p{L}\p{N}_.$\\?]*/uy;
const BLANK = /\s+/y;

/** Splits a formula, without its leading `=`. Never fails: what it does not know is a symbol. */
export function formulaTokens(formula: string): FormulaToken[] {
  const tokens: FormulaToken[] = [];
  for (let at = 0; at < formula.length;) {
    const token = tokenAt(formula, at);
    tokens.push(token);
    at += token.text.length;
  }
  return tokens;
}

function tokenAt(formula: string, at: number): FormulaToken {
  const first = formula[at]!;
  if (first === '"') return { kind: 'text', text: formula.slice(at, endOfQuote(formula, at)) };
  if (first === "'") return { kind: 'quoted', text: formula.slice(at, endOfQuote(formula, at)) };
  if (first === '[') return { kind: 'bracket', text: formula.slice(at, endOfBracket(formula, at)) };
  const kinds = [
    ['error', ERRORS],
    ['number', NUMBER],
    ['word', WORD],
    ['blank', BLANK],
  ] as const;
  for (const [kind, pattern] of kinds) {
    pattern.lastIndex = at;
    const match = pattern.exec(formula);
    if (match) return { kind, text: match[0] };
  }
  return { kind: 'symbol', text: first };
}

/** A doubled quote inside is a quote of the text. */
function endOfQuote(formula: string, start: number): number {
  const quote = formula[start]!;
  for (let at = start + 1; at < formula.length; at++) {
    if (formula[at] !== quote) continue;
    if (formula[at + 1] !== quote) return at + 1;
    at++;
  }
  return formula.length;
}

/** Structured references nest (`[[#This Row],[Cost]]`); an apostrophe makes the next sign plain text. */
function endOfBracket(formula: string, start: number): number {
  let depth = 0;
  for (let at = start; at < formula.length; at++) {
    if (formula[at] === "'") at++;
    else if (formula[at] === '[') depth++;
    else if (formula[at] === ']' && --depth === 0) return at + 1;
  }
  return formula.length;
}
