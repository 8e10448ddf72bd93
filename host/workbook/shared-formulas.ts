/** Formulas filled down a column: Univer parses a shared one once, different ones again at every calculation. */

const text = /"(?:[^"]|"")*"/y;
const quotedSheet = /'(?:[^']|'')*'/y;
const bracketed = /\[[^\]]*\]/y;
const reference = /(\$?)([A-Z]{1,3})(\$?)(\d{1,7})(?![\w.(!])/iy;
const word = /[\p{L}_\\][\p{L}\p{N}_.\\]*/uy;
/** `3:5` moves with the row too, but is rare: such formulas are left as they are. */
const wholeRows = /(^|[^\p{L}\p{N}_$])\$?\d+:\$?\d+/u;

/**
 * The formula with every reference relative to its own row, so that formulas filled down a column read the same.
 * Null when it cannot be told.
 */
export function rowRelativeForm(formula: string, row: number): string | null {
  if (wholeRows.test(formula)) return null;
  let form = '';
  for (let at = 0; at < formula.length; ) {
    const skipped = take(text, formula, at) ?? take(quotedSheet, formula, at) ?? take(bracketed, formula, at);
    const match = skipped === null ? matchAt(reference, formula, at) : null;
    const piece = skipped ?? match?.[0] ?? take(word, formula, at) ?? formula[at]!;
    form += match ? `${match[1]}${match[2]}${match[3] ? `$${match[4]}` : `[${Number(match[4]) - 1 - row}]`}` : piece;
    at += piece.length;
  }
  return form;
}

function matchAt(pattern: RegExp, formula: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(formula);
}

const take = (pattern: RegExp, formula: string, at: number): string | null => matchAt(pattern, formula, at)?.[0] ?? null;
