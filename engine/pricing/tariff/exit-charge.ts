import type { ExitCharge, ExitRule } from '../../catalog/exit-rule.ts';

/** ISO 3166 codes of the members of the European Union, 2026. */
const unionMembers = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK'.split(' '),
);

const regionNames = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

/** `EU`, or a country of ISO 3166 by two letters. */
export const isJurisdiction = (text: string): boolean => /^[a-z]{2}$/i.test(text) && regionNames.of(text.toUpperCase()) !== undefined;

/** The union itself, or a member of it. */
export const isInEuropeanUnion = (jurisdiction: string): boolean =>
  jurisdiction.toUpperCase() === 'EU' || unionMembers.has(jurisdiction.toUpperCase());

/** Regulation (EU) 2023/2854, Article 25(2)(d): the longest notice of who leaves a cloud, from its date of application (A-MIG-10). */
export const dataActNotice = { months: 2, from: '2025-09-12' } as const;

/** What is asked of the rules about leaving. */
export interface ExitQuery {
  readonly provider: string;
  /** Country of the customer (ISO 3166, two letters) or `EU`; null: not said, so no law applies. */
  readonly jurisdiction: string | null;
  /** ISO date of the month's transfer. */
  readonly date: string;
  /** Whole months since the exit began. */
  readonly monthsSinceStart: number;
}

/** A window of 60 days is two months of egress (A-TAR-6). */
export const daysPerMonth = 30;

const appliesTo = (rule: ExitRule, { provider, jurisdiction, date, monthsSinceStart }: ExitQuery): boolean => {
  const place = jurisdiction?.toUpperCase() ?? null;
  const isThere =
    rule.jurisdiction === null ||
    rule.jurisdiction === place ||
    (rule.jurisdiction === 'EU' && place !== null && isInEuropeanUnion(place));
  const window = rule.windowDays === null ? Infinity : Math.floor(rule.windowDays / daysPerMonth);
  return (
    (rule.provider === null || rule.provider === provider.toLowerCase()) &&
    isThere &&
    (rule.validFrom ?? '') <= date &&
    date < (rule.validTo ?? '9999-12-31') &&
    monthsSinceStart < window
  );
};

/**
 * What egress costs a customer who leaves for good, by the most generous rule that applies; null: as everybody's. The
 * provider's cost is not published, so `at-cost` only says that the list price is the most it can be.
 */
export const exitCharge = (rules: readonly ExitRule[], query: ExitQuery): ExitCharge | null => {
  const charges = rules.filter(rule => appliesTo(rule, query)).map(({ charge }) => charge);
  return charges.includes('waived') ? 'waived' : (charges[0] ?? null);
};
