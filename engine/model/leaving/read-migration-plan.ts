import type { ExitTask } from '../../migration/exit-schedule.ts';
import type { Triangular } from '../../migration/triangular.ts';
import type { Issue } from '../../issue/issue.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import { isJurisdiction } from '../../pricing/tariff/exit-charge.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { Locator } from '../plan.ts';
import { locate, numberColumn, readTable, textColumn, type ReadTable } from '../reading/read-table.ts';
import { migrationPlanTable } from '../tables/leaving-tables.ts';
import { readSpread } from '../reading/read-spread.ts';

/** A workload that leaves, as stated. Amounts in the base currency. */
export interface PlannedExit extends ExitTask {
  readonly scenarioId: string | null;
  /** Null: as the plan charges it. */
  readonly monthlyCostBefore: number | null;
  readonly monthlyCostAfter: number;
  /** Whose charges are what it costs there as well; null: none. */
  readonly scenarioAfter: string | null;
  readonly reworkHours: Triangular;
  readonly ratePerHour: number;
  readonly parallelMonths: Triangular;
  readonly noticeMonths: number;
  readonly cutoverHours: number;
  readonly lossPerHour: number;
  readonly dataGb: number;
  readonly provider: string | null;
  readonly region: string | null;
  readonly jurisdiction: string | null;
  readonly isFullExit: boolean;
  readonly linkGbps: number | null;
  /** Null: as the commitments of the workbook lose. */
  readonly strandedCost: number | null;
  readonly otherCost: number;
  readonly committedPerMonth: number;
  /** Null: not committed. */
  readonly committedUntil: number | null;
  readonly at: Locator;
}

const daysPerWeek = 7;

/** Rows of MigrationPlan by name; those that stay are left out. Reports `not-in-order` where least, likely and most fall. */
export const readMigrationPlan = (
  input: ModelInput,
): { readonly exits: readonly PlannedExit[]; readonly table: ReadTable; readonly issues: readonly Issue[] } => {
  const { table, issues: tableIssues } = readTable(input, migrationPlanTable);
  const issues = [...tableIssues];
  const text = (id: string) => textColumn(table, id);
  const number = (id: string) => numberColumn(table, id);
  const [name, strategy, scenarioId, scenarioAfter, after, provider, region, jurisdiction, fullExit] = [
    text('WorkloadId'), text('Strategy'), text('ScenarioId'), text('ScenarioAfter'), text('After'), text('Provider'), text('Region'), text('Jurisdiction'), text('FullExit'),
  ];
  const amounts = Object.fromEntries(
    ['MonthlyCostBefore', 'MonthlyCostAfter', 'Start', 'DurationWeeks', 'RatePerHour', 'NoticeMonths', 'CutoverHours', 'LossPerHour', 'DataGB', 'LinkGbps',
      'StrandedCost', 'OtherCost', 'CommittedPerMonth', 'CommittedUntil', 'HoursLeast', 'HoursLikely', 'HoursMost', 'ParallelLeast', 'ParallelLikely',
      'ParallelMost'].map(id => [id, number(id)]),
  );
  const exits = table.rows.flatMap((row): PlannedExit[] => {
    if (row.isBroken || strategy(row) === 'retain') return [];
    const at = (columnId: string) => locate(table, row, columnId);
    const stated = (id: string): number | null => amounts[id]?.(row) ?? null;
    const spread = (what: string): Triangular => readSpread(what, stated, at, issues);
    const dataGb = stated('DataGB') ?? 0;
    const law = jurisdiction(row);
    if (law !== null && !isJurisdiction(law)) issues.push(makeIssue('unknown-jurisdiction', { jurisdiction: law }, { location: at('Jurisdiction') }));
    if (dataGb > 0 && provider(row) === null) issues.push(makeIssue('blank-cell', { column: 'Provider' }, { location: at('DataGB') }));
    if ((stated('CommittedPerMonth') ?? 0) > 0 && stated('CommittedUntil') === null) {
      issues.push(makeIssue('blank-cell', { column: 'CommittedUntil' }, { location: at('CommittedPerMonth') }));
    }
    return [
      {
        name: name(row) ?? '',
        notBefore: stated('Start'),
        durationDays: (stated('DurationWeeks') ?? 0) * daysPerWeek,
        after: after(row),
        scenarioId: scenarioId(row),
        monthlyCostBefore: stated('MonthlyCostBefore'),
        monthlyCostAfter: stated('MonthlyCostAfter') ?? 0,
        scenarioAfter: scenarioAfter(row),
        reworkHours: spread('Hours'),
        ratePerHour: stated('RatePerHour') ?? 0,
        parallelMonths: spread('Parallel'),
        noticeMonths: stated('NoticeMonths') ?? 0,
        cutoverHours: stated('CutoverHours') ?? 0,
        lossPerHour: stated('LossPerHour') ?? 0,
        dataGb,
        provider: provider(row),
        region: region(row),
        jurisdiction: law?.toUpperCase() ?? null,
        isFullExit: fullExit(row) === 'yes',
        linkGbps: stated('LinkGbps'),
        strandedCost: stated('StrandedCost'),
        otherCost: stated('OtherCost') ?? 0,
        committedPerMonth: stated('CommittedPerMonth') ?? 0,
        committedUntil: stated('CommittedUntil'),
        at,
      },
    ];
  });
  return { exits: exits.sort((a, b) => byName(a.name, b.name)), table, issues };
};
