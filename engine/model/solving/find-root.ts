import { ok, type Result } from '../../issue/result.ts';

/** Where a function of one number crosses zero. */
export interface Root {
  readonly at: number;
  readonly runs: number;
}

export interface NoRoot {
  /** Null: both ends lie on one side of zero. */
  readonly at: null;
  readonly atLow: number;
  readonly runs: number;
}

const mostRuns = 40;

/**
 * Illinois: false position with the weight of an end halved that stays, so that it never creeps (Dowell and Jarratt 1971),
 * until the value is within `tolerance` of zero or the place is known to a millionth of the span. Of a step function it is
 * the step that crosses zero. Reports what the function reports.
 */
export const findRoot = (
  of: (x: number) => Result<number>,
  [low, high]: readonly [number, number],
  tolerance: number,
): Result<Root | NoRoot> => {
  const [atLow, atHigh] = [of(low), of(high)];
  if (!atLow.ok) return atLow;
  if (!atHigh.ok) return atHigh;
  let runs = 2;
  if (Math.abs(atLow.value) <= tolerance) return ok({ at: low, runs });
  if (Math.abs(atHigh.value) <= tolerance) return ok({ at: high, runs });
  if (atLow.value * atHigh.value > 0) return ok({ at: null, atLow: atLow.value, runs });
  // b is the newest place, a the end across zero from it
  let [a, weightA, b, atB] = [low, atLow.value, high, atHigh.value];
  const span = Math.abs(high - low) * 1e-6;
  while (runs < mostRuns && Math.abs(b - a) > span) {
    const guess = (weightA * b - atB * a) / (weightA - atB);
    // a place outside, and on steps every third time, gives way to the middle
    const isInside = guess > Math.min(a, b) && guess < Math.max(a, b) && runs % 3 !== 2;
    const at = isInside ? guess : (a + b) / 2;
    const next = of(at);
    if (!next.ok) return next;
    runs += 1;
    if (Math.abs(next.value) <= tolerance) return ok({ at, runs });
    if (next.value * atB < 0) [a, weightA] = [b, atB];
    else weightA /= 2;
    [b, atB] = [at, next.value];
  }
  return ok({ at: b, runs });
};
