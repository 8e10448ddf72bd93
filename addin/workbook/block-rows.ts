/** A request to Excel on the web may hold 5 MB; 1 MB leaves room for escapes and keeps progress and cancel prompt. */
export const maxBlockBytes = 1_000_000;

export type CellContent = string | number | boolean | null;

/** Bytes of one cell as JSON in a request: UTF-8 text with quotes and comma, or a number's digits. */
const cellBytes = (cell: CellContent): number => {
  if (typeof cell !== 'string') return cell === null ? 5 : 18;
  let bytes = 3;
  for (let index = 0; index < cell.length; index += 1) bytes += cell.charCodeAt(index) < 128 ? 1 : 3;
  return bytes;
};

/** Half-open: from the row `from` up to the row before `to`. */
export interface RowSpan {
  readonly from: number;
  readonly to: number;
  /** About so many bytes as JSON. */
  readonly bytes: number;
}

/** Spans of at most `maxBytes` as JSON, in order and without gap; at least one row each. */
export function blockRows(rows: readonly (readonly CellContent[])[], maxBytes = maxBlockBytes): RowSpan[] {
  const blocks: RowSpan[] = [];
  let from = 0;
  let bytes = 0;
  rows.forEach((row, index) => {
    const rowBytes = row.reduce((sum: number, cell) => sum + cellBytes(cell), 2);
    if (index > from && bytes + rowBytes > maxBytes) {
      blocks.push({ from, to: index, bytes });
      from = index;
      bytes = 0;
    }
    bytes += rowBytes;
  });
  if (rows.length > from) blocks.push({ from, to: rows.length, bytes });
  return blocks;
}
