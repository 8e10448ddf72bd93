import { isoOfInstant } from '../../quantity/calendar.ts';
import type { Ledger } from '../ledger.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import { say } from '../sentence.ts';

export const runLogTable = defineResultTable({
  id: 'OutRunLog',
  version: 1,
  sheetName: 'Results Run log',
  title: 'Run log',
  question: 'What were these results computed with?',
  description: 'Everything that decides the results besides the input tables themselves.',
  columns: [
    { id: 'Item', title: 'Item', format: 'text', description: 'What is recorded.' },
    { id: 'Value', title: 'Value', format: 'text', description: 'Its value at this run.' },
  ],
});

export const buildRunLog = (results: RunResults, ledger: Ledger): ComposedTable | null => {
  const { horizon } = results;
  const entries: readonly (readonly [string, string])[] = [
    ['Engine version', results.engineVersion],
    ['Catalog date', results.catalogDate],
    ['Input hash', results.inputHash],
    ['Random seed', String(results.randomSeed)],
    ['Plan start', isoOfInstant(horizon.start)],
    ['Plan end', isoOfInstant(horizon.end)],
    ['Hours', String(horizon.hourCount)],
    ['Time zone of the demand', results.timeZoneName],
    ['Currency', results.baseCurrency],
    ['Scenarios', results.scenarios.map(({ id }) => id).join(', ')],
    ['Placements', String(results.placements.length)],
    ['Charges', String(ledger.lines.length)],
  ];
  return fillTable(runLogTable, {
    answer: say`Engine ${results.engineVersion}, catalog of ${results.catalogDate}, input ${results.inputHash}.`,
    rows: entries.map(([Item, Value]) => ({ Item, Value })),
  });
};
