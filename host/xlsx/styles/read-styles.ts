import type { BorderEdge, BorderWeight, CellStyle } from '../../workbook/snapshot.ts';
import { child, childrenNamed, flag, type XmlElement } from '../xml/parse-xml.ts';
import { bareStyle, CALIBRI, type NormalStyle } from './cell-style.ts';
import { readColor, readPalette, readThemeColors, type ColorSources } from './colors.ts';
import { builtInFormat } from './number-formats.ts';

export interface StylesInFile {
  readonly normal: NormalStyle;
  /** By the number cells carry (`s`); undefined is the Normal look. */
  readonly cellStyles: readonly (CellStyle | undefined)[];
  /** By the number conditional formats carry (`dxfId`). */
  readonly differences: readonly CellStyle[];
  readonly colors: ColorSources;
}

const WEIGHTS: Readonly<Record<string, BorderWeight>> = {
  thin: 'thin',
  medium: 'medium',
  thick: 'thick',
  hair: 'hair',
  dotted: 'dotted',
  dashed: 'dashed',
  double: 'double',
  dashDot: 'dashed',
  dashDotDot: 'dotted',
  mediumDashed: 'medium',
  mediumDashDot: 'medium',
  mediumDashDotDot: 'medium',
  slantDashDot: 'medium',
};

/** The looks a file's cells point to. Kinds of fill and line a snapshot has no word for stay unsaid. */
export function readStyles(styles: XmlElement | undefined, theme: XmlElement | undefined): StylesInFile {
  const colors: ColorSources = { theme: readThemeColors(theme), palette: readPalette(styles) };
  const fonts = list(styles, 'fonts', 'font').map(font => readFont(font, colors));
  const fills = list(styles, 'fills', 'fill').map(fill => readFill(fill, colors));
  const borders = list(styles, 'borders', 'border').map(border => readBorders(border, colors));
  const formats = readFormats(styles);
  const normal = { ...CALIBRI, ...withoutUndefined(fonts[0] ?? {}) };
  const cellStyles = list(styles, 'cellXfs', 'xf').map(xf => {
    const { numFmtId = '0', fontId = '0', fillId = '0', borderId = '0' } = xf.attributes;
    const format = Number(numFmtId);
    return bareStyle(
      {
        ...optional('numberFormat', formats.get(format) ?? builtInFormat(format)),
        ...fonts[Number(fontId)],
        ...fills[Number(fillId)],
        ...borders[Number(borderId)],
        ...readAlignment(child(xf, 'alignment')),
      },
      normal,
    );
  });
  const differences = list(styles, 'dxfs', 'dxf').map(dxf => readDifference(dxf, colors));
  return { normal, cellStyles, differences, colors };
}

const list = (styles: XmlElement | undefined, group: string, name: string): readonly XmlElement[] =>
  childrenNamed(child(styles, group), name);

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): { [K in Key]?: Value } =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value };

const withoutUndefined = ({ fontName, fontSize, fontColor }: CellStyle): Partial<NormalStyle> => ({
  ...optional('fontName', fontName),
  ...optional('fontSize', fontSize),
  ...optional('fontColor', fontColor),
});

function readFormats(styles: XmlElement | undefined): Map<number, string> {
  return new Map(
    list(styles, 'numFmts', 'numFmt').map(({ attributes }) => [
      Number(attributes.numFmtId),
      attributes.formatCode ?? 'General',
    ]),
  );
}

function readFont(font: XmlElement, colors: ColorSources): CellStyle {
  const size = Number(child(font, 'sz')?.attributes.val);
  const underline = child(font, 'u');
  return {
    ...optional('fontName', child(font, 'name')?.attributes.val),
    ...(size > 0 && { fontSize: size }),
    ...optional('fontColor', readColor(child(font, 'color'), colors)),
    ...(isOn(font, 'b') && { bold: true }),
    ...(isOn(font, 'i') && { italic: true }),
    ...(underline && underline.attributes.val !== 'none' && { underline: true }),
  };
}

/** `<b/>` is on, `<b val="0"/>` off. */
const isOn = (font: XmlElement, name: string): boolean => {
  const element = child(font, name);
  return element !== undefined && flag(element.attributes.val, true);
};

function readFill(fill: XmlElement, colors: ColorSources): CellStyle {
  const pattern = child(fill, 'patternFill');
  if (pattern?.attributes.patternType !== 'solid') return {};
  return optional('fillColor', readColor(child(pattern, 'fgColor'), colors));
}

function readBorders(border: XmlElement, colors: ColorSources): CellStyle {
  const edges = (['top', 'bottom', 'left', 'right'] as const).flatMap((name): [string, BorderEdge][] => {
    const element = child(border, name);
    const weight = WEIGHTS[element?.attributes.style ?? 'none'];
    return weight ? [[name, { weight, ...optional('color', readColor(child(element, 'color'), colors)) }]] : [];
  });
  return edges.length === 0 ? {} : { borders: Object.fromEntries(edges) };
}

function readAlignment(alignment: XmlElement | undefined): CellStyle {
  const { horizontal, vertical, wrapText, indent } = alignment?.attributes ?? {};
  const across = horizontal === 'centerContinuous' ? 'center' : horizontal;
  return {
    ...((across === 'left' || across === 'center' || across === 'right') && { horizontalAlignment: across }),
    ...((vertical === 'top' || vertical === 'center') && { verticalAlignment: vertical }),
    ...(flag(wrapText) && { wrapText: true }),
    ...(Number(indent) > 0 && { indent: Number(indent) }),
  };
}

/** In a conditional format a solid fill's colour stands where a cell's background does. */
function readDifference(dxf: XmlElement, colors: ColorSources): CellStyle {
  const font = child(dxf, 'font');
  const pattern = child(child(dxf, 'fill'), 'patternFill');
  const fill = readColor(child(pattern, 'bgColor') ?? child(pattern, 'fgColor'), colors);
  return {
    ...(font && readFont(font, colors)),
    ...optional('fillColor', fill),
    ...optional('numberFormat', child(dxf, 'numFmt')?.attributes.formatCode),
  };
}
