import type { ChartSnapshot, SeriesSnapshot, SheetSnapshot } from '../../workbook/snapshot.ts';
import { relationAttribute } from '../package/relations.ts';
import type { SheetInFile } from '../reading/read-sheet.ts';
import type { SheetEdits } from '../writing/sheet-edits.ts';
import type { WorkbookWriting } from '../writing/workbook-writing.ts';
import { child, type XmlElement } from '../xml/parse-xml.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { insertLast } from '../xml/insert.ts';
import { anchorXml, cornersXml } from './anchor-xml.ts';
import { chartXml, DRAWING_NAMESPACE } from './chart-xml.ts';
import { patchChartTitles } from './patch-chart.ts';
import type { ChartInFile } from './read-drawing.ts';
import type { SheetGeometry } from './sheet-geometry.ts';

export const CHART_TYPE = 'application/vnd.openxmlformats-officedocument.drawingml.chart+xml';
const DRAWING_TYPE = 'application/vnd.openxmlformats-officedocument.drawing+xml';
const SHEET_DRAWING_NAMESPACE = 'http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing';
/** Positions this close are the same: grids round to pixels. Points. */
const PLACE_TOLERANCE = 1;

/** A sheet's charts: the file's keep their part where they can, new ones get one, those gone are taken out. */
export function writeCharts(
  writing: WorkbookWriting,
  sheetEdits: SheetEdits,
  inFile: SheetInFile,
  sheet: SheetSnapshot,
): void {
  const { file } = writing.open;
  const geometry = geometryOf(inFile, sheet);
  const left = [...(inFile.drawing?.charts ?? [])];
  const added: ChartSnapshot[] = [];
  const anchors = new Map<ChartInFile, ChartSnapshot>();
  for (const chart of sheet.charts) {
    const at = chart.isFromFile ? left.findIndex(known => known.chart.name === chart.name) : -1;
    const [found] = at < 0 ? [] : left.splice(at, 1);
    if (!found) added.push(chart);
    else {
      rewriteChart(writing, found, chart);
      if (!samePlace(found.chart, chart)) anchors.set(found, chart);
    }
  }
  if (added.length === 0 && left.length === 0 && anchors.size === 0) return;
  const part = inFile.drawing?.part ?? addDrawing(writing, sheetEdits, inFile);
  const source = file.text(part);
  const root = file.xml(part);
  const edits = new TextEdits();
  for (const gone of left) {
    edits.replace(gone.anchor.start, gone.anchor.end, '');
    file.removeRelation(part, gone.relationId);
    file
      .relations(gone.part)
      .filter(({ isExternal }) => !isExternal)
      .forEach(({ target }) => file.removePart(target));
    file.removePart(gone.part);
  }
  for (const [found, chart] of anchors) moveAnchor(edits, source, found.anchor, cornersXml(chart, geometry));
  let shape = lastShapeId(root);
  for (const chart of added) {
    const chartPart = file.freePartName('xl/charts/chart');
    file.addPart(chartPart, CHART_TYPE, chartXml(chart, writing.snapshot));
    writing.freshCharts.add(chartPart);
    const relation = file.addRelation(part, 'chart', chartPart);
    const xml = anchorXml(chart, geometry, { shape: ++shape, relation });
    insertLast(edits, source, root, file.inDialect(declaring(root, xml)));
  }
  file.setText(part, edits.applyTo(source));
}

/** What a chart of the file says is changed in place; only another kind, or other series or parts, make it new. */
function rewriteChart(writing: WorkbookWriting, { part, chart: before }: ChartInFile, after: ChartSnapshot): void {
  after.series.forEach((series, index) => {
    const old = before.series[index];
    if (!old) return;
    for (const key of ['valuesRef', 'categoriesRef', 'nameRef'] as const) {
      if (old[key] !== undefined && series[key] !== undefined && old[key] !== series[key]) {
        writing.followedReferences.set(`${part}\n${old[key]}`, series[key].replace(/^=/, ''));
      }
    }
  });
  if (!after.isChanged) return;
  const { file } = writing.open;
  if (contentKey(before) === contentKey(after) && patchChartTitles(file, part, before, after)) return;
  file.writePart(part, chartXml(after, writing.snapshot));
  writing.freshCharts.add(part);
}

/** Everything a chart says but its titles, its place and where its series stand. */
function contentKey({ type, legendPosition, categoryNumberFormat, valueNumberFormat, series }: ChartSnapshot): string {
  const words = series.map(({ name, nameRef, categoriesRef, color, smooth }: SeriesSnapshot) => [
    nameRef === undefined ? name : '',
    nameRef !== undefined,
    categoriesRef !== undefined,
    color,
    smooth,
  ]);
  return JSON.stringify([type, legendPosition, categoryNumberFormat, valueNumberFormat, words]);
}

const samePlace = (a: ChartSnapshot, b: ChartSnapshot): boolean =>
  (['left', 'top', 'width', 'height'] as const).every(key => Math.abs(a[key] - b[key]) < PLACE_TOLERANCE);

function geometryOf({ geometry }: SheetInFile, sheet: SheetSnapshot): SheetGeometry {
  return {
    ...geometry,
    widths: new Map([...geometry.widths, ...sheet.columnWidths]),
    heights: new Map([...geometry.heights, ...sheet.rowHeights]),
  };
}

function addDrawing({ open: { file } }: WorkbookWriting, sheetEdits: SheetEdits, inFile: SheetInFile): string {
  const part = file.freePartName('xl/drawings/drawing');
  file.addPart(
    part,
    DRAWING_TYPE,
    `<xdr:wsDr xmlns:xdr="${SHEET_DRAWING_NAMESPACE}" xmlns:a="${DRAWING_NAMESPACE}"></xdr:wsDr>`,
  );
  sheetEdits.set(
    'drawing',
    `<drawing ${relationAttribute(sheetEdits.root, file.addRelation(inFile.part, 'drawing', part))}/>`,
  );
  return part;
}

/** Replaces where the chart stands; what it is anchored with stays. */
function moveAnchor(edits: TextEdits, source: string, anchor: XmlElement, corners: string): void {
  const [from, to] = [child(anchor, 'from'), child(anchor, 'to')];
  const written = anchor.prefix === 'xdr:' ? corners : corners.replaceAll('xdr:', anchor.prefix);
  if (anchor.name === 'twoCellAnchor' && from && to) {
    edits.replace(from.start, to.end, written);
    return;
  }
  const kept = anchor.children.filter(({ name }) => !['from', 'to', 'pos', 'ext'].includes(name));
  const inside = kept.map(({ start, end }) => source.slice(start, end)).join('');
  const name = `${anchor.prefix}twoCellAnchor`;
  edits.replace(anchor.start, anchor.end, `<${name} editAs="oneCell">${written}${inside}</${name}>`);
}

/** Our anchors use the prefixes `xdr` and `a`: in a drawing that declares others, they bring their own. */
function declaring(root: XmlElement, xml: string): string {
  const missing = [
    ['xmlns:xdr', SHEET_DRAWING_NAMESPACE],
    ['xmlns:a', DRAWING_NAMESPACE],
  ].filter(([name]) => root.attributes[name!] === undefined);
  return xml.replace(
    /^<xdr:twoCellAnchor/,
    tag => tag + missing.map(([name, value]) => ` ${name}="${value}"`).join(''),
  );
}

function lastShapeId(root: XmlElement): number {
  const ids: number[] = [1];
  const visit = (element: XmlElement): void => {
    if (element.name === 'cNvPr') ids.push(Number(element.attributes.id) || 0);
    element.children.forEach(visit);
  };
  visit(root);
  return Math.max(...ids);
}
