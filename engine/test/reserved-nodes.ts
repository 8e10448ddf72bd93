import type { Money } from '../money/money.ts';
import type { ChargeLine, ChargePeriod } from '../pricing/charge.ts';
import { chargeCommitment } from '../pricing/commitments/charge-commitment.ts';
import { reservedColumns, reservedLabel, reservedTerms } from '../pricing/commitments/reserved-nodes.ts';
import type { HourlyPrice } from '../pricing/hourly-price.ts';

/** A stretch of a term and the node-seconds of it that were used. */
export interface UsedPeriod extends ChargePeriod {
  readonly usedNodeSeconds: number;
}

/** Nodes of one key committed for a term, and what became of them. */
export interface ReservedNodes {
  readonly price: HourlyPrice;
  readonly listPerHour: Money | null;
  readonly contractedPerHour?: Money;
  readonly commitmentId: string;
  readonly nodeCount: number;
  readonly termStart: number;
  readonly periods: readonly UsedPeriod[];
}

/** All ledger lines of reserved nodes that only their own kind uses: purchases first, then period by period. */
export const reservedCharges = ({ price, listPerHour, contractedPerHour, commitmentId, nodeCount, termStart, periods }: ReservedNodes) => {
  const { key, purchase } = price;
  const charges = chargeCommitment({
    ...reservedTerms(price, termStart),
    columns: reservedColumns(key, purchase, commitmentId),
    label: reservedLabel(key, purchase),
    unitCount: nodeCount,
    unit: 'Nodes',
    committedPerUnitHour: 1,
    countsPerQuantity: 3600,
    periods: periods.map(({ start, end, usedNodeSeconds: seconds }) => {
      const used = { counts: seconds, seconds, key, purchase, unit: 'Hours', listPerHour, contractedPerHour: contractedPerHour ?? null };
      return { start, end, used: seconds === 0 ? [] : [used], unusedCounts: nodeCount * (end - start) - seconds };
    }),
  });
  const ofPeriods = charges.periods.flatMap(({ used, unused }): ChargeLine[] => (unused ? [...used, unused] : [...used]));
  return [...charges.purchases, ...ofPeriods];
};
