import { discounted, monthlyRate } from '../numeric/time-value.ts';
import type { EpochSeconds } from '../quantity/calendar.ts';

/** A month of the plan. */
export interface FlowMonth {
  readonly start: EpochSeconds;
  readonly end: EpochSeconds;
}

/** What a workload costs at both places, and what its move costs. */
export interface ExitFlow {
  /** In each month of the plan, at the old place. */
  readonly oldByMonth: readonly number[];
  /** A whole month at the new place, for each month of the plan. */
  readonly newByMonth: readonly number[];
  /** The new place runs from here, the old one until then. */
  readonly goLive: EpochSeconds;
  readonly oldOff: EpochSeconds;
  /** The old one is paid until then: later than it is left where notice is longer. */
  readonly paidUntil: EpochSeconds;
  /** Spread evenly over the time of the move. */
  readonly workStart: EpochSeconds;
  readonly work: number;
  /** Due when the work begins, when the new place goes live, and when the old one is left. */
  readonly dueAtStart: number;
  readonly dueAtGoLive: number;
  readonly dueAtOldOff: number;
}

/** Amounts of a month, all workloads together. */
export interface CashMonth {
  readonly stay: number;
  readonly goOld: number;
  readonly goNew: number;
  readonly oneTime: number;
  readonly go: number;
}

const overlapShare = (month: FlowMonth, from: number, to: number): number =>
  Math.max(0, Math.min(month.end, to) - Math.max(month.start, from)) / (month.end - month.start);

/** Staying against going, month by month [EQ-LCK-7]. What is due after the last month is left out. */
export const exitCashflow = (flows: readonly ExitFlow[], months: readonly FlowMonth[]): CashMonth[] =>
  months.map((month, index) => {
    const isIn = (instant: number): boolean => instant >= month.start && instant < month.end;
    let [stay, goOld, goNew, oneTime] = [0, 0, 0, 0];
    for (const flow of flows) {
      const old = flow.oldByMonth[index] ?? 0;
      stay += old;
      goOld += old * overlapShare(month, -Infinity, flow.paidUntil);
      goNew += (flow.newByMonth[index] ?? 0) * overlapShare(month, flow.goLive, Infinity);
      const workSeconds = flow.goLive - flow.workStart;
      const worked = overlapShare(month, flow.workStart, flow.goLive) * (month.end - month.start);
      if (workSeconds > 0) oneTime += (flow.work * worked) / workSeconds;
      else if (isIn(flow.workStart)) oneTime += flow.work;
      if (isIn(flow.workStart)) oneTime += flow.dueAtStart;
      if (isIn(flow.goLive)) oneTime += flow.dueAtGoLive;
      if (isIn(flow.oldOff)) oneTime += flow.dueAtOldOff;
    }
    return { stay, goOld, goNew, oneTime, go: goOld + goNew + oneTime };
  });

/** What a stream of months says. */
export interface ExitWorth {
  readonly npv: number;
  /** First month, from 1, from whose end on what was saved is never again below what was spent; null: not in the plan. */
  readonly paybackMonth: number | null;
  /** Null when staying costs nothing. */
  readonly premium: number | null;
  /** Present values. */
  readonly stay: number;
  readonly go: number;
  readonly oneTime: number;
}

/** Month 0 is not discounted, so that a sheet's `first + NPV(rate, rest)` says the same. [EQ-LCK-8] */
export const exitWorth = (months: readonly CashMonth[], annualRate: number): ExitWorth => {
  const rate = monthlyRate(annualRate);
  const worthOf = (pick: (month: CashMonth) => number): number =>
    months.reduce((sum, month, index) => sum + discounted(pick(month), rate, index), 0);
  const [stay, go, oneTime] = [worthOf(month => month.stay), worthOf(month => month.go), worthOf(month => month.oneTime)];
  let [saved, paybackMonth] = [0, null as number | null];
  months.forEach((month, index) => {
    const before = saved;
    saved += month.stay - month.go;
    if (saved < 0) paybackMonth = null;
    else if (paybackMonth === null && (index === 0 || before < 0)) paybackMonth = index + 1;
  });
  return { npv: stay - go, paybackMonth, premium: stay > 0 ? go / stay - 1 : null, stay, go, oneTime };
};
