import type { EChartsCoreOption } from 'echarts/core';
import type { ChartSnapshot } from '../../workbook/snapshot.ts';
import { axisNumber } from './axis-number.ts';
import type { ChartData, SeriesData } from './chart-data.ts';
import type { ChartPalette } from './chart-palette.ts';
import type { ChartShape } from './chart-shape.ts';

export interface ChartOptionInput {
  readonly chart: ChartSnapshot;
  readonly shape: ChartShape;
  readonly data: ChartData;
  readonly palette: ChartPalette;
  readonly language: string;
}

/** Points drawn one by one stay readable up to here. */
const fewPoints = 60;

/** An Excel chart as echarts draws it. */
export function chartOption(input: ChartOptionInput): EChartsCoreOption {
  const { chart, shape, palette } = input;
  return {
    animation: false,
    color: [...palette.series],
    backgroundColor: palette.background,
    textStyle: { fontFamily: "'Segoe UI', system-ui, sans-serif", color: palette.text },
    ...(chart.title && {
      title: { text: chart.title, left: 'center', top: 8, textStyle: { fontSize: 14, fontWeight: 600, color: palette.text } },
    }),
    ...legend(input),
    tooltip: { trigger: shape.mark === 'pie' || shape.mark === 'scatter' ? 'item' : 'axis', confine: true },
    aria: { enabled: true },
    ...(shape.mark === 'pie' ? pie(input) : cartesian(input)),
  };
}

function legend({ chart, data, shape, palette }: ChartOptionInput): EChartsCoreOption {
  const entries = shape.mark === 'pie' ? data.categories.length : data.series.length;
  const position = chart.legendPosition ?? (entries > 1 ? 'Bottom' : 'None');
  if (position === 'None') return {};
  const isBeside = position === 'Left' || position === 'Right';
  return {
    legend: {
      type: 'scroll',
      orient: isBeside ? 'vertical' : 'horizontal',
      ...(isBeside ? { top: 'middle', [position.toLowerCase()]: 8 } : { left: 'center', [position === 'Top' ? 'top' : 'bottom']: position === 'Top' ? 34 : 6 }),
      itemWidth: 16,
      itemHeight: 10,
      textStyle: { color: palette.text },
    },
  };
}

function pie({ data, shape, palette }: ChartOptionInput): EChartsCoreOption {
  const first = data.series[0];
  return {
    series: [
      {
        type: 'pie',
        radius: shape.isRing ? ['38%', '62%'] : '62%',
        label: { color: palette.text },
        data: (first?.values ?? []).map((value, index) => ({ name: data.categories[index]?.text ?? '', value })),
      },
    ],
  };
}

function cartesian(input: ChartOptionInput): EChartsCoreOption {
  const { chart, shape, data, palette, language } = input;
  const numberOnAxis = axisNumber(shape.isShare ? '0%' : chart.valueNumberFormat, language);
  const named = (name: string | undefined, isVertical: boolean): EChartsCoreOption => ({
    name: name ?? '',
    nameLocation: 'middle',
    nameRotate: isVertical ? 90 : 0,
    nameTextStyle: { color: palette.text, fontSize: 12 },
    axisLabel: { color: palette.text, hideOverlap: true },
    axisLine: { lineStyle: { color: palette.axis } },
    splitLine: { lineStyle: { color: palette.grid } },
  });
  const category = named(chart.categoryAxisTitle, shape.isHorizontal);
  const along =
    shape.mark === 'scatter'
      ? numeric(category, axisNumber(chart.categoryNumberFormat, language), isFarFromZero(scatterX(data)))
      : categories(category, input);
  const across = numeric(named(chart.valueAxisTitle, !shape.isHorizontal), numberOnAxis, false);
  return {
    grid: {
      left: 12,
      right: 20,
      top: chart.title ? 44 : 16,
      bottom: hasLegendBelow(input) ? 34 : 12,
      outerBoundsMode: 'same',
      outerBoundsContain: 'all',
    },
    xAxis: shape.isHorizontal ? across : along,
    yAxis: shape.isHorizontal ? along : across,
    series: data.series.map((series) => drawnSeries(series, input)),
  };
}

/** The last of long labels is set flush: centered it would run out of the chart. */
const longLabel = 12;

function categories(axis: EChartsCoreOption, { data, shape }: ChartOptionInput): EChartsCoreOption {
  const texts = data.categories.map(({ text }) => text);
  const isLong = !shape.isHorizontal && texts.some((text) => text.length > longLabel);
  return {
    ...axis,
    type: 'category',
    data: texts,
    boundaryGap: !shape.isFilled,
    splitLine: { show: false },
    ...(isLong && { axisLabel: { ...(axis['axisLabel'] as object), alignMinLabel: 'left', alignMaxLabel: 'right' } }),
  };
}

const numeric = (axis: EChartsCoreOption, format: (value: number) => string, isCut: boolean): EChartsCoreOption => ({
  ...axis,
  type: 'value',
  scale: isCut,
  axisLabel: { ...(axis['axisLabel'] as object), formatter: format },
});

function drawnSeries(series: SeriesData, { shape, data }: ChartOptionInput): EChartsCoreOption {
  const look = {
    name: series.name,
    ...(series.isHidden
      ? { itemStyle: { color: 'transparent' }, tooltip: { show: false } }
      : series.color && { itemStyle: { color: series.color }, lineStyle: { color: series.color } }),
  };
  if (shape.mark === 'scatter') {
    const points = series.values.map((value, index) => [numberOr(series.categories[index]?.value, index + 1), value]);
    return {
      ...look,
      type: shape.isJoined ? 'line' : 'scatter',
      showSymbol: shape.hasMarkers,
      symbolSize: 7,
      smooth: shape.isSmooth || series.isSmooth,
      data: points,
    };
  }
  const values = shape.isShare ? shares(series, data) : series.values;
  return {
    ...look,
    type: shape.mark,
    ...(shape.isStacked && { stack: 'all' }),
    ...(shape.isFilled && { areaStyle: { opacity: 0.75 } }),
    ...(shape.mark === 'line' && { showSymbol: shape.hasMarkers && values.length <= fewPoints, smooth: series.isSmooth }),
    data: [...values],
  };
}

/** Each value as a part of its category's whole. */
const shares = (series: SeriesData, data: ChartData): readonly (number | null)[] =>
  series.values.map((value, index) => {
    const whole = data.series.reduce((sum, { values }) => sum + Math.abs(values[index] ?? 0), 0);
    return value === null || whole === 0 ? null : value / whole;
  });

const numberOr = (value: unknown, otherwise: number): number => (typeof value === 'number' ? value : otherwise);

const scatterX = (data: ChartData): readonly number[] =>
  data.series.flatMap(({ categories }) => categories.map(({ value }) => value).filter((value) => typeof value === 'number'));

/** Excel starts an axis at zero unless all values lie close together far from it: within a sixth of the largest. */
function isFarFromZero(values: readonly number[]): boolean {
  const low = Math.min(...values);
  const high = Math.max(...values);
  return values.length > 1 && low > 0 && high - low < high / 6;
}

const hasLegendBelow = ({ chart, data }: ChartOptionInput): boolean =>
  chart.legendPosition === 'Bottom' || (chart.legendPosition === undefined && data.series.length > 1);
