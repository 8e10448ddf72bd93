import type { PriceTier } from '../../catalog/tier-table.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Decimal } from '../../numeric/decimal.ts';

/** A tier as stated; `toQuantity` only where the table says where it ends. */
export interface StatedTier extends PriceTier {
  readonly toQuantity: Decimal | null;
}

/** A problem of a tier table, and the place of the tier it is about in the list given. */
export interface TierProblem {
  readonly place: number;
  readonly issue: Issue;
}

export interface CheckedTiers {
  /** Ascending. */
  readonly tiers: readonly PriceTier[];
  /** Where the last tier ends; null: it does not. */
  readonly limit: Decimal | null;
  readonly problems: readonly TierProblem[];
}

/**
 * The tiers of one table in ascending order, whatever the order of rows. Reports `tier-gap` where a quantity has no
 * price, `tier-overlap` where it has two, `tier-negative` for a price or a start below 0.
 */
export const checkTiers = (stated: readonly StatedTier[], meter: string): CheckedTiers => {
  const problems: TierProblem[] = [];
  const tell = (place: number, issue: Issue): void => {
    problems.push({ place, issue });
  };
  stated.forEach(({ fromQuantity, unitPrice }, place) => {
    for (const value of [fromQuantity, unitPrice]) {
      if (value.isNegative() && !value.isZero()) tell(place, makeIssue('tier-negative', { meter, value: value.toFixed() }));
    }
  });
  const ordered = stated
    .map((tier, place) => ({ ...tier, place }))
    .sort((a, b) => a.fromQuantity.comparedTo(b.fromQuantity) || a.place - b.place);
  const gap = (place: number, from: string, to: string): void => tell(place, makeIssue('tier-gap', { meter, from, to }));
  const [first] = ordered;
  if (first?.fromQuantity.greaterThan(0)) gap(first.place, '0', first.fromQuantity.toFixed());
  ordered.forEach(({ fromQuantity, toQuantity, place }, index) => {
    const next = ordered[index + 1];
    const isReversed = toQuantity !== null && toQuantity.lessThanOrEqualTo(fromQuantity);
    const isTwice = next?.fromQuantity.equals(fromQuantity) ?? false;
    if (next && (isTwice || isReversed || toQuantity?.greaterThan(next.fromQuantity))) {
      tell(isTwice ? next.place : place, makeIssue('tier-overlap', { meter, quantity: next.fromQuantity.toFixed() }));
    } else if (next && toQuantity?.lessThan(next.fromQuantity)) {
      gap(next.place, toQuantity.toFixed(), next.fromQuantity.toFixed());
    } else if (isReversed) {
      tell(place, makeIssue('tier-overlap', { meter, quantity: fromQuantity.toFixed() }));
    }
  });
  return {
    tiers: ordered.map(({ fromQuantity, unitPrice }) => ({ fromQuantity, unitPrice })),
    limit: ordered.at(-1)?.toQuantity ?? null,
    problems,
  };
};
