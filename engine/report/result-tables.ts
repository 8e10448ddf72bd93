import type { ResultTableSpec } from './result-table.ts';
import { breakEvenTable } from './tables/break-even.ts';
import { capacityTable } from './tables/capacity.ts';
import { checksTable } from './tables/checks.ts';
import { commitmentTable } from './tables/commitments.ts';
import { commitmentCashTable } from './tables/commitment-cash.ts';
import { commitmentExitsTable } from './tables/commitment-exits.ts';
import { commitmentPlanTable } from './tables/commitment-plan.ts';
import { commitmentRulesTable } from './tables/commitment-rules.ts';
import { commitmentScheduleTable } from './tables/commitment-schedule.ts';
import { commitmentWorthTable } from './tables/commitment-worth.ts';
import { costDetailTable } from './tables/cost-detail.ts';
import { costMonthlyTable } from './tables/cost-monthly.ts';
import { consolidationTable } from './tables/consolidation.ts';
import { dayProfileTable } from './tables/day-profile.ts';
import { feasibilityTable } from './tables/feasibility.ts';
import { frontierTable } from './tables/frontier.ts';
import { guestsResultTable } from './tables/guests.ts';
import { heatMapTable } from './tables/heat-map.ts';
import { jobsTable } from './tables/jobs.ts';
import { loadDurationTable } from './tables/load-duration.ts';
import { pricesTable } from './tables/prices.ts';
import { purchaseMonthsTable } from './tables/purchase-months.ts';
import { replacementTable } from './tables/replacement.ts';
import { queuesResultTable } from './tables/queues.ts';
import { queueWaitsTable } from './tables/queue-waits.ts';
import { rackPlanTable } from './tables/rack-plan.ts';
import { exitCashflowTable } from './tables/exit-cashflow.ts';
import { dependenciesResultTable } from './tables/dependencies.ts';
import { cloudMixesResultTable } from './tables/cloud-mixes.ts';
import { keyPersonsResultTable } from './tables/key-persons.ts';
import { licencesResultTable } from './tables/licences.ts';
import { portabilityTable } from './tables/portability.ts';
import { scenarioBridgeTable, scenariosResultTable } from './tables/scenarios.ts';
import { statementTable } from './tables/statement.ts';
import { budgetTable } from './tables/budget.ts';
import { showbackTable } from './tables/showback.ts';
import { unitCostTable } from './tables/unit-cost.ts';
import { gridTable, solvedTable, tornadoTable } from './tables/solving.ts';
import { slaTable } from './tables/sla.ts';
import { exitOrderTable } from './tables/exit-order.ts';
import { strandedTable } from './tables/stranded.ts';
import { exitTimelineTable } from './tables/exit-timeline.ts';
import { lockInTable } from './tables/lock-in.ts';
import { migrationTable } from './tables/migration.ts';
import { runLogTable } from './tables/run-log.ts';
import { scalingTable } from './tables/scaling.ts';
import { scenarioMonthsTable } from './tables/scenario-months.ts';
import { servingTable } from './tables/serving.ts';
import { spotTable } from './tables/spot.ts';
import { summaryTable } from './tables/summary.ts';
import { tariffsTable } from './tables/tariffs.ts';
import { hybridTable } from './tables/hybrid.ts';
import { presetsTable } from './tables/presets.ts';
import { tcoTable } from './tables/tco.ts';
import { trainingTable } from './tables/training.ts';

/** Every result table a report can hold, in the order in which they are read. */
export const resultTables: readonly ResultTableSpec[] = [
  summaryTable,
  frontierTable,
  jobsTable,
  scenarioMonthsTable,
  costMonthlyTable,
  commitmentTable,
  queuesResultTable,
  queueWaitsTable,
  feasibilityTable,
  scalingTable,
  servingTable,
  trainingTable,
  consolidationTable,
  replacementTable,
  guestsResultTable,
  rackPlanTable,
  statementTable,
  budgetTable,
  showbackTable,
  unitCostTable,
  scenariosResultTable,
  scenarioBridgeTable,
  solvedTable,
  tornadoTable,
  gridTable,
  migrationTable,
  exitCashflowTable,
  lockInTable,
  exitTimelineTable,
  exitOrderTable,
  dependenciesResultTable,
  strandedTable,
  licencesResultTable,
  portabilityTable,
  keyPersonsResultTable,
  cloudMixesResultTable,
  slaTable,
  breakEvenTable,
  hybridTable,
  tcoTable,
  presetsTable,
  commitmentExitsTable,
  commitmentPlanTable,
  commitmentWorthTable,
  commitmentCashTable,
  commitmentScheduleTable,
  commitmentRulesTable,
  loadDurationTable,
  purchaseMonthsTable,
  capacityTable,
  dayProfileTable,
  heatMapTable,
  pricesTable,
  spotTable,
  tariffsTable,
  costDetailTable,
  checksTable,
  runLogTable,
];
