import { addMonths, epochDayOf } from '../quantity/calendar.ts';
import { hoursPerDay } from '../quantity/conversion.ts';
import type { Horizon } from './horizon.ts';
import type { LocalClock } from './local-clock.ts';

/** `all`, `weekday` (Monday to Friday), `weekend`, or one day. */
export type DayPattern = 'all' | 'weekday' | 'weekend' | 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun';

/** A factor on the base demand for some hours of the local week. */
export interface ShapeFactor {
  readonly day: DayPattern;
  /** 0-23; null: every hour of these days. */
  readonly hourOfDay: number | null;
  readonly factor: number;
}

export interface ProfileDemand {
  readonly kind: 'profile';
  readonly base: number;
  /** Effective yearly growth: 0.2 is 1.2 times the demand a year later. Above -1. */
  readonly growthPerYear: number;
  /** In any order; the narrower row holds. */
  readonly shape: readonly ShapeFactor[];
}

const daysOfPattern: Readonly<Record<DayPattern, readonly number[]>> = {
  all: [1, 2, 3, 4, 5, 6, 7],
  weekday: [1, 2, 3, 4, 5],
  weekend: [6, 7],
  mon: [1],
  tue: [2],
  wed: [3],
  thu: [4],
  fri: [5],
  sat: [6],
  sun: [7],
};

/** Fewer days are narrower; among equals the one that names its hour. */
const breadth = ({ day, hourOfDay }: ShapeFactor): number =>
  daysOfPattern[day].length * 2 + (hourOfDay === null ? 1 : 0);

/** Factor of each local hour of the week, Monday 0:00 first; 1 where no row speaks. */
const weekFactors = (shape: readonly ShapeFactor[]): Float64Array => {
  const factors = new Float64Array(7 * hoursPerDay).fill(1);
  for (const row of [...shape].sort((a, b) => breadth(b) - breadth(a))) {
    for (const day of daysOfPattern[row.day]) {
      const start = (day - 1) * hoursPerDay;
      if (row.hourOfDay === null) factors.fill(row.factor, start, start + hoursPerDay);
      else factors[start + row.hourOfDay] = row.factor;
    }
  }
  return factors;
};

/**
 * Years since the plan's start at each hour: whole at each anniversary, linear between two of them, so that the demand
 * of one date is exactly (1 + g) times that of the year before, leap years or not.
 */
const yearsOfHours = (horizon: Horizon): Float64Array => {
  const years = new Float64Array(horizon.hourCount);
  const startDay = epochDayOf(horizon.startDate);
  for (let year = 0, hour = 0; hour < horizon.hourCount; year += 1) {
    const begin = (epochDayOf(addMonths(horizon.startDate, 12 * year)) - startDay) * hoursPerDay;
    const end = (epochDayOf(addMonths(horizon.startDate, 12 * (year + 1))) - startDay) * hoursPerDay;
    for (; hour < Math.min(end, horizon.hourCount); hour += 1) years[hour] = year + (hour - begin) / (end - begin);
  }
  return years;
};

/** D(h) = base x factor(local day, local hour) x (1 + g)^years(h) for every hour of the plan. [EQ-DEM-1] */
export const profileDemandByHour = (demand: ProfileDemand, horizon: Horizon, clock: LocalClock): Float64Array => {
  const factors = weekFactors(demand.shape);
  const years = demand.growthPerYear === 0 ? null : yearsOfHours(horizon);
  const growth = 1 + demand.growthPerYear;
  const series = new Float64Array(horizon.hourCount);
  for (let hour = 0; hour < series.length; hour += 1) {
    const weekHour = ((clock.dayOfWeek[hour] as number) - 1) * hoursPerDay + (clock.hourOfDay[hour] as number);
    const level = demand.base * (factors[weekHour] as number);
    series[hour] = years ? level * growth ** (years[hour] as number) : level;
  }
  return series;
};
