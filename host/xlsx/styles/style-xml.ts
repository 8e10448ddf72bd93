import type { BorderEdge, CellStyle } from '../../workbook/snapshot.ts';
import { escapeAttribute } from '../xml/escape.ts';
import type { NormalStyle } from './cell-style.ts';

/** `#4472C4` as files write it, with full opacity. */
const colorElement = (name: string, color: string): string => `<${name} rgb="FF${color.slice(1).toUpperCase()}"/>`;

/** `kept`: elements of the font it replaces for which a snapshot has no word (strike-through, superscript). */
export function fontXml(style: CellStyle, normal: NormalStyle, kept = ''): string {
  const name = escapeAttribute(style.fontName ?? normal.fontName);
  const ownColor = style.fontColor ?? (normal.fontColor === '#000000' ? undefined : normal.fontColor);
  const color = ownColor === undefined ? '<color theme="1"/>' : colorElement('color', ownColor);
  return (
    `<font>${style.bold ? '<b/>' : ''}${style.italic ? '<i/>' : ''}${kept}${style.underline ? '<u/>' : ''}` +
    `<sz val="${style.fontSize ?? normal.fontSize}"/>${color}<name val="${name}"/><family val="2"/></font>`
  );
}

export const fillXml = (color: string): string =>
  `<fill><patternFill patternType="solid">${colorElement('fgColor', color)}<bgColor indexed="64"/></patternFill></fill>`;

export function bordersXml(borders: NonNullable<CellStyle['borders']>): string {
  const edges = (['left', 'right', 'top', 'bottom'] as const).map(name => edgeXml(name, borders[name]));
  return `<border>${edges.join('')}<diagonal/></border>`;
}

function edgeXml(name: string, edge: BorderEdge | undefined): string {
  if (!edge) return `<${name}/>`;
  const color = edge.color === undefined ? '<color auto="1"/>' : colorElement('color', edge.color);
  return `<${name} style="${edge.weight}">${color}</${name}>`;
}

export function alignmentXml(style: CellStyle): string {
  const { horizontalAlignment, verticalAlignment, wrapText, indent } = style;
  const attributes = [
    horizontalAlignment && ` horizontal="${horizontalAlignment}"`,
    verticalAlignment && ` vertical="${verticalAlignment}"`,
    wrapText && ' wrapText="1"',
    indent && ` indent="${indent}"`,
  ];
  const written = attributes.filter(Boolean).join('');
  return written && `<alignment${written}/>`;
}

/** The look a conditional format lays over a cell. */
export function differenceXml(style: CellStyle): string {
  const { bold, italic, underline, fontColor, fillColor } = style;
  const font = [
    bold === undefined ? '' : `<b val="${Number(bold)}"/>`,
    italic === undefined ? '' : `<i val="${Number(italic)}"/>`,
    underline ? '<u/>' : '',
    fontColor === undefined ? '' : colorElement('color', fontColor),
  ].join('');
  const fill =
    fillColor === undefined
      ? ''
      : `<fill><patternFill patternType="solid">${colorElement('bgColor', fillColor)}</patternFill></fill>`;
  return `<dxf>${font && `<font>${font}</font>`}${fill}</dxf>`;
}
