import { describe, expect, it } from '@jest/globals';
import { epochDayOf } from './calendar.ts';
import { makeTimeZone, type TimeZone } from './time-zone.ts';

const zone = (name: string): TimeZone => {
  const result = makeTimeZone(name);
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};
const utc = (year: number, month: number, day: number, hour = 0, minute = 0): number =>
  epochDayOf({ year, month, day }) * 86_400 + hour * 3600 + minute * 60;

describe('time zones', () => {
  it('change at the published instants', () => {
    const berlin = zone('Europe/Berlin');
    // Summer time 2026: 29 March 01:00 UTC to 25 October 01:00 UTC
    expect(berlin.offsetSecondsAt(utc(2026, 3, 29, 0, 59))).toBe(3600);
    expect(berlin.offsetSecondsAt(utc(2026, 3, 29, 1))).toBe(7200);
    expect(berlin.offsetSecondsAt(utc(2026, 10, 25, 1) - 1)).toBe(7200);
    expect(berlin.offsetSecondsAt(utc(2026, 10, 25, 1))).toBe(3600);
    // New York 2026: 8 March 07:00 UTC
    const newYork = zone('America/New_York');
    expect(newYork.offsetSecondsAt(utc(2026, 3, 8, 7) - 1)).toBe(-18_000);
    expect(newYork.offsetSecondsAt(utc(2026, 3, 8, 7))).toBe(-14_400);
  });

  it('know offsets that are no whole hours, and zones that never change', () => {
    expect(zone('Asia/Kolkata').offsetSecondsAt(utc(2026, 6, 1))).toBe(19_800);
    expect(zone('Asia/Seoul').offsetSecondsAt(utc(2026, 1, 1))).toBe(32_400);
    expect(zone('UTC').offsetSecondsAt(utc(2026, 1, 1))).toBe(0);
    // Lord Howe moves its clocks by half an hour: 5 April 2026 at 15:00 UTC of the 4th
    const lordHowe = zone('Australia/Lord_Howe');
    expect(lordHowe.offsetSecondsAt(utc(2026, 4, 4, 14, 59))).toBe(39_600);
    expect(lordHowe.offsetSecondsAt(utc(2026, 4, 4, 15))).toBe(37_800);
  });

  it('turn a local clock into an instant, also where it shows twice or never', () => {
    const berlin = zone('Europe/Berlin');
    expect(berlin.instantOf(utc(2026, 1, 1))).toBe(utc(2025, 12, 31, 23));
    expect(berlin.instantOf(utc(2026, 7, 1))).toBe(utc(2026, 6, 30, 22));
    // 02:30 is shown twice on 25 October: the first time in summer time
    expect(berlin.instantOf(utc(2026, 10, 25, 2, 30))).toBe(utc(2026, 10, 25, 0, 30));
    // 02:30 is skipped on 29 March: half an hour after the jump
    expect(berlin.instantOf(utc(2026, 3, 29, 2, 30))).toBe(utc(2026, 3, 29, 1, 30));
  });

  it('agree with the platform in every hour of a leap year', () => {
    for (const name of ['Europe/Berlin', 'America/St_Johns', 'Pacific/Auckland']) {
      const own = zone(name);
      const platform = new Intl.DateTimeFormat('sv-SE', { timeZone: name, dateStyle: 'short', timeStyle: 'medium' });
      const start = utc(2028, 1, 1);
      for (let hour = 0; hour < 8784; hour += 1) {
        const instant = start + hour * 3600;
        const local = new Date((instant + own.offsetSecondsAt(instant)) * 1000).toISOString().slice(0, 19).replace('T', ' ');
        if (local !== platform.format(instant * 1000)) throw new Error(`${name} at ${instant}: ${local}`);
      }
    }
    expect(zone('Europe/Berlin').name).toBe('Europe/Berlin');
  });

  it('report a name that is none', () => {
    expect(makeTimeZone('Mars/Olympus')).toEqual({
      ok: false, issues: [{ code: 'invalid-time-zone', severity: 'error', values: { timeZone: 'Mars/Olympus' } }],
    });
  });
});
