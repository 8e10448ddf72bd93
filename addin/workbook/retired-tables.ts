import type { Report, ReportTable } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import type { ResultRecord } from './result-record.ts';
import type { WorkbookState } from './workbook-state.ts';

/**
 * Result tables of an earlier run that this one has nothing for: they are emptied and say so, because old numbers
 * beside new ones would be read as one answer.
 */
export function retiredTables(report: Report, record: ResultRecord, state: WorkbookState): ReportTable[] {
  return state.tables.flatMap(({ name, sheetName, headers }) => {
    const columns = record.columns[name]?.filter(id => headers.includes(id)) ?? [];
    if (columns.length === 0 || report.tables.some(({ id }) => id === name)) return [];
    return [{
      id: name,
      sheetName,
      title: name,
      question: '',
      answer: translate('result-retired'),
      columns: columns.map(id => ({ id, title: id, format: 'text' as const })),
      rows: [],
    }];
  });
}
