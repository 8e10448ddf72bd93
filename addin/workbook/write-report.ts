import type { ComposedReport, DateSystem, Report } from '../../engine/index.ts';
import { reportInWords } from '../localization/report-in-words.ts';
import { displayLanguage, reportWordsIn } from '../localization/translate.ts';
import { fillTable, runCells } from './fill-table.ts';
import { inWorkbook } from './in-workbook.ts';
import { createTable, removeLeftoverNames } from './new-table.ts';
import { refreshHeadings } from './refresh-headings.ts';
import { reshapeTable } from './refill-table.ts';
import { restoreResults } from './restore-results.ts';
import { drawCharts } from './result-chart.ts';
import { planResults, type ResultPlan, type TablePlan } from './result-plan.ts';
import type { ResultProblem } from './result-problem.ts';
import { readRecord, recordOf, restoreRecord, saveRecord, storedRecord, type ResultRecord } from './result-record.ts';
import { addResultSheet, layOutSheet } from './result-sheet.ts';
import { retiredTables } from './retired-tables.ts';
import { readRunState, restoreRunState, writeRunState } from './run-state-cells.ts';
import { backUp, type TableBackup } from './table-backup.ts';
import { checkGrowth } from './table-growth.ts';
import { readWorkbookState } from './workbook-state.ts';
import { columnRuns } from './written-columns.ts';
import { WriteBlocked, WriteCancelled, writeSession, type WriteSession } from './write-session.ts';

export interface WriteReportOptions {
  readonly dateSystem: DateSystem;
  readonly signal?: AbortSignal | undefined;
  onProgress?(fraction: number): void;
}

export interface WrittenTable {
  readonly tableName: string;
  readonly sheetName: string;
  readonly rowCount: number;
  readonly answer: string;
}

export type WriteOutcome =
  | { readonly status: 'written'; readonly tables: readonly WrittenTable[] }
  /** Something stands where results belong; nothing was changed. */
  | { readonly status: 'blocked'; readonly problems: readonly ResultProblem[] }
  | { readonly status: 'cancelled' };

/**
 * Writes a report into the workbook: each table into the one of its name where there is one, else onto its result
 * sheet. All or nothing: when it is cancelled, or Excel refuses a part, everything is put back as it was.
 */
export const writeReport = (composed: ComposedReport, options: WriteReportOptions): Promise<WriteOutcome> =>
  inWorkbook(async context => {
    const record = readRecord();
    const report = reportInWords(composed);
    const stored = storedRecord();
    const state = await readWorkbookState(context);
    const whole = { ...report, tables: [...report.tables, ...retiredTables(report, record, state)] };
    const planned = planResults(whole, state);
    if (!planned.ok) return { status: 'blocked', problems: planned.problems };
    const { plan } = planned;
    const growth = await checkGrowth(context, plan.tables, state);
    if (growth.problems.length > 0) return { status: 'blocked', problems: growth.problems };
    if (options.signal?.aborted) return { status: 'cancelled' };
    const runState = await readRunState(context);
    const backups: TableBackup[] = [];
    for (const each of plan.tables) backups.push(await backUp(context, each, growth.pushing.has(each)));
    const cellCounts = whole.tables.map(({ rows, columns }) => Math.max(1, rows.length) * columns.length);
    const cellCount = cellCounts.reduce((sum, count) => sum + count, 0);
    await saveRecord({ ...record, isIncomplete: true });
    try {
      const earlier = await earlierWording(composed, record);
      await write(writeSession(context, { ...options, cellCount }), { plan, backups, record, earlier, dateSystem: options.dateSystem });
      await writeRunState(context, plan, report);
    } catch (error) {
      await restoreResults(context, plan, backups);
      await restoreRunState(context, runState);
      await restoreRecord(stored);
      if (error instanceof WriteCancelled) return { status: 'cancelled' };
      if (error instanceof WriteBlocked) return { status: 'blocked', problems: error.problems };
      throw error;
    }
    await saveRecord(recordOf(composed, report, record, new Date().toISOString()));
    const written = plan.tables.filter(({ table }) => report.tables.includes(table));
    return { status: 'written', tables: written.map(writtenTable) };
  });

const writtenTable = ({ table, sheetName }: TablePlan): WrittenTable => ({
  tableName: table.id,
  sheetName,
  rowCount: table.rows.length,
  answer: table.answer,
});

/** The report as the run before would have worded it, when that spoke another language. */
async function earlierWording(composed: ComposedReport, { language }: ResultRecord): Promise<Report | null> {
  return language === displayLanguage() ? null : reportInWords(composed, await reportWordsIn(language));
}

interface Writing {
  readonly plan: ResultPlan;
  readonly backups: readonly TableBackup[];
  readonly record: ResultRecord;
  readonly earlier: Report | null;
  readonly dateSystem: DateSystem;
}

async function write(session: WriteSession, { plan, backups, record, earlier, dateSystem }: Writing): Promise<void> {
  const { workbook } = session.context;
  const earlierColumns = (each: TablePlan): readonly string[] => record.columns[each.table.id] ?? [];
  await removeLeftoverNames(session.context, plan.tables.filter(({ existing }) => !existing));
  plan.newSheets.forEach(name => addResultSheet(workbook, name));
  // Sizes first: where Excel refuses one, no value has changed yet.
  for (const backup of backups) {
    if (backup.plan.existing) await reshapeTable(session, backup, earlierColumns(backup.plan));
    else createTable(workbook, backup.plan);
    await session.pause();
  }
  await session.send();
  for (const each of plan.tables) {
    const runs = columnRuns(each, earlierColumns(each));
    const columns = runs.map(run => ({ run, cells: runCells(each.table, run, dateSystem) }));
    await fillTable(session, workbook.tables.getItem(each.table.id), columns);
  }
  await refreshHeadings(session.context, plan.tables, earlier);
  await session.send();
  await present(session.context, plan, record, earlier);
}

/** Charts and page, sheet by sheet. Too short to be worth cancelling, and what a chart showed cannot be asked. */
async function present(
  context: Excel.RequestContext,
  plan: ResultPlan,
  record: ResultRecord,
  earlier: Report | null,
): Promise<void> {
  for (const name of new Set(plan.tables.map(({ sheetName }) => sheetName))) {
    const onSheet = plan.tables.filter(({ sheetName }) => sheetName === name);
    let slot = 0;
    for (const each of onSheet) {
      await drawCharts(context, each, { series: record.charts, wording: earlier }, slot);
      slot += each.charts.length;
    }
    if (plan.newSheets.includes(name)) layOutSheet(context.workbook, name, onSheet);
  }
  await context.sync();
}
