import { serialOfLocalSeconds, type ColumnFormat, type DateSystem, type ReportCell } from '../../engine/index.ts';

/** What a cell may be set to: empty text clears it. */
export type WrittenCell = string | number | boolean;

/**
 * Text that Excel would take for something else: a formula, a number, a date ("1-2", "May 26"), TRUE, an error, a
 * mark.
 */
const looksLikeOther = /^\s*([=+\-@'#$€£¥(.\d]|(true|false)\s*$|[a-z]{3,9}[\s.\-/]*\d)/iu;

/**
 * A report's cell as Excel takes it: null is an empty cell, an ISO date the serial date of the workbook's date
 * system, text stays text (a leading apostrophe tells Excel so and is not part of the cell's value).
 */
export function writtenCell(cell: ReportCell, format: ColumnFormat, dateSystem: DateSystem): WrittenCell {
  if (cell === null) return '';
  if (typeof cell !== 'string') return cell;
  if (format === 'date' || format === 'dateTime') return serialOfIso(cell, dateSystem) ?? `'${cell}`;
  return writtenText(cell);
}

/** Text that stays text. */
export const writtenText = (text: string): string => (looksLikeOther.test(text) ? `'${text}` : text);

const isoDate = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?Z)?$/;

/** The clock face an ISO text shows, as a serial date; null when the text is no ISO date or before the first serial. */
function serialOfIso(text: string, dateSystem: DateSystem): number | null {
  const milliseconds = isoDate.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(milliseconds) ? null : serialOfLocalSeconds(milliseconds / 1000, dateSystem);
}
