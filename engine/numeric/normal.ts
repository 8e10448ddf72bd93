// Asked for millions of times: looked up once, not each time.
const { floor } = Math;

/** Value of a polynomial, coefficients from the constant up. */
const polynomial = (coefficients: readonly number[], x: number): number =>
  coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0);

/**
 * The z with P(Z <= z) = p of the standard normal distribution, 0 < p < 1, to about 16 digits (Wichura, Algorithm AS
 * 241, Applied Statistics 37, 1988, PPND16). 1.959964 at 0.975. [EQ-SIZ-3]
 */
export const normalQuantile = (probability: number): number => {
  if (!(probability > 0 && probability < 1))
    throw new RangeError(`a probability lies between 0 and 1, not ${probability}`);
  const fromMiddle = probability - 0.5;
  if (Math.abs(fromMiddle) <= 0.425) {
    const r = 0.180625 - fromMiddle * fromMiddle;
    return (fromMiddle * polynomial(middle.above, r)) / polynomial(middle.below, r);
  }
  const tail = Math.sqrt(-Math.log(Math.min(probability, 1 - probability)));
  const [{ above, below }, r] = tail <= 5 ? [near, tail - 1.6] : [far, tail - 5];
  return Math.sign(fromMiddle) * (polynomial(above, r) / polynomial(below, r));
};

/**
 * P(Z <= z) of the standard normal distribution, to about 1e-15: continued fraction far out, series near 0 (Abramowitz and
 * Stegun, 26.2.11 and 26.2.14).
 */
export const normalProbability = (z: number): number => {
  const size = Math.abs(z);
  const density = Math.exp((-size * size) / 2) / Math.sqrt(2 * Math.PI);
  if (size > 3) {
    let fraction = size;
    for (let term = 60; term > 0; term -= 1) fraction = size + term / fraction;
    return z > 0 ? 1 - density / fraction : density / fraction;
  }
  let [term, sum] = [size, size];
  for (let odd = 3; Math.abs(term) > 1e-17 * sum; odd += 2) {
    term *= (size * size) / odd;
    sum += term;
  }
  return z >= 0 ? 0.5 + density * sum : 0.5 - density * sum;
};

const stepsPerUnit = 256;
const tableEnd = 8;

interface KnotTable {
  /** The probability at each knot, and by how much its tangent rises to the next. */
  readonly probability: Float64Array;
  readonly rise: Float64Array;
}

const makeKnots = (): KnotTable => {
  const at = Float64Array.from({ length: 2 * tableEnd * stepsPerUnit + 1 }, (_, knot) => knot / stepsPerUnit - tableEnd);
  const rise = at.map(z => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / stepsPerUnit);
  return { probability: at.map(normalProbability), rise };
};

let knots: KnotTable | null = null;

/** The same to 1e-11, from a table by cubics: where a simulation asks for millions. */
export const tabulatedNormalProbability = (z: number): number => {
  if (!(z > -tableEnd && z < tableEnd)) return normalProbability(z);
  const { probability, rise } = (knots ??= makeKnots());
  const place = (z + tableEnd) * stepsPerUnit;
  const knot = floor(place);
  const t = place - knot;
  const left = probability[knot] as number;
  const chord = (probability[knot + 1] as number) - left;
  const [bendLeft, bendRight] = [(rise[knot] as number) - chord, chord - (rise[knot + 1] as number)];
  return left + t * chord + t * (1 - t) * (bendLeft * (1 - t) + bendRight * t);
};

const middle = {
  above: [
    3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3, 1.3731693765509461125e4,
    4.5921953931549871457e4, 6.7265770927008700853e4, 3.3430575583588128105e4, 2.5090809287301226727e3,
  ],
  below: [
    1, 4.2313330701600911252e1, 6.871870074920579083e2, 5.3941960214247511077e3, 2.1213794301586595867e4,
    3.930789580009271061e4, 2.8729085735721942674e4, 5.226495278852854561e3,
  ],
};
const near = {
  above: [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
    1.27045825245236838258, 2.4178072517745061177e-1, 2.27238449892691845833e-2, 7.7454501427834140764e-4,
  ],
  below: [
    1, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1, 1.4810397642748007459e-1,
    1.51986665636164571966e-2, 5.475938084995344946e-4, 1.05075007164441684324e-9,
  ],
};
const far = {
  above: [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 2.9656057182850489123e-1,
    2.6532189526576123093e-2, 1.2426609473880784386e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ],
  below: [
    1, 5.9983220655588793769e-1, 1.3692988092273580531e-1, 1.48753612908506148525e-2, 7.868691311456132591e-4,
    1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
  ],
};
