import { serviceLayers } from '../../migration/dependency-index.ts';
import { statedComponentNames } from '../../migration/exit-cost.ts';
import { numberColumnOf } from './column-declarations.ts';
import { defineTable, type ColumnDeclaration } from './table-spec.ts';

const exitStrategies = ['rehost', 'replatform', 'refactor', 'repurchase', 'retire', 'retain'] as const;

const amount = (id: string, title: string, description: string, isRequired = false): ColumnDeclaration =>
  numberColumnOf(id, title, 'base currency', description, { isRequired });
const effort = (id: string, title: string, unit: string, description: string, value?: number): ColumnDeclaration =>
  numberColumnOf(id, title, unit, description, {
    maximum: 10_000_000,
    ...(value === undefined ? {} : { default: { value, source: 'A-MIG-6' } }),
  });

export const migrationPlanTable = defineTable({
  id: 'MigrationPlan',
  version: 1,
  title: 'Migration plan',
  sheetName: 'Leaving',
  key: ['WorkloadId'],
  question: 'What is to leave, when, at what effort, and what does it cost there?',
  description:
    'One workload per row. What staying costs is what the plan charges for it, unless it is stated. Hours, months and rates are judgement: state your own.',
  columns: [
    { id: 'WorkloadId', title: 'Workload', type: 'text', isRequired: true, description: 'A workload of the plan, or a name of its own with MonthlyCostBefore.' },
    { id: 'Strategy', title: 'How', type: 'choice', isRequired: false, choices: exitStrategies, description: 'For the reader. retain: it stays, and nothing is due.' },
    { id: 'ScenarioId', title: 'Scenario of staying', type: 'text', isRequired: false, description: 'Whose charges are what staying costs. Blank: the first scenario.' },
    amount('MonthlyCostBefore', 'Cost of staying, a month', 'Blank: as the plan charges it.'),
    amount('MonthlyCostAfter', 'Cost there, a month', 'At the new place, with everything; beside what ScenarioAfter charges. Blank: nothing.'),
    { id: 'ScenarioAfter', title: 'Scenario of going', type: 'text', isRequired: false, description: 'Scenario of the plan that places the workload where it goes: its charges are what it costs there. Blank: MonthlyCostAfter says it.' },
    { id: 'Start', title: 'Not before', type: 'date', isRequired: false, description: 'Blank: on the first day of the plan.' },
    { id: 'After', title: 'After', type: 'text', isRequired: false, references: [{ tableId: 'MigrationPlan', columnId: 'WorkloadId' }], description: 'Workload that must have moved first.' },
    effort('DurationWeeks', 'Takes', 'weeks', 'From start of the work to the day the new place goes live.', 12),
    effort('HoursLeast', 'Rework at least', 'h', 'Hours when all goes well. Blank: as likely.'),
    effort('HoursLikely', 'Rework', 'h', 'Hours most likely. Blank: none.'),
    effort('HoursMost', 'Rework at most', 'h', 'Hours when all goes badly. Blank: as likely.'),
    amount('RatePerHour', 'Cost of an hour', 'Of the people who do it. Blank: 0.'),
    effort('ParallelLeast', 'Both paid, at least', 'months', 'Months the old place is paid after the new one is live. Blank: as likely.'),
    effort('ParallelLikely', 'Both paid', 'months', 'The same, most likely.', 3),
    effort('ParallelMost', 'Both paid, at most', 'months', 'The same, at most. Blank: as likely.'),
    effort('NoticeMonths', 'Notice', 'months', 'Months the old place is due after notice, given when the new one is live. Blank: none.'),
    effort('CutoverHours', 'Down', 'h', 'Hours the business stands still. Blank: none.'),
    amount('LossPerHour', 'Loss of an hour', 'Of the business while it stands still. Blank: 0.'),
    { id: 'DataGB', title: 'Data to send', unit: 'GB', type: 'number', isRequired: false, minimum: 0, description: 'Sent to the internet once; as the provider counts GB. Blank: none.' },
    { id: 'Provider', title: 'From', type: 'text', isRequired: false, description: 'Provider that is left: for the price of sending the data.' },
    { id: 'Region', title: 'Region', type: 'text', isRequired: false, description: 'Region the data are in. Blank: the first of the provider.' },
    { id: 'Jurisdiction', title: 'Law', type: 'text', isRequired: false, description: 'EU, or the country by two letters: switching charges are limited there.' },
    {
      id: 'FullExit', title: 'Leaves for good', type: 'choice', isRequired: false, choices: ['yes', 'no'], default: { value: 'no', source: 'definition: nothing is waived unasked' },
      description: 'yes: everything leaves the provider and its conditions are met, so that waivers hold.',
    },
    { id: 'LinkGbps', title: 'Link', unit: 'Gb/s', type: 'number', isRequired: false, minimum: 0, isMinimumExclusive: true, description: 'For the days the transfer takes. Blank: not asked.' },
    amount('CommittedPerMonth', 'Committed, a month', 'Part of what staying costs that is due until CommittedUntil, used or not: asks for the best order (OutExitOrder). Blank: none.'),
    { id: 'CommittedUntil', title: 'Committed until', type: 'date', isRequired: false, description: 'First day on which nothing is due any more.' },
    amount('StrandedCost', 'Commitments lost', 'Of reservations and plans nobody uses any more. Blank: as the Commitments of the workbook lose (OutStranded).'),
    amount('OtherCost', 'Other, once', 'Hardware and what MigrationCosts does not name: due when the new place goes live. Blank: none.'),
  ],
});

export const migrationCostsTable = defineTable({
  id: 'MigrationCosts',
  version: 1,
  title: 'Costs of moving',
  sheetName: 'Costs of moving',
  key: ['WorkloadId', 'Component'],
  question: 'What else is due once when a workload moves?',
  description:
    'One component of a workload of MigrationPlan per row, beside its rework, parallel run, downtime and data. Assessment, validation, training and ' +
    'decommissioning are work, and overrun like rework. Amounts are judgement or a contract: state your own.',
  columns: [
    { id: 'WorkloadId', title: 'Workload', type: 'text', isRequired: true, references: [{ tableId: 'MigrationPlan', columnId: 'WorkloadId' }], description: 'Row of MigrationPlan.' },
    { id: 'Component', title: 'What for', type: 'choice', isRequired: true, choices: statedComponentNames, description: 'Retrieval: from archives, with fees of deleting early. Appliance: devices that carry data in place of a link. Termination: penalties of the contract.' },
    amount('CostLeast', 'At least', 'When all goes well. Blank: as likely.'),
    amount('CostLikely', 'Likely', 'Most likely.', true),
    amount('CostMost', 'At most', 'When all goes badly. Blank: as likely.'),
    { id: 'Due', title: 'Due', type: 'choice', isRequired: false, choices: ['start', 'go-live', 'old-off'], description: 'When the work begins, the new place is live, or the old one is left. Blank: as usual for its kind (A-MIG-9).' },
    { id: 'Note', title: 'Note', type: 'text', isRequired: false, description: 'Where the amount is from.' },
  ],
});

export const dependenciesTable = defineTable({
  id: 'Dependencies',
  version: 1,
  title: 'Dependencies',
  sheetName: 'Dependencies',
  key: ['WorkloadId', 'Service'],
  question: 'Which services of the provider does each workload stand on, and how hard are they to replace?',
  description:
    'One service of a workload of MigrationPlan per row. The hours are added to the rework of the workload. Difficulties, weights and hours are judgement.',
  columns: [
    { id: 'WorkloadId', title: 'Workload', type: 'text', isRequired: true, references: [{ tableId: 'MigrationPlan', columnId: 'WorkloadId' }], description: 'Row of MigrationPlan.' },
    { id: 'Service', title: 'Service', type: 'text', isRequired: true, description: 'What it stands on: a queue, a database, an identity service.' },
    { id: 'Layer', title: 'Layer', type: 'choice', isRequired: false, choices: [...serviceLayers], default: { value: 'PaaS', source: 'A-MIG-8' }, description: 'Infrastructure, platform or software as a service.' },
    {
      id: 'Standard', title: 'Standard', type: 'choice', isRequired: false, choices: ['yes', 'no'], default: { value: 'no', source: 'A-MIG-8' },
      description: 'yes: others offer the same interface.',
    },
    { id: 'Difficulty', title: 'Difficulty', type: 'fraction', isRequired: false, minimum: 0, maximum: 1, description: 'How hard it is to replace, from 0 to 1. Blank: as usual for its layer.' },
    numberColumnOf('Weight', 'Weight', '', 'How much the workload stands on it, against its other services.', { default: { value: 1, source: 'definition: all alike' } }),
    effort('HoursLeast', 'Rework at least', 'h', 'Hours to replace it when all goes well. Blank: as likely.'),
    effort('HoursLikely', 'Rework', 'h', 'Hours most likely. Blank: none.'),
    effort('HoursMost', 'Rework at most', 'h', 'Hours when all goes badly. Blank: as likely.'),
    { id: 'Alternative', title: 'Replaced by', type: 'text', isRequired: false, description: 'For the reader.' },
  ],
});
