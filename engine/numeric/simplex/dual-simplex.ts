import { leastPivot, move, pivot, tolerance, type Dictionary } from './dictionary.ts';

/** A reduced cost is right for where its variable rests: on the lower bound not negative, on the upper one not positive. */
export const isDualFeasible = ({ size, columns, reduced, lower, upper, value }: Dictionary): boolean => {
  for (let column = 0; column < size; column += 1) {
    const variable = columns[column] as number;
    const cost = reduced[column] as number;
    const canRise = (value[variable] as number) < (upper[variable] as number);
    const canFall = (value[variable] as number) > (lower[variable] as number);
    if ((canRise && cost < -tolerance) || (canFall && cost > tolerance)) return false;
  }
  return true;
};

/**
 * Dual simplex with bounds: from a dictionary whose reduced costs are right to one whose values are, too. Answers whether
 * there is one: where a row cannot reach its bound however the nonbasic variables move, the program is infeasible.
 * Ratios within the tolerance prefer the safest pivot (Harris 1973); when nothing is gained for long, the least indices
 * are taken, which cannot cycle (Bland 1977).
 */
export const dualSimplex = (dictionary: Dictionary, maximumPivots: number): boolean => {
  let stalled = 0;
  const patience = dictionary.size + dictionary.rows.length;
  for (let count = 0; count <= maximumPivots; count += 1) {
    const byIndex = stalled > patience;
    const row = leavingRow(dictionary, byIndex);
    if (row < 0) return true;
    const basic = dictionary.basics[row] as number;
    const value = dictionary.value[basic] as number;
    const isBelow = value < (dictionary.lower[basic] as number);
    const bound = (isBelow ? dictionary.lower[basic] : dictionary.upper[basic]) as number;
    const column = enteringColumn(dictionary, dictionary.rows[row] as Float64Array, isBelow ? 1 : -1, byIndex);
    if (column < 0) return false;
    const gain = Math.abs(dictionary.reduced[column] as number) * Math.abs(bound - value);
    stalled = gain > tolerance ? 0 : stalled + 1;
    move(dictionary, column, (bound - value) / ((dictionary.rows[row] as Float64Array)[column] as number));
    dictionary.value[basic] = bound;
    pivot(dictionary, row, column);
  }
  throw new Error('the dual simplex did not end');
};

/** Row farthest outside its bounds, or that of the least variable; -1 when all are inside. */
const leavingRow = ({ basics, value, lower, upper }: Dictionary, byIndex: boolean): number => {
  let best = -1;
  let worst = tolerance;
  for (let row = 0; row < basics.length; row += 1) {
    const variable = basics[row] as number;
    const at = value[variable] as number;
    const outside = Math.max((lower[variable] as number) - at, at - (upper[variable] as number));
    const scaled = outside / (1 + Math.abs(at));
    if (scaled <= tolerance) continue;
    if (byIndex ? best < 0 || variable < (basics[best] as number) : outside > worst) {
      best = row;
      worst = outside;
    }
  }
  return best;
};

const enteringColumn = (dictionary: Dictionary, row: Float64Array, direction: 1 | -1, byIndex: boolean): number => {
  const { size, columns, reduced, lower, upper, value } = dictionary;
  const stepOf = (column: number): number => {
    const variable = columns[column] as number;
    const effect = direction * (row[column] as number);
    const isOpen = effect > 0
      ? (value[variable] as number) < (upper[variable] as number)
      : (value[variable] as number) > (lower[variable] as number);
    return isOpen && Math.abs(effect) > leastPivot ? Math.abs(effect) : 0;
  };
  let limit = Infinity;
  for (let column = 0; column < size; column += 1) {
    const step = stepOf(column);
    if (step > 0) limit = Math.min(limit, (Math.abs(reduced[column] as number) + (byIndex ? 0 : tolerance)) / step);
  }
  let best = -1;
  let safest = 0;
  for (let column = 0; column < size; column += 1) {
    const step = stepOf(column);
    if (step === 0 || Math.abs(reduced[column] as number) / step > limit) continue;
    if (byIndex ? best < 0 || (columns[column] as number) < (columns[best] as number) : step > safest) {
      best = column;
      safest = step;
    }
  }
  return best;
};
