import { inputTables, settingSpecs, tableTemplate, templateColumns, type ColumnType, type DateSystem, type TableTemplate } from '../../engine/index.ts';
import { askDateSystem } from './date-system.ts';
import { inWorkbook } from './in-workbook.ts';
import { addInputTable } from './insert-template.ts';
import { writtenCell } from './report-cell.ts';

/** Tables with their rows; dates are ISO text. */
export interface Example {
  readonly tables: readonly ExampleTable[];
}

export interface ExampleTable {
  readonly tableId: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Tables of the example that the workbook has already: then nothing is inserted, for rows of two models would mix. */
export interface InsertedExample {
  readonly added: readonly string[];
  readonly inTheWay: readonly string[];
}

const isDateType = (type: ColumnType | undefined): boolean => type === 'date' || type === 'dateTime';

/** Values of Settings are of many kinds, a row each. */
const isDateCell = ({ tableId, columns }: ExampleTable, row: readonly unknown[], place: number): boolean => {
  const id = columns[place];
  if (tableId === 'Settings' && id === 'Value') return isDateType(settingSpecs.find(setting => setting.id === row[0])?.type);
  return isDateType(inputTables.find(spec => spec.id === tableId)?.columns.find(column => column.id === id)?.type);
};

const midnight = (text: string): string => `${text.replace(' ', 'T')}${text.length > 10 ? ':00Z' : ''}`;

const filledTemplate = (example: ExampleTable, dateSystem: DateSystem): TableTemplate | null => {
  const spec = inputTables.find(({ id }) => id === example.tableId);
  if (!spec) return null;
  const rows = example.rows.map(row =>
    row.map((cell, place) =>
      typeof cell === 'string' && isDateCell(example, row, place) ? (writtenCell(midnight(cell), 'date', dateSystem) as string | number) : cell,
    ),
  );
  return { ...tableTemplate(spec), columns: templateColumns(spec, example.columns), rows };
};

/** Adds the tables of an example with their rows, beside what is there; all or none. */
export const insertExample = ({ tables }: Example): Promise<InsertedExample> =>
  inWorkbook(async context => {
    const dateSystem = askDateSystem(context);
    const present = context.workbook.tables.load('items/name');
    await context.sync();
    const names = new Set(present.items.map(({ name }) => name.toLowerCase()));
    const inTheWay = tables.map(({ tableId }) => tableId).filter(id => names.has(id.toLowerCase()));
    if (inTheWay.length > 0) return { added: [], inTheWay };
    const added: string[] = [];
    for (const example of tables) {
      const template = filledTemplate(example, dateSystem());
      if (!template) continue;
      await addInputTable(context, template);
      added.push(example.tableId);
    }
    return { added, inTheWay };
  });
