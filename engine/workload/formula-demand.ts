import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import type { TimeZone } from '../quantity/time-zone.ts';
import type { Formula } from './formula.ts';
import type { FormulaScope } from './formula-compiler.ts';
import { instantOfHour, type Horizon } from './horizon.ts';
import type { LocalClock } from './local-clock.ts';
import { isoOfLocal } from './series-demand.ts';

export interface FormulaDemand {
  readonly kind: 'formula';
  readonly formula: string;
}

export interface FormulaPlan {
  readonly horizon: Horizon;
  readonly clock: LocalClock;
  readonly timeZone: TimeZone;
}

/**
 * The formula in every hour of the plan. `demands` holds the series it refers to, at their places. Reports
 * `formula-result` for the first hour whose result is negative or no finite number: demand is never guessed.
 */
export const formulaDemandByHour = (
  { evaluate }: Formula,
  { horizon, clock, timeZone }: FormulaPlan,
  demands: readonly ArrayLike<number>[],
): Result<Float64Array> => {
  const series = new Float64Array(horizon.hourCount);
  const scope: FormulaScope = { hour: 0, day: 0, weekday: 1, month: 1, index: 0, demands };
  for (let index = 0; index < series.length; index += 1) {
    scope.index = index;
    scope.hour = clock.hourOfDay[index] as number;
    scope.day = clock.day[index] as number;
    scope.weekday = clock.dayOfWeek[index] as number;
    scope.month = clock.monthOfYear[index] as number;
    const value = evaluate(scope);
    if (!(value >= 0) || value === Infinity) {
      const instant = instantOfHour(horizon, index);
      const localTime = isoOfLocal(instant + timeZone.offsetSecondsAt(instant));
      return fail(makeIssue('formula-result', { value: Number.isFinite(value) ? value : String(value), localTime }));
    }
    series[index] = value;
  }
  return ok(series);
};
