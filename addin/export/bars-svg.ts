import type { ReportChart } from '../../engine/index.ts';
import { axisOf, type DrawnSeries } from './chart-data.ts';
import { colourOf, fixed, short, shortLabel, ticks } from './chart-parts.ts';
import { escapeHtml } from './escape-html.ts';

const width = 760;
const [left, right, top, below, slot] = [190, 16, 12, 70, 24];
const mostLetters = 28;

/** Bars lying on their side, one behind another: a timeline. Categories run from the top down. */
export function barsSvg(chart: ReportChart, series: readonly DrawnSeries[]): string {
  const categories = [...series].sort((a, b) => b.points.length - a.points.length)[0]?.points ?? [];
  const height = top + categories.length * slot + below;
  const floor = height - below;
  const axis = axisOf(categories.map((_, place) => series.reduce((sum, { points }) => sum + (points[place]?.y ?? 0), 0)));
  const xAt = (value: number): number => left + ((value - axis.low) / (axis.high - axis.low)) * (width - left - right);
  const bars = categories.flatMap((_, place) => {
    let end = 0;
    return series.map(({ points, isSpacer }, index) => {
      const from = end;
      end += points[place]?.y ?? 0;
      const box = `x="${fixed(xAt(from))}" y="${fixed(top + place * slot + 4)}" width="${fixed(xAt(end) - xAt(from))}" height="${slot - 8}"`;
      return isSpacer ? '' : `<rect ${box} fill="${colourOf(index)}"/>`;
    });
  });
  const seen = series.flatMap(({ name, isSpacer }, index) => (isSpacer ? [] : [{ name, index }]));
  return [
    `<svg viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeHtml(chart.title)}" font-size="11">`,
    ...ticks(axis).map(value =>
      `<line x1="${fixed(xAt(value))}" x2="${fixed(xAt(value))}" y1="${top}" y2="${floor}" stroke="${value === 0 ? '#666' : '#ddd'}"/>` +
      `<text x="${fixed(xAt(value))}" y="${floor + 16}" text-anchor="middle">${short(value)}</text>`),
    ...bars,
    ...categories.map(({ category }, place) =>
      `<text x="${left - 6}" y="${top + place * slot + slot / 2 + 4}" text-anchor="end">${shortLabel(category, mostLetters)}</text>`),
    `<text x="${(left + width - right) / 2}" y="${floor + 36}" text-anchor="middle" font-weight="600">${escapeHtml(chart.valueAxisTitle)}</text>`,
    ...seen.map(({ name, index }, place) => {
      const x = left + (place % 3) * 180;
      return `<rect x="${x}" y="${height - 20}" width="9" height="9" fill="${colourOf(index)}"/><text x="${x + 13}" y="${height - 12}">${escapeHtml(name)}</text>`;
    }),
    '</svg>',
  ].join('');
}
