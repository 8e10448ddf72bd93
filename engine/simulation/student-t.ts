/**
 * P(|T| <= t) of Student's distribution with n degrees of freedom, a finite series for whole n (Abramowitz & Stegun
 * 1964, 26.7.3 and 26.7.4).
 */
const studentTWithin = (t: number, degreesOfFreedom: number): number => {
  const n = degreesOfFreedom;
  const angle = Math.atan(t / Math.sqrt(n));
  const cosine = Math.cos(angle);
  const sine = Math.sin(angle);
  let term = n % 2 === 0 ? 1 : cosine;
  let sum = n === 1 ? 0 : term;
  for (let k = n % 2 === 0 ? 2 : 3; k <= n - 2; k += 2) {
    term *= ((k - 1) / k) * cosine * cosine;
    sum += term;
  }
  return n % 2 === 0 ? sine * sum : (2 / Math.PI) * (angle + sine * sum);
};

/** The t with P(|T| <= t) = confidence, by halving: 12.706 for one degree of freedom at 0.95. */
export const studentTQuantile = (confidence: number, degreesOfFreedom: number): number => {
  if (!(confidence > 0 && confidence < 1)) throw new RangeError(`a confidence lies between 0 and 1, not ${confidence}`);
  if (!Number.isInteger(degreesOfFreedom) || degreesOfFreedom < 1)
    throw new RangeError(`${degreesOfFreedom} degrees of freedom`);
  let low = 0;
  let high = 1;
  while (studentTWithin(high, degreesOfFreedom) < confidence) high *= 2;
  for (let step = 0; step < 80; step += 1) {
    const middle = (low + high) / 2;
    if (studentTWithin(middle, degreesOfFreedom) < confidence) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
};
