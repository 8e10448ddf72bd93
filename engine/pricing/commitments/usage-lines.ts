import { decimal, zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import { chargeDescription, chargeFrame, chargePeriods, nodeHoursOfSeconds, type ChargeLine } from '../charge.ts';
import { spreadDecimals, type CommitmentToCharge, type CommittedPeriod, type CoveredUsage } from './commitment-to-charge.ts';
import { amortizedPerHour, amortizedTo } from './payments.ts';

/** Lines of a period: one for each usage covered, in their order, and one for what nobody used. */
export interface PeriodLines {
  readonly used: readonly ChargeLine[];
  readonly unused: ChargeLine | null;
}

const quantityOf = (counts: number, { countsPerQuantity }: CommitmentToCharge): Decimal =>
  decimal(counts).dividedBy(countsPerQuantity).toDecimalPlaces(spreadDecimals);

const usedLine = (
  commitment: CommitmentToCharge,
  period: CommittedPeriod,
  { counts, seconds, key, purchase, unit, listPerHour, contractedPerHour }: CoveredUsage,
  effective: Decimal,
): ChargeLine => {
  const quantity = nodeHoursOfSeconds(seconds);
  const list = listPerHour?.amount ?? null;
  const contracted = contractedPerHour?.amount ?? list;
  return {
    ...chargeFrame(key, purchase, period, commitment.recurringPerHour.currency),
    CommitmentDiscountCategory: commitment.columns.CommitmentDiscountCategory,
    CommitmentDiscountId: commitment.columns.CommitmentDiscountId,
    CommitmentDiscountType: commitment.columns.CommitmentDiscountType,
    CommitmentDiscountUnit: commitment.columns.CommitmentDiscountUnit,
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargeDescription: chargeDescription('Committed usage', key, purchase),
    PricingCategory: 'Committed',
    PricingQuantity: quantity,
    PricingUnit: unit,
    ConsumedQuantity: quantity,
    ConsumedUnit: unit,
    ListUnitPrice: list,
    ContractedUnitPrice: contracted,
    ListCost: list ? list.times(quantity) : effective,
    ContractedCost: contracted ? contracted.times(quantity) : effective,
    BilledCost: zeroDecimal,
    EffectiveCost: effective,
    CommitmentDiscountStatus: 'Used',
    CommitmentDiscountQuantity: quantityOf(counts, commitment),
  };
};

/** Nothing ran in an unused hour, so nothing is priced: savings then count it as pure waste. Its unit price is what is paid. */
const unusedLine = (
  commitment: CommitmentToCharge,
  period: CommittedPeriod,
  effective: Decimal,
  unitPrice: Decimal,
): ChargeLine => ({
  ...chargePeriods(period, commitment.recurringPerHour.currency),
  ...commitment.columns,
  ChargeCategory: 'Usage',
  ChargeFrequency: 'Usage-Based',
  ChargeDescription: `Unused commitment (${commitment.label})`,
  PricingCategory: 'Committed',
  PricingQuantity: zeroDecimal,
  PricingUnit: 'Hours',
  ConsumedQuantity: null,
  ConsumedUnit: null,
  ListUnitPrice: unitPrice,
  ContractedUnitPrice: unitPrice,
  ListCost: zeroDecimal,
  ContractedCost: zeroDecimal,
  BilledCost: zeroDecimal,
  EffectiveCost: effective,
  CommitmentDiscountStatus: 'Unused',
  CommitmentDiscountQuantity: quantityOf(period.unusedCounts, commitment),
});

/**
 * The amortised part of the term that falls into a period, on what was drawn of it and on what was not, by counts. Cut
 * at 12 decimals; what is cut stands on the next line. [EQ-COV-6]
 */
export const periodLines = (commitment: CommitmentToCharge, period: CommittedPeriod): PeriodLines => {
  const { unitCount } = commitment;
  const { used, unusedCounts, start, end } = period;
  if (unusedCounts < 0 || used.some(({ counts }) => counts < 0)) throw new Error('more used than committed: that is on-demand');
  const committed = used.reduce((sum, { counts }) => sum + counts, unusedCounts);
  const amortized = amortizedTo(commitment, unitCount, end).minus(amortizedTo(commitment, unitCount, start));
  const costTo = (counts: number): Decimal =>
    counts === committed ? amortized : amortized.times(counts).dividedBy(committed).toDecimalPlaces(spreadDecimals);
  let drawn = 0;
  const lines = used.map(part => {
    const effective = costTo(drawn + part.counts).minus(costTo(drawn));
    drawn += part.counts;
    return usedLine(commitment, period, part, effective);
  });
  const unused =
    unusedCounts > 0 ? unusedLine(commitment, period, amortized.minus(costTo(drawn)), amortizedPerHour(commitment)) : null;
  return { used: lines, unused };
};
