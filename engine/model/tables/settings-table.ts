import { usualEffortCorrelation } from '../../migration/exit-cost.ts';
import { defineTable } from './table-spec.ts';

/** One row of Settings: typed like a column, because the values of one column are of many kinds. */
export interface SettingSpec {
  readonly id: SettingId;
  readonly title: string;
  readonly type: 'currency' | 'date' | 'integer' | 'number' | 'fraction' | 'text' | 'choice';
  readonly choices?: readonly string[];
  /** Null: see `defaultMeaning`. */
  readonly defaultValue: string | number | null;
  readonly defaultMeaning: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly description: string;
}

export type SettingId =
  'BaseCurrency' | 'HorizonStart' | 'HorizonMonths' | 'TimeZone' | 'FirstFiscalMonth' | 'SustainedUse' | 'UpfrontBudget' | 'TermBeyondPlan' | 'DiscountRate' | 'SavingVolatility' | 'EffortCorrelation' | 'RandomSeed';

const termRules = ['share', 'whole', 'demand goes on'] as const;
export type TermRule = (typeof termRules)[number];

export const settingSpecs: readonly SettingSpec[] = [
  {
    id: 'BaseCurrency',
    title: 'Base currency',
    type: 'currency',
    defaultValue: 'USD',
    defaultMeaning: 'USD',
    description: 'Currency of all results (ISO 4217). Other prices are converted by FxRates.',
  },
  {
    id: 'HorizonStart',
    title: 'First day of the plan',
    type: 'date',
    defaultValue: null,
    defaultMeaning: 'the first day of the month after the catalog date',
    description: 'Day on which the plan begins, at 00:00 UTC.',
  },
  {
    id: 'HorizonMonths',
    title: 'Months of the plan',
    type: 'integer',
    defaultValue: 12,
    defaultMeaning: '12',
    minimum: 1,
    maximum: 120,
    description: 'Length of the plan in months.',
  },
  {
    id: 'TimeZone',
    title: 'Time zone of the demand',
    type: 'text',
    defaultValue: 'UTC',
    defaultMeaning: 'UTC',
    description:
      'IANA name, e.g. Europe/Berlin: hours of shapes, series, formulas and job starts are local; charges are UTC.',
  },
  {
    id: 'FirstFiscalMonth',
    title: 'First month of the fiscal year',
    type: 'integer',
    defaultValue: 1,
    defaultMeaning: '1',
    minimum: 1,
    maximum: 12,
    description: '1 = January. A fiscal year is named after the calendar year it ends in.',
  },
  {
    id: 'SustainedUse',
    title: 'Sustained use discounts',
    type: 'choice',
    choices: ['yes', 'no'],
    defaultValue: 'no',
    defaultMeaning: 'no',
    description: 'Whether Google Cloud grants them: to accounts that pay online, not to invoiced ones.',
  },
  {
    id: 'UpfrontBudget',
    title: 'Budget for upfront fees',
    type: 'number',
    defaultValue: null,
    defaultMeaning: 'no limit',
    minimum: 0,
    description:
      'Most that may be due upfront for commitments of CommitmentOptions in each scenario, in the base currency: on the first day, and, where ' +
      'they are bought month by month, in all months together.',
  },
  {
    id: 'TermBeyondPlan',
    title: 'A term that ends after the plan',
    type: 'choice',
    choices: termRules,
    defaultValue: 'share',
    defaultMeaning: 'share',
    description:
      'How its fees count first in what to commit to: the share inside the plan, the whole, or as if demand goes on. The answer under each is shown.',
  },
  {
    id: 'DiscountRate',
    title: 'Interest rate a year',
    type: 'fraction',
    defaultValue: 0.08,
    defaultMeaning: '8 %',
    minimum: 0,
    maximum: 10,
    description: 'Effective rate at which later amounts count less, where a net present value is asked for.',
  },
  {
    id: 'SavingVolatility',
    title: 'Volatility of the saving',
    type: 'fraction',
    defaultValue: null,
    defaultMeaning: 'the option to leave later is not valued',
    minimum: 0,
    maximum: 10,
    description: 'A judgement: by how much the worth of leaving moves in a year, such as 30 %.',
  },
  {
    id: 'EffortCorrelation',
    title: 'Efforts go together',
    type: 'fraction',
    defaultValue: usualEffortCorrelation,
    defaultMeaning: '50 % (A-MIG-2)',
    minimum: 0,
    maximum: 1,
    description: 'A judgement: how far the efforts of workloads that leave exceed or fall short of what is likely together. 0: each by itself.',
  },
  {
    id: 'RandomSeed',
    title: 'Random seed',
    type: 'integer',
    defaultValue: 1,
    defaultMeaning: '1',
    minimum: 0,
    maximum: 4_294_967_295,
    description: 'Seed of simulations; recorded with every result.',
  },
];

export const settingsTable = defineTable({
  id: 'Settings',
  version: 1,
  title: 'Settings',
  sheetName: 'Settings',
  key: ['Setting'],
  question: 'What period, which currency, whose clock?',
  description: 'One setting per row. A setting that is missing or blank takes its default.',
  columns: [
    {
      id: 'Setting',
      title: 'Setting',
      type: 'choice',
      isRequired: true,
      choices: settingSpecs.map(setting => setting.id),
      description: 'Name of the setting.',
    },
    { id: 'Value', title: 'Value', type: 'value', isRequired: false, description: 'Its value; blank for the default.' },
    { id: 'Note', title: 'Note', type: 'text', isRequired: false, description: 'For the reader; not used.' },
  ],
});
