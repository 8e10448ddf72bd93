import { BooleanNumber, BorderStyleTypes, HorizontalAlign, VerticalAlign, WrapStrategy } from '@univerjs/core';
import type { IBorderData, IBorderStyleData, IStyleData, Nullable } from '@univerjs/core';
import type { BorderEdge, BorderWeight, CellStyle } from './snapshot.ts';

/** Formats between the snapshot and Univer. Univer's pixels are 3/4 of a point. */
export const pointsPerPixel = 0.75;
/** Excel's indent is about three spaces of the standard font. */
const pixelsPerIndent = 9;

const weights: Readonly<Record<BorderWeight, BorderStyleTypes>> = {
  thin: BorderStyleTypes.THIN,
  medium: BorderStyleTypes.MEDIUM,
  thick: BorderStyleTypes.THICK,
  hair: BorderStyleTypes.HAIR,
  dotted: BorderStyleTypes.DOTTED,
  dashed: BorderStyleTypes.DASHED,
  double: BorderStyleTypes.DOUBLE,
};
const sides = { top: 't', bottom: 'b', left: 'l', right: 'r' } as const;
const horizontal = { left: HorizontalAlign.LEFT, center: HorizontalAlign.CENTER, right: HorizontalAlign.RIGHT } as const;
const vertical = { top: VerticalAlign.TOP, center: VerticalAlign.MIDDLE, bottom: VerticalAlign.BOTTOM } as const;

export const booleanNumber = (value: boolean): BooleanNumber => (value ? BooleanNumber.TRUE : BooleanNumber.FALSE);

export function univerStyle(style: CellStyle): IStyleData {
  const { numberFormat, fontName, fontSize, bold, italic, underline, fontColor, fillColor, wrapText, indent, borders } = style;
  return {
    ...(numberFormat !== undefined && { n: { pattern: numberFormat } }),
    ...(fontName !== undefined && { ff: fontName }),
    ...(fontSize !== undefined && { fs: fontSize }),
    ...(bold !== undefined && { bl: booleanNumber(bold) }),
    ...(italic !== undefined && { it: booleanNumber(italic) }),
    ...(underline !== undefined && { ul: { s: booleanNumber(underline) } }),
    ...(fontColor !== undefined && { cl: { rgb: fontColor } }),
    ...(fillColor !== undefined && { bg: { rgb: fillColor } }),
    ...(style.horizontalAlignment && { ht: horizontal[style.horizontalAlignment] }),
    ...(style.verticalAlignment && { vt: vertical[style.verticalAlignment] }),
    ...(wrapText !== undefined && { tb: wrapText ? WrapStrategy.WRAP : WrapStrategy.OVERFLOW }),
    ...(indent !== undefined && { pd: { l: indent * pixelsPerIndent } }),
    ...(borders && { bd: univerBorders(borders) }),
  };
}

export const univerBorder = ({ weight, color = '#000000' }: BorderEdge): IBorderStyleData => ({
  s: weights[weight],
  cl: { rgb: color },
});

function univerBorders(borders: NonNullable<CellStyle['borders']>): IBorderData {
  const data: IBorderData = {};
  for (const [side, key] of Object.entries(sides) as [keyof typeof sides, 't' | 'b' | 'l' | 'r'][]) {
    const edge = borders[side];
    if (edge) data[key] = univerBorder(edge);
  }
  return data;
}

export function snapshotStyle(style: Nullable<IStyleData>): CellStyle | undefined {
  if (!style) return undefined;
  const borders = snapshotBorders(style.bd);
  const found: CellStyle = {
    ...(style.n?.pattern && { numberFormat: style.n.pattern }),
    ...(style.ff && { fontName: style.ff }),
    ...(style.fs && { fontSize: style.fs }),
    ...(style.bl && { bold: true }),
    ...(style.it && { italic: true }),
    ...(style.ul?.s && { underline: true }),
    ...(style.cl?.rgb && { fontColor: hexColor(style.cl.rgb) }),
    ...(style.bg?.rgb && { fillColor: hexColor(style.bg.rgb) }),
    ...alignment('horizontalAlignment', horizontal, style.ht),
    ...alignment('verticalAlignment', vertical, style.vt),
    ...(style.tb === WrapStrategy.WRAP && { wrapText: true }),
    ...(style.pd?.l && { indent: Math.round(style.pd.l / pixelsPerIndent) }),
    ...(borders && { borders }),
  };
  return Object.keys(found).length > 0 ? found : undefined;
}

function alignment<K extends string, N extends string>(key: K, names: Readonly<Record<N, number>>, value: Nullable<number>) {
  const name = (Object.keys(names) as N[]).find((candidate) => names[candidate] === value);
  return (name ? { [key]: name } : {}) as { [P in K]?: N };
}

function snapshotBorders(data: Nullable<IBorderData>): CellStyle['borders'] | undefined {
  const borders: Partial<Record<keyof typeof sides, BorderEdge>> = {};
  for (const [side, key] of Object.entries(sides) as [keyof typeof sides, 't' | 'b' | 'l' | 'r'][]) {
    const edge = data?.[key];
    if (!edge || edge.s === BorderStyleTypes.NONE) continue;
    borders[side] = { weight: weightName(edge.s), ...(edge.cl?.rgb && { color: hexColor(edge.cl.rgb) }) };
  }
  return Object.keys(borders).length > 0 ? borders : undefined;
}

const weightName = (type: BorderStyleTypes): BorderWeight =>
  (Object.keys(weights) as BorderWeight[]).find((name) => weights[name] === type) ?? 'thin';

/** The grid's own color pickers write `rgb(1,2,3)`. */
export function hexColor(color: string): string {
  const rgb = /^rgba?\(\s*(\d+)\s*,\s*(\d+)\s*,\s*(\d+)/i.exec(color);
  if (rgb) return `#${rgb.slice(1, 4).map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`.toUpperCase();
  return /^#[0-9a-f]{6}$/i.test(color) ? color.toUpperCase() : color;
}
