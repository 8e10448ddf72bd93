/** Cost of one unit of capacity as a line over the share of hours it is used: `fixed + rate * share`. */
export interface CostLine {
  readonly fixed: number;
  readonly rate: number;
}

/** Where a line is the cheapest: for shares above `downTo`, up to where the piece before it ends (the first one: to 1). */
export interface EnvelopePiece {
  /** Index of the line. */
  readonly line: number;
  /** Share of hours, 0 to 1. */
  readonly downTo: number;
}

/**
 * Lower envelope of cost lines over shares from 1 down to 0: the first piece is the cheapest line for capacity used all
 * the time, the last one that for capacity hardly ever used. Where two lines cost the same, the one with the smaller
 * fixed cost has it. [EQ-OPT-1]
 */
export const lowerEnvelope = (lines: readonly CostLine[]): EnvelopePiece[] => {
  const pieces: EnvelopePiece[] = [];
  let current = cheapestAtFullUse(lines);
  while (current >= 0) {
    const { line, share } = nextBelow(lines, current);
    pieces.push({ line: current, downTo: share });
    current = line;
  }
  return pieces;
};

const cheapestAtFullUse = (lines: readonly CostLine[]): number => {
  let best = -1;
  lines.forEach(({ fixed, rate }, index) => {
    const other = lines[best];
    const difference = other ? fixed + rate - other.fixed - other.rate : -1;
    if (difference < 0 || (difference === 0 && other && fixed < other.fixed)) best = index;
  });
  return best;
};

/** The line that undercuts `current` first as the share falls, and from which share on; -1 and 0 when none does. */
const nextBelow = (lines: readonly CostLine[], current: number): { readonly line: number; readonly share: number } => {
  const { fixed, rate } = lines[current] as CostLine;
  let next = { line: -1, share: 0 };
  lines.forEach((line, index) => {
    if (line.fixed >= fixed || line.rate <= rate) return;
    const share = (fixed - line.fixed) / (line.rate - rate);
    const isEarlier = share > next.share || (share === next.share && line.fixed < (lines[next.line]?.fixed ?? Infinity));
    if (isEarlier) next = { line: index, share };
  });
  return next;
};
