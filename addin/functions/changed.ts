import { changedSinceRun, tablesOfRunState, type InputCell } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { textArgument } from './argument.ts';
import { currentPrices } from './current-prices.ts';

/**
 * Says which input tables differ from those a run read, as the results of that run state it; empty when none does. Result
 * sheets ask it, so that they say themselves when they are out of date.
 * @customfunction CHANGED
 * @param run What the run read, as its results state it.
 * @param tables The tables it names, in that order, headers included.
 * @returns Sentence, or empty text.
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the metadata generator knows no unions
export function changed(run: string, tables: any[][][]): string {
  const text = textArgument('run', run);
  const { book, dateSystem } = currentPrices();
  const given = tablesOfRunState(text).map(({ id }, place) => {
    const [headers = [], ...rows] = tables[place] ?? [];
    return { tableName: id, sheetName: '', headerRowIndex: 0, firstColumnIndex: 0, headers: headers.map(String), rows: rows as InputCell[][] };
  });
  const since = changedSinceRun(text, { tables: given, dateSystem }, book.catalogDate);
  const titles = [...since.tables.map(({ title }) => title), ...(since.isCatalogOther ? [translate('pane-catalog')] : [])];
  return titles.length === 0 ? '' : translate('results-out-of-date', { tables: titles.join(', ') });
}
