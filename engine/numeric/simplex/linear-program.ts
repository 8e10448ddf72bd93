import { appendRow, makeDictionary, rebuild, reprice, revalue, tolerance, type Dictionary } from './dictionary.ts';
import { dualSimplex, isDualFeasible } from './dual-simplex.ts';
import { primalSimplex } from './primal-simplex.ts';

export interface LinearProgramInput {
  /** Objective to minimise, one per variable. */
  readonly costs: readonly number[];
  /** Bounds of the variables; may be infinite. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
}

/** A row: `atLeast <= coefficients x <= atMost`. */
export interface LinearRow {
  readonly coefficients: ArrayLike<number>;
  readonly atLeast?: number;
  readonly atMost?: number;
}

export type LinearSolution =
  | {
      readonly status: 'optimal';
      readonly value: number;
      readonly x: readonly number[];
      /** By row in the order added: what the value gains when the bound that holds the row is raised by one. */
      readonly rowDuals: Float64Array;
    }
  | { readonly status: 'infeasible' | 'unbounded' };

/**
 * A linear program with few variables that rows are added to: what it was solved to is where the next solution starts
 * from, so that a cut costs a few pivots. Dense; made for tens of variables and hundreds of rows.
 */
export interface LinearProgram {
  addRow(row: LinearRow): void;
  solve(): LinearSolution;
  readonly rowCount: number;
}

/** Pivots after which rounding is cleared away. */
const pivotsBetweenRebuilds = 60;

/** Throws when costs and bounds are not one for each variable, or a lower bound is above the upper one. */
export const makeLinearProgram = ({ costs, lower, upper }: LinearProgramInput): LinearProgram => {
  if (lower.length !== costs.length || upper.length !== costs.length) throw new RangeError('one bound for each variable');
  lower.forEach((bound, variable) => demandRange(bound, upper[variable] as number));
  if (!costs.every(Number.isFinite)) throw new RangeError('a cost is a number');
  const dictionary = makeDictionary(costs, lower, upper);
  const scales: number[] = [];
  return {
    addRow: ({ coefficients, atLeast = -Infinity, atMost = Infinity }) => {
      if (coefficients.length !== costs.length) throw new RangeError('one coefficient for each variable');
      demandRange(atLeast, atMost);
      const scaled = Float64Array.from(coefficients);
      const scale = scaleOf(scaled);
      scaled.forEach((coefficient, index) => (scaled[index] = coefficient * scale));
      appendRow(dictionary, scaled, atLeast * scale, atMost * scale);
      scales.push(scale);
    },
    solve: () => solutionOf(dictionary, solve(dictionary), scales),
    get rowCount() {
      return dictionary.rows.length;
    },
  };
};

const demandRange = (lower: number, upper: number): void => {
  if (!(lower <= upper)) throw new RangeError(`no number is at least ${lower} and at most ${upper}`);
};

/** Power of two that brings the largest coefficient near 1, so that one tolerance suits all rows. */
const scaleOf = (row: Float64Array): number => {
  const largest = row.reduce((most, coefficient) => Math.max(most, Math.abs(coefficient)), 0);
  if (!Number.isFinite(largest)) throw new RangeError('a coefficient is a number');
  return largest > 0 ? 2 ** -Math.round(Math.log2(largest)) : 1;
};

const solve = (dictionary: Dictionary): LinearSolution['status'] => {
  if (dictionary.pivots > pivotsBetweenRebuilds) rebuild(dictionary);
  else revalue(dictionary);
  const limit = 1000 + 50 * (dictionary.size + dictionary.rows.length);
  for (let attempt = 0; ; attempt += 1) {
    const status = solveOnce(dictionary, limit);
    const pivots = dictionary.pivots;
    // What rounding made of a long way is looked at afresh; nearly always there is nothing more to do.
    if (pivots <= pivotsBetweenRebuilds || attempt === 3) return status;
    rebuild(dictionary);
  }
};

const solveOnce = (dictionary: Dictionary, limit: number): LinearSolution['status'] => {
  turnToGainingBounds(dictionary);
  if (isDualFeasible(dictionary)) return dualSimplex(dictionary, limit) ? 'optimal' : 'infeasible';
  // Without an objective every dictionary is dual feasible: that finds a point, and the objective goes on from there.
  dictionary.reduced.fill(0);
  if (!dualSimplex(dictionary, limit)) return 'infeasible';
  reprice(dictionary);
  return primalSimplex(dictionary, limit) ? 'optimal' : 'unbounded';
};

/** A nonbasic variable with two bounds rests on the one its reduced cost asks for. */
const turnToGainingBounds = (dictionary: Dictionary): void => {
  const { size, columns, reduced, lower, upper, value } = dictionary;
  for (let column = 0; column < size; column += 1) {
    const variable = columns[column] as number;
    const cost = reduced[column] as number;
    const bound = (cost < 0 ? upper[variable] : lower[variable]) as number;
    if (Math.abs(cost) > tolerance && Number.isFinite(bound)) value[variable] = bound;
  }
  revalue(dictionary);
};

const solutionOf = (dictionary: Dictionary, status: LinearSolution['status'], scales: readonly number[]): LinearSolution => {
  if (status !== 'optimal') return { status };
  const { size, costs, value, columns, reduced, lower, upper } = dictionary;
  const x = value.slice(0, size);
  const rowDuals = new Float64Array(scales.length);
  columns.forEach((variable, column) => {
    if (variable < size) return;
    // What rounding leaves may have the sign of a bound the row does not have.
    const dual = (reduced[column] as number) * (scales[variable - size] as number);
    const bound = dual > 0 ? lower[variable] : upper[variable];
    rowDuals[variable - size] = bound === value[variable] ? dual : 0;
  });
  return { status, value: x.reduce((total, each, variable) => total + each * (costs[variable] as number), 0), x, rowDuals };
};
