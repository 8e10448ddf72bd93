import type { CashMonth, ExitWorth } from '../migration/exit-cashflow.ts';
import type { ExitCostRow } from '../migration/exit-cost.ts';
import type { ScheduledExit } from '../migration/exit-schedule.ts';
import type { EpochSeconds } from '../quantity/calendar.ts';

/** One workload's way out. */
export interface LeavingWorkload extends ScheduledExit {
  readonly name: string;
  readonly oldOff: EpochSeconds;
  /** The last of its commitments and its notice end; null: it has none. */
  readonly boundUntil: EpochSeconds | null;
  /** Null: not asked. */
  readonly transferDays: number | null;
  readonly stayPerMonth: number;
  readonly goPerMonth: number;
  /** Likely, once. */
  readonly exitCost: number;
}

/** What leaving comes to; amounts in the base currency, as doubles. */
export interface Leaving {
  readonly workloads: readonly LeavingWorkload[];
  /** With a median, and what nine of ten outcomes do not exceed. */
  readonly costs: readonly (Omit<ExitCostRow, 'percentiles'> & { readonly median: number; readonly ninetyPercent: number })[];
  /** Due once, beside the simulated components. */
  readonly otherCost: number;
  readonly months: readonly CashMonth[];
  readonly worth: ExitWorth;
  /** Of the right to leave later; null: no volatility is stated, or the tree has no answer. */
  readonly optionValue: number | null;
}
