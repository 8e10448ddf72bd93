import { makeIssue } from '../issue/issue-codes.ts';
import type { Issue } from '../issue/issue.ts';
import type { Result } from '../issue/result.ts';
import { ok } from '../issue/result.ts';
import type { EpochSeconds } from '../quantity/calendar.ts';
import type { TimeZone } from '../quantity/time-zone.ts';
import { makeFormulaCompiler, type Formula } from './formula.ts';
import { formulaDemandByHour, type FormulaDemand } from './formula-demand.ts';
import type { Horizon } from './horizon.ts';
import type { LocalClock } from './local-clock.ts';
import { profileDemandByHour, type ProfileDemand } from './profile-demand.ts';
import { readingOrder } from './reading-order.ts';
import { seriesDemandByHour, type SeriesDemand } from './series-demand.ts';

/** A demand whose row has a problem of its own: formulas may name it, and are not blamed for what they cannot read. */
export interface UnreadableDemand {
  readonly kind: 'unreadable';
}

/** How much is wanted in each hour, as the analyst states it. */
export interface Demand {
  readonly id: string;
  readonly shape: ProfileDemand | SeriesDemand | FormulaDemand | UnreadableDemand;
  /** First instant at which a workload asks for it; null when none does (a formula may still read it). */
  readonly neededFrom: EpochSeconds | null;
}

export interface DemandPlan {
  readonly horizon: Horizon;
  readonly clock: LocalClock;
  readonly timeZone: TimeZone;
}

/** A problem of one demand, by its place in the list. */
export interface DemandProblem {
  readonly place: number;
  readonly issues: readonly Issue[];
}

export interface DemandSeriesSet {
  /** At the demand's place; null where it is not needed or there is a problem. */
  readonly byHour: readonly (Float64Array | null)[];
  readonly problems: readonly DemandProblem[];
}

/** Places needed by a workload, and all that their formulas read. */
const neededPlaces = (demands: readonly Demand[], reads: readonly (readonly number[])[]): Set<number> => {
  const open = demands.flatMap((demand, place) => (demand.neededFrom === null ? [] : [place]));
  const needed = new Set<number>();
  for (let place = open.pop(); place !== undefined; place = open.pop()) {
    if (needed.has(place)) continue;
    needed.add(place);
    open.push(...(reads[place] ?? []));
  }
  return needed;
};

const circleProblems = (circles: readonly (readonly number[])[], demands: readonly Demand[]): DemandProblem[] =>
  circles.flatMap(circle => {
    const path = [...circle, circle[0] as number].map(place => demands[place]?.id ?? '').join(' > ');
    return circle.map(place => ({ place, issues: [makeIssue('circular-formula', { path })] }));
  });

/**
 * Every needed demand in every hour of the plan; formulas after the demands they read. Reports the problems of all of
 * them: `series-starts-late`, every `formula-...` problem, and `circular-formula` for each formula of a circle.
 */
export const demandsByHour = (demands: readonly Demand[], plan: DemandPlan): DemandSeriesSet => {
  const compile = makeFormulaCompiler(demands.map(demand => demand.id));
  const compileProblems: DemandProblem[] = [];
  const formulas = demands.map(({ shape }, place): Formula | null => {
    if (shape.kind !== 'formula') return null;
    const compiled = compile(shape.formula);
    if (compiled.ok) return compiled.value;
    compileProblems.push({ place, issues: compiled.issues });
    return null;
  });
  const reads = formulas.map(formula => formula?.references ?? []);
  const { order, circles } = readingOrder(reads);
  const problems = [...compileProblems, ...circleProblems(circles, demands)];

  const needed = neededPlaces(demands, reads);
  const readByFormula = new Set([...needed].flatMap(place => reads[place] ?? []));
  const byHour: (Float64Array | null)[] = demands.map(() => null);
  const evaluate = (place: number): Result<Float64Array> | null => {
    const { id, shape, neededFrom } = demands[place] as Demand;
    if (shape.kind === 'unreadable') return null;
    if (shape.kind === 'profile') return ok(profileDemandByHour(shape, plan.horizon, plan.clock));
    if (shape.kind === 'series') {
      const from = readByFormula.has(place) ? plan.horizon.start : (neededFrom ?? plan.horizon.start);
      return seriesDemandByHour(id, shape, plan.horizon, plan.timeZone, from);
    }
    const formula = formulas[place];
    const isReadable = formula?.references.every(reference => byHour[reference]) ?? false;
    return formula && isReadable ? formulaDemandByHour(formula, plan, byHour as Float64Array[]) : null;
  };
  for (const place of order) {
    const found = needed.has(place) ? evaluate(place) : null;
    if (found?.ok) byHour[place] = found.value;
    else if (found) problems.push({ place, issues: found.issues });
  }
  return { byHour, problems };
};
