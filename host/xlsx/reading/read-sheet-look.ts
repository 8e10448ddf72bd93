import { readColor, type ColorSources } from '../styles/colors.ts';
import { child, childrenNamed, descend, flag, type XmlElement } from '../xml/parse-xml.ts';

/** Pixels of a column of width 1 in Excel's standard font (Calibri 11); the width counts them, padding included. */
const DIGIT_PIXELS = 7;
const POINTS_PER_PIXEL = 0.75;
/** Files often give one width to all columns up to the last; beyond these and the used ones nobody looks. */
const WIDE_RUN_END = 256;

/** Column width as files write it (in digits) to points, and back. */
export const widthInPoints = (width: number): number => Math.round(width * DIGIT_PIXELS) * POINTS_PER_PIXEL;
export const widthInDigits = (points: number): number =>
  Math.round((Math.round(points / POINTS_PER_PIXEL) / DIGIT_PIXELS) * 256) / 256;

export interface SheetLook {
  readonly tabColor?: string;
  readonly showGridlines: boolean;
  readonly freeze?: { readonly rowCount: number; readonly columnCount: number };
  readonly columnWidths: Map<number, number>;
}

/** `usedColumnCount`: how many columns hold cells. */
export function readSheetLook(sheet: XmlElement, colors: ColorSources, usedColumnCount: number): SheetLook {
  const view = descend(sheet, 'sheetViews', 'sheetView');
  const tabColor = readColor(descend(sheet, 'sheetPr', 'tabColor'), colors);
  const freeze = readFreeze(child(view, 'pane'));
  return {
    ...(tabColor !== undefined && { tabColor }),
    showGridlines: flag(view?.attributes.showGridLines, true),
    ...(freeze && { freeze }),
    columnWidths: readColumnWidths(sheet, usedColumnCount),
  };
}

function readFreeze(pane: XmlElement | undefined): SheetLook['freeze'] {
  if (!pane?.attributes.state?.startsWith('frozen')) return undefined;
  const { ySplit = '0', xSplit = '0' } = pane.attributes;
  return { rowCount: Math.trunc(Number(ySplit)) || 0, columnCount: Math.trunc(Number(xSplit)) || 0 };
}

function readColumnWidths(sheet: XmlElement, usedColumnCount: number): Map<number, number> {
  const widths = new Map<number, number>();
  const end = Math.max(WIDE_RUN_END, usedColumnCount);
  for (const { attributes } of childrenNamed(child(sheet, 'cols'), 'col')) {
    const width = flag(attributes.hidden) ? 0 : Number(attributes.width);
    if (!Number.isFinite(width) || (attributes.width === undefined && width !== 0)) continue;
    const last = Math.min(Number(attributes.max), end);
    for (let column = Math.max(1, Number(attributes.min)); column <= last; column++) {
      widths.set(column - 1, widthInPoints(width));
    }
  }
  return widths;
}

/** Points of a row that has its own height; 0 when hidden, undefined when it has the usual one. */
export function rowHeight(attributes: Readonly<Record<string, string>>): number | undefined {
  if (flag(attributes.hidden)) return 0;
  const height = Number(attributes.ht);
  return attributes.ht !== undefined && flag(attributes.customHeight) && height >= 0 ? height : undefined;
}
