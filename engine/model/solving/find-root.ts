/** Where a function of one number crosses zero. */
export interface Root {
  readonly at: number;
  readonly value: number;
  readonly runs: number;
}

export interface NoRoot {
  /** Both ends lie on one side of zero. */
  readonly atLow: number;
  readonly atHigh: number;
  readonly runs: number;
}

const mostRuns = 40;

/**
 * Illinois: false position with the weight of an end halved that stays, so that it never creeps (Dowell and Jarratt 1971),
 * until the value is within `tolerance` of zero or the place is known to a millionth of the span. Of a step function it is
 * the step that crosses zero.
 */
export const findRoot = (
  of: (x: number) => number,
  [low, high]: readonly [number, number],
  tolerance: number,
): Root | NoRoot => {
  let [a, b] = [low, high];
  let [atA, atB] = [of(a), of(b)];
  let runs = 2;
  if (Math.abs(atA) <= tolerance) return { at: a, value: atA, runs };
  if (Math.abs(atB) <= tolerance) return { at: b, value: atB, runs };
  if (atA * atB > 0) return { atLow: atA, atHigh: atB, runs };
  const span = (high - low) * 1e-6;
  let [weightA, weightB] = [atA, atB];
  let stayed: 'a' | 'b' | null = null;
  let [at, value] = [b, atB];
  while (runs < mostRuns && Math.abs(b - a) > Math.abs(span)) {
    const guess = (weightA * b - weightB * a) / (weightA - weightB);
    // A place outside, or every third time on steps, gives way to the middle
    const isInside = guess > Math.min(a, b) && guess < Math.max(a, b) && runs % 3 !== 2;
    at = isInside ? guess : (a + b) / 2;
    value = of(at);
    runs += 1;
    if (Math.abs(value) <= tolerance) break;
    if (value * atB < 0) {
      [a, atA] = [b, atB];
      weightA = atA;
      stayed = null;
    } else {
      weightA = stayed === 'a' ? weightA / 2 : atA;
      stayed = 'a';
    }
    [b, atB] = [at, value];
    weightB = atB;
  }
  return { at, value, runs };
};
