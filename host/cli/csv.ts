import type { CellValue } from '../workbook/snapshot.ts';

const field = (value: CellValue): string => {
  const text = value === null ? '' : typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
};

/** Rows as CSV after RFC 4180: fields in quotes where needed, CRLF only inside quotes, lines end with `\n`. */
export const toCsv = (rows: readonly (readonly CellValue[])[]): string =>
  rows.map(row => row.map(field).join(',') + '\n').join('');
