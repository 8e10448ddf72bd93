import { formatAddress } from '../../workbook/address.ts';
import type { TableSnapshot } from '../../workbook/snapshot.ts';
import { encodeExcelText, escapeAttribute } from '../xml/escape.ts';
import { SPREADSHEET_NAMESPACE } from '../xml/insert.ts';

/** The range the filter buttons work on: header and body, without totals. */
export const filterRange = ({ box, showTotals }: TableSnapshot): string =>
  formatAddress(showTotals ? { ...box, rowCount: box.rowCount - 1 } : box);

export const columnNameAttribute = (name: string): string =>
  escapeAttribute(encodeExcelText(name.replaceAll('\r\n', '\n')));

/** A new table's part. `id` must be the workbook's only one. */
export function tableXml(table: TableSnapshot, id: number): string {
  const columns = table.columnNames.map(
    (name, index) => `<tableColumn id="${index + 1}" name="${columnNameAttribute(name)}"/>`,
  );
  const name = escapeAttribute(table.name);
  const totals = table.showTotals ? ' totalsRowCount="1"' : ' totalsRowShown="0"';
  const filter = table.showFilterButton ? `<autoFilter ref="${filterRange(table)}"/>` : '';
  return (
    `<table xmlns="${SPREADSHEET_NAMESPACE}" id="${id}" name="${name}" displayName="${name}"` +
    ` ref="${formatAddress(table.box)}"${totals}>${filter}` +
    `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>${styleInfo(table)}</table>`
  );
}

export const styleInfo = ({ style, showBandedRows }: TableSnapshot): string =>
  `<tableStyleInfo${style === undefined ? '' : ` name="${escapeAttribute(style)}"`}` +
  ` showFirstColumn="0" showLastColumn="0" showRowStripes="${Number(showBandedRows)}" showColumnStripes="0"/>`;
