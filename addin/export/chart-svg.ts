import type { ReportChart, ReportTable } from '../../engine/index.ts';
import { axisOf, seriesOf, type DrawnSeries } from './chart-data.ts';
import { colourOf, fixed, short, shortLabel, ticks } from './chart-parts.ts';
import { barsSvg } from './bars-svg.ts';
import { escapeHtml } from './escape-html.ts';

const [width, height] = [760, 300];
const [left, right, top, bottom] = [80, 16, 12, 64];
/** Longest label below the axis, and the room a letter takes. */
const [mostLetters, letterWidth] = [16, 6.5];

/** A chart as a picture within a page: no script, nothing from elsewhere. Empty when there is nothing to draw. */
export function chartSvg(chart: ReportChart, table: ReportTable): string {
  const series = seriesOf(chart, table);
  const categories = [...series].sort((a, b) => b.points.length - a.points.length)[0]?.points ?? [];
  if (categories.length === 0) return '';
  if (chart.kind === 'barStacked') return barsSvg(chart, series);
  const isStacked = chart.kind === 'columnStacked' || chart.kind === 'areaStacked';
  const totals = (sign: 1 | -1): number[] =>
    categories.map((_, place) => series.reduce((sum, { points }) => sum + (sign * Math.max(0, sign * (points[place]?.y ?? 0))), 0));
  const values = isStacked ? [...totals(1), ...totals(-1)] : series.flatMap(({ points }) => points.map(({ y }) => y));
  const axis = axisOf(values);
  const yAt = (value: number): number => top + ((axis.high - value) / (axis.high - axis.low)) * (height - top - bottom);
  const isScatter = chart.kind === 'scatterLines';
  const across = axisOf(series.flatMap(({ points }) => points.map(({ x }) => x)));
  const plot = width - left - right;
  const slot = plot / categories.length;
  const xAt = (x: number): number =>
    isScatter ? left + ((x - across.low) / (across.high - across.low)) * plot : left + (x + 0.5) * slot;
  const drawn = { chart, series, yAt, xAt, slot };
  const body = chart.kind.startsWith('column') ? columns(drawn, isStacked) : isStacked ? areas(drawn, categories.length) : lines(drawn);
  const letters = Math.max(...categories.map(({ category }) => Math.min(mostLetters, category.length + 1)));
  const every = Math.ceil((categories.length * letters * letterWidth) / plot);
  const below = isScatter
    ? ticks(across).map(value => label(xAt(value), short(value)))
    : categories.flatMap(({ category }, place) => (place % every === 0 ? [label(xAt(place), category)] : []));
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(chart.title)}" font-size="11">`,
    ...ticks(axis).map(value =>
      `<line x1="${left}" x2="${width - right}" y1="${fixed(yAt(value))}" y2="${fixed(yAt(value))}" stroke="${value === 0 ? '#666' : '#ddd'}"/>` +
      `<text x="${left - 6}" y="${fixed(yAt(value) + 4)}" text-anchor="end">${short(value)}</text>`),
    body,
    ...below,
    `<text x="${left + plot / 2}" y="${height - 30}" text-anchor="middle" font-weight="600">${escapeHtml(chart.categoryAxisTitle)}</text>`,
    `<text transform="translate(14 ${top + (height - top - bottom) / 2}) rotate(-90)" text-anchor="middle" font-weight="600">` +
      `${escapeHtml(chart.valueAxisTitle)}</text>`,
    ...legend(series),
    '</svg>',
  ].join('');
}

interface Drawing {
  readonly chart: ReportChart;
  readonly series: readonly DrawnSeries[];
  yAt(value: number): number;
  xAt(x: number): number;
  readonly slot: number;
}

const label = (x: number, text: string): string =>
  `<text x="${fixed(x)}" y="${height - bottom + 16}" text-anchor="middle">${shortLabel(text, mostLetters)}</text>`;

const legend = (series: readonly DrawnSeries[]): string[] =>
  series.map(({ name, isSpacer }, index) => {
    if (isSpacer) return '';
    const x = left + (index % 4) * 170;
    const y = height - 14 + Math.floor(index / 4) * 13;
    return `<rect x="${x}" y="${y - 8}" width="9" height="9" fill="${colourOf(index)}"/><text x="${x + 13}" y="${y}">${escapeHtml(name.slice(0, 26))}</text>`;
  });

const lines = ({ series, xAt, yAt }: Drawing): string =>
  series
    .map(({ points }, index) => {
      const path = points.map(({ x, y }) => `${fixed(xAt(x))},${fixed(yAt(y))}`).join(' ');
      return `<polyline points="${path}" fill="none" stroke="${colourOf(index)}" stroke-width="2"/>`;
    })
    .join('');

const columns = ({ series, xAt, yAt, slot }: Drawing, isStacked: boolean): string => {
  const room = slot * 0.8;
  const wide = isStacked ? room : room / series.length;
  const above = new Map<number, number>();
  const under = new Map<number, number>();
  return series
    .flatMap(({ points }, index) =>
      points.map(({ x, y }) => {
        const stack = y >= 0 ? above : under;
        const from = isStacked ? (stack.get(x) ?? 0) : 0;
        stack.set(x, from + y);
        if (series[index]?.isSpacer) return '';
        const [high, low] = [yAt(Math.max(from, from + y)), yAt(Math.min(from, from + y))];
        const start = xAt(x) - room / 2 + (isStacked ? 0 : index * wide);
        return `<rect x="${fixed(start)}" y="${fixed(high)}" width="${fixed(Math.max(0.5, wide))}" height="${fixed(low - high)}" fill="${colourOf(index)}"/>`;
      }))
    .join('');
};

const areas = ({ series, xAt, yAt }: Drawing, count: number): string => {
  let floor = Array.from({ length: count }, () => 0);
  return series
    .map(({ points }, index) => {
      const roof = floor.map((value, place) => value + (points[place]?.y ?? 0));
      const upper = roof.map((value, place) => `${fixed(xAt(place))},${fixed(yAt(value))}`);
      const lower = floor.map((value, place) => `${fixed(xAt(place))},${fixed(yAt(value))}`).reverse();
      floor = roof;
      return `<polygon points="${[...upper, ...lower].join(' ')}" fill="${colourOf(index)}" fill-opacity="0.75"/>`;
    })
    .join('');
};
