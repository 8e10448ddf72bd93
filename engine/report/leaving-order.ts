import type { ExitOrder } from '../migration/exit-order.ts';
import type { ExitWork } from '../migration/exit-work.ts';
import type { EpochSeconds } from '../quantity/calendar.ts';

/** In which order one team should move what leaves. */
export interface LeavingOrder {
  readonly works: readonly ExitWork[];
  readonly found: ExitOrder;
  /** Of the order by the earliest end of commitments. */
  readonly byExpiryCost: number;
  readonly start: EpochSeconds;
  /** Of the plan. */
  readonly months: number;
  readonly secondsPerMonth: number;
}
