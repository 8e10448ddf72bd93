import { numberColumnOf } from './column-declarations.ts';
import { defineTable } from './table-spec.ts';

const costMeasures = ['effective', 'billed'] as const;

/** Costs no workload answers for, as `Allocation` names them. */
export const unusedCommitments = 'unused commitments';
export const otherCharges = 'other charges';

export const budgetsTable = defineTable({
  id: 'Budgets',
  version: 1,
  title: 'Budgets',
  sheetName: 'Budgets',
  key: ['CostCentre', 'Month', 'ScenarioId', 'Measure'],
  question: 'How much may be spent, and when does the plan run out of it?',
  description: 'An amount of a month per row, in the base currency. What is not spent in a month of a fiscal year may be spent in the next.',
  columns: [
    { id: 'CostCentre', title: 'Cost centre', type: 'text', isRequired: false, description: 'Whose budget it is. Blank: of the whole plan.' },
    { id: 'Month', title: 'Month', type: 'date', isRequired: false, description: 'Any day of it. Blank: every month of the plan.' },
    numberColumnOf('Amount', 'Budget', 'base currency', 'Of the month.', { isRequired: true }),
    { id: 'ScenarioId', title: 'Scenario', type: 'text', isRequired: false, description: 'Scenario of Placements it is held against. Blank: the first.' },
    {
      id: 'Measure', title: 'Held against', type: 'choice', isRequired: false, choices: [...costMeasures],
      default: { value: 'effective', source: 'definition: a commitment counts in the months it is for' },
      description: 'effective: amortized. billed: as the invoices come.',
    },
  ],
});

export const allocationTable = defineTable({
  id: 'Allocation',
  version: 1,
  title: 'Allocation of shared costs',
  sheetName: 'Allocation',
  key: ['SharedCost', 'CostCentre'],
  question: 'Who bears what nobody uses alone?',
  description: 'One receiver of a shared cost per row. Rows of one shared cost state shares that add to 1, or drivers, or nothing: then direct costs decide.',
  columns: [
    {
      id: 'SharedCost', title: 'Shared cost', type: 'text', isRequired: true,
      description: `A workload, a cost centre, or: ${unusedCommitments}; ${otherCharges} (fees, taxes, credits).`,
    },
    { id: 'CostCentre', title: 'Borne by', type: 'text', isRequired: true, description: 'Cost centre that bears a part.' },
    { id: 'Share', title: 'Share', type: 'fraction', isRequired: false, minimum: 0, maximum: 1, description: 'Of the shared cost. Blank: by driver, or by direct cost.' },
    numberColumnOf('Driver', 'Driver', 'of any unit', 'What the cost is shared by: heads, requests, terabytes. Blank: by direct cost.'),
  ],
});

export const unitCostsTable = defineTable({
  id: 'UnitCosts',
  version: 1,
  title: 'Unit costs',
  sheetName: 'Unit costs',
  key: ['WorkloadId', 'Unit'],
  question: 'What does one request, user, frame or gigabyte cost?',
  description: 'One unit of a workload per row. Units are stated by month or in all, or follow from the demand a service serves.',
  columns: [
    { id: 'WorkloadId', title: 'Workload', type: 'text', isRequired: true, description: 'Service, job, or workload of MeterUsage.' },
    { id: 'Unit', title: 'Unit', type: 'text', isRequired: true, description: 'What is counted: request, user, frame, GB.' },
    numberColumnOf('Per', 'For so many', 'units', 'The cost of 1,000 requests or a million tokens.', {
      isMinimumExclusive: true, default: { value: 1, source: 'definition: of one unit' },
    }),
    numberColumnOf('UnitsPerDemand', 'Units of the demand', 'units', 'In one unit of the demand of a service. A demand per second, minute, hour or day is counted over time.', {
      default: { value: 1, source: 'definition: the demand itself' },
    }),
    numberColumnOf('UnitsPerMonth', 'Units a month', 'units', 'Blank: as the demand served.', { isMinimumExclusive: true }),
    numberColumnOf('UnitsInAll', 'Units in all', 'units', 'Of a job, over the whole plan. Blank: by the month.', { isMinimumExclusive: true }),
    { id: 'ScenarioId', title: 'Scenario', type: 'text', isRequired: false, description: 'Scenario of Placements. Blank: the first.' },
  ],
});
