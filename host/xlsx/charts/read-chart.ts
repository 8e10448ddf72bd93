import type { ChartSnapshot, SeriesSnapshot } from '../../workbook/snapshot.ts';
import { child, childrenNamed, descend, flag, type XmlElement } from '../xml/parse-xml.ts';
import { readChartType } from './read-chart-type.ts';

/** What a chart part says; where the chart stands is the drawing's to say. */
export type ChartContent = Omit<
  ChartSnapshot,
  'name' | 'left' | 'top' | 'width' | 'height' | 'isFromFile' | 'isChanged'
>;

const LEGEND_POSITIONS: Readonly<Record<string, NonNullable<ChartSnapshot['legendPosition']>>> = {
  t: 'Top',
  b: 'Bottom',
  l: 'Left',
  r: 'Right',
  tr: 'Right',
};

/** Null when the part is no chart. A chart of several kinds counts as the first of them, with the series of all. */
export function readChart(root: XmlElement): ChartContent | null {
  const chart = child(root, 'chart');
  const plotArea = child(chart, 'plotArea');
  const plots = plotArea?.children.filter(({ name }) => name.endsWith('Chart')) ?? [];
  const [plot] = plots;
  if (!plot) return null;
  const { category, value } = axesOf(plotArea);
  const legend = child(chart, 'legend');
  const position = child(legend, 'legendPos')?.attributes.val ?? 'r';
  return {
    type: readChartType(plot),
    ...optional('title', readTitle(child(chart, 'title'))),
    ...optional('categoryAxisTitle', readTitle(child(category, 'title'))),
    ...optional('valueAxisTitle', readTitle(child(value, 'title'))),
    ...optional('categoryNumberFormat', readNumberFormat(category)),
    ...optional('valueNumberFormat', readNumberFormat(value)),
    legendPosition: legend ? (LEGEND_POSITIONS[position] ?? 'Right') : 'None',
    series: plots.flatMap(part => childrenNamed(part, 'ser').flatMap(series => readSeries(series) ?? [])),
  };
}

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

/** The axis of categories (of x in a scatter chart), and that of values. */
export function axesOf(plotArea: XmlElement | undefined): { category?: XmlElement; value?: XmlElement } {
  const values = childrenNamed(plotArea, 'valAx');
  const category = child(plotArea, 'catAx') ?? child(plotArea, 'dateAx') ?? (values.length > 1 ? values[0] : undefined);
  const value = values.find(axis => axis !== category);
  return { ...(category && { category }), ...(value && { value }) };
}

/** Text written in the title, or the cell it shows; an automatic title has none. */
function readTitle(title: XmlElement | undefined): string | undefined {
  const text = child(title, 'tx');
  const rich = child(text, 'rich');
  if (!rich) return cachedTexts(child(text, 'strRef'))[0];
  const lines = childrenNamed(rich, 'p').map(paragraph =>
    childrenNamed(paragraph, 'r')
      .map(run => child(run, 't')?.text ?? '')
      .join(''),
  );
  return lines.join('\n');
}

function readNumberFormat(axis: XmlElement | undefined): string | undefined {
  const { formatCode, sourceLinked } = child(axis, 'numFmt')?.attributes ?? {};
  return flag(sourceLinked) ? undefined : formatCode;
}

/** Null for a series that stands on no cells. */
function readSeries(series: XmlElement): SeriesSnapshot | null {
  const values = refOf(child(series, 'val') ?? child(series, 'yVal'));
  if (values === undefined) return null;
  const text = child(series, 'tx');
  const name = cachedTexts(child(text, 'strRef'))[0] ?? child(text, 'v')?.text;
  return {
    ...optional('name', name),
    ...optional('nameRef', refOf(text)),
    valuesRef: values,
    ...optional('categoriesRef', refOf(child(series, 'cat') ?? child(series, 'xVal'))),
    ...optional('color', readSeriesColor(series)),
    ...(child(child(series, 'spPr'), 'noFill') && { hasNoFill: true }),
    ...(flag(child(series, 'smooth')?.attributes.val) && { smooth: true }),
  };
}

/** The reference under `cat`, `val` or `tx`, whatever kind of data it names. */
const refOf = (data: XmlElement | undefined): string | undefined => {
  const text = child(
    data?.children.find(({ name }) => name.endsWith('Ref')),
    'f',
  )?.text.trim();
  return text === '' ? undefined : text;
};

const cachedTexts = (reference: XmlElement | undefined): string[] =>
  childrenNamed(child(reference, 'strCache'), 'pt').map(point => child(point, 'v')?.text ?? '');

function readSeriesColor(series: XmlElement): string | undefined {
  const shape = child(series, 'spPr');
  const solid = child(shape, 'solidFill') ?? descend(shape, 'ln', 'solidFill');
  const rgb = child(solid, 'srgbClr')?.attributes.val;
  return rgb === undefined ? undefined : `#${rgb.toUpperCase()}`;
}
