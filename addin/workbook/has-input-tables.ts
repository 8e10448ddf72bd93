import { inputTables } from '../../engine/index.ts';
import { inWorkbook } from './in-workbook.ts';

/** Whether the open workbook has any table that a run would read. */
export const hasInputTables = (): Promise<boolean> =>
  inWorkbook(async context => {
    const tables = context.workbook.tables.load('items/name');
    await context.sync();
    const ours = new Set(inputTables.map(({ id }) => id.toLowerCase()));
    return tables.items.some(({ name }) => ours.has(name.toLowerCase()));
  });
