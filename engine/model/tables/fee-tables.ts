import { minimumSpendPeriods } from '../../pricing/fees/fee.ts';
import { defineTable, type ColumnDeclaration } from './table-spec.ts';

const scenarioColumn: ColumnDeclaration = {
  id: 'ScenarioId',
  title: 'Scenario',
  type: 'text',
  isRequired: false,
  description: 'Scenario it belongs to; blank: every scenario.',
};
const providerColumn: ColumnDeclaration = {
  id: 'Provider',
  title: 'Provider',
  type: 'text',
  isRequired: true,
  description: 'Who charges it, by the name used in Placements.',
};
const currencyColumn: ColumnDeclaration = {
  id: 'Currency',
  title: 'Currency',
  type: 'currency',
  isRequired: true,
  description: 'Currency of the amounts (ISO 4217).',
};
const validityColumns: readonly ColumnDeclaration[] = [
  { id: 'From', title: 'From', type: 'date', isRequired: false, description: 'First day it holds; blank: always.' },
  {
    id: 'To',
    title: 'To',
    type: 'date',
    isRequired: false,
    description: 'First day it holds no more; blank: until further notice.',
  },
];

export const supportPlansTable = defineTable({
  id: 'SupportPlans',
  version: 1,
  title: 'Support plans',
  sheetName: 'Fees',
  key: ['SupportId'],
  question: 'What does support by a provider cost?',
  description: 'A part of what the provider bills in a month, band by band (SupportBands), and no less than the minimum.',
  columns: [
    { id: 'SupportId', title: 'Support plan', type: 'text', isRequired: true, description: 'Name of the plan.' },
    scenarioColumn,
    providerColumn,
    {
      id: 'Account',
      title: 'Account',
      type: 'text',
      isRequired: false,
      description: 'Account whose charges count; blank: all accounts together.',
    },
    {
      id: 'MinimumPerMonth',
      title: 'Minimum',
      unit: 'currency per month',
      type: 'number',
      isRequired: false,
      minimum: 0,
      default: { value: 0, source: 'definition: nothing is due at least unless stated' },
      description: 'Least fee of a month.',
    },
    currencyColumn,
    ...validityColumns,
  ],
});

export const supportBandsTable = defineTable({
  id: 'SupportBands',
  version: 1,
  title: 'Bands of support plans',
  sheetName: 'Fees',
  key: ['SupportId', 'FromAmount'],
  question: 'Which part of the charges does each band take?',
  description: 'One row per band: the part taken of the charges from its amount up to that of the next band.',
  columns: [
    {
      id: 'SupportId',
      title: 'Support plan',
      type: 'text',
      isRequired: true,
      references: [{ tableId: 'SupportPlans', columnId: 'SupportId' }],
      description: 'Plan of SupportPlans.',
    },
    {
      id: 'FromAmount',
      title: 'From',
      unit: 'currency per month',
      type: 'number',
      isRequired: true,
      minimum: 0,
      description: "Charges of a month from which the band counts, in the plan's currency; the first band is from 0.",
    },
    {
      id: 'Percent',
      title: 'Part taken',
      unit: 'fraction',
      type: 'fraction',
      isRequired: true,
      minimum: 0,
      maximum: 1,
      description: 'Part of the charges in the band.',
    },
  ],
});

export const flatFeesTable = defineTable({
  id: 'FlatFees',
  version: 1,
  title: 'Flat fees',
  sheetName: 'Fees',
  key: ['FeeId'],
  question: 'Which fixed amounts are due each month?',
  description: 'Due in full in each month on whose first day in the plan the fee holds.',
  columns: [
    { id: 'FeeId', title: 'Fee', type: 'text', isRequired: true, description: 'Name of the fee.' },
    scenarioColumn,
    providerColumn,
    {
      id: 'AmountPerMonth',
      title: 'Amount',
      unit: 'currency per month',
      type: 'number',
      isRequired: true,
      minimum: 0,
      description: 'Amount of a month.',
    },
    currencyColumn,
    ...validityColumns,
  ],
});

export const minimumSpendsTable = defineTable({
  id: 'MinimumSpends',
  version: 1,
  title: 'Minimum spend',
  sheetName: 'Fees',
  key: ['MinimumId'],
  question: 'Which amounts were promised to a provider?',
  description: 'What is not spent of a promised amount is due in the last month of its period.',
  columns: [
    { id: 'MinimumId', title: 'Promise', type: 'text', isRequired: true, description: 'Name of the promise.' },
    scenarioColumn,
    providerColumn,
    {
      id: 'Amount',
      title: 'Amount',
      unit: 'currency per period',
      type: 'number',
      isRequired: true,
      minimum: 0,
      description: 'Amount promised for each period.',
    },
    currencyColumn,
    {
      id: 'Period',
      title: 'Period',
      type: 'choice',
      isRequired: true,
      choices: minimumSpendPeriods,
      description: 'month; year: each twelve months from From; whole: from From to To.',
    },
    ...validityColumns.map(column =>
      column.id === 'From' ? { ...column, description: 'First day of a month: the first it holds; needed for year and whole.' } : column,
    ),
    {
      id: 'SpentBefore',
      title: 'Spent before',
      unit: 'currency',
      type: 'number',
      isRequired: false,
      minimum: 0,
      description: 'Spent in the running period before the plan begins.',
    },
  ],
});

export const taxesTable = defineTable({
  id: 'Taxes',
  version: 1,
  title: 'Taxes',
  sheetName: 'Fees',
  key: ['TaxId'],
  question: 'Which taxes are added to what is charged?',
  description: 'Part of everything a provider charges, fees included; a line of its own. Several taxes add up.',
  columns: [
    { id: 'TaxId', title: 'Tax', type: 'text', isRequired: true, description: 'Name of the tax.' },
    scenarioColumn,
    { ...providerColumn, isRequired: false, description: 'Whose charges are taxed; blank: those of every provider.' },
    {
      id: 'Percent',
      title: 'Rate',
      unit: 'fraction',
      type: 'fraction',
      isRequired: true,
      minimum: 0,
      maximum: 1,
      description: 'Part of the charges.',
    },
    ...validityColumns,
  ],
});

/** Every table of fees, in the order in which they are charged. */
export const feeTables = [flatFeesTable, supportPlansTable, supportBandsTable, minimumSpendsTable, taxesTable] as const;
