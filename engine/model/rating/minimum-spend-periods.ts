import type { MinimumSpend } from '../../pricing/fees/fee.ts';
import { addMonths, isoOfDate, isoOfInstant, parseIsoDate, type CivilDate } from '../../quantity/calendar.ts';
import type { Horizon } from '../../workload/horizon.ts';

/** ISO dates of first days of months, the end exclusive. */
export interface SpendPeriod {
  readonly start: string;
  readonly end: string;
}

const dateOf = (text: string): CivilDate => {
  const date = parseIsoDate(text);
  if (!date.ok) throw new Error(`no date: ${text}`);
  return date.value;
};

const monthsFrom = (start: CivilDate, count: number): SpendPeriod => ({
  start: isoOfDate(start),
  end: isoOfDate(addMonths(start, count)),
});

/**
 * The periods of a promise that end in the plan, after its first day and no later than its end: the others are settled
 * before it or after it.
 */
export const minimumSpendPeriodsOf = ({ period, from, to }: MinimumSpend, horizon: Horizon): SpendPeriod[] => {
  const [planStart, planEnd] = [horizon.start, horizon.end].map(instant => isoOfInstant(instant).slice(0, 10)) as [string, string];
  const settledInPlan = ({ start, end }: SpendPeriod): boolean =>
    end > planStart && end <= planEnd && start >= (from ?? '') && (to === null || end <= to);
  switch (period) {
    case 'month':
      return horizon.months.map(({ year, month }) => monthsFrom({ year, month, day: 1 }, 1)).filter(settledInPlan);
    case 'year': {
      const first = dateOf(from ?? '');
      const periods: SpendPeriod[] = [];
      for (let year = 0; ; year += 1) {
        const next = monthsFrom(addMonths(first, 12 * year), 12);
        if (next.end > planEnd) return periods.filter(settledInPlan);
        periods.push(next);
      }
    }
    case 'whole':
      return [{ start: from ?? '', end: to ?? '' }].filter(settledInPlan);
  }
};
