import { isoOfInstant, localSecondsOfSerial, parseIsoDate } from '../../engine/index.ts';
import { translate } from '../localization/translate.ts';
import { optionalText, type Argument } from './argument.ts';
import { CellError } from './cell-error.ts';

/**
 * A day as Excel date (serial number of the workbook's date system) or as text such as 2026-01-31; ISO text, or null.
 */
export function optionalDate(name: string, value: Argument, dateSystem: 1900 | 1904): string | null {
  // An empty cell given as argument arrives as 0, which is no date in either system's use.
  if (value === 0) return null;
  const text = optionalText(name, value);
  if (text === null) return null;
  if (typeof value === 'number') {
    const seconds = localSecondsOfSerial(value, dateSystem);
    if (seconds.ok) return isoOfInstant(seconds.value).slice(0, 10);
  } else if (parseIsoDate(text).ok) {
    return text;
  }
  throw new CellError('invalidValue', translate('argument-not-date', { argument: name, value: text }));
}
