import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { money } from '../../money/money.ts';
import { decimal } from '../../numeric/decimal.ts';
import {
  negotiationTies, type NegotiatedTerm, type NegotiationTarget,
} from '../../pricing/negotiation/negotiated-term.ts';
import { isoOfEpochDay } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import type { ModelInput } from '../model-input.ts';
import { locate, numberColumn, readTable, textColumn, type BodyRow } from './read-table.ts';
import { negotiatedTable } from '../tables/negotiated-table.ts';

const isoDate = (seconds: number | null): string | null =>
  seconds === null ? null : isoOfEpochDay(seconds / secondsPerDay);

/** Negotiated prices with all their problems; rows with a problem of their own are left out. */
export const readNegotiated = (
  input: ModelInput,
): { readonly terms: readonly NegotiatedTerm[]; readonly issues: readonly Issue[] } => {
  const { table, issues: tableIssues } = readTable(input, negotiatedTable);
  const issues = [...tableIssues];
  const text = (id: string) => textColumn(table, id);
  const number = (id: string) => numberColumn(table, id);
  const [id, account, provider, service] = [text('NegotiatedId'), text('Account'), text('Provider'), text('Service')];
  const [region, skuPattern, appliesTo, currency] = [text('Region'), text('SkuPattern'), text('AppliesTo'), text('Currency')];
  const [percent, fixedPrice, priority] = [number('Percent'), number('FixedPrice'), number('Priority')];
  const [from, to] = [number('From'), number('To')];

  /** Exactly one of discount and fixed price, the latter with its currency and for what is paid as it is used. */
  const changeOf = (row: BodyRow): NegotiatedTerm['change'] | null => {
    const at = (columnId: string) => ({ location: locate(table, row, columnId) });
    const [discount, fixed, code] = [percent(row), fixedPrice(row), currency(row)];
    if ((discount === null) === (fixed === null)) {
      issues.push(makeIssue('negotiated-change', { negotiated: id(row) ?? '' }, at('Percent')));
      return null;
    }
    if (fixed === null) return { kind: 'percent', discountFraction: decimal(discount ?? 0) };
    if (appliesTo(row) !== 'on-demand') {
      issues.push(makeIssue('negotiated-fixed-fee', { negotiated: id(row) ?? '' }, at('AppliesTo')));
    } else if (code === null) issues.push(makeIssue('blank-cell', { column: 'Currency' }, at('Currency')));
    else return { kind: 'fixed', price: money(fixed, code) };
    return null;
  };

  const rowOf = new Map<NegotiatedTerm, BodyRow>();
  for (const row of table.rows) {
    if (row.isBroken) continue;
    const [start, end] = [isoDate(from(row)), isoDate(to(row))];
    const isReversed = start !== null && end !== null && end <= start;
    if (isReversed) {
      issues.push(makeIssue('end-before-start', { start, end }, { location: locate(table, row, 'To') }));
    }
    const change = changeOf(row);
    if (!change || isReversed) continue;
    const term: NegotiatedTerm = {
      id: id(row) ?? '', account: account(row), provider: provider(row), service: service(row), region: region(row),
      skuPattern: skuPattern(row), appliesTo: appliesTo(row) as NegotiationTarget, change, from: start, to: end,
      priority: priority(row) ?? 0,
    };
    rowOf.set(term, row);
  }
  const terms = [...rowOf.keys()];
  for (const { earlier, later } of negotiationTies(terms)) {
    const values = { negotiated: later.id, other: earlier.id, priority: later.priority };
    const row = rowOf.get(later);
    if (row) issues.push(makeIssue('negotiated-tie', values, { location: locate(table, row, 'Priority') }));
  }
  return { terms, issues };
};
