import { defineTable } from './table-spec.ts';

const changeKinds = ['set', 'times', 'plus'] as const;
export type ChangeKind = (typeof changeKinds)[number];

export const scenariosTable = defineTable({
  id: 'Scenarios',
  version: 1,
  title: 'What if',
  sheetName: 'What if',
  key: ['ScenarioId', 'TableName', 'RowKey', 'ColumnName'],
  question: 'What if demand, a price, a discount or a commitment were another?',
  description:
    'One changed cell, or column, per row; rows of one scenario hold together. The tables themselves stay as they are. Each scenario is compared with the plan as stated.',
  columns: [
    { id: 'ScenarioId', title: 'What if', type: 'text', isRequired: true, description: 'Name of it. Its rows are changed together.' },
    { id: 'From', title: 'Compared with', type: 'text', isRequired: false, description: 'Scenario of Placements it starts from. Blank: the first.' },
    { id: 'TableName', title: 'Table', type: 'text', isRequired: true, description: 'Input table with the cell: Services, PriceSheet, Settings.' },
    { id: 'RowKey', title: 'Row', type: 'text', isRequired: false, description: 'What stands in its first columns, parts of a key joined by |. Blank: every row.' },
    { id: 'ColumnName', title: 'Column', type: 'text', isRequired: true, description: 'Header of the cell.' },
    {
      id: 'Change', title: 'Change', type: 'choice', isRequired: false, choices: [...changeKinds], default: { value: 'set', source: 'definition: the value takes its place' },
      description: 'set: the value takes its place. times, plus: the number there, times or plus the value.',
    },
    { id: 'Value', title: 'Value', type: 'value', isRequired: true, description: 'A number, a date or a text; 1.4 with times is 40 % more.' },
    { id: 'Note', title: 'Note', type: 'text', isRequired: false, description: 'For the reader.' },
  ],
});
