import type { PriceListFormat, PriceListReading, PriceSheetChange, SkipReason } from '../../engine/index.ts';
import type { ImportReportView } from '../automation.ts';
import { translate } from '../localization/translate.ts';

const formatKey = (format: PriceListFormat): `import-format-${PriceListFormat}` => `import-format-${format}`;
const reasonKey = (reason: SkipReason): `import-skip-${SkipReason}` => `import-skip-${reason}`;

type Written = Pick<PriceSheetChange, 'additions' | 'updates' | 'unchangedCount' | 'keptCount'> & { readonly sheetName: string };

/** What was read of a list and what became of it, as a person reads it; `written` is null when nothing was. */
export function listReportView({ report }: PriceListReading, written: Written | null): ImportReportView {
  const { format, listName, listVersion, publishedOn } = report;
  return {
    listTitle: format === null ? '' : translate(formatKey(format)),
    listDetail: format === null ? '' : translate('import-list', { name: listName, version: listVersion, date: publishedOn }).trim(),
    rowsRead: report.rowsRead,
    rowsTaken: report.rowsTaken,
    skipped: report.skipped.map(({ reason, count, firstRow }) => ({ text: translate(reasonKey(reason)), count, firstRow })),
    unpriced: report.unpriced,
    added: written?.additions.length ?? 0,
    updated: written?.updates.length ?? 0,
    unchanged: written?.unchangedCount ?? 0,
    kept: written?.keptCount ?? 0,
    sheetName: written?.sheetName ?? '',
  };
}
