import type { EpochSeconds } from '../quantity/calendar.ts';

/** What leaving strands of what was agreed. Amounts in the base currency. */
export interface StrandedAgreement {
  readonly scenarioId: string;
  readonly id: string;
  readonly termEnd: EpochSeconds;
  /** What counted towards it of workloads that leave, after they left; the same by their names in small letters. */
  readonly freed: number;
  readonly freedBy: ReadonlyMap<string, number>;
  /** Due for nothing when nothing leaves, and when all that is planned leaves. */
  readonly unusedStaying: number;
  readonly unusedGoing: number;
  /** Due for nothing through leaving: within the plan, and from its end to the end of the term, as in the last month. */
  readonly strandedInPlan: number;
  readonly strandedAfterPlan: number;
}

/** A spend promised to a provider: what is missing of it is due. */
export type StrandedPromise = StrandedAgreement;

/** A reservation, savings plan or committed use; amounts are effective costs. */
export interface StrandedCommitment extends StrandedAgreement {
  readonly label: string;
  /** Of all its hours in the plan, used or not; the same when going. */
  readonly cost: number;
  readonly costGoing: number;
}
