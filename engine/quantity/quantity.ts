declare const unit: unique symbol;

/**
 * A number that knows its unit. The brand is a function type, hence invariant: `Quantity<'Hours'>` is not assignable to
 * `Quantity<'Hours' | 'GiB'>`, so adding or pricing across units does not compile. Free at run time.
 */
export type Quantity<Unit extends string> = number & { readonly [unit]: (name: Unit) => Unit };

export type Hours = Quantity<'Hours'>;
export type Seconds = Quantity<'Seconds'>;
/** One node running for one hour. */
export type NodeHours = Quantity<'Node-Hours'>;
/** 2^30 bytes: memory. */
export type Gib = Quantity<'GiB'>;
/** 10^9 bytes as transfer is billed; where a provider counts 2^30, its tier limits say so. */
export type Gb = Quantity<'GB'>;
/** 0 to 1 and beyond; percent exists only in cells. */
export type Fraction = Quantity<'Fraction'>;

export const hours = (value: number): Hours => value as Hours;
export const seconds = (value: number): Seconds => value as Seconds;
export const nodeHours = (value: number): NodeHours => value as NodeHours;
export const gib = (value: number): Gib => value as Gib;
export const gb = (value: number): Gb => value as Gb;
export const fraction = (value: number): Fraction => value as Fraction;

/** Sum of two quantities of one unit; two units do not compile. */
export const addQuantity = <Unit extends string>(a: Quantity<Unit>, b: NoInfer<Quantity<Unit>>): Quantity<Unit> =>
  (a + b) as Quantity<Unit>;

export const scaleQuantity = <Unit extends string>(value: Quantity<Unit>, factor: number): Quantity<Unit> =>
  (value * factor) as Quantity<Unit>;
