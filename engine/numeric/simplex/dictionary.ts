/** Within this a variable counts as inside its bounds, and a reduced cost as zero. */
export const tolerance = 1e-9;
/** Nothing smaller is divided by. */
export const leastPivot = 1e-9;

/**
 * A linear program as Chvátal's dictionary with bounds (Linear Programming, 1983, chapter 8): every basic variable is a
 * sum of the nonbasic ones, without a constant. Variables are numbered: the structural ones first, then one for the
 * activity of each row. Only as many columns as structural variables are kept, however many rows there are, so a pivot
 * takes rows x variables steps: made for few variables and many rows.
 */
export interface Dictionary {
  /** Structural variables; also the number of columns. */
  readonly size: number;
  readonly lower: number[];
  readonly upper: number[];
  readonly value: number[];
  /** Objective, of structural variables. */
  readonly costs: Float64Array;
  /** The rows as given (scaled), each over the structural variables. */
  readonly given: Float64Array[];
  /** Nonbasic variable of each column. */
  readonly columns: Int32Array;
  /** Basic variable of each row. */
  readonly basics: number[];
  /** `rows[i][j]`: how much of column j's variable is in the basic variable of row i. */
  rows: Float64Array[];
  /** Objective over the columns. */
  readonly reduced: Float64Array;
  pivots: number;
}

/** All structural variables nonbasic, each on a bound. */
export const makeDictionary = (costs: readonly number[], lower: readonly number[], upper: readonly number[]): Dictionary => ({
  size: costs.length,
  lower: [...lower],
  upper: [...upper],
  value: costs.map((_, variable) => restingValue(lower[variable] as number, upper[variable] as number)),
  costs: Float64Array.from(costs),
  given: [],
  columns: Int32Array.from(costs, (_, variable) => variable),
  basics: [],
  rows: [],
  reduced: Float64Array.from(costs),
  pivots: 0,
});

const restingValue = (lower: number, upper: number): number => {
  if (lower > -Infinity) return lower;
  return upper < Infinity ? upper : 0;
};

/** Adds a row, given over the structural variables, with bounds of its activity; written over today's columns. */
export const appendRow = (dictionary: Dictionary, coefficients: Float64Array, lower: number, upper: number): void => {
  const { size, columns, basics, rows, given } = dictionary;
  const row = new Float64Array(size);
  for (let column = 0; column < size; column += 1) {
    const variable = columns[column] as number;
    if (variable < size) row[column] = coefficients[variable] as number;
  }
  basics.forEach((variable, index) => {
    if (variable < size) addMultiple(row, coefficients[variable] as number, rows[index] as Float64Array);
  });
  basics.push(size + given.length);
  rows.push(row);
  given.push(coefficients);
  dictionary.lower.push(lower);
  dictionary.upper.push(upper);
  dictionary.value.push(0);
};

const addMultiple = (target: Float64Array, factor: number, source: Float64Array): void => {
  if (factor === 0) return;
  for (let index = 0; index < target.length; index += 1) {
    target[index] = (target[index] as number) + factor * (source[index] as number);
  }
};

/** The basic variable of `row` and the nonbasic one of `column` change places. Values stay as they are. */
export const pivot = (dictionary: Dictionary, row: number, column: number): void => {
  const { size, columns, basics, rows, reduced } = dictionary;
  const pivotRow = rows[row] as Float64Array;
  const inverse = 1 / (pivotRow[column] as number);
  for (let index = 0; index < size; index += 1) pivotRow[index] = -(pivotRow[index] as number) * inverse;
  pivotRow[column] = inverse;
  const substitute = (target: Float64Array): void => {
    const factor = target[column] as number;
    if (factor === 0) return;
    target[column] = 0;
    for (let index = 0; index < size; index += 1) {
      target[index] = (target[index] as number) + factor * (pivotRow[index] as number);
    }
  };
  for (let index = 0; index < rows.length; index += 1) if (index !== row) substitute(rows[index] as Float64Array);
  substitute(reduced);
  const leaving = basics[row] as number;
  basics[row] = columns[column] as number;
  columns[column] = leaving;
  dictionary.pivots += 1;
};

/** Moves a nonbasic variable, and every basic one with it. */
export const move = (dictionary: Dictionary, column: number, change: number): void => {
  const { columns, basics, rows, value } = dictionary;
  const variable = columns[column] as number;
  value[variable] = (value[variable] as number) + change;
  for (let index = 0; index < rows.length; index += 1) {
    const basic = basics[index] as number;
    value[basic] = (value[basic] as number) + ((rows[index] as Float64Array)[column] as number) * change;
  }
};

/** Values of the basic variables from those of the nonbasic ones. */
export const revalue = ({ size, columns, basics, rows, value }: Dictionary): void => {
  for (let index = 0; index < rows.length; index += 1) {
    const row = rows[index] as Float64Array;
    let sum = 0;
    for (let column = 0; column < size; column += 1) sum += (row[column] as number) * (value[columns[column] as number] as number);
    value[basics[index] as number] = sum;
  }
};

/** Reduced costs from the objective and the rows as they stand. */
export const reprice = ({ size, columns, basics, rows, reduced, costs }: Dictionary): void => {
  for (let column = 0; column < size; column += 1) {
    const variable = columns[column] as number;
    reduced[column] = variable < size ? (costs[variable] as number) : 0;
  }
  basics.forEach((variable, index) => {
    if (variable < size) addMultiple(reduced, costs[variable] as number, rows[index] as Float64Array);
  });
};

/**
 * The same basis worked out anew from the rows as given, which takes away what rounding left over many pivots: from the
 * dictionary in which all activities are basic, those that are not any more are pivoted out, the safest first.
 */
export const rebuild = (dictionary: Dictionary): void => {
  const { size, columns, basics, given } = dictionary;
  const isBasic = new Set(basics);
  for (let variable = 0; variable < size; variable += 1) columns[variable] = variable;
  given.forEach((_, index) => (basics[index] = size + index));
  dictionary.rows = given.map(row => row.slice());
  for (;;) {
    let best = { row: -1, column: -1, size: leastPivot / 100 };
    basics.forEach((variable, row) => {
      if (isBasic.has(variable)) return;
      for (let column = 0; column < size; column += 1) {
        const magnitude = Math.abs((dictionary.rows[row] as Float64Array)[column] as number);
        if (isBasic.has(columns[column] as number) && magnitude > best.size) best = { row, column, size: magnitude };
      }
    });
    if (best.row < 0) break;
    pivot(dictionary, best.row, best.column);
  }
  dictionary.pivots = 0;
  revalue(dictionary);
  reprice(dictionary);
};
