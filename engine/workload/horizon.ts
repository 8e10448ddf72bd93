import { addMonths, civilDateOf, epochDayOf, type CivilDate, type EpochSeconds } from '../quantity/calendar.ts';
import { hoursPerDay, secondsPerDay, secondsPerHour } from '../quantity/conversion.ts';

/** The part of one calendar month (UTC) that lies in the plan; hours count from the plan's start, the end exclusive. */
export interface PlanMonth {
  readonly year: number;
  readonly month: number;
  readonly startHour: number;
  readonly endHour: number;
}

/** The hours a plan is about, in UTC: every series has one value for each of them. */
export interface Horizon {
  readonly startDate: CivilDate;
  readonly start: EpochSeconds;
  /** Exclusive. */
  readonly end: EpochSeconds;
  readonly hourCount: number;
  /** Ascending, together all hours of the plan. */
  readonly months: readonly PlanMonth[];
}

const instantOfDate = (date: CivilDate): EpochSeconds => epochDayOf(date) * secondsPerDay;

/** `monthCount` months from 00:00 UTC of `startDate`: true hours, so a leap year has 8,784. */
export const makeHorizon = (startDate: CivilDate, monthCount: number): Horizon => {
  const start = instantOfDate(startDate);
  const end = instantOfDate(addMonths(startDate, monthCount));
  const hourOf = (instant: EpochSeconds): number => (instant - start) / secondsPerHour;
  const months: PlanMonth[] = [];
  let from = start;
  while (from < end) {
    const { year, month } = civilDateOf(from / secondsPerDay);
    const next = Math.min(end, instantOfDate(addMonths({ year, month, day: 1 }, 1)));
    months.push({ year, month, startHour: hourOf(from), endHour: hourOf(next) });
    from = next;
  }
  return { startDate, start, end, hourCount: ((end - start) / secondsPerDay) * hoursPerDay, months };
};

/** The instant at which an hour of the plan begins. */
export const instantOfHour = (horizon: Horizon, hour: number): EpochSeconds => horizon.start + hour * secondsPerHour;

/**
 * The hours of the plan between two instants, as `[first, end)`; parts of an hour count as the whole hour. Empty (equal
 * bounds) when nothing of it lies in the plan.
 */
export const planHours = (
  horizon: Horizon,
  from: EpochSeconds,
  to: EpochSeconds,
): readonly [first: number, end: number] => {
  const first = Math.min(horizon.hourCount, Math.max(0, Math.floor((from - horizon.start) / secondsPerHour)));
  const end = Math.min(horizon.hourCount, Math.max(0, Math.ceil((to - horizon.start) / secondsPerHour)));
  return [first, Math.max(first, end)];
};
