import type { Money } from '../money/money.ts';
import type { EpochSeconds } from '../quantity/calendar.ts';
import type { ChargePeriod } from './charge.ts';
import type { HourlyPrice } from './hourly-price.ts';

/** A stretch of a term and the node-seconds of it that were used. */
export interface CommittedPeriod extends ChargePeriod {
  readonly usedNodeSeconds: number;
}

/** Nodes committed for a term, and what became of them. */
export interface CommitmentToCharge {
  /** A price with a term. */
  readonly price: HourlyPrice;
  /** Public on-demand price of the same key; null when it is not known, then no saving is claimed. */
  readonly listPerHour: Money | null;
  /** On-demand price after negotiation; the list price when absent. */
  readonly contractedPerHour?: Money;
  readonly commitmentId: string;
  readonly nodeCount: number;
  readonly termStart: EpochSeconds;
  /** Ascending stretches inside the term, commonly one per calendar month: all of it, or its part up to a horizon. */
  readonly periods: readonly CommittedPeriod[];
}

/** Decimals an amount spread over time is cut at; what is cut stands on the next part, so nothing is lost. */
export const spreadDecimals = 12;

const commitmentTypes: Readonly<Record<string, string>> = {
  aws: 'Reserved Instance',
  azure: 'Reservation',
  gcp: 'Resource-based CUD',
};

/** The columns every line of a commitment shares. */
export const commitmentColumns = ({ price, commitmentId }: CommitmentToCharge) =>
  ({
    CommitmentDiscountCategory: 'Usage',
    CommitmentDiscountId: commitmentId,
    CommitmentDiscountType: commitmentTypes[price.key.provider] ?? 'Reservation',
  }) as const;
