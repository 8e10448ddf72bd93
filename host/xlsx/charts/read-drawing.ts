import type { ChartSnapshot } from '../../workbook/snapshot.ts';
import type { WorkbookPackage } from '../package/workbook-package.ts';
import { child, descend, prefixedAttribute, type XmlElement } from '../xml/parse-xml.ts';
import { readChart } from './read-chart.ts';
import { columnLeft, rowTop, type SheetGeometry } from './sheet-geometry.ts';

/** English Metric Units, in which drawings measure. */
export const EMU_PER_POINT = 12_700;

/** A chart, the part that holds it, and its anchor in the sheet's drawing. */
export interface ChartInFile {
  readonly part: string;
  readonly relationId: string;
  readonly anchor: XmlElement;
  readonly chart: ChartSnapshot;
}

export interface DrawingInFile {
  readonly part: string;
  readonly charts: readonly ChartInFile[];
}

/** The charts in a sheet's drawing. Pictures, shapes, grouped charts and the newest chart kinds are left alone. */
export function readDrawing(
  file: WorkbookPackage,
  sheetPart: string,
  sheet: XmlElement,
  geometry: SheetGeometry,
): DrawingInFile | undefined {
  const link = child(sheet, 'drawing');
  const relation = link && file.relation(sheetPart, prefixedAttribute(link, 'id'));
  if (!relation || !file.has(relation.target)) return undefined;
  const part = relation.target;
  const charts = file.xml(part).children.flatMap((anchor): ChartInFile[] => {
    const frame = child(anchor, 'graphicFrame');
    const reference = descend(frame, 'graphic', 'graphicData', 'chart');
    const target = reference && file.relation(part, prefixedAttribute(reference, 'id'));
    const place = readPlace(anchor, geometry);
    if (target?.kind !== 'chart' || !file.has(target.target) || !place) return [];
    const content = readChart(file.xml(target.target));
    if (!content) return [];
    const name = descend(frame, 'nvGraphicFramePr', 'cNvPr')?.attributes.name ?? '';
    const chart = { name, ...content, ...place, isFromFile: true, isChanged: false };
    return [{ part: target.target, relationId: target.id, anchor, chart }];
  });
  return { part, charts };
}

type Place = Pick<ChartSnapshot, 'left' | 'top' | 'width' | 'height'>;

function readPlace(anchor: XmlElement, geometry: SheetGeometry): Place | null {
  const extent = child(anchor, 'ext');
  const size = { width: points(extent?.attributes.cx), height: points(extent?.attributes.cy) };
  const from = readCorner(child(anchor, 'from'), geometry);
  if (anchor.name === 'oneCellAnchor' && from) return { ...from, ...size };
  const to = readCorner(child(anchor, 'to'), geometry);
  if (anchor.name === 'twoCellAnchor' && from && to) {
    return { ...from, width: to.left - from.left, height: to.top - from.top };
  }
  const position = child(anchor, 'pos')?.attributes;
  if (anchor.name === 'absoluteAnchor' && position)
    return { left: points(position.x), top: points(position.y), ...size };
  return null;
}

function readCorner(corner: XmlElement | undefined, geometry: SheetGeometry): { left: number; top: number } | null {
  if (!corner) return null;
  const number = (name: string): number => Number(child(corner, name)?.text ?? 0);
  return {
    left: columnLeft(geometry, number('col')) + number('colOff') / EMU_PER_POINT,
    top: rowTop(geometry, number('row')) + number('rowOff') / EMU_PER_POINT,
  };
}

const points = (emu: string | undefined): number => Number(emu ?? 0) / EMU_PER_POINT;
