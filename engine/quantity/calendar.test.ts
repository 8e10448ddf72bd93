import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addMonths, civilDateOf, dayOfWeek, daysInMonth, epochDayOf, hoursInMonth, isoOfDate, isoOfEpochDay, isoOfInstant,
  parseIsoDate,
} from './calendar.ts';

const date = (year: number, month: number, day: number) => ({ year, month, day });

describe('civil dates', () => {
  it('count days as everyone does', () => {
    expect(epochDayOf(date(1970, 1, 1))).toBe(0);
    expect(epochDayOf(date(2000, 3, 1))).toBe(11_017);
    expect(epochDayOf(date(1969, 12, 31))).toBe(-1);
    expect(isoOfEpochDay(epochDayOf(date(2028, 2, 29)))).toBe('2028-02-29');
  });

  it('agree with the platform on every day it knows', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), day => {
        const platform = new Date(day * 86_400_000);
        const civil = civilDateOf(day);
        expect(civil).toEqual(date(platform.getUTCFullYear(), platform.getUTCMonth() + 1, platform.getUTCDate()));
        expect(epochDayOf(civil)).toBe(day);
        expect(dayOfWeek(day) % 7).toBe(platform.getUTCDay());
      }),
    );
  });

  it('have the true hours of their month', () => {
    expect([hoursInMonth(2027, 2), hoursInMonth(2028, 2)]).toEqual([672, 696]);
    expect([hoursInMonth(2026, 1), hoursInMonth(2026, 4)]).toEqual([744, 720]);
    const months = Array.from({ length: 12 }, (_, index) => index + 1);
    const year = (value: number): number => months.reduce((sum, month) => sum + hoursInMonth(value, month), 0);
    expect([year(2026), year(2028), year(2100)]).toEqual([8760, 8784, 8760]);
    expect(daysInMonth(1900, 2)).toBe(28);
  });

  it('add months, staying within the month', () => {
    expect(isoOfDate(addMonths(date(2026, 1, 31), 1))).toBe('2026-02-28');
    expect(isoOfDate(addMonths(date(2026, 1, 31), 25))).toBe('2028-02-29');
    expect(isoOfDate(addMonths(date(2026, 1, 15), -1))).toBe('2025-12-15');
    expect(isoOfDate(addMonths(date(2026, 12, 1), 1))).toBe('2027-01-01');
  });

  it('read ISO dates and nothing else', () => {
    expect(parseIsoDate(' 2028-02-29 ')).toEqual({ ok: true, value: date(2028, 2, 29) });
    for (const text of ['2027-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-1-1', '01/02/2026', '']) {
      expect(parseIsoDate(text)).toEqual({ ok: false, issues: [{ code: 'invalid-date', severity: 'error', values: { text } }] });
    }
  });

  it('write instants as FOCUS does', () => {
    expect(isoOfInstant(0)).toBe('1970-01-01T00:00:00Z');
    expect(isoOfInstant(1_767_225_599)).toBe('2025-12-31T23:59:59Z');
    expect(isoOfInstant(-1)).toBe('1969-12-31T23:59:59Z');
  });
});
