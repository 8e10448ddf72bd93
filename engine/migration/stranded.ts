import { exitValue, refundPool, resaleFeeShare, type Exit } from '../pricing/exit-value.ts';

/** A commitment on the day of the exit. */
export interface CommitmentAtExit {
  readonly termMonths: number;
  /** Since the purchase, with fractions; below 0: not bought yet, above the term: over. */
  readonly heldMonths: number;
  /** Of the whole purchase. */
  readonly upfront: number;
  readonly recurringPerMonth: number;
  readonly exit: Exit['kind'];
}

/** What is lost of a commitment that is no longer needed. */
export interface Stranded {
  /** Share of the upfront fee and recurring fees of the time left. */
  readonly remaining: number;
  /** Of it what other workloads go on to use. */
  readonly reused: number;
  /** Sold, refunded, or need not be paid any more. */
  readonly recovered: number;
  readonly lost: number;
}

const nothing: Stranded = { remaining: 0, reused: 0, recovered: 0, lost: 0 };

/**
 * What commitments of a whole exit lose, one by one: what is left of them, less the share that is used on, less what
 * giving up the rest brings. Refunds come out of one pool of twelve months, in the order given: it is worth the same for
 * all. An exchange keeps its worth in another commitment of the provider that is left: lost. [EQ-EXO-1]
 */
export const strandedCommitments = (
  commitments: readonly CommitmentAtExit[],
  { reuse, resaleCut }: { readonly reuse: number; readonly resaleCut: number },
): Stranded[] => {
  let poolLeft = refundPool;
  return commitments.map(({ termMonths, heldMonths, upfront, recurringPerMonth, exit }) => {
    if (heldMonths < 0 || heldMonths >= termMonths) return nothing;
    const left = termMonths - heldMonths;
    const remaining = (upfront * left) / termMonths + recurringPerMonth * left;
    const given = 1 - reuse;
    const held = { termMonths, heldMonths, upfront: upfront * given, recurringPerMonth: recurringPerMonth * given };
    const { proceeds, releasedFees, poolUsed } = exitValue(exitOf(exit, resaleCut, poolLeft), held);
    poolLeft -= poolUsed;
    const [reused, recovered] = [remaining * reuse, proceeds + releasedFees];
    return { remaining, reused, recovered, lost: remaining - reused - recovered };
  });
};

const exitOf = (kind: Exit['kind'], priceCut: number, poolLeft: number): Exit => {
  switch (kind) {
    case 'resale':
      return { kind, priceCut, feeShare: resaleFeeShare };
    case 'refund':
      return { kind, poolLeft };
    default:
      return { kind };
  }
};
