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
export { outageLoss, serviceCredit } from './pricing/service-credit.ts';
export type { Exit } from './pricing/exit-value.ts';
export { checkpointInterval } from './pricing/spot/checkpoint.ts';
export { spotCost, type SpotCost } from './pricing/spot/spot-cost.ts';
export { resolveNodeType, type ResolvedNodeType } from './pricing/resolve-node-type.ts';
export { checkTiers, type StatedTier } from './pricing/tariff/check-tiers.ts';
export { egressCost } from './pricing/tariff/egress-cost.ts';
export { isJurisdiction } from './pricing/tariff/exit-charge.ts';
export { makeTariffBook, type OwnTariffs, type TariffBook } from './pricing/tariff/tariff-book.ts';
export { tierCost } from './pricing/tariff/tier-cost.ts';

// workload
export { compileFormula, type Formula } from './workload/formula.ts';

// simulation
export { batchPolicies, type BatchPolicyName } from './simulation/batch/policies/batch-policy.ts';
export { jobStateNames } from './simulation/batch/outcome/job-state.ts';
export type { JobCounts } from './simulation/batch/outcome/batch-accounts.ts';
export type { BatchMetrics } from './simulation/batch/outcome/batch-metrics.ts';
export type { BatchJobs } from './simulation/batch/jobs/batch-jobs.ts';
export { emptyClusterJobs, type ClusterJobs } from './simulation/batch/cluster/cluster-jobs.ts';
export { simulateCluster } from './simulation/batch/cluster/simulate-cluster.ts';
export { packGpus, type GpuPackingOutcome } from './simulation/batch/gpu/pack-gpus.ts';
export type { GpuNode, GpuTask } from './simulation/batch/gpu/gpu-task.ts';
export { summarizeJobs, type JobSummary } from './simulation/batch/outcome/job-summary.ts';
export { simulateBatch, type BatchOptions, type BatchOutcome } from './simulation/batch/simulate-batch.ts';
export { readSwf, type SwfReader } from './simulation/batch/swf/read-swf.ts';
export { swfDepartments, type SwfDepartment } from './simulation/batch/swf/swf-fields.ts';
export type { SwfReading } from './simulation/batch/swf/swf-log.ts';
export { extrapolateWork } from './simulation/extrapolate.ts';
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
export { effectiveNodeCount } from './simulation/scaling.ts';
export { serviceCapacity } from './simulation/service-capacity.ts';
export type { ServiceSizing } from './simulation/service-sizing.ts';
export { checkBenchmark } from './simulation/sizing/benchmark-check.ts';
export { gpuModes, gpuShare, type GpuMode } from './simulation/sizing/gpu-share.ts';
export { nodesForDriver } from './simulation/sizing/nodes-for-driver.ts';
export { poolSize } from './simulation/sizing/pool-size.ts';
export { expiryFirst, findExitOrder } from './migration/exit-order.ts';
export { costOfOrder, type ExitWork } from './migration/exit-work.ts';
export { circuitDerating, rackFit } from './simulation/sizing/rack-fit.ts';
export { fitScaling } from './simulation/sizing/scaling-fit.ts';
export {
  localAccessNanoseconds,
  remoteAccessNanoseconds,
  softwareDefinedSlowdown,
} from './simulation/sizing/software-defined-server.ts';
export { rawStorage, usualReplicas } from './simulation/sizing/storage-raw.ts';
export { vmFit } from './simulation/sizing/vm-fit.ts';

// commitment
export { consoleHabit, type ConsoleHabit } from './commitment/console-habit.ts';
export type { FamilyOffer, FamilyOption } from './commitment/family-option.ts';
export type { CommitmentBand, FamilyPlan } from './commitment/family-plan.ts';
export { makeLoadDuration, type LoadDuration } from './commitment/load-duration.ts';
export { simulateOnlineRule, type OnlineOffer, type OnlineOutcome } from './commitment/online-rule.ts';
export { optimizeFamily, type FamilyLimits } from './commitment/optimize-family.ts';
export { optimizePortfolio, type PortfolioOptimum } from './commitment/optimize-portfolio.ts';
export { optimizeSchedule, type SchedulePlan } from './commitment/optimize-schedule.ts';
export type { Portfolio, PortfolioMeter, PortfolioOption } from './commitment/portfolio.ts';
export { buyableFamilyPlan, type BuyablePlan } from './commitment/round-family.ts';
export type { HorizonRule, Schedule, ScheduleOption, SchedulePeriod } from './commitment/schedule.ts';

// migration
export { exitCost, usualEffortCorrelation, type ExitCostRow, type WorkloadExit } from './migration/exit-cost.ts';
export { exitCashflow, exitWorth, type ExitFlow } from './migration/exit-cashflow.ts';
export { scheduleExits, type ExitTask } from './migration/exit-schedule.ts';
export { strandedCommitments, type CommitmentAtExit } from './migration/stranded.ts';
export { switchOptionValue, switchTrigger, type SwitchOption } from './migration/switch-option.ts';
export { lockInPremium, switchingNpv } from './migration/switching-value.ts';
export { transferDays, usualLinkEfficiency } from './migration/transfer-time.ts';

// owning
export { licensedCores, usualLeastCores } from './owning/licence-cores.ts';
export { assetAnnualCost, breakEvenUse, ownedUnitHour, ownedYear, type OwnedHardware } from './owning/owned-hardware.ts';

// model
export type { InputCell, InputTable, ModelInput } from './model/model-input.ts';
export { changedSinceRun, tablesOfRunState } from './model/run-state.ts';
export type { RunProgress, RunStage } from './model/progress.ts';
export type { HourlyDetail } from './model/hourly/hourly-detail.ts';
export { loadHourlyPart, loadParts } from './model/parts/load-parts.ts';
export type { ModelPart } from './model/parts/model-part.ts';
export { changePriceSheet, type PriceSheetChange } from './model/reading/price-sheet-change.ts';
export { readOwnPrices, type OwnPrices } from './model/reading/read-own-prices.ts';
export { tablesOfUse, usedPriceKeys } from './model/rating/used-price-keys.ts';
export { runModel, type ModelOutcome, type RunModelOptions } from './model/run-model.ts';
export { inputTables, workbookTemplates, type WorkbookTemplate } from './model/tables/input-tables.ts';
export { settingSpecs, type SettingId, type SettingSpec } from './model/tables/settings-table.ts';
export type { ColumnReference, ColumnSpec, ColumnType, OpenColumns, TableSpec } from './model/tables/table-spec.ts';
export {
  tableTemplate,
  templateColumns,
  type TableTemplate,
  type TemplateColumn,
  type TemplateValidation,
} from './model/tables/table-template.ts';

// report
export { engineVersion } from './engine-version.ts';
export type {
  ChartKind,
  ColumnFormat,
  ComposedChart,
  ComposedFigure,
  ComposedReport,
  ComposedTable,
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
export { say, wordsOf, type Sentence } from './report/sentence.ts';
