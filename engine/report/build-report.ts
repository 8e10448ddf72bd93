import { runChecks } from './checks.ts';
import { makeLedger } from './ledger.ts';
import type { MakeReportPart } from './report-part.ts';
import type { ComposedReport, ComposedTable } from './report.ts';
import type { RunResults } from './run-results.ts';
import { summaryFigures } from './summary-figures.ts';
import { buildCapacity } from './tables/capacity.ts';
import { buildChecks } from './tables/checks.ts';
import { buildCommitments } from './tables/commitments.ts';
import { buildCostDetail } from './tables/cost-detail.ts';
import { buildCostMonthly } from './tables/cost-monthly.ts';
import { buildFrontier } from './tables/frontier.ts';
import { buildJobs } from './tables/jobs.ts';
import { buildPrices } from './tables/prices.ts';
import { buildPurchaseMonths } from './tables/purchase-months.ts';
import { buildRunLog } from './tables/run-log.ts';
import { buildScenarioMonths } from './tables/scenario-months.ts';
import { buildSummary, scenarioTotals } from './tables/summary.ts';

/**
 * Puts what a run found into tables, charts and figures. Answers to questions of their own stand between what the plan
 * costs and its details. Tables without a row are left out, and their charts with them.
 */
export const buildReport = (results: RunResults, makeParts: readonly MakeReportPart[]): ComposedReport => {
  const ledger = makeLedger(results);
  const totals = scenarioTotals(results, ledger);
  const parts = makeParts.map(makePart => makePart(results, ledger));
  const frontier = buildFrontier(results, ledger);
  const months = buildScenarioMonths(results, ledger);
  const purchases = buildPurchaseMonths(results, ledger);
  const checks = [...runChecks(results, ledger), ...parts.flatMap(part => part.checks ?? [])];
  const tables = [
    buildSummary(totals, ledger),
    frontier.table,
    buildJobs(results, ledger),
    months.table,
    buildCostMonthly(results, ledger),
    buildCommitments(results, ledger),
    ...parts.flatMap(part => part.tables ?? []),
    purchases.table,
    buildCapacity(results),
    buildPrices(results),
    ...parts.flatMap(part => part.details ?? []),
    buildCostDetail(ledger),
    buildChecks(results, checks),
    buildRunLog(results, ledger),
  ].filter((table): table is ComposedTable => table !== null);
  const isShown = ({ tableId }: { readonly tableId: string }): boolean => tables.some(({ id }) => id === tableId);
  return {
    engineVersion: results.engineVersion,
    catalogDate: results.catalogDate,
    randomSeed: results.randomSeed,
    inputHash: results.inputHash,
    tableHashes: results.tableHashes,
    runState: results.runState,
    summary: [...summaryFigures(results, totals, ledger), ...parts.flatMap(part => part.figures ?? [])],
    tables,
    charts: [
      ...frontier.charts, ...months.charts, ...purchases.charts, ...parts.flatMap(part => part.charts ?? []),
    ].filter(isShown),
    warnings: results.warnings,
  };
};
