import { minorUnits, type ColumnFormat } from '../../engine/index.ts';

const decimals = (count: number): string => (count > 0 ? `.${'0'.repeat(count)}` : '');

/**
 * Excel's code of a column's format, in Excel's own English notation: each analyst sees it with their own separators.
 */
export function numberFormat(format: ColumnFormat, currency?: string): string {
  switch (format) {
    case 'text': return 'General';
    case 'integer': return '#,##0';
    case 'decimal': return '#,##0.00';
    case 'hours': return '#,##0.0';
    case 'percent': return '0.0%';
    case 'heat': return '0%';
    case 'date': return 'yyyy-mm-dd';
    case 'dateTime': return 'yyyy-mm-dd hh:mm';
    case 'money': return `#,##0${decimals(currency === undefined ? 2 : minorUnits(currency))}`;
    case 'unitPrice': return '#,##0.00####';
  }
}
