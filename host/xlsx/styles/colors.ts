import { child, type XmlElement } from '../xml/parse-xml.ts';

/** Excel's fixed palette, numbers 0 to 63, which older files point into; 0-7 repeat at 8-15. */
const PALETTE_COLORS =
  '000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF 000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF ' +
  '800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF 660066 FF8080 0066CC CCCCFF ' +
  '000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF 00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 ' +
  '3366FF 33CCCC 99CC00 FFCC00 FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333';
const PALETTE = PALETTE_COLORS.split(' ').map(color => `#${color}`);

/** Cells count theme colours with light and dark of each pair exchanged against the order of the theme's own list. */
const THEME_ORDER = [
  'lt1',
  'dk1',
  'lt2',
  'dk2',
  'accent1',
  'accent2',
  'accent3',
  'accent4',
  'accent5',
  'accent6',
  'hlink',
  'folHlink',
];

export interface ColorSources {
  /** `#RRGGBB` by theme number. */
  readonly theme: readonly string[];
  readonly palette: readonly string[];
}

export function readThemeColors(theme: XmlElement | undefined): string[] {
  const scheme = child(child(theme, 'themeElements'), 'clrScheme');
  return THEME_ORDER.map(name => {
    const [color] = child(scheme, name)?.children ?? [];
    return hexColor(color?.attributes.lastClr ?? color?.attributes.val) ?? '#000000';
  });
}

/** The file's own palette, when it changed Excel's. */
export function readPalette(styles: XmlElement | undefined): readonly string[] {
  const own = child(child(styles, 'colors'), 'indexedColors')?.children.map(({ attributes }) =>
    hexColor(attributes.rgb),
  );
  return PALETTE.map((color, index) => own?.[index] ?? color);
}

/** A colour element as `#RRGGBB`; undefined for automatic ones and those that lead nowhere. */
export function readColor(element: XmlElement | undefined, { theme, palette }: ColorSources): string | undefined {
  if (!element) return undefined;
  const { rgb, theme: number, indexed, tint } = element.attributes;
  const color = hexColor(rgb) ?? theme[Number(number ?? -1)] ?? palette[Number(indexed ?? -1)];
  return color && tint ? tinted(color, Number(tint)) : color;
}

/** `FF4472C4` or `4472C4` to `#4472C4`. */
function hexColor(text: string | undefined): string | undefined {
  return text !== undefined && /^([0-9a-f]{2})?[0-9a-f]{6}$/i.test(text)
    ? `#${text.slice(-6).toUpperCase()}`
    : undefined;
}

/** Lightness moved towards white (tint > 0) or black (tint < 0), as ECMA-376 part 1, 18.8.19 has it. */
function tinted(color: string, tint: number): string {
  if (!Number.isFinite(tint)) return color;
  const [hue, saturation, lightness] = toHsl(color);
  return fromHsl(hue, saturation, tint < 0 ? lightness * (1 + tint) : lightness * (1 - tint) + tint);
}

/** All three from 0 to 1. */
function toHsl(color: string): [number, number, number] {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => parseInt(color.slice(at, at + 2), 16) / 255);
  const max = Math.max(red, green, blue);
  const min = Math.min(red, green, blue);
  const lightness = (max + min) / 2;
  const spread = max - min;
  if (spread === 0) return [0, 0, lightness];
  const saturation = spread / (1 - Math.abs(2 * lightness - 1));
  const sector =
    max === red ? (green - blue) / spread : max === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
  return [((sector + 6) % 6) / 6, saturation, lightness];
}

function fromHsl(hue: number, saturation: number, lightness: number): string {
  const reach = saturation * Math.min(lightness, 1 - lightness);
  const channel = (offset: number): string => {
    const sector = (offset + hue * 12) % 12;
    const value = lightness - reach * Math.max(-1, Math.min(sector - 3, 9 - sector, 1));
    return Math.round(Math.min(1, Math.max(0, value)) * 255)
      .toString(16)
      .padStart(2, '0')
      .toUpperCase();
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}
