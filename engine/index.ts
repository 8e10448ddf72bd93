/** The engine's only door: everything the add-in, the benchmarks and the samples may use, grouped by room. */

// issue
export type { Issue, IssueLocation } from './issue/issue.ts';
export { issueCodes, makeIssue, type IssueCode, type IssueValues } from './issue/issue-codes.ts';
export { fail, ok, type Result } from './issue/result.ts';

// numeric
export { decimal, parseDecimal, type Decimal, type DecimalValue } from './numeric/decimal.ts';

// money
export { money, roundMoney, timesMoney, type Money } from './money/money.ts';
export { isCurrencyCode, minorUnits } from './money/currency.ts';
export { convert, type FxRate } from './money/exchange.ts';

// quantity
export { isoOfInstant, parseIsoDate, type CivilDate } from './quantity/calendar.ts';
export { localSecondsOfSerial, serialOfLocalSeconds, type DateSystem } from './quantity/excel-date.ts';
export type { Hours } from './quantity/quantity.ts';

// catalog
export type { Catalog } from './catalog/catalog.ts';
export { nearestNames } from './catalog/nearest-names.ts';
export { nodeFamilies, type NodeFamily, type NodeType } from './catalog/node-type.ts';
export { operatingSystems, tenancies, type OperatingSystem, type PriceKey, type Tenancy } from './catalog/price-key.ts';
export { azureRetailQueries } from './catalog/price-lists/azure-retail-query.ts';
export type { ImportedPrice } from './catalog/price-lists/imported-price.ts';
export {
  priceListFormats,
  skipReasons,
  type PriceListFormat,
  type PriceListReading,
  type PriceListReport,
  type SkipReason,
} from './catalog/price-lists/import-report.ts';
export type { PriceFilter } from './catalog/price-lists/price-filter.ts';
export { importPriceList, type PriceListImport, type PriceListOptions } from './catalog/price-lists/price-list-import.ts';
export { parsePurchase, purchaseName, purchaseNames } from './catalog/purchase-name.ts';
export type { PurchaseOption } from './catalog/purchase.ts';
export { starterCatalog } from './catalog/starter-catalog.ts';
export type { PriceTier, TierTable } from './catalog/tier-table.ts';

// pricing
export { cover } from './pricing/cover/cover.ts';
export type { MeterCommitment } from './pricing/cover/meter-commitment.ts';
export { prepareCover } from './pricing/cover/prepare-cover.ts';
export type { UsageMeter } from './pricing/cover/usage-meter.ts';
export { breakEvenUtilization, effectiveRate } from './pricing/effective-rate.ts';
export { findPrice } from './pricing/find-price.ts';
export type { HourlyPrice, PriceBasis, PriceQuery } from './pricing/hourly-price.ts';
export { listNodeTypes, type NodeFilter, type NodeOffer } from './pricing/list-node-types.ts';
export { makePriceBook, type OwnPrice, type PriceBook } from './pricing/price-book.ts';
export { resolveNodeType, type ResolvedNodeType } from './pricing/resolve-node-type.ts';
export { checkTiers, type StatedTier } from './pricing/tariff/check-tiers.ts';
export { egressCost } from './pricing/tariff/egress-cost.ts';
export { makeTariffBook, type OwnTariffs, type TariffBook } from './pricing/tariff/tariff-book.ts';
export { tierCost } from './pricing/tariff/tier-cost.ts';

// workload
export { compileFormula, type Formula } from './workload/formula.ts';

// simulation
export { frontier, frontierNodeCounts, type FrontierInput, type FrontierPoint } from './simulation/frontier.ts';
export { jobCost, type JobCostInput } from './simulation/job-cost.ts';
export { jobTime, type FarmWork } from './simulation/job-time.ts';
export { batchMeans } from './simulation/queueing/batch-means.ts';
export {
  mostServers,
  queueWait,
  waitPercentile,
  waitProbability,
  type SteadyQueue,
} from './simulation/queueing/queue-wait.ts';
export { serversForWait, squareRootStaffing } from './simulation/queueing/staffing.ts';
export { simulateQueue, type QueueModel } from './simulation/queueing/simulate-queue.ts';

// model
export type { InputCell, InputTable, ModelInput } from './model/model-input.ts';
export type { RunProgress, RunStage } from './model/progress.ts';
export { changePriceSheet, type PriceSheetChange } from './model/price-sheet-change.ts';
export { readOwnPrices, type OwnPrices } from './model/read-own-prices.ts';
export { usedPriceKeys } from './model/used-price-keys.ts';
export { runModel, type ModelOutcome, type RunModelOptions } from './model/run-model.ts';
export { inputTables, workbookTemplates, type WorkbookTemplate } from './model/tables/input-tables.ts';
export { settingSpecs, type SettingId, type SettingSpec } from './model/tables/settings-table.ts';
export type { ColumnReference, ColumnSpec, ColumnType, OpenColumns, TableSpec } from './model/tables/table-spec.ts';
export {
  tableTemplate,
  type TableTemplate,
  type TemplateColumn,
  type TemplateValidation,
} from './model/tables/table-template.ts';

// report
export { engineVersion } from './engine-version.ts';
export type {
  ChartKind,
  ColumnFormat,
  Report,
  ReportCell,
  ReportChart,
  ReportColumn,
  ReportSeries,
  ReportTable,
  SummaryFigure,
} from './report/report.ts';
export type { ResultColumn, ResultTableSpec } from './report/result-table.ts';
export { resultTables } from './report/result-tables.ts';
