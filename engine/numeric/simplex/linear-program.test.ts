import { beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeOracle, type LinearProgramText, type OracleAnswer } from '../../test/highs-oracle.ts';
import { makeLinearProgram, type LinearRow, type LinearSolution } from './linear-program.ts';

interface Instance {
  readonly costs: readonly number[];
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly rows: readonly LinearRow[];
}

const small = fc.integer({ min: -3, max: 3 });
/** Small whole coefficients, many of them zero: ties, degenerate corners, rows twice, no solution, no end. */
const instance = (variables: number, mostRows: number): fc.Arbitrary<Instance> => {
  const bound = fc.constantFrom<readonly [number, number]>([0, Infinity], [0, 4], [-2, 3], [-Infinity, Infinity], [-Infinity, 1], [1, 1]);
  const row = fc
    .record({
      coefficients: fc.array(fc.oneof(fc.constant(0), small), { minLength: variables, maxLength: variables }),
      bounds: fc.oneof(
        fc.integer({ min: -6, max: 6 }).map(atLeast => ({ atLeast })),
        fc.integer({ min: -6, max: 6 }).map(atMost => ({ atMost })),
        fc.integer({ min: -6, max: 6 }).map(both => ({ atLeast: both, atMost: both })),
        fc.tuple(fc.integer({ min: -6, max: 0 }), fc.integer({ min: 0, max: 6 })).map(([atLeast, atMost]) => ({ atLeast, atMost })),
      ),
    })
    .map(({ coefficients, bounds }) => ({ coefficients, ...bounds }));
  return fc
    .record({
      costs: fc.array(small, { minLength: variables, maxLength: variables }),
      bounds: fc.array(bound, { minLength: variables, maxLength: variables }),
      rows: fc.array(row, { maxLength: mostRows }),
    })
    .map(({ costs, bounds, rows }) => ({ costs, rows, lower: bounds.map(([low]) => low), upper: bounds.map(([, high]) => high) }));
};

const oracleProgram = ({ rows, ...rest }: Instance): LinearProgramText => ({
  ...rest,
  rows: rows.map(({ coefficients, ...bounds }) => ({
    ...bounds,
    terms: Array.from(coefficients, (coefficient, variable) => [variable, coefficient] as const),
  })),
});

const solveOurs = ({ rows, ...program }: Instance): LinearSolution => {
  const ours = makeLinearProgram(program);
  rows.forEach(row => ours.addRow(row));
  return ours.solve();
};

const isFeasible = ({ rows, lower, upper }: Instance, x: readonly number[]): boolean =>
  x.every((value, variable) => value >= (lower[variable] as number) - 1e-7 && value <= (upper[variable] as number) + 1e-7) &&
  rows.every(({ coefficients, atLeast = -Infinity, atMost = Infinity }) => {
    const activity = x.reduce((total, value, variable) => total + value * (coefficients[variable] as number), 0);
    return activity >= atLeast - 1e-7 && activity <= atMost + 1e-7;
  });

/** What the duals prove: each row at the bound that holds it, each variable at the bound its reduced cost asks for. */
const boundOfDuals = ({ costs, lower, upper, rows }: Instance, duals: Float64Array): number => {
  let bound = 0;
  const reduced = [...costs];
  rows.forEach(({ coefficients, atLeast = -Infinity, atMost = Infinity }, index) => {
    const dual = duals[index] as number;
    if (dual !== 0) bound += dual * (dual > 0 ? atLeast : atMost);
    reduced.forEach((cost, variable) => (reduced[variable] = cost - dual * (coefficients[variable] as number)));
  });
  reduced.forEach((cost, variable) => {
    if (Math.abs(cost) > 1e-8) bound += cost * ((cost > 0 ? lower : upper)[variable] as number);
  });
  return bound;
};

let solveByHighs: (program: LinearProgramText) => OracleAnswer;
beforeAll(async () => {
  solveByHighs = await makeOracle();
});

const demandAgreement = (each: Instance): void => {
  const ours = solveOurs(each);
  const highs = solveByHighs(oracleProgram(each));
  // With an objective the presolve of HiGHS 1.15.3 calls some unbounded programs infeasible; without one it cannot.
  const hasPoint = (): boolean => solveByHighs(oracleProgram({ ...each, costs: each.costs.map(() => 0) })).status === 'Optimal';
  expect(ours.status).toBe(highs.status === 'Optimal' ? 'optimal' : hasPoint() ? 'unbounded' : 'infeasible');
  if (ours.status !== 'optimal') return;
  expect(Math.abs(ours.value - highs.value)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(highs.value)));
  expect(isFeasible(each, ours.x)).toBe(true);
  expect(Math.abs(boundOfDuals(each, ours.rowDuals) - ours.value)).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(ours.value)));
};

describe('the simplex method', () => {
  it('agrees with HiGHS on small programs: optimal, infeasible and unbounded ones', () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 7 }).chain(variables => instance(variables, 10)), each => {
        demandAgreement(each);
        const { status } = solveOurs(each);
        seen.set(status, (seen.get(status) ?? 0) + 1);
      }),
      { numRuns: 600 },
    );
    expect([...seen.keys()].sort()).toEqual(['infeasible', 'optimal', 'unbounded']);
  });

  it('agrees with HiGHS on larger ones', () => {
    const coefficient = fc.double({ min: -10, max: 10, noNaN: true }).map(value => Math.round(value * 1000) / 1000);
    const vector = fc.array(coefficient, { minLength: 12, maxLength: 12 });
    const boxed = fc
      .record({
        costs: vector,
        rows: fc.array(fc.record({ coefficients: vector, atMost: fc.integer({ min: 1, max: 30 }) }), { minLength: 20, maxLength: 60 }),
      })
      .map(each => ({ ...each, lower: each.costs.map(() => -5), upper: each.costs.map(() => 5) }));
    fc.assert(fc.property(boxed, demandAgreement), { numRuns: 60 });
  });

  it('finds the same when rows come one after the other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }).chain(variables => instance(variables, 12)), each => {
        const { rows, ...program } = each;
        const warm = makeLinearProgram(program);
        let last = warm.solve();
        rows.forEach(row => {
          warm.addRow(row);
          last = warm.solve();
        });
        const cold = solveOurs(each);
        expect(last.status).toBe(cold.status);
        if (last.status === 'optimal' && cold.status === 'optimal') expect(last.value).toBeCloseTo(cold.value, 7);
      }),
      { numRuns: 400 },
    );
  });

  it('does not cycle where Dantzig\'s rule does (Beale 1955)', () => {
    const rows = [
      { coefficients: [1 / 4, -60, -1 / 25, 9], atMost: 0 },
      { coefficients: [1 / 2, -90, -1 / 50, 3], atMost: 0 },
      { coefficients: [0, 0, 1, 0], atMost: 1 },
    ];
    const beale = { costs: [-3 / 4, 150, -1 / 50, 6], lower: [0, 0, 0, 0], upper: [Infinity, Infinity, Infinity, Infinity], rows };
    expect(solveOurs(beale)).toMatchObject({ status: 'optimal', value: expect.closeTo(-1 / 20, 10) });
  });

  it('goes all the way round a twisted cube (Klee and Minty 1972)', () => {
    const size = 10;
    const rows = Array.from({ length: size }, (_, row) => ({
      coefficients: Array.from({ length: size }, (__, column) => (column < row ? 2 ** (row - column + 1) : column === row ? 1 : 0)),
      atMost: 5 ** (row + 1),
    }));
    const costs = Array.from({ length: size }, (_, column) => -(2 ** (size - 1 - column)));
    const cube = { costs, lower: costs.map(() => 0), upper: costs.map(() => Infinity), rows };
    expect(solveOurs(cube)).toMatchObject({ status: 'optimal', value: expect.closeTo(-(5 ** size), 3) });
  });

  it('keeps its precision over a thousand cuts of a sphere', () => {
    // min of z over z >= every tangent of |x|^2: the tangent at 0 makes it 0
    const size = 8;
    const program = makeLinearProgram({
      costs: [...Array.from({ length: size }, () => 0), 1],
      lower: [...Array.from({ length: size }, () => -1), -1000],
      upper: [...Array.from({ length: size }, () => 1), 1000],
    });
    let solution = program.solve();
    for (let count = 0; count < 1000; count += 1) {
      const at = Array.from({ length: size }, (_, index) => Math.sin(count * 12.9898 + index * 78.233));
      const square = at.reduce((total, value) => total + value * value, 0);
      program.addRow({ coefficients: [...at.map(value => -2 * value), 1], atLeast: -square });
      solution = program.solve();
    }
    program.addRow({ coefficients: [...Array.from({ length: size }, () => 0), 1], atLeast: 0 });
    solution = program.solve();
    expect(program.rowCount).toBe(1001);
    expect(solution).toMatchObject({ status: 'optimal', value: expect.closeTo(0, 9) });
  });
});

it('refuses a program that is none', () => {
  expect(() => makeLinearProgram({ costs: [1], lower: [], upper: [] })).toThrow('one bound');
  expect(() => makeLinearProgram({ costs: [1], lower: [2], upper: [1] })).toThrow('at least 2 and at most 1');
  expect(() => makeLinearProgram({ costs: [NaN], lower: [0], upper: [1] })).toThrow('cost');
  const program = makeLinearProgram({ costs: [1], lower: [0], upper: [1] });
  expect(() => program.addRow({ coefficients: [1, 2] })).toThrow('one coefficient');
  expect(() => program.addRow({ coefficients: [NaN] })).toThrow('coefficient');
  expect(() => program.addRow({ coefficients: [1], atLeast: NaN })).toThrow('NaN');
});
