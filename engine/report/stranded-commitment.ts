import type { EpochSeconds } from '../quantity/calendar.ts';

/** What leaving does to a commitment. Amounts are effective costs in the base currency. */
export interface StrandedCommitment {
  readonly scenarioId: string;
  readonly id: string;
  readonly label: string;
  readonly termEnd: EpochSeconds;
  /** Of all its hours in the plan, used or not; the same when going. */
  readonly cost: number;
  readonly costGoing: number;
  /** Of it, when nothing leaves and when all that is planned leaves. */
  readonly unusedStaying: number;
  readonly unusedGoing: number;
  /** What it covers of workloads that leave, after they left; the same by their names in small letters. */
  readonly freed: number;
  readonly freedBy: ReadonlyMap<string, number>;
  /** Unused through leaving: within the plan, and from its end to the end of the term, as in the last month. */
  readonly strandedInPlan: number;
  readonly strandedAfterPlan: number;
}
