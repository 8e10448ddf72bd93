import { secondsPerHour } from '../quantity/conversion.ts';
import type { ChargeLine } from './charge.ts';
import { purchaseLines } from './commitment-purchase.ts';
import { usageLines } from './commitment-usage.ts';
import type { CommitmentToCharge } from './commitment.ts';

/**
 * Ledger lines of a commitment over the given periods: what its purchase bills, and per period what was used and what
 * was not. FOCUS identities: a purchase has no effective cost, covered usage no billed cost, and over a whole term the
 * effective cost of used and unused hours equals what the purchases bill, exactly. Lines about nothing are left out.
 *
 * Throws when periods leave the term or overlap, or use more than was committed: usage beyond is on-demand.
 */
export const commitmentCharges = (commitment: CommitmentToCharge): ChargeLine[] => {
  const { price, termStart, periods } = commitment;
  if (price.termHours === null) throw new Error(`no term in the price of ${price.key.nodeType}`);
  const termEnd = termStart + price.termHours * secondsPerHour;
  let previousEnd = termStart;
  for (const { start, end } of periods) {
    if (start < previousEnd || end <= start || end > termEnd) throw new Error('a period leaves the term, or another');
    previousEnd = end;
  }
  return [...purchaseLines(commitment), ...usageLines(commitment)];
};
