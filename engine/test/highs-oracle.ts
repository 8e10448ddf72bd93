import loadHighs from 'highs';

/** A linear program: minimise `costs` x, `rows`, and bounds of each variable. */
export interface LinearProgramText {
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly OracleRow[];
  /** Indices of variables that must be whole. */
  readonly whole?: readonly number[];
}

export interface OracleRow {
  /** Index of the variable and its coefficient; no variable twice. */
  readonly terms: readonly (readonly [variable: number, coefficient: number])[];
  readonly atLeast?: number;
  readonly atMost?: number;
}

export interface OracleAnswer {
  readonly status: string;
  readonly value: number;
  readonly x: readonly number[];
}

const sumText = (terms: OracleRow['terms']): string =>
  terms.map(([variable, coefficient]) => `${coefficient < 0 ? '-' : '+'} ${Math.abs(coefficient)} x${variable}`).join('\n ');

const boundText = (value: number): string => (value === Infinity ? '+inf' : value === -Infinity ? '-inf' : String(value));

const rowTexts = ({ terms, atLeast, atMost }: OracleRow, index: number): string[] => [
  ...(atLeast === undefined ? [] : [` a${index}: ${sumText(terms)} >= ${atLeast}`]),
  ...(atMost === undefined ? [] : [` b${index}: ${sumText(terms)} <= ${atMost}`]),
];

/** In CPLEX's LP format, which is what HiGHS reads. */
const programText = ({ costs, lower, upper, rows, whole = [] }: LinearProgramText): string =>
  [
    'Minimize',
    ` cost: ${sumText(costs.map((cost, variable) => [variable, cost] as const))}`,
    'Subject To',
    ...rows.flatMap(rowTexts),
    'Bounds',
    ...costs.map((_, variable) => ` ${boundText(lower[variable] ?? 0)} <= x${variable} <= ${boundText(upper[variable] ?? Infinity)}`),
    ...(whole.length > 0 ? ['General', ` ${whole.map(variable => `x${variable}`).join(' ')}`] : []),
    'End',
  ].join('\n');

/** HiGHS (WebAssembly): what somebody else's solver says of the same program. */
export const makeOracle = async (): Promise<(program: LinearProgramText) => OracleAnswer> => {
  const highs = await loadHighs();
  return program => {
    const { Status: status, ObjectiveValue: value, Columns: columns } = highs.solve(programText(program));
    const x = program.costs.map((_, variable) => (columns[`x${variable}`] as { Primal?: number } | undefined)?.Primal ?? NaN);
    return { status, value, x };
  };
};
