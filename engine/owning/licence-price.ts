import { monthlyRate } from '../numeric/time-value.ts';

/** A licence whose price its vendor may change when it is renewed. Amounts in one currency. */
export interface Licence {
  readonly cores: number;
  readonly pricePerCoreYear: number;
  /** Of the price, what existing licences take off it. */
  readonly creditShare: number;
  /** Rise of the price a year, compounded once a year. */
  readonly escalation: number;
  /** Month of the plan from which on the price may change; months before are under contract. */
  readonly renewalMonth: number;
  /** Chance in a year that the vendor changes its prices for good. */
  readonly hazardPerYear: number;
  /** What the price is multiplied by when it does. */
  readonly multiplier: number;
}

/** A month as it is under contract, price changes left out. [EQ-LIC-2] */
const contractedMonth = ({ cores, pricePerCoreYear, creditShare, escalation }: Licence, month: number): number =>
  ((cores * pricePerCoreYear * (1 - creditShare)) / 12) * (1 + escalation) ** Math.floor(month / 12);

/** Chance that the price has changed by the beginning of a month: H = 1 − (1 − h)^(time since the renewal). [EQ-LIC-3] */
export const changeChance = ({ hazardPerYear, renewalMonth }: Licence, month: number): number =>
  month < renewalMonth ? 0 : 1 - (1 - hazardPerYear) ** ((month - renewalMonth) / 12);

/** What a licence costs in a month: as contracted, on the mean of chances, and when its price changes at the renewal. */
export interface LicenceMonth {
  readonly contracted: number;
  readonly expected: number;
  readonly changed: number;
}

/** [EQ-LIC-4] */
export const licenceMonths = (licence: Licence, monthCount: number): LicenceMonth[] =>
  Array.from({ length: monthCount }, (_, month) => {
    const contracted = contractedMonth(licence, month);
    const rise = licence.multiplier - 1;
    return {
      contracted,
      expected: contracted * (1 + changeChance(licence, month) * rise),
      changed: month < licence.renewalMonth ? contracted : contracted * licence.multiplier,
    };
  });

/** What a licence is compared with. */
export interface OtherProduct {
  readonly switchCost: number;
  readonly alternativePerMonth: number;
  readonly annualRate: number;
}

/**
 * What the price may be multiplied by at the renewal before another product pays: multiplier at which the months of the
 * licence are worth as much today as the switch and the months of the other; null when there is no month after the
 * renewal. Below 1 the other pays as it is. [EQ-LIC-5]
 */
export const breakEvenMultiplier = (
  licence: Licence,
  monthCount: number,
  { switchCost, alternativePerMonth, annualRate }: OtherProduct,
): number | null => {
  const rate = monthlyRate(annualRate);
  let [before, after, alternative] = [0, 0, switchCost];
  for (let month = 0; month < monthCount; month += 1) {
    const factor = (1 + rate) ** -month;
    const worth = contractedMonth(licence, month) * factor;
    if (month < licence.renewalMonth) before += worth;
    else after += worth;
    // The other product is bought from the renewal on: until then the licence is paid in any case
    alternative += factor * (month < licence.renewalMonth ? contractedMonth(licence, month) : alternativePerMonth);
  }
  return after === 0 ? null : (alternative - before) / after;
};
