import { defineTable, type ColumnDeclaration } from './table-spec.ts';

const cellColumns: readonly ColumnDeclaration[] = [
  { id: 'TableName', title: 'Table', type: 'text', isRequired: true, description: 'Input table with the cell that is varied.' },
  { id: 'RowKey', title: 'Row', type: 'text', isRequired: false, description: 'What stands in its first columns, parts of a key joined by |. Blank: every row.' },
  { id: 'ColumnName', title: 'Column', type: 'text', isRequired: true, description: 'Header of the cell.' },
];

const changeColumn = (value: 'set' | 'times', description: string): ColumnDeclaration => ({
  id: 'Change', title: 'Change', type: 'choice', isRequired: false, choices: ['set', 'times', 'plus'], default: { value, source: 'definition: as in Scenarios' }, description,
});

const fromColumn: ColumnDeclaration =
  { id: 'From', title: 'Scenario', type: 'text', isRequired: false, description: 'Scenario of Placements whose cost is meant. Blank: the first.' };

export const solveForTable = defineTable({
  id: 'SolveFor',
  version: 1,
  title: 'Solve for',
  sheetName: 'Solve for',
  key: ['SolveId'],
  question: 'Which growth exhausts the budget, which discount or utilization breaks even?',
  description: 'One question per row: between Low and High, the number at which the effective cost of the plan reaches the goal.',
  columns: [
    { id: 'SolveId', title: 'Question', type: 'text', isRequired: true, description: 'Name of it.' },
    ...cellColumns,
    changeColumn('set', 'set: the number takes the place of the cell. times, plus: of the number there.'),
    { id: 'Low', title: 'From', type: 'number', isRequired: true, description: 'Least number looked at.' },
    { id: 'High', title: 'To', type: 'number', isRequired: true, description: 'Greatest number looked at.' },
    {
      id: 'Goal', title: 'Goal', type: 'choice', isRequired: true, choices: ['cost', 'budget', 'scenario'],
      description: 'cost: the cost is Target. budget: it is the budget of the whole plan (Budgets). scenario: it is that of the scenario Against.',
    },
    { id: 'Target', title: 'Cost to reach', unit: 'base currency', type: 'number', isRequired: false, description: 'Of the goal cost.' },
    { id: 'Against', title: 'Against', type: 'text', isRequired: false, description: 'Scenario of Placements of the goal scenario, with the same change.' },
    fromColumn,
  ],
});

export const sensitivityTable = defineTable({
  id: 'Sensitivity',
  version: 1,
  title: 'Sensitivity',
  sheetName: 'Sensitivity',
  key: ['InputId'],
  question: 'Which input moves the cost most, alone and two together?',
  description: 'One input per row, between two numbers. Each alone makes the tornado; two of them, named by With, a grid.',
  columns: [
    { id: 'InputId', title: 'Input', type: 'text', isRequired: true, description: 'Name of it.' },
    ...cellColumns,
    changeColumn('times', 'times: the number there times Low and High. set: they take its place.'),
    { id: 'Low', title: 'Low', type: 'number', isRequired: true, description: 'A number, or a factor such as 0.8.' },
    { id: 'High', title: 'High', type: 'number', isRequired: true, description: 'A number, or a factor such as 1.2.' },
    { id: 'With', title: 'Together with', type: 'text', isRequired: false, references: [{ tableId: 'Sensitivity', columnId: 'InputId' }], description: 'Another input of this table: the grid of both. Blank: alone.' },
    {
      id: 'Steps', title: 'Steps', type: 'integer', isRequired: false, minimum: 2, maximum: 11, default: { value: 5, source: 'definition: ends, middle and quarters' },
      description: 'Numbers looked at of each input in the grid.',
    },
    fromColumn,
  ],
});
