import type { Issue } from '../../issue/issue.ts';
import { decimal, type Decimal } from '../../numeric/decimal.ts';
import { billedQuantity, roundQuantity } from '../../pricing/tariff/billed-quantity.ts';
import type { MeteredUse } from '../../pricing/tariff/rate-month.ts';
import { hoursInMonth, isoOfEpochDay } from '../../quantity/calendar.ts';
import { secondsPerDay, secondsPerHour } from '../../quantity/conversion.ts';
import { instantOfHour, type Horizon, type PlanMonth } from '../../workload/horizon.ts';
import type { ChargePeriod } from '../../pricing/charge.ts';
import type { PlannedUsage } from '../plan.ts';
import type { PlanTariff, PlanTariffs } from './plan-tariffs.ts';

/** Usage of a month, ready to be rated. */
export interface PlannedUse extends MeteredUse {
  readonly usage: PlannedUsage;
  readonly period: ChargePeriod;
  /** ISO date whose prices hold. */
  readonly priceDate: string;
  readonly price: PlanTariff;
}

export interface MeteredMonth {
  readonly uses: readonly PlannedUse[];
  readonly issues: readonly Issue[];
}

/** The part of a month a usage is active in; null when none. */
const activePeriod = ({ from, to }: PlannedUsage, horizon: Horizon, month: PlanMonth): ChargePeriod | null => {
  const period = {
    start: Math.max(from, instantOfHour(horizon, month.startHour)),
    end: Math.min(to, instantOfHour(horizon, month.endHour)),
  };
  return period.start < period.end ? period : null;
};

const growthFactors = new Map<string, Decimal>();

/** (1 + g)^(m/12), m whole months after the plan's first. [EQ-TAR-9] Decimal, so the same on every machine. */
const growthFactor = (growthPerYear: number, monthIndex: number): Decimal => {
  const name = `${growthPerYear} ${monthIndex}`;
  let factor = growthFactors.get(name);
  if (!factor) {
    factor = decimal(1).plus(growthPerYear).pow(decimal(monthIndex).dividedBy(12));
    growthFactors.set(name, factor);
  }
  return factor;
};

const columnOfIssue: Readonly<Record<string, string>> = {
  'unknown-zone': 'Zone',
  'unknown-eligibility': 'Eligibility',
  'unit-mismatch': 'Unit',
};

/** All usage of one scenario in a month of the plan, with every problem at its cell. */
export const meteredMonth = (
  usages: readonly PlannedUsage[],
  horizon: Horizon,
  monthIndex: number,
  tariffs: PlanTariffs,
): MeteredMonth => {
  const month = horizon.months[monthIndex] as PlanMonth;
  const issues: Issue[] = [];
  const uses = usages.flatMap((usage): PlannedUse[] => {
    const period = activePeriod(usage, horizon, month);
    if (!period) return [];
    const tell = (found: readonly Issue[]): PlannedUse[] => {
      issues.push(...found.map(issue => ({ ...issue, location: usage.at(columnOfIssue[issue.code] ?? 'MeterId') })));
      return [];
    };
    const today = isoOfEpochDay(Math.floor(period.start / secondsPerDay));
    const priceDate = usage.pricesOf ?? today;
    const { meterId, zone, eligibility } = usage;
    const price = tariffs.find({ meterId, zone, eligibility, date: priceDate }, today);
    if (!price.ok) return tell(price.issues);
    const { converted } = price.value;
    const activeHours = (period.end - period.start) / secondsPerHour;
    const share = growthFactor(usage.growthPerYear, monthIndex)
      .times(activeHours)
      .dividedBy(hoursInMonth(month.year, month.month));
    const quantity = billedQuantity({
      quantity: usage.useCount ? usage.quantity : roundQuantity(usage.quantity.times(share)),
      unit: usage.unit ?? converted.unit,
      useCount: usage.useCount ? roundQuantity(usage.useCount.times(share)) : decimal(1),
      step: converted.step,
      tariffUnit: converted.unit,
    });
    if (!quantity.ok) return tell(quantity.issues);
    return [{ usage, period, priceDate, price: price.value, tariff: converted, quantity: roundQuantity(quantity.value) }];
  });
  return { uses, issues };
};
