import type { ReportCell, ReportColumn } from '../../engine/index.ts';
import { formatFigure } from '../localization/format-figure.ts';
import { translate } from '../localization/translate.ts';

/** A cell as a person reads it: numbers as their column shows them, a blank as nothing. */
export function cellText(cell: ReportCell | undefined, { format }: ReportColumn): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'boolean') return translate(cell ? 'report-yes' : 'report-no');
  if (typeof cell === 'string') return format === 'dateTime' ? cell.replace('T', ' ').replace('Z', ' UTC') : cell;
  return formatFigure({ value: cell, format });
}

export const isNumeric = ({ format }: ReportColumn): boolean => !['text', 'date', 'dateTime'].includes(format);

/** Title of a column with its unit. */
export const captionOf = ({ title, unit }: ReportColumn): string => (unit === undefined ? title : `${title} (${unit})`);
