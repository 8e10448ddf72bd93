/** A workload that one team moves: months from the first day of the plan, amounts a month. */
export interface ExitWork {
  readonly name: string;
  /** Months the team works on it; it works on one at a time. */
  readonly workMonths: number;
  readonly stayPerMonth: number;
  readonly goPerMonth: number;
  /** Part of what staying costs that is due until `committedUntil`, whether it is used or not. */
  readonly committedPerMonth: number;
  readonly committedUntil: number;
  /** It leaves not before this month. */
  readonly notBefore: number;
  /** Place in the list of the workload that must be moved first; null: none. */
  readonly after: number | null;
}

export interface ExitOrderPlan {
  /** Places in the list, in the order in which the team works. */
  readonly order: readonly number[];
  /** Of all workloads to the end of the plan. */
  readonly cost: number;
}

// A search asks for millions of costs: looked up once, not each time.
const { max, min } = Math;

/** What is still due within the plan for a commitment when its workload leaves in month `leaves`. */
export const unusedCommitment = ({ committedPerMonth, committedUntil }: ExitWork, leaves: number, months: number): number =>
  committedPerMonth * max(0, min(committedUntil, months) - leaves);

/** Cost to month `months` when it leaves in month `leaves`: the old place till then, the new one after, and what stays due. [EQ-SWC-7] */
const costOfLeaving = (work: ExitWork, leaves: number, months: number): number =>
  leaves >= months
    ? work.stayPerMonth * months
    : work.stayPerMonth * leaves + work.goPerMonth * (months - leaves) + unusedCommitment(work, leaves, months);

/** Months in which it may be best to leave once the work is done: at once, and when the commitment ends. */
const leaveAtOnce = ({ notBefore }: ExitWork, done: number, months: number): number => min(months, max(done, notBefore));
const leaveCommitted = (work: ExitWork, done: number, months: number): number =>
  max(leaveAtOnce(work, done, months), min(work.committedUntil, months));

/**
 * The best month to leave once the work is done: at once, when the commitment ends, or never (the end of the plan). What is
 * ready waits without the team. [EQ-SWC-8]
 */
export const bestLeave = (work: ExitWork, done: number, months: number): number => {
  const [atOnce, atEnd] = [leaveAtOnce(work, done, months), leaveCommitted(work, done, months)];
  // Of equal costs the day on which nothing is due unused, whatever rounding says.
  const first = costOfLeaving(work, atEnd, months) <= costOfLeaving(work, atOnce, months) * (1 + 1e-12) ? atEnd : atOnce;
  return costOfLeaving(work, months, months) < costOfLeaving(work, first, months) ? months : first;
};

/** Cost of a workload whose work is done in month `done`: never falls when it is done later. */
export const costWhenDone = (work: ExitWork, done: number, months: number): number =>
  min(
    costOfLeaving(work, leaveAtOnce(work, done, months), months),
    costOfLeaving(work, leaveCommitted(work, done, months), months),
    costOfLeaving(work, months, months),
  );

/** Of workloads in an order, the team beginning in month `from`. */
export const costOfOrder = (works: readonly ExitWork[], order: readonly number[], months: number, from = 0): number => {
  let [done, cost] = [from, 0];
  for (const place of order) {
    const work = works[place] as ExitWork;
    done += work.workMonths;
    cost += costWhenDone(work, done, months);
  }
  return cost;
};
