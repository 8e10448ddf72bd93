import type { EpochSeconds } from '../quantity/calendar.ts';

/** What leaving does to a commitment. Amounts are effective costs in the base currency. */
export interface StrandedCommitment {
  readonly scenarioId: string;
  readonly id: string;
  readonly label: string;
  readonly termEnd: EpochSeconds;
  /** Of its cost within the plan, when nothing leaves and when all that is planned leaves. */
  readonly unusedStaying: number;
  readonly unusedGoing: number;
  readonly cost: number;
  /** Of the usage it covers of workloads that leave, after they left; and of it what others take over. */
  readonly freed: number;
  readonly reused: number;
  /** Unused through leaving: within the plan, and from its end to the end of the term, as in the last month. */
  readonly strandedInPlan: number;
  readonly strandedAfterPlan: number;
  /** Part of the loss each workload answers for, by its name in small letters. */
  readonly byWorkload: ReadonlyMap<string, number>;
}
