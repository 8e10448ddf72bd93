import type { Check } from './checks.ts';
import type { Ledger } from './ledger.ts';
import type { ComposedChart, ComposedTable, ComposedFigure } from './report.ts';
import type { RunResults } from './run-results.ts';

/** What the answer to a question of its own adds to a report. */
export interface ReportPart {
  /** What it answers, in the order in which it is read; null: a table without a row. */
  readonly tables?: readonly (ComposedTable | null)[];
  /** What the answer stands on, for those who look closer. */
  readonly details?: readonly (ComposedTable | null)[];
  /** Each belongs to one of these tables; those of a table that is left out are left out too. */
  readonly charts?: readonly ComposedChart[];
  readonly figures?: readonly ComposedFigure[];
  readonly checks?: readonly Check[];
}

/** Puts an answer into tables, beside what the plan costs: called once, when its ledger stands. */
export type MakeReportPart = (results: RunResults, ledger: Ledger) => ReportPart;
