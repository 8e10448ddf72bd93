import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeTimeZone, type TimeZone } from '../quantity/time-zone.ts';
import { demandsByHour, type Demand, type DemandPlan } from './demand.ts';
import { makeHorizon } from './horizon.ts';
import { makeLocalClock } from './local-clock.ts';
import type { SeriesPoint } from './series-demand.ts';

const zoneOf = (name: string): TimeZone => {
  const zone = makeTimeZone(name);
  if (!zone.ok) throw new Error(name);
  return zone.value;
};
const planOf = (start: string, months: number, zone = 'UTC'): DemandPlan => {
  const [year = 0, month = 1, day = 1] = start.split('-').map(Number);
  const horizon = makeHorizon({ year, month, day }, months);
  const timeZone = zoneOf(zone);
  return { horizon, timeZone, clock: makeLocalClock(horizon, timeZone) };
};
const local = (iso: string): number => Date.parse(`${iso}Z`) / 1000;
const one = (shape: Demand['shape'], plan: DemandPlan): Float64Array => {
  const { byHour, problems } = demandsByHour([{ id: 'd', shape, neededFrom: plan.horizon.start }], plan);
  expect(problems).toEqual([]);
  return byHour[0] as Float64Array;
};
const formula = (id: string, text: string): Demand => ({
  id,
  shape: { kind: 'formula', formula: text },
  neededFrom: planOf('2026-01-01', 1).horizon.start,
});

describe('the plan', () => {
  it('has the true hours of its months', () => {
    expect(makeHorizon({ year: 2028, month: 1, day: 1 }, 12).hourCount).toBe(8784);
    const plan = makeHorizon({ year: 2026, month: 1, day: 31 }, 1);
    expect(plan.months).toEqual([
      { year: 2026, month: 1, startHour: 0, endHour: 24 },
      { year: 2026, month: 2, startHour: 24, endHour: 28 * 24 },
    ]);
  });
});

describe('a profile', () => {
  it('follows the local clock over the day it is set forward and the day it is set back', () => {
    const plan = planOf('2026-01-01', 12, 'Europe/Berlin');
    const series = one(
      { kind: 'profile', base: 1, growthPerYear: 0, shape: [{ day: 'all', hourOfDay: 9, factor: 10 }] },
      plan,
    );
    const at = (iso: string): number => series[(Date.parse(iso) / 1000 - plan.horizon.start) / 3600] as number;
    expect(at('2026-03-28T08:00:00Z')).toBe(10);
    expect(at('2026-03-29T07:00:00Z')).toBe(10);
    expect(at('2026-10-24T07:00:00Z')).toBe(10);
    expect(at('2026-10-25T08:00:00Z')).toBe(10);
    // One hour of each local day shows 9; the first local day begins at 1:00, so all 365 have it.
    expect(series.filter(value => value === 10)).toHaveLength(365);
  });

  it('lets the narrower row hold, in any order of rows', () => {
    const shape = [
      { day: 'all', hourOfDay: 9, factor: 2 },
      { day: 'weekend', hourOfDay: null, factor: 0.5 },
      { day: 'sat', hourOfDay: 9, factor: 7 },
      { day: 'weekday', hourOfDay: null, factor: 3 },
      { day: 'weekday', hourOfDay: 9, factor: 4 },
    ] as const;
    const plan = planOf('2026-01-05', 1); // a Monday
    fc.assert(
      fc.property(fc.shuffledSubarray([...shape], { minLength: shape.length }), rows => {
        const series = one({ kind: 'profile', base: 10, growthPerYear: 0, shape: rows }, plan);
        expect([series[9], series[10], series[5 * 24 + 9], series[5 * 24 + 10], series[6 * 24 + 9]]).toEqual([
          40, 30, 70, 5, 5,
        ]);
      }),
    );
  });

  it('grows by exactly its yearly rate from one date to the same date of the next year', () => {
    const plan = planOf('2027-03-01', 25);
    const series = one({ kind: 'profile', base: 100, growthPerYear: 0.2, shape: [] }, plan);
    expect(series[0]).toBe(100);
    expect(series[366 * 24]).toBeCloseTo(120, 9); // 2028-03-01: the leap day lies between
    expect(series[(366 + 365) * 24]).toBeCloseTo(144, 9);
    expect(series[183 * 24]).toBeCloseTo(100 * 1.2 ** 0.5, 9);
  });
});

describe('a series', () => {
  const points: SeriesPoint[] = [
    { localStart: local('2026-01-01T00:00:00'), quantity: 10 },
    { localStart: local('2026-01-01T02:30:00'), quantity: 30 },
    { localStart: local('2026-01-01T02:45:00'), quantity: 50 },
    { localStart: local('2026-01-03T00:00:00'), quantity: 0 },
  ];
  it('holds each quantity until the next, in any order of rows; an hour of several has their mean', () => {
    const plan = planOf('2026-01-01', 1);
    fc.assert(
      fc.property(fc.shuffledSubarray(points, { minLength: points.length }), rows => {
        const series = one({ kind: 'series', points: rows }, plan);
        // 10 for 30 minutes, 30 for 15, 50 for 15: mean 25
        expect([series[0], series[1], series[2], series[3], series[47], series[48], series[700]]).toEqual([
          10, 10, 25, 50, 50, 0, 0,
        ]);
      }),
    );
  });

  it('is read on the local clock', () => {
    const plan = planOf('2026-06-30', 1, 'America/New_York');
    const series = one(
      {
        kind: 'series',
        points: [
          { localStart: local('2026-01-01T00:00:00'), quantity: 1 },
          { localStart: local('2026-07-01T00:00:00'), quantity: 2 },
        ],
      },
      plan,
    );
    expect(series.indexOf(2)).toBe(28); // midnight in New York is 4:00 UTC
  });

  it('does not guess what was before its first point', () => {
    const plan = planOf('2026-01-01', 1);
    const late: Demand = {
      id: 'd',
      shape: { kind: 'series', points: points.slice(1) },
      neededFrom: plan.horizon.start,
    };
    const { problems } = demandsByHour([late], plan);
    expect(problems[0]?.issues[0]?.code).toBe('series-starts-late');
    const later = demandsByHour([{ ...late, neededFrom: plan.horizon.start + 3 * 3600 }], plan);
    expect(later.problems).toEqual([]);
  });

  it('takes 100,000 rows', () => {
    const plan = planOf('2026-01-01', 120);
    const rows = Array.from({ length: 100_000 }, (_, row) => ({
      localStart: plan.horizon.start + row * 3600,
      quantity: row % 1000,
    }));
    const series = one({ kind: 'series', points: rows.reverse() }, plan);
    expect(series[87_000]).toBe(0);
    expect(series[99_999 % plan.horizon.hourCount]).toBe((99_999 % plan.horizon.hourCount) % 1000);
  });
});

describe('formulas', () => {
  const plan = planOf('2026-01-01', 1);
  it('see the local clock', () => {
    const tokyo = planOf('2026-01-01', 2, 'Asia/Tokyo');
    const series = one({ kind: 'formula', formula: '1000000 * month + 10000 * weekday + 100 * day + hour' }, tokyo);
    expect(series[0]).toBe(1_000_000 + 40_000 + 9); // Thursday, 9:00 in Tokyo
    expect(series[15]).toBe(1_000_000 + 50_000 + 100);
    expect(series[31 * 24 - 9]).toBe(2_000_000 + 70_000 + 3100); // Sunday 1 February, 0:00
  });

  it('read other demands, in any order of rows', () => {
    const { byHour, problems } = demandsByHour(
      [formula('c', 'b + a'), formula('b', '2 * a'), formula('a', 'hour')],
      plan,
    );
    expect(problems).toEqual([]);
    expect(byHour.map(series => series?.[5])).toEqual([15, 10, 5]);
  });

  it('may read each other in a long chain', () => {
    const chain = Array.from({ length: 2000 }, (_, index): Demand => ({
      ...formula(`d${index}`, index === 0 ? 'hour' : `d${index - 1} + 1`),
      neededFrom: index === 1999 ? plan.horizon.start : null,
    }));
    const { byHour, problems } = demandsByHour(chain.reverse(), plan);
    expect(problems).toEqual([]);
    expect(byHour[0]?.[5]).toBe(5 + 1999);
  });

  it('may not read each other in a circle; a reader of the circle is not blamed', () => {
    const { problems } = demandsByHour(
      [formula('a', 'b'), formula('b', 'c'), formula('c', 'a + 1'), formula('d', 'a'), formula('x', 'x')],
      plan,
    );
    expect(problems.map(({ place, issues }) => [place, issues[0]?.code, issues[0]?.values['path']])).toEqual([
      [0, 'circular-formula', 'a > b > c > a'],
      [1, 'circular-formula', 'a > b > c > a'],
      [2, 'circular-formula', 'a > b > c > a'],
      [4, 'circular-formula', 'x > x'],
    ]);
  });

  it.each([
    ['5 - hour', -1, '2026-01-01T06:00:00'],
    ['1 / (hour - 3)', 'negative', ''],
    ['log(0 * hour)', '-Infinity', '2026-01-01T00:00:00'],
    ['sqrt(hour - 1)', 'NaN', '2026-01-01T00:00:00'],
  ])('name the first hour whose result is no demand: %s', (text, value, localTime) => {
    const { problems } = demandsByHour([formula('a', text)], plan);
    expect(problems[0]?.issues[0]?.code).toBe('formula-result');
    if (value !== 'negative') expect(problems[0]?.issues[0]?.values).toEqual({ value, localTime });
  });
});
