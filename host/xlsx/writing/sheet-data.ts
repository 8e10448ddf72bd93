import { cellAddress } from '../cell-address.ts';
import type { SheetInFile } from '../reading/read-sheet.ts';
import { scanSheet, type RawCell, type RawRow } from '../reading/scan-sheet.ts';
import type { CellBox } from '../../workbook/snapshot.ts';
import { attributesXml, withNamespace } from '../xml/insert.ts';
import { flag } from '../xml/parse-xml.ts';
import type { CellChange, CellChanges } from './cell-changes.ts';
import { cellXml, formulaValue, typeAttribute, type CellWriting } from './cell-xml.ts';
import type { StyleTable } from '../styles/style-table.ts';

export interface SheetDataChanges {
  readonly cells: CellChanges;
  /** Points; only rows whose height differs from the file's. */
  readonly rowHeights: ReadonlyMap<number, number>;
  /** Rows hidden here show again. */
  readonly shown: readonly CellBox[];
}

/** Patches the rows of a sheet: what does not change is copied from the file's text as it stands. */
export class SheetDataPatch {
  readonly #text: string;
  readonly #sheet: SheetInFile;
  readonly #writing: CellWriting;
  readonly #styles: StyleTable;
  readonly #changes: SheetDataChanges;
  /** Rows that carry a change and are not written yet, in order. */
  readonly #rows: number[];
  #nextRow = 0;
  #columns: number[] = [];
  #nextColumn = 0;
  #rowStyle = 0;
  readonly #pieces: string[] = [];
  #copiedTo = 0;
  /** Shared formulas whose first cell changed: the cells that lean on it must say theirs in full. */
  readonly #orphaned = new Set<string>();

  constructor(text: string, sheet: SheetInFile, changes: SheetDataChanges, writing: CellWriting, styles: StyleTable) {
    this.#text = text;
    this.#sheet = sheet;
    this.#changes = changes;
    this.#writing = writing;
    this.#styles = styles;
    this.#rows = [...new Set([...changes.cells.keys(), ...changes.rowHeights.keys()])].sort((a, b) => a - b);
  }

  /** The content of `sheetData`, whose old content stands between `start` and `end`. */
  apply(start: number, end: number): string {
    this.#copiedTo = start;
    scanSheet(this.#text, this.#sheet.part, {
      rowStart: row => this.#rowStart(row),
      cell: cell => this.#cell(cell),
      rowEnd: row => this.#rowEnd(row),
    });
    for (; this.#nextRow < this.#rows.length; this.#nextRow++) this.#newRow(this.#rows[this.#nextRow]!, end);
    this.#copyTo(end);
    return this.#pieces.join('');
  }

  #rowStart(raw: RawRow): void {
    for (; this.#rows[this.#nextRow]! < raw.row; this.#nextRow++) this.#newRow(this.#rows[this.#nextRow]!, raw.start);
    this.#columns = [];
    this.#nextColumn = 0;
    const hasChanges = this.#rows[this.#nextRow] === raw.row;
    if (!hasChanges && !this.#isShownAgain(raw)) return;
    if (hasChanges) this.#nextRow++;
    this.#rowStyle = flag(raw.attributes.customFormat) ? Number(raw.attributes.s ?? 0) : 0;
    this.#columns = this.#changedColumns(raw.row);
    this.#copyTo(raw.start);
    this.#pieces.push(this.#rowTag(raw));
    this.#copiedTo = raw.contentStart;
  }

  #cell(raw: RawCell): void {
    for (; this.#columns[this.#nextColumn]! < raw.column; this.#nextColumn++) {
      this.#newCell(raw.row, this.#columns[this.#nextColumn]!, raw.start);
    }
    const { si, t } = raw.formula?.attributes ?? {};
    const isOrphan = t === 'shared' && si !== undefined && this.#orphaned.has(si) && raw.formula?.text === '';
    let change: CellChange | undefined;
    if (this.#columns[this.#nextColumn] === raw.column) {
      this.#nextColumn++;
      change = this.#changes.cells.get(raw.row)?.get(raw.column);
    }
    if (!change && !isOrphan) return;
    const isMaster = t === 'shared' && si !== undefined && raw.formula?.text !== '';
    if (isMaster && !change?.isFormulaKept) this.#orphaned.add(si);
    this.#copyTo(raw.start);
    const kept = this.#sheet.snapshot.cells.get(raw.row)?.get(raw.column) ?? null;
    this.#push(this.#patched(raw, change ?? { cell: kept, isFormulaKept: false, isLookKept: true }, isOrphan));
    this.#copiedTo = raw.end;
  }

  #rowEnd(raw: RawRow): void {
    for (; this.#nextColumn < this.#columns.length; this.#nextColumn++) {
      this.#newCell(raw.row, this.#columns[this.#nextColumn]!, raw.contentEnd);
    }
    if (raw.isSelfClosing && this.#columns.length > 0) this.#pieces.push(`</${this.#sheet.root.prefix}row>`);
    this.#columns = [];
  }

  #patched(raw: RawCell, { cell, isFormulaKept, isLookKept }: CellChange, isOrphan: boolean): string {
    const base = Number(raw.attributes.s ?? 0);
    const style = isLookKept ? base : this.#styles.numberOf(cell?.style, base);
    if (!cell) return `<c r="${cellAddress(raw.row, raw.column)}"${style === 0 ? '' : ` s="${style}"`}/>`;
    if (!isFormulaKept || isOrphan || !raw.formula)
      return cellXml(this.#writing, { row: raw.row, column: raw.column, style, cell });
    const address = cellAddress(raw.row, raw.column);
    const { type, xml } = formulaValue(cell, address);
    const marks = raw.attributes.cm === undefined ? '' : ` cm="${raw.attributes.cm}"`;
    const head = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}${typeAttribute(type)}${marks}>`;
    return `${head}${this.#text.slice(raw.formula.start, raw.formula.end)}${xml}</c>`;
  }

  #newRow(row: number, before: number): void {
    this.#copyTo(before);
    this.#rowStyle = 0;
    const height = this.#changes.rowHeights.get(row);
    const cells = this.#changedColumns(row)
      .map(column => this.#newCellXml(row, column))
      .join('');
    if (cells !== '' || height !== undefined) {
      this.#push(`<row r="${row + 1}"${height === undefined ? '' : heightAttributes(height)}>${cells}</row>`);
    }
  }

  #newCell(row: number, column: number, before: number): void {
    const xml = this.#newCellXml(row, column);
    if (xml === '') return;
    this.#copyTo(before);
    this.#push(xml);
  }

  /** A cell that says no look of its own takes that of its row, else of its column. */
  #newCellXml(row: number, column: number): string {
    const { cell } = this.#changes.cells.get(row)!.get(column)!;
    if (!cell) return '';
    const inherited =
      this.#rowStyle ||
      (this.#sheet.columnStyles.find(({ first, last }) => column >= first && column <= last)?.style ?? 0);
    const style = cell.style ? this.#styles.numberOf(cell.style) : inherited;
    return cellXml(this.#writing, { row, column, style, cell });
  }

  #rowTag(raw: RawRow): string {
    const height = this.#changes.rowHeights.get(raw.row);
    const ownHeight = height === undefined ? {} : { ht: undefined, customHeight: undefined, hidden: undefined };
    const shown = this.#isShownAgain(raw) ? { hidden: undefined } : {};
    const attributes = attributesXml({ ...raw.attributes, spans: undefined, ...shown, ...ownHeight });
    const isEmpty = raw.isSelfClosing && this.#columns.length === 0;
    const tail = height === undefined ? '' : heightAttributes(height);
    return `<${this.#sheet.root.prefix}row${attributes}${tail}${isEmpty ? '/' : ''}>`;
  }

  #isShownAgain({ row, attributes }: RawRow): boolean {
    return flag(attributes.hidden) && this.#changes.shown.some(box => row >= box.row && row < box.row + box.rowCount);
  }

  #changedColumns(row: number): number[] {
    return [...(this.#changes.cells.get(row)?.keys() ?? [])].sort((a, b) => a - b);
  }

  #push(xml: string): void {
    this.#pieces.push(withNamespace(this.#sheet.root, xml));
  }

  #copyTo(offset: number): void {
    if (offset > this.#copiedTo) this.#pieces.push(this.#text.slice(this.#copiedTo, offset));
    this.#copiedTo = Math.max(this.#copiedTo, offset);
  }
}

export const heightAttributes = (points: number): string =>
  points === 0 ? ' hidden="1"' : ` ht="${points}" customHeight="1"`;
