import type { Money } from '../../money/money.ts';
import type { Decimal } from '../../numeric/decimal.ts';

/** What a fee is for and when it holds. */
export interface FeeScope {
  readonly id: string;
  /** Null: every scenario. */
  readonly scenarioId: string | null;
  /** ISO date, inclusive; null: no known beginning. */
  readonly from: string | null;
  /** ISO date, exclusive; null: until further notice. */
  readonly to: string | null;
}

/** From `fromAmount` of a month's charges on, this part of them. */
export interface SupportBand {
  readonly fromAmount: Decimal;
  readonly fraction: Decimal;
}

/** A support plan: a part of the month's charges of a provider, band by band, or a least fee where that is more. */
export interface SupportPlan extends FeeScope {
  readonly provider: string;
  /** Null: the charges of all accounts together. */
  readonly account: string | null;
  /** Ascending, the first from 0. */
  readonly bands: readonly SupportBand[];
  /** In the currency of the bands. */
  readonly minimumPerMonth: Money;
}

/** A fixed amount each month. */
export interface FlatFee extends FeeScope {
  readonly provider: string;
  readonly perMonth: Money;
}

export const minimumSpendPeriods = ['month', 'year', 'whole'] as const;
/** How long a promised amount has to be spent: each month, each year from its first day, or from first to last day. */
export type MinimumSpendPeriod = (typeof minimumSpendPeriods)[number];

/** An amount promised to a provider: what is not spent is due at the end of the period. */
export interface MinimumSpend extends FeeScope {
  readonly provider: string;
  readonly amount: Money;
  readonly period: MinimumSpendPeriod;
  /** Spent in the running period before the plan begins; null: not known. */
  readonly spentBefore: Money | null;
}

/** A part of everything a provider charges; several taxes add up. */
export interface Tax extends FeeScope {
  /** Null: every provider. */
  readonly provider: string | null;
  readonly fraction: Decimal;
}

/** It holds on a day (ISO). */
export const holdsOn = ({ from, to }: FeeScope, date: string): boolean =>
  (from ?? '') <= date && (to === null || date < to);
