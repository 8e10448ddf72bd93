import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { effectiveNodeCount } from '../scaling.ts';

/** What so many nodes, threads or users get done together in a unit of time. */
export interface ScalingPoint {
  readonly nodeCount: number;
  readonly throughput: number;
}

export interface ScalingFit {
  readonly sigma: number;
  readonly kappa: number;
  /** Throughput of one node. */
  readonly perNode: number;
  readonly rSquared: number;
  /** Node count beyond which more nodes do less; Infinity without crosstalk. */
  readonly peakNodeCount: number;
}

type Vector = readonly number[];

/** Solves a small system by elimination with pivots; null when it has no single solution. */
const solve = (matrix: readonly Vector[], right: Vector): number[] | null => {
  const rows = matrix.map((row, index) => [...row, right[index] as number]);
  const size = rows.length;
  for (let column = 0; column < size; column += 1) {
    const below = rows.slice(column);
    const pivot = below.reduce((best, row) => (Math.abs(row[column] as number) > Math.abs(best[column] as number) ? row : best));
    const value = pivot[column] as number;
    if (!(Math.abs(value) > 1e-300)) return null;
    rows.splice(rows.indexOf(pivot), 1);
    rows.splice(column, 0, pivot);
    for (const row of rows) {
      if (row === pivot) continue;
      const factor = (row[column] as number) / value;
      for (let place = column; place <= size; place += 1)
        row[place] = (row[place] as number) - factor * (pivot[place] as number);
    }
  }
  return rows.map((row, index) => (row[size] as number) / (row[index] as number));
};

/** Normal equations of least squares: (J'J + damping diag) step = J'r. */
const step = (jacobian: readonly Vector[], residuals: Vector, damping: number): number[] | null => {
  const size = jacobian[0]?.length ?? 0;
  const dot = (a: number, b: number): number => jacobian.reduce((sum, row) => sum + (row[a] as number) * (row[b] as number), 0);
  const matrix = Array.from({ length: size }, (_, a) =>
    Array.from({ length: size }, (_unused, b) => dot(a, b) * (a === b ? 1 + damping : 1)),
  );
  const right = Array.from({ length: size }, (_, a) =>
    jacobian.reduce((sum, row, index) => sum + (row[a] as number) * (residuals[index] as number), 0),
  );
  return solve(matrix, right);
};

/** Which of the three parameters are free; the others are zero. */
type Free = readonly ('perNode' | 'sigma' | 'kappa')[];
type Parameters = Readonly<Record<Free[number], number>>;

const throughputOf = ({ perNode, sigma, kappa }: Parameters, nodeCount: number): number =>
  perNode * effectiveNodeCount(nodeCount, sigma, kappa);

const squaresOf = (points: readonly ScalingPoint[], parameters: Parameters): number =>
  points.reduce((sum, point) => sum + (point.throughput - throughputOf(parameters, point.nodeCount)) ** 2, 0);

/** Where to start: N / X = (1 + sigma (N - 1) + kappa N (N - 1)) / perNode is linear in three unknowns (Gunther 2007, ch. 5). */
const linearStart = (points: readonly ScalingPoint[], free: Free): Parameters | null => {
  const columns = { perNode: () => 1, sigma: (n: number) => n - 1, kappa: (n: number) => n * (n - 1) };
  const found = step(
    points.map(({ nodeCount }) => free.map(name => columns[name](nodeCount))),
    points.map(({ nodeCount, throughput }) => nodeCount / throughput),
    0,
  );
  const [inverse = 0] = found ?? [];
  if (!found || !(inverse > 0)) return null;
  const of = (name: Free[number]): number => (found[free.indexOf(name)] ?? 0) / inverse;
  return { perNode: 1 / inverse, sigma: of('sigma'), kappa: of('kappa') };
};

/** Least squares of the throughput itself, by Levenberg and Marquardt. */
const refine = (points: readonly ScalingPoint[], free: Free, start: Parameters): Parameters => {
  let best = start;
  let squares = squaresOf(points, best);
  let damping = 1e-3;
  for (let round = 0; round < 200 && damping < 1e12; round += 1) {
    const { perNode, sigma, kappa } = best;
    const jacobian = points.map(({ nodeCount: n }) => {
      const effective = effectiveNodeCount(n, sigma, kappa);
      const byFactor = (-perNode * effective * effective) / n;
      const slopes = { perNode: effective, sigma: byFactor * (n - 1), kappa: byFactor * n * (n - 1) };
      return free.map(name => slopes[name]);
    });
    const change = step(jacobian, points.map(point => point.throughput - throughputOf(best, point.nodeCount)), damping);
    if (!change) break;
    const next = { ...best };
    free.forEach((name, index) => (next[name] = best[name] + (change[index] as number)));
    const nextSquares = squaresOf(points, next);
    if (nextSquares < squares) {
      const isDone = squares - nextSquares <= 1e-15 * squares;
      [best, squares, damping] = [next, nextSquares, damping / 10];
      if (isDone) break;
    } else damping *= 10;
  }
  return best;
};

/**
 * Fits the universal scalability law to measurements: throughput X(N) = perNode N / (1 + sigma (N - 1) + kappa N (N -
 * 1)), least squares in X, sigma and kappa not below 0. [EQ-SIZ-11] Six points or more tell a shape; three are the
 * least. Reports `scaling-not-fitted` for fewer different node counts, or where no throughput scales like that.
 */
export const fitScaling = (points: readonly ScalingPoint[]): Result<ScalingFit> => {
  const countCount = new Set(points.map(({ nodeCount }) => nodeCount)).size;
  const unfitted = () => fail(makeIssue('scaling-not-fitted', { count: countCount, minimum: 3 }));
  if (countCount < 3) return unfitted();
  const ways: readonly Free[] = [['perNode', 'sigma', 'kappa'], ['perNode', 'sigma'], ['perNode', 'kappa'], ['perNode']];
  const fits = ways.flatMap(free => {
    const start = linearStart(points, free);
    if (!start) return [];
    const parameters = refine(points, free, start);
    const isPossible = parameters.perNode > 0 && parameters.sigma >= 0 && parameters.kappa >= 0;
    return isPossible ? [{ parameters, squares: squaresOf(points, parameters) }] : [];
  });
  const [first, ...others] = fits;
  if (!first) return unfitted();
  const { parameters, squares } = others.reduce((best, fit) => (fit.squares < best.squares ? fit : best), first);
  const mean = points.reduce((sum, { throughput }) => sum + throughput, 0) / points.length;
  const total = points.reduce((sum, { throughput }) => sum + (throughput - mean) ** 2, 0);
  const { sigma, kappa, perNode } = parameters;
  return ok({
    sigma,
    kappa,
    perNode,
    rSquared: total > 0 ? 1 - squares / total : 1,
    peakNodeCount: kappa > 0 ? Math.sqrt(Math.max(0, 1 - sigma) / kappa) : Infinity,
  });
};
