import { civilDateOf, dayOfWeek } from '../quantity/calendar.ts';
import { secondsPerDay, secondsPerHour } from '../quantity/conversion.ts';
import type { TimeZone } from '../quantity/time-zone.ts';
import { instantOfHour, type Horizon } from './horizon.ts';

/** What the local clock and calendar show at the beginning of each UTC hour of the plan. */
export interface LocalClock {
  /** 0-23. */
  readonly hourOfDay: Uint8Array;
  /** 1 = Monday ... 7 = Sunday. */
  readonly dayOfWeek: Uint8Array;
  /** 1-12. */
  readonly monthOfYear: Uint8Array;
  /** Local days since the local day the plan begins on: 0, 1, 2, ... */
  readonly day: Int32Array;
}

/** Local time of every hour of the plan; daylight saving repeats or skips an hour, the count of UTC hours stays. */
export const makeLocalClock = (horizon: Horizon, timeZone: TimeZone): LocalClock => {
  const { hourCount } = horizon;
  const clock = {
    hourOfDay: new Uint8Array(hourCount),
    dayOfWeek: new Uint8Array(hourCount),
    monthOfYear: new Uint8Array(hourCount),
    day: new Int32Array(hourCount),
  };
  let epochDay = Number.NaN;
  let weekday = 0;
  let month = 0;
  let firstDay: number | null = null;
  for (let hour = 0; hour < hourCount; hour += 1) {
    const instant = instantOfHour(horizon, hour);
    const local = instant + timeZone.offsetSecondsAt(instant);
    const localDay = Math.floor(local / secondsPerDay);
    if (localDay !== epochDay) {
      epochDay = localDay;
      weekday = dayOfWeek(localDay);
      month = civilDateOf(localDay).month;
      firstDay ??= localDay;
    }
    clock.hourOfDay[hour] = Math.floor((local - localDay * secondsPerDay) / secondsPerHour);
    clock.dayOfWeek[hour] = weekday;
    clock.monthOfYear[hour] = month;
    clock.day[hour] = localDay - (firstDay ?? localDay);
  }
  return clock;
};
