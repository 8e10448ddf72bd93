import { isoOfDate } from '../quantity/calendar.ts';
import type { PlanMonth } from '../workload/horizon.ts';

/** `2026-01-01`: the date a row of a month carries. */
export const monthDate = ({ year, month }: PlanMonth): string => isoOfDate({ year, month, day: 1 });

/** `2026-01`. */
export const monthText = (month: PlanMonth): string => monthDate(month).slice(0, 7);

/** `FY2027`: a fiscal year is named after the calendar year it ends in. */
export const fiscalYear = ({ year, month }: PlanMonth, firstFiscalMonth: number): string =>
  `FY${firstFiscalMonth > 1 && month >= firstFiscalMonth ? year + 1 : year}`;
