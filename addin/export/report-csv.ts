import type { Report, ReportCell, ReportTable } from '../../engine/index.ts';

/** A text that begins like a formula would be run by a spreadsheet that opens the file: an apostrophe keeps it a text. */
const neutral = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const field = (cell: ReportCell | undefined): string => {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const text = neutral(cell);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/** A row as a line of CSV (RFC 4180). */
export const csvLine = (row: readonly ReportCell[]): string => row.map(field).join(',') + '\r\n';

/** A result table as CSV: headers of the workbook, full precision, dates as ISO text in UTC. */
export const tableCsv = ({ columns, rows }: ReportTable): string =>
  [columns.map(({ id }) => id), ...rows].map(csvLine).join('');

/** The ledger in FOCUS 1.2 columns; null when nothing is charged. */
export function ledgerCsv({ tables }: Report): string | null {
  const detail = tables.find(({ id }) => id === 'OutCostDetail');
  return detail ? tableCsv(detail) : null;
}
