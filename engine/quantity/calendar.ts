import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { hoursPerDay, secondsPerDay } from './conversion.ts';

/** A date of the proleptic Gregorian calendar, without time or zone. */
export interface CivilDate {
  readonly year: number;
  /** 1-12. */
  readonly month: number;
  /** 1-31. */
  readonly day: number;
}

/** Days since 1970-01-01, negative before. */
export type EpochDay = number;
/** Seconds since 1970-01-01T00:00:00Z; for a local time, the seconds its clock face shows. */
export type EpochSeconds = number;

/** Days before a day counted from 1 March of year 0 (H. Hinnant, "chrono-compatible low-level date algorithms"). */
export const epochDayOf = ({ year, month, day }: CivilDate): EpochDay => {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
};

export const civilDateOf = (epochDay: EpochDay): CivilDate => {
  const shifted = epochDay + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1,
  };
};

const two = (value: number): string => String(value).padStart(2, '0');

/** `2026-01-31`. */
export const isoOfDate = ({ year, month, day }: CivilDate): string => `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;

export const isoOfEpochDay = (epochDay: EpochDay): string => isoOfDate(civilDateOf(epochDay));

/** `2026-01-31T13:00:00Z`, as FOCUS writes an instant. Whole seconds; fractions are cut. */
export const isoOfInstant = (instant: EpochSeconds): string => {
  const whole = Math.floor(instant);
  const epochDay = Math.floor(whole / secondsPerDay);
  const rest = whole - epochDay * secondsPerDay;
  return `${isoOfEpochDay(epochDay)}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}:${two(rest % 60)}Z`;
};

export const daysInMonth = (year: number, month: number): number =>
  epochDayOf(month === 12 ? { year: year + 1, month: 1, day: 1 } : { year, month: month + 1, day: 1 }) -
  epochDayOf({ year, month, day: 1 });

/** True hours of a calendar month in UTC: 672 to 744. */
export const hoursInMonth = (year: number, month: number): number => daysInMonth(year, month) * hoursPerDay;

/** The same day `months` later, or the last day of that month when it is shorter: 31 January + 1 = 28 February. */
export const addMonths = (date: CivilDate, months: number): CivilDate => {
  const monthIndex = date.year * 12 + date.month - 1 + months;
  const year = Math.floor(monthIndex / 12);
  const month = monthIndex - year * 12 + 1;
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
};

/** 1 = Monday ... 7 = Sunday (ISO 8601). */
export const dayOfWeek = (epochDay: EpochDay): number => ((((epochDay + 3) % 7) + 7) % 7) + 1;

const isoDate = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads `2026-01-31`; reports `invalid-date` for anything else, and for days that do not exist. */
export const parseIsoDate = (text: string): Result<CivilDate> => {
  const match = isoDate.exec(text.trim());
  if (!match) return fail(makeIssue('invalid-date', { text }));
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  const exists = date.month >= 1 && date.month <= 12 && date.day >= 1 && date.day <= daysInMonth(date.year, date.month);
  return exists ? ok(date) : fail(makeIssue('invalid-date', { text }));
};
