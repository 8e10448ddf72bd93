import type { ColumnFormat, SummaryFigure } from '../../engine/index.ts';
import { displayLanguage, translate, translateText } from './translate.ts';

const fractionDigits: Readonly<Record<ColumnFormat, number>> = {
  text: 2, integer: 0, decimal: 2, hours: 1, percent: 1, heat: 0, date: 0, dateTime: 0, money: 2, unitPrice: 6,
};

/** A figure for reading: `USD 1,234.50`, `70.0%`, `1,000 nodes`; what is not known says so. */
export function formatFigure({ value, format, currency, unit }: Omit<SummaryFigure, 'label'>): string {
  if (value === null) return translate('figure-unknown');
  if (currency !== undefined && (format === 'money' || format === 'unitPrice')) {
    const digits = format === 'unitPrice' ? { minimumFractionDigits: 2, maximumFractionDigits: 6 } : {};
    const options = { style: 'currency', currency, currencyDisplay: 'code', ...digits } as const;
    // A no-break blank stands between code and amount; plain text on a terminal wants a plain one.
    return new Intl.NumberFormat(displayLanguage(), options).format(value).replace(/\u00a0/g, ' ');
  }
  const digits = { minimumFractionDigits: format === 'text' ? 0 : Math.min(2, fractionDigits[format]), maximumFractionDigits: fractionDigits[format] };
  if (format === 'percent' || format === 'heat') return new Intl.NumberFormat(displayLanguage(), { style: 'percent', ...digits }).format(value);
  const number = new Intl.NumberFormat(displayLanguage(), digits).format(value);
  return unit ? `${number} ${translateText(unit)}` : number;
}
