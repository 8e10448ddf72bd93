import type { ReportCell, ReportChart, ReportSeries, ReportTable } from '../../engine/index.ts';

/** A series as it is drawn: its values, and where each stands. */
export interface DrawnSeries {
  readonly name: string;
  /** Takes its room in a stack and is not drawn. */
  readonly isSpacer: boolean;
  readonly points: readonly { readonly category: string; readonly x: number; readonly y: number }[];
}

const numberOf = (cell: ReportCell | undefined): number => (typeof cell === 'number' ? cell : 0);

/** Series of a chart out of the table it stands on. `x` is the category's place, or its number in a scatter chart. */
export function seriesOf({ categoryColumn, valueColumns, series, kind }: ReportChart, { columns, rows }: ReportTable): DrawnSeries[] {
  const placeOf = (id: string): number => columns.findIndex(column => column.id === id);
  const category = placeOf(categoryColumn);
  const titleOf = (id: string): string => columns[placeOf(id)]?.title ?? id;
  const whole = { firstRow: 0, rowCount: rows.length };
  const stated = series ?? valueColumns.map(valueColumn => ({ name: titleOf(valueColumn), valueColumn, ...whole }));
  return stated.map(({ name, valueColumn, firstRow, rowCount, isSpacer = false }: ReportSeries) => ({
    name,
    isSpacer,
    points: rows.slice(firstRow, firstRow + rowCount).map((row, index) => ({
      category: String(row[category] ?? ''),
      x: kind === 'scatterLines' ? numberOf(row[category]) : index,
      y: numberOf(row[placeOf(valueColumn)]),
    })),
  }));
}

/** Round ends and steps of an axis that holds all of some values, zero among them. */
export function axisOf(values: readonly number[]): { readonly low: number; readonly high: number; readonly step: number } {
  const [least, most] = [Math.min(0, ...values), Math.max(0, ...values)];
  const span = most - least || 1;
  const rough = span / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 2.5, 5, 10].find(nice => nice * power >= rough) ?? 10) * power;
  return { low: Math.floor(least / step) * step, high: Math.ceil(most / step) * step || step, step };
}
