import { zeroDecimal, type Decimal } from '../numeric/decimal.ts';
import type { EpochSeconds } from '../quantity/calendar.ts';
import { secondsPerHour } from '../quantity/conversion.ts';
import { termTotal } from './amortize.ts';
import { chargeFrame, chargeDescription, nodeHoursOfSeconds, type ChargeLine } from './charge.ts';
import { commitmentColumns, spreadDecimals, type CommitmentToCharge, type CommittedPeriod } from './commitment.ts';

interface CommittedShare {
  readonly status: 'Used' | 'Unused';
  readonly nodeSeconds: number;
  readonly effective: Decimal;
}

const usageLine = (commitment: CommitmentToCharge, period: CommittedPeriod, share: CommittedShare): ChargeLine => {
  const { price, listPerHour } = commitment;
  const isUsed = share.status === 'Used';
  const list = listPerHour?.amount ?? null;
  const contracted = commitment.contractedPerHour?.amount ?? list;
  const quantity = nodeHoursOfSeconds(share.nodeSeconds);
  // Nothing ran in an unused hour, so nothing is priced at list: savings then count it as pure waste.
  const priced = isUsed ? quantity : zeroDecimal;
  const unpriced = isUsed ? share.effective : zeroDecimal;
  return {
    ...chargeFrame(price.key, price.purchase, period, price.recurringPerHour.currency),
    ...commitmentColumns(commitment),
    ChargeCategory: 'Usage',
    ChargeFrequency: 'Usage-Based',
    ChargeDescription: chargeDescription(isUsed ? 'Committed usage' : 'Unused commitment', price.key, price.purchase),
    PricingCategory: 'Committed',
    PricingQuantity: priced,
    PricingUnit: 'Hours',
    ConsumedQuantity: isUsed ? quantity : null,
    ConsumedUnit: isUsed ? 'Hours' : null,
    ListUnitPrice: list,
    ContractedUnitPrice: contracted,
    ListCost: list ? list.times(priced) : unpriced,
    ContractedCost: contracted ? contracted.times(priced) : unpriced,
    BilledCost: zeroDecimal,
    EffectiveCost: share.effective,
    CommitmentDiscountStatus: share.status,
    CommitmentDiscountQuantity: quantity,
    CommitmentDiscountUnit: 'Hours',
  };
};

/** Per period one line for the committed hours used and one for those not, amortised. [EQ-PRI-4] */
export const usageLines = (commitment: CommitmentToCharge): ChargeLine[] => {
  const { price, nodeCount, termStart, periods } = commitment;
  if (price.termHours === null) throw new Error(`no term in the price of ${price.key.nodeType}`);
  const total = termTotal(price.upfront, price.recurringPerHour, price.termHours).amount.times(nodeCount);
  const termSeconds = price.termHours * secondsPerHour;
  const amortizedTo = (instant: EpochSeconds): Decimal => {
    const elapsed = instant - termStart;
    if (elapsed === termSeconds) return total;
    return total.times(elapsed).dividedBy(termSeconds).toDecimalPlaces(spreadDecimals);
  };
  const lines: ChargeLine[] = [];
  for (const period of periods) {
    const committed = nodeCount * (period.end - period.start);
    const unused = committed - period.usedNodeSeconds;
    if (period.usedNodeSeconds < 0 || unused < 0) throw new Error('more used than committed: that is on-demand');
    const amortized = amortizedTo(period.end).minus(amortizedTo(period.start));
    const effective = unused === 0
      ? amortized
      : amortized.times(period.usedNodeSeconds).dividedBy(committed).toDecimalPlaces(spreadDecimals);
    if (period.usedNodeSeconds > 0) {
      lines.push(usageLine(commitment, period, { status: 'Used', nodeSeconds: period.usedNodeSeconds, effective }));
    }
    if (unused > 0) {
      const rest = { status: 'Unused', nodeSeconds: unused, effective: amortized.minus(effective) } as const;
      lines.push(usageLine(commitment, period, rest));
    }
  }
  return lines;
};
