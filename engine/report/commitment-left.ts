import type { ExitWay } from '../pricing/exit-value.ts';

/** A commitment given up before its end. Amounts in the base currency, as doubles. */
export interface CommitmentLeft {
  readonly scenarioId: string;
  readonly commitmentId: string;
  readonly label: string;
  readonly way: ExitWay;
  /** ISO date. */
  readonly date: string;
  /** What it is exchanged into. */
  readonly into: string | null;
  /** Paid for time that is no longer held. */
  readonly prepaid: number;
  /** Comes back, or is set off against what it is exchanged into. */
  readonly credit: number;
  /** Recurring fees of the time left. */
  readonly feesNotPaid: number;
  /** Of a refund: what is left of the year's pool after it. */
  readonly poolLeft: number | null;
}
