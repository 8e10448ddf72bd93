import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isoOfInstant } from './calendar.ts';
import { localSecondsOfSerial, serialOfLocalSeconds, type DateSystem } from './excel-date.ts';

const shown = (serial: number, system: DateSystem): string => {
  const result = localSecondsOfSerial(serial, system);
  return result.ok ? isoOfInstant(result.value).slice(0, 19) : (result.issues[0]?.code ?? '');
};

describe('Excel dates', () => {
  // What Excel shows for these serials in the 1900 system; 60 is its 29 February 1900.
  it.each([
    [1, '1900-01-01T00:00:00'], [59, '1900-02-28T00:00:00'], [61, '1900-03-01T00:00:00'], [25_569, '1970-01-01T00:00:00'],
    [46_023, '2026-01-01T00:00:00'], [46_023.5, '2026-01-01T12:00:00'], [2_958_465, '9999-12-31T00:00:00'],
  ])('serial %d of the 1900 system is %s', (serial, iso) => expect(shown(serial, 1900)).toBe(iso));

  it.each([
    [0, '1904-01-01T00:00:00'], [1, '1904-01-02T00:00:00'], [44_561, '2026-01-01T00:00:00'], [2_957_003, '9999-12-31T00:00:00'],
  ])('serial %d of the 1904 system is %s', (serial, iso) => expect(shown(serial, 1904)).toBe(iso));

  it('differ by 1,462 days between the systems', () => {
    expect(shown(46_023, 1900)).toBe(shown(46_023 - 1462, 1904));
  });

  it('are not dates before the first day, after the last, nor on the day that never was', () => {
    for (const serial of [-1, 0, 0.5, 60, 60.25, 2_958_466, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(shown(serial, 1900)).toBe('invalid-date');
    }
    expect(shown(-0.001, 1904)).toBe('invalid-date');
  });

  it('round a time of day to the second, as a cell shows it', () => {
    expect(shown(46_023 + 1 / 3, 1900)).toBe('2026-01-01T08:00:00');
    // 15:00 summed up from hours of 1/24: a hair below 0.625
    expect(shown(46_023 + Array.from({ length: 15 }, () => 1 / 24).reduce((a, b) => a + b), 1900)).toBe('2026-01-01T15:00:00');
    expect(shown(46_023.999_999_9, 1900)).toBe('2026-01-02T00:00:00');
  });

  it('come back as the serial they were', () => {
    for (const system of [1900, 1904] as const) {
      fc.assert(
        fc.property(fc.integer({ min: 1, max: 2_900_000 }), fc.integer({ min: 0, max: 86_399 }), (day, second) => {
          fc.pre(system === 1904 || day !== 60);
          const result = localSecondsOfSerial(day + second / 86_400, system);
          expect(result.ok).toBe(true);
          if (result.ok) expect(serialOfLocalSeconds(result.value, system)).toBeCloseTo(day + second / 86_400, 9);
        }),
      );
    }
    expect(serialOfLocalSeconds(-1e12, 1900)).toBeNull();
    expect(serialOfLocalSeconds(-1e12, 1904)).toBeNull();
  });
});
