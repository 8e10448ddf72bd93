import type { ChargeLine, ChargePeriod } from '../../pricing/charge.ts';
import { zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';

/** How much of a charge falls into each hour, as whole counts of anything. */
export interface HourShares {
  readonly counts: Float64Array;
  periodOf(hour: number): ChargePeriod;
}

/** Decimals a part is cut at; what is cut stands on the next hour, so that the hours add up to the charge. */
const partDecimals = 12;

const splitColumns = [
  'PricingQuantity', 'ConsumedQuantity', 'CommitmentDiscountQuantity', 'ListCost', 'ContractedCost', 'BilledCost', 'EffectiveCost',
] as const;

/** The hours of a charge in which there is any of it: quantities and costs add up to its own exactly. */
export function* splitCharge(charge: ChargeLine, { counts, periodOf }: HourShares): Iterable<ChargeLine> {
  const total = counts.reduce((sum, count) => sum + count, 0);
  let drawn = 0;
  const given: Record<string, Decimal> = Object.fromEntries(splitColumns.map(column => [column, zeroDecimal]));
  for (const [hour, count] of counts.entries()) {
    if (count === 0) continue;
    drawn += count;
    const part: Partial<Record<(typeof splitColumns)[number], Decimal>> = {};
    for (const column of splitColumns) {
      const whole = charge[column];
      if (whole === null) continue;
      const upTo = drawn === total ? whole : whole.times(drawn).dividedBy(total).toDecimalPlaces(partDecimals);
      part[column] = upTo.minus(given[column] as Decimal);
      given[column] = upTo;
    }
    const { start, end } = periodOf(hour);
    yield { ...charge, ...part, ChargePeriodStart: isoOfInstant(start), ChargePeriodEnd: isoOfInstant(end) };
  }
}
