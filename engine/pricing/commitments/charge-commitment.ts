import type { ChargeLine } from '../charge.ts';
import type { CommitmentToCharge } from './commitment-to-charge.ts';
import { purchaseLines } from './purchase-lines.ts';
import { periodLines, type PeriodLines } from './usage-lines.ts';

/** All ledger lines of a commitment; those of periods in their order. */
export interface CommitmentCharges {
  readonly purchases: readonly ChargeLine[];
  readonly periods: readonly PeriodLines[];
}

/**
 * Ledger lines of a commitment over the given periods: what its purchase bills, and per period what was used and what
 * was not. FOCUS identities: a purchase has no effective cost, covered usage no billed cost, and over a whole term the
 * effective cost of used and unused hours equals what the purchases bill, exactly. Lines about nothing are left out.
 *
 * Throws when periods leave the term or overlap, or use more than was committed: usage beyond is on-demand.
 */
export const chargeCommitment = (commitment: CommitmentToCharge): CommitmentCharges => {
  let previousEnd = commitment.term.start;
  for (const { start, end } of commitment.periods) {
    if (start < previousEnd || end <= start || end > commitment.term.end) throw new Error('a period leaves the term, or another');
    previousEnd = end;
  }
  return {
    purchases: purchaseLines(commitment),
    periods: commitment.periods.map(period => periodLines(commitment, period)),
  };
};
