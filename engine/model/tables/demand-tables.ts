import { defineTable } from './table-spec.ts';

const dayNames = ['all', 'weekday', 'weekend', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export const demandProfilesTable = defineTable({
  id: 'DemandProfiles',
  version: 1,
  title: 'Demand profiles',
  sheetName: 'Demand',
  key: ['DemandId'],
  question: 'How large is the demand, and how fast does it grow?',
  description:
    'Base demand with growth. Rows of DemandShapes give it a daily and weekly cycle; without them it is constant.',
  columns: [
    { id: 'DemandId', title: 'Demand', type: 'text', isRequired: true, description: 'Name of the demand.' },
    {
      id: 'Base',
      title: 'Base demand',
      unit: 'demand unit',
      type: 'number',
      isRequired: true,
      minimum: 0,
      description: 'Demand at factor 1 on the first day.',
    },
    {
      id: 'GrowthPerYear',
      title: 'Growth per year',
      unit: 'fraction',
      type: 'fraction',
      isRequired: false,
      default: { value: 0, source: 'A-MOD-3' },
      minimum: -1,
      isMinimumExclusive: true,
      description: 'Effective yearly growth: 0.2 makes 1.2 times the demand one year later; negative shrinks.',
    },
  ],
});

export const demandShapesTable = defineTable({
  id: 'DemandShapes',
  version: 1,
  title: 'Demand shapes',
  sheetName: 'Demand',
  key: ['DemandId', 'DayOfWeek', 'HourOfDay'],
  question: 'When in the day and the week is the demand high?',
  description:
    'Factors on the base demand by local day and hour. The row with the narrower day holds (mon before weekday before all), ' +
    'then the one that names the hour; an hour no row speaks of has factor 1.',
  columns: [
    {
      id: 'DemandId',
      title: 'Demand',
      type: 'text',
      isRequired: true,
      references: [{ tableId: 'DemandProfiles', columnId: 'DemandId' }],
      description: 'A demand of DemandProfiles.',
    },
    {
      id: 'DayOfWeek',
      title: 'Day',
      type: 'choice',
      isRequired: false,
      choices: dayNames,
      default: { value: 'all', source: 'A-MOD-4' },
      description: 'all, weekday (Monday to Friday), weekend, or one day.',
    },
    {
      id: 'HourOfDay',
      title: 'Hour of the day',
      unit: '0-23',
      type: 'integer',
      isRequired: false,
      minimum: 0,
      maximum: 23,
      description: 'Local hour that begins then; blank: every hour of the day.',
    },
    {
      id: 'Factor',
      title: 'Factor',
      unit: 'times the base',
      type: 'number',
      isRequired: true,
      minimum: 0,
      description: 'Demand in that hour as a multiple of the base.',
    },
  ],
});

export const demandSeriesTable = defineTable({
  id: 'DemandSeries',
  version: 1,
  title: 'Demand series',
  sheetName: 'Demand series',
  key: ['DemandId', 'PeriodStart'],
  question: 'How was the demand measured or forecast, point by point?',
  description:
    'A step function: each quantity holds from its start until the next start of the same demand. Rows in any order.',
  columns: [
    { id: 'DemandId', title: 'Demand', type: 'text', isRequired: true, description: 'Name of the demand.' },
    {
      id: 'PeriodStart',
      title: 'From',
      unit: 'local date and time',
      type: 'dateTime',
      isRequired: true,
      description: 'When the quantity begins to hold, on the local clock.',
    },
    {
      id: 'Quantity',
      title: 'Demand',
      unit: 'demand unit',
      type: 'number',
      isRequired: true,
      minimum: 0,
      description: 'Demand from then on.',
    },
  ],
});

export const demandFormulasTable = defineTable({
  id: 'DemandFormulas',
  version: 1,
  title: 'Demand formulas',
  sheetName: 'Demand',
  key: ['DemandId'],
  question: 'Which rule does the demand follow?',
  description:
    'Demand as a formula of hour (0-23, local), day (0 on the first day of the plan), weekday (1 = Monday to 7), month (1-12), ' +
    'and of other demands by their name.',
  columns: [
    { id: 'DemandId', title: 'Demand', type: 'text', isRequired: true, description: 'Name of the demand.' },
    {
      id: 'Formula',
      title: 'Formula',
      type: 'formula',
      isRequired: true,
      description:
        'E.g. 900 + 600 * sin((hour - 8) / 24 * 2 * pi). Arithmetic, comparisons, ?: and a fixed list of functions; no leading equals sign.',
    },
  ],
});
