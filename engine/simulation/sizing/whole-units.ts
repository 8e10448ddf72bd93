/** Relative slack before rounding to whole units, so that 700 / (100 x 0.7) is ten nodes and 1.2 / 0.4 is three. */
const divisionSlack = 1e-12;

/** Whole units that hold a quantity. */
export const unitsFor = (quotient: number): number => Math.ceil(quotient * (1 - divisionSlack));

/** Whole units that fit. */
export const unitsWithin = (quotient: number): number => Math.floor(quotient * (1 + divisionSlack));
