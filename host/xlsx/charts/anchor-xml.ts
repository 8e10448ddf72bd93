import type { ChartSnapshot } from '../../workbook/snapshot.ts';
import { escapeAttribute } from '../xml/escape.ts';
import { CHART_NAMESPACE } from './chart-xml.ts';
import { EMU_PER_POINT } from './read-drawing.ts';
import { columnAt, rowAt, type SheetGeometry } from './sheet-geometry.ts';

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

type Place = Pick<ChartSnapshot, 'left' | 'top' | 'width' | 'height'>;

/** A new chart's anchor in a drawing part that writes its elements with the prefix `xdr`. */
export function anchorXml(
  chart: ChartSnapshot,
  geometry: SheetGeometry,
  ids: { readonly shape: number; readonly relation: string },
): string {
  return (
    `<xdr:twoCellAnchor editAs="oneCell">${cornersXml(chart, geometry)}` +
    '<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr>' +
    `<xdr:cNvPr id="${ids.shape}" name="${escapeAttribute(chart.name)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr>` +
    '<xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm>' +
    `<a:graphic><a:graphicData uri="${CHART_NAMESPACE}">` +
    `<c:chart xmlns:c="${CHART_NAMESPACE}" xmlns:r="${RELATIONSHIPS}" r:id="${ids.relation}"/>` +
    '</a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:twoCellAnchor>'
  );
}

/** Where a chart begins and ends, in cells: readers that know only this kind of anchor are the most. */
export function cornersXml({ left, top, width, height }: Place, geometry: SheetGeometry): string {
  return cornerXml('from', left, top, geometry) + cornerXml('to', left + width, top + height, geometry);
}

function cornerXml(name: 'from' | 'to', left: number, top: number, geometry: SheetGeometry): string {
  const column = columnAt(geometry, left);
  const row = rowAt(geometry, top);
  const emu = (points: number): number => Math.round(points * EMU_PER_POINT);
  return (
    `<xdr:${name}><xdr:col>${column.index}</xdr:col><xdr:colOff>${emu(column.offset)}</xdr:colOff>` +
    `<xdr:row>${row.index}</xdr:row><xdr:rowOff>${emu(row.offset)}</xdr:rowOff></xdr:${name}>`
  );
}
