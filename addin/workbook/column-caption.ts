import type { ReportCell, ReportColumn, ReportTable } from '../../engine/index.ts';
import { sheetLayout } from './sheet-layout.ts';

/** `Cost (USD)`: what a column holds, for reading; the header below is its identifier. */
export function captionOf({ title, unit, format }: ReportColumn, currency?: string): string {
  const shownUnit = unit ?? (format === 'money' || format === 'unitPrice' ? currency : undefined);
  return shownUnit ? `${title} (${shownUnit})` : title;
}

/** About as many characters as Excel shows of a cell. */
function shownLength(cell: ReportCell, { format }: ReportColumn): number {
  if (cell === null) return 0;
  if (typeof cell === 'boolean') return 5;
  if (typeof cell === 'string') return format === 'date' ? 10 : format === 'dateTime' ? 16 : cell.length;
  const whole = Math.trunc(Math.abs(cell)).toLocaleString('en-US').length;
  return whole + (format === 'integer' ? 0 : format === 'unitPrice' ? 7 : 3);
}

/** Points: wide enough for the bold header with its filter button, half of the caption (it wraps), and the first rows. */
export function columnWidth(column: ReportColumn, index: number, table: ReportTable): number {
  if (column.format === 'heat') return sheetLayout.heatColumnWidth;
  const { boldCharacterWidth, filterButtonWidth, characterWidth, cellPadding, minColumnWidth, maxColumnWidth } = sheetLayout;
  const header = column.id.length * boldCharacterWidth + filterButtonWidth;
  const cells = table.rows.slice(0, 200).map(row => shownLength(row[index] ?? null, column));
  const caption = Math.ceil(captionOf(column, table.currency).length / 2) + 2;
  const content = Math.max(caption, ...cells) * characterWidth;
  return Math.min(maxColumnWidth, Math.max(minColumnWidth, Math.max(header, content) + cellPadding));
}
