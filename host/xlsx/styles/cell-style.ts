import type { BorderEdge, CellStyle } from '../../workbook/snapshot.ts';

/** What a cell without any style looks like: the workbook's Normal style. */
export interface NormalStyle {
  readonly fontName: string;
  /** Points. */
  readonly fontSize: number;
  readonly fontColor: string;
}

export const CALIBRI: NormalStyle = { fontName: 'Calibri', fontSize: 11, fontColor: '#000000' };

type StyleKey = Exclude<keyof CellStyle, 'borders'>;
const EDGES = ['top', 'bottom', 'left', 'right'] as const;

/** The parts of a style files keep apart. */
export interface StyleGroups {
  readonly numberFormat: string;
  readonly font: string;
  readonly fill: string;
  readonly border: string;
  readonly alignment: string;
}

/**
 * A style without what says nothing: false, General, the Normal font, alignment at the bottom. Two styles that look
 * alike become equal, whichever way they went through the live workbook.
 */
export function bareStyle(style: CellStyle | undefined, normal: NormalStyle): CellStyle | undefined {
  if (!style) return undefined;
  const plain: Partial<Record<StyleKey, CellStyle[StyleKey]>> = {
    numberFormat: 'General',
    fontName: normal.fontName,
    fontSize: normal.fontSize,
    fontColor: normal.fontColor,
    bold: false,
    italic: false,
    underline: false,
    verticalAlignment: 'bottom',
    wrapText: false,
    indent: 0,
  };
  const bare: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(style)) {
    if (key === 'borders' || value === undefined || value === '') continue;
    const written = typeof value === 'string' && key.endsWith('Color') ? value.toUpperCase() : value;
    if (written !== plain[key as StyleKey]) bare[key] = written;
  }
  const edges = EDGES.flatMap(edge => bareEdge(edge, style.borders?.[edge]));
  if (edges.length > 0) bare.borders = Object.fromEntries(edges);
  return Object.keys(bare).length === 0 ? undefined : bare;
}

function bareEdge(name: string, edge: BorderEdge | undefined): [string, BorderEdge][] {
  if (!edge) return [];
  const { weight, color } = edge;
  return [[name, color && color.toUpperCase() !== '#000000' ? { weight, color: color.toUpperCase() } : { weight }]];
}

/** One key per part of a bare style: equal keys look equal. Asked for every cell, so it is put together by hand. */
export function styleGroups(bare: CellStyle = {}): StyleGroups {
  const { fontName, fontSize, bold, italic, underline, fontColor, borders } = bare;
  const { horizontalAlignment, verticalAlignment, wrapText, indent } = bare;
  return {
    numberFormat: bare.numberFormat ?? 'General',
    font: `${fontName}|${fontSize}|${bold}|${italic}|${underline}|${fontColor}`,
    fill: bare.fillColor ?? '',
    border: borders ? EDGES.map(edge => `${borders[edge]?.weight} ${borders[edge]?.color}`).join() : '',
    alignment: `${horizontalAlignment}|${verticalAlignment}|${wrapText}|${indent}`,
  };
}
