import type { Issue } from '../../issue/issue.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import { isCurrencyCode } from '../../money/currency.ts';
import { decimal, parseDecimal, type Decimal } from '../../numeric/decimal.ts';
import { parseIsoDate } from '../../quantity/calendar.ts';
import type { PriceKey } from '../price-key.ts';
import type { ImportedPrice } from './imported-price.ts';
import { maximumIssueCount, skipReasons, type SkippedRows, type SkipReason } from './import-report.ts';

/** A price as a reader found it; `rows` are the rows it stands on. */
export interface FoundPrice {
  readonly key: PriceKey;
  readonly purchase: string;
  readonly recurringPerHour: Decimal;
  readonly upfront?: Decimal;
  readonly currency: string;
  readonly validFrom: string | null;
  readonly validTo?: string | null;
}

/** Where prices come from, once the list has said so. */
export interface ListIdentity {
  readonly source: string;
  readonly asOf: string;
}

const zero = decimal(0);

/** Books every row of a list once: taken, skipped for a reason, or not readable with an issue. */
export class RowLedger {
  rowsRead = 0;
  rowsTaken = 0;
  readonly prices: ImportedPrice[] = [];
  readonly issues: Issue[] = [];
  private readonly skips = new Map<SkipReason, { count: number; firstRow: number }>();
  private readonly amounts = new Map<string, string>();

  skip(reason: SkipReason, row: number, count = 1): void {
    const seen = this.skips.get(reason);
    if (!seen) this.skips.set(reason, { count, firstRow: row });
    else {
      seen.count += count;
      seen.firstRow = Math.min(seen.firstRow, row);
    }
  }

  take(count = 1): void {
    this.rowsTaken += count;
  }

  report(issue: Issue): void {
    if (this.issues.length < maximumIssueCount) this.issues.push(issue);
  }

  /** A row that cannot be read: booked as skipped, with its issue. */
  refuse(row: number, issue: Issue): void {
    this.skip('unreadable', row);
    this.report(issue);
  }

  /** An amount of 0 or more, or null after booking the row as unreadable. */
  amount(text: string, column: string, row: number): Decimal | null {
    const value = parseDecimal(text);
    if (!value) this.refuse(row, makeIssue('price-list-cell', { row, column, value: text }));
    else if (value.isNegative() && !value.isZero()) {
      this.refuse(row, makeIssue('price-list-negative', { row, column, value: text }));
      return null;
    }
    return value;
  }

  /** A currency code, or null after booking the row as unreadable. */
  currency(text: string, row: number): string | null {
    const code = text.trim().toUpperCase();
    if (isCurrencyCode(code)) return code;
    this.refuse(row, makeIssue('price-list-currency', { row, currency: text }));
    return null;
  }

  /** The day of `2026-04-20T21:53:43Z` or `2026-04-20`; null when blank; undefined after booking the row as unreadable. */
  day(text: string, column: string, row: number): string | null | undefined {
    if (text.trim() === '') return null;
    const day = /^(\d{4}-\d{2}-\d{2})([T ].*)?$/.exec(text.trim())?.[1] ?? '';
    if (parseIsoDate(day).ok) return day;
    this.refuse(row, makeIssue('price-list-cell', { row, column, value: text }));
    return undefined;
  }

  /** Whether the price is new; false when an earlier row has priced the same, and why. */
  add(found: FoundPrice, { source, asOf }: ListIdentity): true | SkipReason {
    const { key, purchase, recurringPerHour, upfront = zero, currency, validFrom, validTo = null } = found;
    const name = [...Object.values(key), purchase, validFrom ?? ''].join('|').toLowerCase();
    const [recurringText, upfrontText] = [recurringPerHour.toFixed(), upfront.toFixed()];
    const amounts = `${upfrontText}|${recurringText}|${currency}`;
    const earlier = this.amounts.get(name);
    if (earlier !== undefined) return earlier === amounts ? 'stated-twice' : 'stated-differently';
    this.amounts.set(name, amounts);
    this.prices.push({
      key, purchase, recurringPerHour: recurringText, upfront: upfrontText, currency, validFrom, validTo, source, asOf,
    });
    return true;
  }

  /** Books the rows of one price: taken, or skipped when an earlier row has priced the same. */
  bookPrice(found: FoundPrice, identity: ListIdentity, row: number, rowCount = 1): void {
    const added = this.add(found, identity);
    if (added === true) this.take(rowCount);
    else this.skip(added, row, rowCount);
  }

  get skipped(): SkippedRows[] {
    return skipReasons.flatMap(reason => {
      const seen = this.skips.get(reason);
      return seen ? [{ reason, ...seen }] : [];
    });
  }
}
