import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { epochDayOf, type EpochSeconds } from './calendar.ts';
import { secondsPerDay } from './conversion.ts';

/** Rules of an IANA time zone, e.g. `Europe/Berlin`. */
export interface TimeZone {
  readonly name: string;
  /** Seconds to add to the instant to read the local clock; 3600 for Berlin in winter. */
  offsetSecondsAt(instant: EpochSeconds): number;
  /**
   * The instant at which the local clock shows `localSeconds`: the earlier one when it is shown twice (clocks set
   * back); when it is skipped (clocks set forward), the instant reached by counting on from before the jump.
   */
  instantOf(localSeconds: EpochSeconds): EpochSeconds;
}

/** `2026-03-29` and `01:00:00` of an instant as the zone's clock shows them, turned back into seconds. */
const readClock = (format: Intl.DateTimeFormat, instant: EpochSeconds): EpochSeconds => {
  const fields: Record<string, number> = {};
  for (const part of format.formatToParts(instant * 1000)) fields[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
  return epochDayOf({ year, month, day }) * secondsPerDay + hour * 3600 + minute * 60 + second;
};

const makeFormat = (name: string): Intl.DateTimeFormat | null => {
  try {
    return new Intl.DateTimeFormat('en-US', {
      timeZone: name, calendar: 'gregory', numberingSystem: 'latn', hourCycle: 'h23',
      year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  } catch {
    return null;
  }
};

/** One UTC day: its offset when the whole day has one, else the instants from which each offset holds. */
interface DayOffsets {
  readonly starts: readonly EpochSeconds[];
  readonly offsets: readonly number[];
}

/**
 * Rules of the zone from the platform's own time-zone data. Offsets are found once per UTC day and remembered, so that
 * walking years of hours asks the platform about twice a day. Reports `invalid-time-zone`.
 */
export const makeTimeZone = (name: string): Result<TimeZone> => {
  const format = makeFormat(name);
  if (!format) return fail(makeIssue('invalid-time-zone', { timeZone: name }));
  const ask = (instant: EpochSeconds): number => readClock(format, instant) - instant;
  const days = new Map<number, DayOffsets>();

  const firstInstantWith = (from: EpochSeconds, to: EpochSeconds, offset: number): EpochSeconds => {
    let low = from;
    let high = to;
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (ask(middle) === offset) high = middle;
      else low = middle;
    }
    return high;
  };
  const offsetsOf = (epochDay: number): DayOffsets => {
    const start = epochDay * secondsPerDay;
    const end = start + secondsPerDay - 1;
    const first = ask(start);
    const last = ask(end);
    if (first === last) return { starts: [start], offsets: [first] };
    return { starts: [start, firstInstantWith(start, end, last)], offsets: [first, last] };
  };
  const offsetSecondsAt = (instant: EpochSeconds): number => {
    const whole = Math.floor(instant);
    const epochDay = Math.floor(whole / secondsPerDay);
    let day = days.get(epochDay);
    if (!day) days.set(epochDay, (day = offsetsOf(epochDay)));
    const [early = 0, late = early] = day.offsets;
    return day.starts[1] !== undefined && whole >= day.starts[1] ? late : early;
  };
  const instantOf = (localSeconds: EpochSeconds): EpochSeconds => {
    const before = offsetSecondsAt(localSeconds - secondsPerDay);
    const after = offsetSecondsAt(localSeconds + secondsPerDay);
    const early = localSeconds - before;
    if (offsetSecondsAt(early) === before) return early;
    const late = localSeconds - after;
    return offsetSecondsAt(late) === after ? late : early;
  };
  return ok({ name, offsetSecondsAt, instantOf });
};
