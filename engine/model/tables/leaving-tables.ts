import { numberColumnOf } from './column-declarations.ts';
import { defineTable, type ColumnDeclaration } from './table-spec.ts';

const exitStrategies = ['rehost', 'replatform', 'refactor', 'repurchase', 'retire', 'retain'] as const;

const amount = (id: string, title: string, description: string): ColumnDeclaration => numberColumnOf(id, title, 'base currency', description);
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
    amount('MonthlyCostAfter', 'Cost there, a month', 'At the new place, with everything. Blank: nothing.'),
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
    amount('StrandedCost', 'Commitments lost', 'Of reservations and plans nobody uses any more: see CLOUD.STRANDED. Blank: none.'),
    amount('OtherCost', 'Other, once', 'Hardware, licences, notice, training: due when the new place goes live. Blank: none.'),
  ],
});
