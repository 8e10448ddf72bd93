/**
 * How a result sheet looks. Columns begin at B beside a narrow margin; the heading stands on top, charts below it, then
 * the captions, the header and the rows. Nothing of ours ever stands below a table: it may grow.
 */
export const sheetLayout = {
  firstColumn: 1,
  titleRow: 0,
  questionRow: 1,
  answerRow: 2,
  /** Says when results are out of date. */
  stateRow: 3,
  /** Rows from the top to the captions, without and with charts. */
  captionRow: 4,
  captionRowWithCharts: 24,
  chartRow: 4,
  /** Points. */
  chartWidth: 620,
  chartHeight: 272,
  chartGap: 16,
  /** Of columns on one page in landscape: at more the print is too small to read. */
  printedWidth: 1500,
  marginWidth: 14,
  /** Room for Hangul, which stands higher than Latin letters of its size. */
  titleHeight: 26,
  captionHeight: 30,
  /** Free columns between two tables of a sheet. */
  columnsBetweenTables: 1,
  heatColumnWidth: 42,
  minColumnWidth: 56,
  maxColumnWidth: 260,
  /** Points of an average character, plain and bold, of a filter button, and of what a cell keeps free at its sides. */
  characterWidth: 6,
  boldCharacterWidth: 7,
  filterButtonWidth: 18,
  cellPadding: 12,
} as const;

export const sheetStyle = {
  tableStyle: 'TableStyleLight9',
  headerFill: '#0F6CBD',
  headerColor: '#FFFFFF',
  titleSize: 16,
  titleColor: '#0F3D66',
  quietColor: '#5F6368',
  warningColor: '#A4262C',
  tabColor: '#0F6CBD',
  heatLow: '#F7FBFF',
  heatHigh: '#4292C6',
} as const;

/** Excel's own limit. */
export const maxSheetRows = 1_048_576;

/**
 * Cells meant to be filled in stand out from those that are computed: blue on light yellow, as financial models have
 * it.
 */
export const inputStyle = {
  tableStyle: 'TableStyleLight9',
  fillColor: '#FFFBE6',
  fontColor: '#0000C8',
} as const;
