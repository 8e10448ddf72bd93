/**
 * How a commitment can be left. `none`: savings plans and committed use discounts. `resale`: AWS standard reserved
 * instances. `exchange`: AWS convertible ones, for others of at least their value, never for money. `refund`: Azure
 * reservations.
 */
export type Exit =
  | { readonly kind: 'none' }
  | { readonly kind: 'exchange' }
  | {
      readonly kind: 'resale';
      /** Off the remaining upfront value, so that a buyer is found; 0 to 1. */
      readonly priceCut: number;
      /** The marketplace's share of what the buyer pays. */
      readonly feeShare: number;
    }
  | {
      readonly kind: 'refund';
      /** Left of what may be refunded in twelve months. */
      readonly poolLeft: number;
    };

export const exitWays = ['resale', 'refund', 'exchange'] as const;
export type ExitWay = (typeof exitWays)[number];

/** First day on which Azure sells reservations that cannot be exchanged (A-COM-15). */
const azureExchangeEnds = '2027-02-01';

/** How a commitment may be left, by who sold it and when. */
export const exitWaysOf = ({ provider, kind, boughtOn }: Record<'provider' | 'kind' | 'boughtOn', string>): ExitWay[] => {
  const seller = provider.toLowerCase();
  if (seller === 'aws') return kind === 'reserved' ? ['resale'] : kind === 'convertible' ? ['exchange'] : [];
  if (seller !== 'azure' || kind !== 'reserved') return [];
  return boughtOn < azureExchangeEnds ? ['refund', 'exchange'] : ['refund'];
};

export const resaleFeeShare = 0.12;
export const refundPool = 50_000;

/** A commitment at the moment it may be given up. */
export interface HeldCommitment {
  readonly termMonths: number;
  /** Months since the purchase, with fractions. */
  readonly heldMonths: number;
  /** Upfront fee of the whole purchase. */
  readonly upfront: number;
  /** Recurring fees of a month. */
  readonly recurringPerMonth: number;
}

export interface ExitValue {
  /** Money that comes back. */
  readonly proceeds: number;
  /** Recurring fees that need not be paid any more. */
  readonly releasedFees: number;
  /** Worth that can be put into another commitment; not money. */
  readonly exchangeValue: number;
  /** Of the refund pool. */
  readonly poolUsed: number;
}

/** The marketplace takes what has been held for so long, and has as much left. */
const leastMonths = 1;

/**
 * What giving a commitment up brings. Resale: whole months left at their share of the upfront fee, less the cut and the
 * marketplace's fee; the buyer takes over the recurring ones. Refund: what is left of both, counted against the pool;
 * beyond the pool there is none. [EQ-OPT-15]
 */
export const exitValue = (exit: Exit, { termMonths, heldMonths, upfront, recurringPerMonth }: HeldCommitment): ExitValue => {
  const nothing: ExitValue = { proceeds: 0, releasedFees: 0, exchangeValue: 0, poolUsed: 0 };
  const left = termMonths - heldMonths;
  if (!(heldMonths >= 0 && left >= 0)) throw new RangeError('given up before it was bought, or after its end');
  const unusedUpfront = (upfront * left) / termMonths;
  if (exit.kind === 'none' || left === 0) return nothing;
  if (exit.kind === 'exchange') return { ...nothing, exchangeValue: unusedUpfront + recurringPerMonth * left };
  if (exit.kind === 'resale') {
    if (heldMonths < leastMonths || left < leastMonths) return nothing;
    const wholeMonths = Math.floor(left + 1e-9);
    const price = ((upfront * wholeMonths) / termMonths) * (1 - exit.priceCut);
    return { ...nothing, proceeds: price * (1 - exit.feeShare), releasedFees: recurringPerMonth * wholeMonths };
  }
  const whole = unusedUpfront + recurringPerMonth * left;
  const share = whole > 0 ? Math.min(1, exit.poolLeft / whole) : 0;
  return { ...nothing, proceeds: unusedUpfront * share, releasedFees: recurringPerMonth * left * share, poolUsed: whole * share };
};
