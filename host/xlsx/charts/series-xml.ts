import type { SeriesSnapshot, WorkbookSnapshot } from '../../workbook/snapshot.ts';
import { escapeText } from '../xml/escape.ts';
import type { ChartKind } from './chart-kinds.ts';
import { areNumbers, numberCache, referencedCells, textCache } from './chart-values.ts';

const LINE_WIDTH_EMU = 22_225;

/**
 * Names, categories and values as references with caches, so that a reader without our sheet's functions draws them.
 */
export function seriesXml(kind: ChartKind, series: SeriesSnapshot, index: number, snapshot: WorkbookSnapshot): string {
  const isScatter = kind.element === 'scatterChart';
  const [categories, values] = isScatter ? ['c:xVal', 'c:yVal'] : ['c:cat', 'c:val'];
  const parts = [
    `<c:idx val="${index}"/><c:order val="${index}"/>`,
    nameXml(series, snapshot),
    shapeXml(kind, series, index),
    kind.element === 'barChart' ? '<c:invertIfNegative val="0"/>' : '',
    markerXml(kind, series, index),
    series.categoriesRef === undefined
      ? ''
      : `<${categories}>${categoriesXml(series.categoriesRef, snapshot)}</${categories}>`,
    `<${values}>${numbersXml(series.valuesRef, snapshot)}</${values}>`,
    isScatter || kind.element === 'lineChart'
      ? `<c:smooth val="${Number(series.smooth ?? kind.isSmooth ?? false)}"/>`
      : '',
  ];
  return `<c:ser>${parts.join('')}</c:ser>`;
}

function nameXml({ name, nameRef }: SeriesSnapshot, snapshot: WorkbookSnapshot): string {
  if (nameRef !== undefined) return `<c:tx>${textsXml(nameRef, snapshot, name)}</c:tx>`;
  return name === undefined ? '' : `<c:tx><c:v>${escapeText(name)}</c:v></c:tx>`;
}

function categoriesXml(reference: string, snapshot: WorkbookSnapshot): string {
  const found = referencedCells(snapshot, reference);
  return found && areNumbers(found.cells) ? numbersXml(reference, snapshot) : textsXml(reference, snapshot);
}

function numbersXml(reference: string, snapshot: WorkbookSnapshot): string {
  const found = referencedCells(snapshot, stripEquals(reference));
  return `<c:numRef>${formulaXml(reference)}${found ? numberCache(found.cells) : ''}</c:numRef>`;
}

function textsXml(reference: string, snapshot: WorkbookSnapshot, fallback?: string): string {
  const found = referencedCells(snapshot, stripEquals(reference));
  const cells = found?.cells ?? (fallback === undefined ? null : [{ value: fallback }]);
  return `<c:strRef>${formulaXml(reference)}${cells ? textCache(cells) : ''}</c:strRef>`;
}

const stripEquals = (reference: string): string => reference.replace(/^=/, '');

const formulaXml = (reference: string): string => `<c:f>${escapeText(stripEquals(reference))}</c:f>`;

function shapeXml(kind: ChartKind, series: SeriesSnapshot, index: number): string {
  if (kind.element === 'pieChart' || kind.element === 'doughnutChart') return '';
  const fill = `<a:solidFill>${colorXml(series.color, index)}</a:solidFill>`;
  if (kind.element === 'barChart' || kind.element === 'areaChart') return `<c:spPr>${series.hasNoFill ? '<a:noFill/>' : fill}</c:spPr>`;
  const hasLine = kind.element === 'lineChart' || kind.hasLines;
  return `<c:spPr><a:ln w="${LINE_WIDTH_EMU}" cap="rnd">${hasLine ? `${fill}<a:round/>` : '<a:noFill/>'}</a:ln></c:spPr>`;
}

function markerXml(kind: ChartKind, series: SeriesSnapshot, index: number): string {
  if (kind.element !== 'lineChart' && kind.element !== 'scatterChart') return '';
  if (!kind.hasMarkers) return '<c:marker><c:symbol val="none"/></c:marker>';
  const fill = `<a:solidFill>${colorXml(series.color, index)}</a:solidFill>`;
  return `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr>${fill}</c:spPr></c:marker>`;
}

/** The theme's six accents in turn; the next six darker, and so on, so that neighbours stay apart. */
function colorXml(color: string | undefined, index: number): string {
  if (color !== undefined) return `<a:srgbClr val="${color.slice(1).toUpperCase()}"/>`;
  const accent = `accent${(index % 6) + 1}`;
  const round = Math.floor(index / 6) % 4;
  const percent = [100, 60, 80, 50][round]!;
  return round === 0
    ? `<a:schemeClr val="${accent}"/>`
    : `<a:schemeClr val="${accent}"><a:lumMod val="${percent}000"/></a:schemeClr>`;
}
