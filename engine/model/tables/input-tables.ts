import { commitmentOptionsTable } from './commitment-options-table.ts';
import { commitmentsTable } from './commitments-table.ts';
import { demandFormulasTable, demandProfilesTable, demandSeriesTable, demandShapesTable } from './demand-tables.ts';
import { commitmentExitsTable } from './exit-tables.ts';
import { farmJobsTable, nodeCountsTable, sampleRunsTable } from './farm-tables.ts';
import { gpuChecksTable } from './feasibility-tables.ts';
import { feeTables } from './fee-tables.ts';
import { cloudMixesTable, keyPersonsTable, licencesTable, portabilityLayersTable, serviceLevelsTable } from './dependence-tables.ts';
import { dependenciesTable, migrationCostsTable, migrationPlanTable } from './leaving-tables.ts';
import { negotiatedTable } from './negotiated-table.ts';
import { ownHardwareTable } from './owning-tables.ts';
import { placementsTable } from './placements-table.ts';
import { fxRatesTable, nodeTypesTable, priceSheetTable } from './price-tables.ts';
import { departmentsTable, jobsTable, queueNodesTable, queuesTable } from './queue-tables.ts';
import { guestsTable, hostPoolsTable } from './host-tables.ts';
import { racksTable, serversTable } from './rack-tables.ts';
import { scalingWaysTable } from './scaling-tables.ts';
import { scenariosTable } from './scenario-tables.ts';
import { allocationTable, budgetsTable, unitCostsTable } from './showback-tables.ts';
import { sensitivityTable, solveForTable } from './solving-tables.ts';
import { servicesTable } from './services-table.ts';
import { modelServingTable, requestsTable } from './serving-tables.ts';
import { settingsTable } from './settings-table.ts';
import { meterUsageTable } from './meter-usage-table.ts';
import { meterAllowancesTable, metersTable, meterTiersTable } from './tariff-tables.ts';
import { spotRiskTable } from './spot-risk-table.ts';
import { modelTrainingTable, trainingRunsTable } from './training-tables.ts';
import type { TableSpec } from './table-spec.ts';

/** Every input table, in the order in which a reader fills them. */
export const inputTables: readonly TableSpec[] = [
  settingsTable,
  servicesTable,
  demandProfilesTable,
  demandShapesTable,
  demandSeriesTable,
  demandFormulasTable,
  farmJobsTable,
  sampleRunsTable,
  nodeCountsTable,
  queuesTable,
  queueNodesTable,
  departmentsTable,
  jobsTable,
  modelServingTable,
  requestsTable,
  modelTrainingTable,
  trainingRunsTable,
  placementsTable,
  commitmentsTable,
  commitmentOptionsTable,
  commitmentExitsTable,
  meterUsageTable,
  metersTable,
  meterTiersTable,
  meterAllowancesTable,
  priceSheetTable,
  nodeTypesTable,
  fxRatesTable,
  negotiatedTable,
  ...feeTables,
  spotRiskTable,
  budgetsTable,
  allocationTable,
  unitCostsTable,
  scenariosTable,
  solveForTable,
  sensitivityTable,
  migrationPlanTable,
  migrationCostsTable,
  dependenciesTable,
  licencesTable,
  portabilityLayersTable,
  keyPersonsTable,
  cloudMixesTable,
  serviceLevelsTable,
  ownHardwareTable,
  hostPoolsTable,
  guestsTable,
  racksTable,
  serversTable,
  scalingWaysTable,
  gpuChecksTable,
];

/** Tables that together answer one question: what a new workbook starts from. */
export interface WorkbookTemplate {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly tableIds: readonly string[];
}

export const workbookTemplates: readonly WorkbookTemplate[] = [
  {
    id: 'service',
    title: 'Service with a daily cycle',
    description: 'What does a service cost that follows its demand hour by hour, on demand or reserved?',
    tableIds: ['Settings', 'Services', 'DemandProfiles', 'DemandShapes', 'Placements'],
  },
  {
    id: 'farm-job',
    title: 'Farm job',
    description: 'How many nodes should share a job: time against money.',
    tableIds: ['Settings', 'FarmJobs', 'NodeCounts', 'Placements'],
  },
  {
    id: 'measured-job',
    title: 'Farm job measured by sample runs',
    description: 'How long will the whole job take, judging by a part of it?',
    tableIds: ['Settings', 'FarmJobs', 'SampleRuns', 'NodeCounts', 'Placements'],
  },
  {
    id: 'demand-series',
    title: 'Service with a measured demand',
    description: 'What does a service cost with the demand of a table, or of a formula?',
    tableIds: ['Settings', 'Services', 'DemandSeries', 'DemandFormulas', 'Placements'],
  },
  {
    id: 'queues',
    title: 'Jobs that wait for nodes',
    description: 'How many nodes do the jobs of several departments need, how long do they wait, and what does each owe?',
    tableIds: ['Settings', 'Queues', 'QueueNodes', 'Departments', 'Jobs', 'Placements'],
  },
  {
    id: 'serving',
    title: 'A language model that answers requests',
    description: 'How many GPUs answer these requests in time, and what does a million tokens cost?',
    tableIds: ['Settings', 'ModelServing', 'Requests', 'Placements'],
  },
  {
    id: 'training',
    title: 'Training a model',
    description: 'How long does training take on how many GPUs, what bounds it, and what does it cost?',
    tableIds: ['Settings', 'ModelTraining', 'TrainingRuns', 'Placements'],
  },
  {
    id: 'commitments',
    title: 'Reservations and savings plans',
    description: 'What do the commitments that are held or planned cover, what do they cost, and what of them goes unused?',
    tableIds: ['Settings', 'Services', 'DemandProfiles', 'DemandShapes', 'Placements', 'Commitments'],
  },
  {
    id: 'giving-up',
    title: 'Commitments sold, returned or exchanged',
    description: 'What does giving up a commitment before its end bring back, and what is lost?',
    tableIds: ['Settings', 'Services', 'DemandProfiles', 'Placements', 'Commitments', 'CommitmentExits'],
  },
  {
    id: 'what-to-commit',
    title: 'What to commit to',
    description: 'How much of which reservations and savings plans should be bought, and what is that worth?',
    tableIds: ['Settings', 'Services', 'DemandProfiles', 'DemandShapes', 'Placements', 'CommitmentOptions'],
  },
  {
    id: 'tariffs',
    title: 'Storage, transfer and other meters',
    description: 'What do storage, traffic, requests and flat fees cost, at prices of the catalog or of your own?',
    tableIds: ['Settings', 'MeterUsage', 'Meters', 'MeterTiers', 'MeterAllowances'],
  },
  {
    id: 'spot',
    title: 'Jobs on spot nodes',
    description: 'What does an hour of work that is kept cost on nodes that may be taken back?',
    tableIds: ['Settings', 'FarmJobs', 'Placements', 'SpotRisk'],
  },
  {
    id: 'showback',
    title: 'Budgets, showback, unit costs',
    description: 'Does the plan keep its budget, who bears which part, and what does a unit cost?',
    tableIds: ['Settings', 'Services', 'DemandProfiles', 'Placements', 'Budgets', 'Allocation', 'UnitCosts'],
  },
  {
    id: 'what-if',
    title: 'What if',
    description: 'What would the plan cost with more demand, other prices or another commitment, and why?',
    tableIds: ['Settings', 'Services', 'DemandProfiles', 'Placements', 'Scenarios', 'SolveFor', 'Sensitivity'],
  },
  {
    id: 'leaving',
    title: 'Leaving a provider',
    description: 'What does leaving cost, when has it paid for itself, and how much is the lock-in worth?',
    tableIds: ['Settings', 'MigrationPlan', 'MigrationCosts', 'Dependencies'],
  },
  {
    id: 'licences',
    title: 'A licence whose price may change',
    description: 'What do licences by the core cost if the vendor changes its prices, and is a layer that makes leaving cheaper worth it?',
    tableIds: ['Settings', 'Licences', 'PortabilityLayers'],
  },
  {
    id: 'dependence',
    title: 'People, providers, outages',
    description: 'What does it cost to depend on key persons, on one provider or several, and on what is promised to run?',
    tableIds: ['Settings', 'KeyPersons', 'CloudMixes', 'ServiceLevels'],
  },
  {
    id: 'owning',
    title: 'Own or rent',
    description: 'From which use on is hardware of your own cheaper than renting, and what does it cost by year?',
    tableIds: ['Settings', 'OwnHardware'],
  },
  {
    id: 'hosts',
    title: 'Guests on hosts',
    description: 'How many hosts carry these virtual machines and containers, what runs out first, and what do they replace?',
    tableIds: ['Settings', 'HostPools', 'Guests'],
  },
  {
    id: 'racks',
    title: 'Servers in racks',
    description: 'How many racks do these servers need, and is it space, ports, power, cooling or weight that runs out?',
    tableIds: ['Settings', 'Racks', 'Servers'],
  },
  {
    id: 'scaling',
    title: 'Work that outgrows a machine',
    description: 'Is it to run on one large machine, on many, or on many that pass for one?',
    tableIds: ['Settings', 'ScalingWays'],
  },
  {
    id: 'gpu-checks',
    title: 'Nodes that share their GPUs',
    description: 'Can this node share its GPUs between guests, and what stands against it?',
    tableIds: ['GpuChecks'],
  },
  {
    id: 'fees',
    title: 'Support, fees and taxes',
    description: 'What is charged beside usage: support plans, flat fees, promised spend, taxes.',
    tableIds: ['FlatFees', 'SupportPlans', 'SupportBands', 'MinimumSpends', 'Taxes'],
  },
  {
    id: 'own-prices',
    title: 'Own prices and node types',
    description: 'Negotiated prices, node types the catalog does not know, exchange rates.',
    tableIds: ['PriceSheet', 'Negotiated', 'NodeTypes', 'FxRates'],
  },
];
