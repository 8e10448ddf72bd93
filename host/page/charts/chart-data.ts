import type { ChartSnapshot } from '../../workbook/snapshot.ts';

/** A cell as a chart sees it: the number to draw and the text to write. */
export interface ChartCell {
  readonly value: string | number | boolean | null;
  readonly text: string;
}

/** All cells of a reference such as `'Farm results'!$C$6:$C$24`, row by row; none when it points nowhere any more. */
export type ReadReference = (reference: string) => readonly ChartCell[];

export interface SeriesData {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly color?: string;
  readonly isHidden: boolean;
  readonly isSmooth: boolean;
  /** Of this series: scatter charts may have other x values in each. */
  readonly categories: readonly ChartCell[];
}

export interface ChartData {
  readonly series: readonly SeriesData[];
  /** Labels along the category axis: those of the first series that has any. */
  readonly categories: readonly ChartCell[];
}

/** What the chart shows now. A text or an error among the values is a gap, as in Excel. */
export function readChart(chart: ChartSnapshot, read: ReadReference): ChartData {
  const series = chart.series.map(({ name, nameRef, valuesRef, categoriesRef, color, hasNoFill, smooth }, index): SeriesData => {
    const values = read(valuesRef).map(({ value }) => (typeof value === 'number' ? value : null));
    return {
      name: name ?? (nameRef ? read(nameRef).map(({ text }) => text).join(' ') : `Series ${index + 1}`),
      values,
      categories: categoriesRef ? read(categoriesRef) : [],
      isHidden: hasNoFill ?? false,
      isSmooth: smooth ?? false,
      ...(color && { color }),
    };
  });
  const labelled = series.find(({ categories }) => categories.length > 0);
  const longest = Math.max(0, ...series.map(({ values }) => values.length));
  return { series, categories: labelled?.categories ?? numbered(longest) };
}

const numbered = (count: number): readonly ChartCell[] =>
  Array.from({ length: count }, (_, index) => ({ value: index + 1, text: String(index + 1) }));
