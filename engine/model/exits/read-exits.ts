import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { exitWaysOf, type ExitWay } from '../../pricing/exit-value.ts';
import { isoOfInstant, type EpochSeconds } from '../../quantity/calendar.ts';
import type { ModelInput } from '../model-input.ts';
import type { Locator } from '../plan.ts';
import { readCommitments, type HeldCommitment } from '../reading/read-commitments.ts';
import { locate, numberColumn, readTable, textColumn, type BodyRow, type ReadTable } from '../reading/read-table.ts';
import { commitmentExitsTable } from '../tables/exit-tables.ts';
import { commitmentsTable } from '../tables/commitments-table.ts';

/** A row of CommitmentExits, and the commitment it is about. */
export interface PlannedLeave {
  readonly held: HeldCommitment;
  readonly way: ExitWay;
  readonly date: EpochSeconds;
  readonly priceCut: number;
  /** The commitment it is exchanged into; null of the other ways. */
  readonly into: HeldCommitment | null;
  readonly at: Locator;
}

const dayOf = (instant: EpochSeconds): string => isoOfInstant(instant).slice(0, 10);

/**
 * The table CommitmentExits with its problems: `exit-not-offered`, `exit-outside-term`, `blank-cell` for what an exchange
 * needs, `exchange-starts-otherwise`. What is wrong with Commitments itself is told there.
 */
export const readExits = (
  input: ModelInput,
): { readonly leaves: readonly PlannedLeave[]; readonly issues: readonly Issue[]; readonly tables: readonly ReadTable[] } => {
  const { table, issues: tableIssues } = readTable(input, commitmentExitsTable);
  const issues = [...tableIssues];
  const byId = new Map(readCommitments(input).commitments.map(held => [held.id.toLowerCase(), held]));
  const [id, way, into] = [textColumn(table, 'CommitmentId'), textColumn(table, 'Way'), textColumn(table, 'Into')];
  const [date, priceCut] = [numberColumn(table, 'Date'), numberColumn(table, 'PriceCut')];
  const read = (row: BodyRow): PlannedLeave | null => {
    const at: Locator = columnId => locate(table, row, columnId);
    const held = byId.get((id(row) ?? '').toLowerCase());
    if (!held) return null;
    const { provider, kind } = held.target;
    const [stated, day] = [way(row) as ExitWay, date(row) ?? 0];
    const other = byId.get((into(row) ?? '').toLowerCase()) ?? null;
    const ways = exitWaysOf({ provider, kind, boughtOn: dayOf(held.start) });
    const problems: Issue[] = [];
    if (!ways.includes(stated)) {
      problems.push(makeIssue('exit-not-offered', { commitment: held.id, way: stated, ways: ways.join(', ') }, { location: at('Way') }));
    }
    if (day <= held.start || day >= held.end) {
      const values = { commitment: held.id, date: dayOf(day), start: dayOf(held.start), end: dayOf(held.end) };
      problems.push(makeIssue('exit-outside-term', values, { location: at('Date') }));
    }
    if (stated === 'exchange' && into(row) === null) problems.push(makeIssue('blank-cell', { column: 'Into' }, { location: at('Into') }));
    if (stated === 'exchange' && other && (other.start !== day || other.target.kind !== kind || other.target.provider.toLowerCase() !== provider.toLowerCase())) {
      problems.push(makeIssue('exchange-starts-otherwise', { commitment: held.id, into: other.id, date: dayOf(day) }, { location: at('Into') }));
    }
    issues.push(...problems);
    if (problems.length > 0) return null;
    return { held, way: stated, date: day, priceCut: priceCut(row) ?? 0, into: stated === 'exchange' ? other : null, at };
  };
  const leaves = table.rows.flatMap(row => (row.isBroken ? [] : (read(row) ?? [])));
  return {
    leaves: leaves.sort((a, b) => a.date - b.date || (a.held.id < b.held.id ? -1 : 1)),
    issues,
    tables: [readTable(input, commitmentsTable).table, table],
  };
};
