import type { Sample } from '../source/sample.ts';

/** Samples whose inputs the add-in can insert, by the questions of its first screen. */
export const exampleIds = ['commitments', 'own-or-rent-gpu', 'data-act-exit', 'llm-serving'] as const;

/** A sample's input tables as the add-in inserts them: a file of their own for each. */
export const exampleText = ({ sheets }: Sample): string => {
  const tables = sheets.flatMap(sheet => sheet.tables.map(({ tableId, columns, rows }) => ({ tableId, columns, rows })));
  return `${JSON.stringify({ tables }, null, 1)}\n`;
};
