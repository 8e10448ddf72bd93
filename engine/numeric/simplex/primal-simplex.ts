import { leastPivot, move, pivot, tolerance, type Dictionary } from './dictionary.ts';

/**
 * Primal simplex with bounds: from a dictionary whose values are inside their bounds to the optimum. Answers whether
 * there is one: where a variable can move without end and gain, the program is unbounded. Guarded against cycling as the
 * dual simplex is.
 */
export const primalSimplex = (dictionary: Dictionary, maximumPivots: number): boolean => {
  let stalled = 0;
  const patience = dictionary.size + dictionary.rows.length;
  for (let count = 0; count <= maximumPivots; count += 1) {
    const byIndex = stalled > patience;
    const column = enteringColumn(dictionary, byIndex);
    if (column < 0) return true;
    const direction = (dictionary.reduced[column] as number) < 0 ? 1 : -1;
    const { row, length, toUpper } = firstBlocked(dictionary, column, direction, byIndex);
    if (length === Infinity) return false;
    stalled = length * Math.abs(dictionary.reduced[column] as number) > tolerance ? 0 : stalled + 1;
    move(dictionary, column, direction * length);
    if (row < 0) continue;
    const basic = dictionary.basics[row] as number;
    dictionary.value[basic] = (toUpper ? dictionary.upper[basic] : dictionary.lower[basic]) as number;
    pivot(dictionary, row, column);
  }
  throw new Error('the primal simplex did not end');
};

/** Column that gains most per step, or that of the least variable; -1 when none gains. */
const enteringColumn = ({ size, columns, reduced, lower, upper, value }: Dictionary, byIndex: boolean): number => {
  let best = -1;
  let most = tolerance;
  for (let column = 0; column < size; column += 1) {
    const variable = columns[column] as number;
    const cost = reduced[column] as number;
    if (Math.abs(cost) <= tolerance) continue;
    const isOpen = cost < 0
      ? (value[variable] as number) < (upper[variable] as number)
      : (value[variable] as number) > (lower[variable] as number);
    if (!isOpen) continue;
    if (byIndex ? best < 0 || variable < (columns[best] as number) : Math.abs(cost) > most) {
      best = column;
      most = Math.abs(cost);
    }
  }
  return best;
};

interface Blocking {
  /** -1: the variable itself reaches its other bound. */
  readonly row: number;
  readonly length: number;
  readonly toUpper: boolean;
}

/** How far the variable of `column` can move before a basic one, or itself, meets a bound. */
const firstBlocked = (dictionary: Dictionary, column: number, direction: 1 | -1, byIndex: boolean): Blocking => {
  const { columns, basics, rows, lower, upper, value } = dictionary;
  const variable = columns[column] as number;
  const own = (upper[variable] as number) - (lower[variable] as number);
  const roomOf = (row: number, slack: number): { readonly room: number; readonly step: number; readonly toUpper: boolean } => {
    const step = direction * ((rows[row] as Float64Array)[column] as number);
    const basic = basics[row] as number;
    const toUpper = step > 0;
    if (Math.abs(step) <= leastPivot) return { room: Infinity, step: 0, toUpper };
    const distance = toUpper
      ? (upper[basic] as number) - (value[basic] as number)
      : (value[basic] as number) - (lower[basic] as number);
    return { room: (Math.max(0, distance) + slack) / Math.abs(step), step: Math.abs(step), toUpper };
  };
  let limit = Infinity;
  for (let row = 0; row < rows.length; row += 1) limit = Math.min(limit, roomOf(row, byIndex ? 0 : tolerance).room);
  if (own <= limit) return { row: -1, length: own, toUpper: false };
  let best: Blocking = { row: -1, length: own, toUpper: false };
  let safest = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const { room, step, toUpper } = roomOf(row, 0);
    if (room > limit) continue;
    if (byIndex ? best.row < 0 || (basics[row] as number) < (basics[best.row] as number) : step > safest) {
      best = { row, length: room, toUpper };
      safest = step;
    }
  }
  return best;
};
