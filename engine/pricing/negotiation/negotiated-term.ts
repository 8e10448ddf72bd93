import type { Money } from '../../money/money.ts';
import type { Decimal } from '../../numeric/decimal.ts';
import { patternsMeet } from './patterns-meet.ts';

export const negotiationTargets = ['on-demand', 'commitment-fees', 'both'] as const;
/** What a term lowers: what is paid as it is used (spot excepted), the fees of commitments, or both. */
export type NegotiationTarget = (typeof negotiationTargets)[number];

/** One agreed price or discount. A null scope is any; names are compared in any letter case. */
export interface NegotiatedTerm {
  readonly id: string;
  readonly account: string | null;
  readonly provider: string | null;
  /** FOCUS `ServiceName`. */
  readonly service: string | null;
  readonly region: string | null;
  /** Node type or meter, with `*` and `?`. */
  readonly skuPattern: string | null;
  readonly appliesTo: NegotiationTarget;
  readonly change:
    | { readonly kind: 'percent'; readonly discountFraction: Decimal }
    /** Per unit; of what is paid as it is used only. */
    | { readonly kind: 'fixed'; readonly price: Money };
  /** ISO date, inclusive; null: no known beginning. */
  readonly from: string | null;
  /** ISO date, exclusive; null: until further notice. */
  readonly to: string | null;
  /** The highest wins. */
  readonly priority: number;
}

/** What is about to be priced. */
export interface NegotiableCharge {
  /** Null where no account asks: only terms for any account hold. */
  readonly account: string | null;
  readonly provider: string;
  readonly service: string;
  readonly region: string;
  /** Node type or meter. */
  readonly sku: string;
  readonly fee: Exclude<NegotiationTarget, 'both'>;
  /** ISO date; the newest terms when absent. */
  readonly date?: string | undefined;
}

const endOfTime = '9999-12-31';
const is = (scope: string | null, name: string | null): boolean =>
  scope === null || (name !== null && scope.toLowerCase() === name.toLowerCase());

const holdsFor = (term: NegotiatedTerm, charge: NegotiableCharge): boolean =>
  is(term.account, charge.account) &&
  is(term.provider, charge.provider) &&
  is(term.service, charge.service) &&
  is(term.region, charge.region) &&
  (term.appliesTo === 'both' || term.appliesTo === charge.fee) &&
  (term.skuPattern === null || patternsMeet(term.skuPattern, charge.sku)) &&
  (charge.date === undefined || ((term.from ?? '') <= charge.date && charge.date < (term.to ?? endOfTime)));

const isBetter = (term: NegotiatedTerm, than: NegotiatedTerm): boolean => {
  if (term.priority !== than.priority) return term.priority > than.priority;
  return (term.to ?? endOfTime) > (than.to ?? endOfTime);
};

const isPattern = (text: string | null): boolean => text === null || /[*?]/.test(text);

/** Terms by the name they are about, and those that are about many; each in the order of the table. */
export interface NegotiatedTerms {
  readonly byName: ReadonlyMap<string, readonly NegotiatedTerm[]>;
  readonly ofMany: readonly NegotiatedTerm[];
}

/** Indexed, because a price sheet of an agreement has tens of thousands of rows. */
export const indexTerms = (terms: readonly NegotiatedTerm[]): NegotiatedTerms => {
  const byName = new Map<string, NegotiatedTerm[]>();
  const ofMany: NegotiatedTerm[] = [];
  for (const term of terms) {
    if (isPattern(term.skuPattern)) ofMany.push(term);
    else {
      const name = (term.skuPattern ?? '').toLowerCase();
      const known = byName.get(name);
      if (known) known.push(term);
      else byName.set(name, [term]);
    }
  }
  return { byName, ofMany };
};

/**
 * The term of highest priority that holds for a charge on its date, or undefined. Two of one priority are never both in
 * force (see {@link negotiationTies}); without a date the one that ends last answers.
 */
export const negotiatedTermFor = (
  { byName, ofMany }: NegotiatedTerms,
  charge: NegotiableCharge,
): NegotiatedTerm | undefined => {
  let best: NegotiatedTerm | undefined;
  for (const terms of [byName.get(charge.sku.toLowerCase()) ?? [], ofMany]) {
    for (const term of terms) if (holdsFor(term, charge) && (!best || isBetter(term, best))) best = term;
  }
  return best;
};

const scopesMeet = (a: string | null, b: string | null): boolean => a === null || b === null || is(a, b);

const meet = (a: NegotiatedTerm, b: NegotiatedTerm): boolean =>
  a.priority === b.priority &&
  (a.from ?? '') < (b.to ?? endOfTime) &&
  (b.from ?? '') < (a.to ?? endOfTime) &&
  (a.appliesTo === 'both' || b.appliesTo === 'both' || a.appliesTo === b.appliesTo) &&
  scopesMeet(a.provider, b.provider) &&
  scopesMeet(a.account, b.account) &&
  scopesMeet(a.service, b.service) &&
  scopesMeet(a.region, b.region) &&
  (a.skuPattern === null || b.skuPattern === null || patternsMeet(a.skuPattern, b.skuPattern));

/** Two terms of one priority that could hold for the same charge on the same day: which is meant, nobody can tell. */
export interface NegotiationTie {
  readonly earlier: NegotiatedTerm;
  readonly later: NegotiatedTerm;
}

/** For each term the first of the table before it that it ties with. */
export const negotiationTies = (terms: readonly NegotiatedTerm[]): NegotiationTie[] => {
  const { byName, ofMany } = indexTerms(terms);
  const place = new Map(terms.map((term, index) => [term, index]));
  return terms.flatMap((later, index) => {
    const named = (later.skuPattern ?? '').toLowerCase();
    const rivals = isPattern(later.skuPattern) ? terms : [...(byName.get(named) ?? []), ...ofMany];
    let first = index;
    for (const rival of rivals) {
      const at = place.get(rival) ?? index;
      if (at < first && meet(rival, later)) first = at;
    }
    return first === index ? [] : [{ earlier: terms[first] as NegotiatedTerm, later }];
  });
};
