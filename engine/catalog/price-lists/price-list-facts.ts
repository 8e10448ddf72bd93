import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { PriceListFormat } from './import-report.ts';
import type { RowLedger } from './row-ledger.ts';

/** What the list says of itself, and whether reading it on makes sense. */
export class PriceListFacts {
  format: PriceListFormat | null = null;
  listName = '';
  listVersion = '';
  publishedOn = '';
  unpriced: readonly string[] = [];
  isStopped = false;

  constructor(
    private readonly ledger: RowLedger,
    private readonly fileName: string,
  ) {}

  /** The file as a whole is of no use, for this reason. */
  stop(issue: Issue): void {
    if (this.isStopped) return;
    this.isStopped = true;
    // First: it explains whatever else was found.
    this.ledger.issues.unshift(issue);
  }

  stopUnknown(): void {
    this.stop(makeIssue('price-list-unknown', { file: this.fileName }));
  }
}
