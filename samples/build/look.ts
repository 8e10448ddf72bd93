import type { CellStyle } from '../../host/workbook/snapshot.ts';

const ink = '#1F2937';
const quiet = '#5F6368';
const accent = '#0F3D66';

/** Points a character of the body font takes on average, and what a cell keeps free at its sides. */
const characterWidth = 5.6;
const cellPadding = 12;

export const pointsOf = (characters: number): number => Math.round(characters * characterWidth + cellPadding);

/** Columns begin at B beside a narrow margin, as on the result sheets. */
export const layout = {
  firstColumn: 1,
  marginWidth: 14,
  lineHeight: 15,
  titleHeight: 27,
} as const;

/** The few cell styles of the samples: titles, captions, and inputs that are seen to be inputs. */
export const look = {
  title: { fontSize: 16, bold: true, fontColor: accent, verticalAlignment: 'center' },
  question: { fontSize: 12, italic: true, fontColor: ink },
  heading: { bold: true, fontColor: accent, verticalAlignment: 'top', borders: { bottom: { weight: 'thin', color: '#C9D3DE' } } },
  headingRule: { borders: { bottom: { weight: 'thin', color: '#C9D3DE' } } },
  label: { fontColor: ink, bold: true, wrapText: true, verticalAlignment: 'top' },
  text: { fontColor: ink, wrapText: true, verticalAlignment: 'top' },
  note: { fontColor: quiet, italic: true },
  formulaText: { fontName: 'Consolas', fontSize: 9, fontColor: quiet, wrapText: true, verticalAlignment: 'top' },
  value: { fontColor: ink, horizontalAlignment: 'right', verticalAlignment: 'top' },
  unit: { fontColor: quiet, verticalAlignment: 'top', horizontalAlignment: 'left', indent: 1 },
  caption: { fontSize: 9, fontColor: ink, verticalAlignment: 'bottom', wrapText: true },
  captionUnit: { fontSize: 9, italic: true, fontColor: quiet },
  header: { bold: true, fontColor: '#FFFFFF', fillColor: accent, verticalAlignment: 'center' },
  /** Blue on pale yellow: what the analyst may change. */
  input: {
    fontColor: '#1D3FA6',
    fillColor: '#FFFBEA',
    borders: {
      top: { weight: 'hair', color: '#D9D2B0' },
      bottom: { weight: 'hair', color: '#D9D2B0' },
      left: { weight: 'hair', color: '#D9D2B0' },
      right: { weight: 'hair', color: '#D9D2B0' },
    },
  },
  spilledHeader: { bold: true, fontColor: accent, borders: { bottom: { weight: 'medium', color: accent } } },
  spilled: { fontColor: ink, borders: { bottom: { weight: 'hair', color: '#C9D3DE' } } },
} as const satisfies Readonly<Record<string, CellStyle>>;

export const inputTabColor = '#C9A227';
export const readMeTabColor = accent;
export const formulaTabColor = '#7A8CA3';
