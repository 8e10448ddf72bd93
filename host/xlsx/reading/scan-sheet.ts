import { maxColumnCount } from '../../workbook/address.ts';
import { packCellAddress } from '../cell-address.ts';
import { WorkbookFileError } from '../workbook-file-error.ts';
import { scanXml, XmlTreeBuilder, type XmlElement } from '../xml/parse-xml.ts';

/** A cell as the file has it, with its place in the part's text. */
export interface RawCell {
  readonly row: number;
  readonly column: number;
  /** `t`: n, s, str, inlineStr, b, e, d. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Text of `<v>`, or of `<is>`. */
  value: string | undefined;
  formula: RawFormula | undefined;
  readonly start: number;
  end: number;
}

export interface RawFormula {
  text: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  end: number;
}

export interface RawRow {
  readonly row: number;
  readonly attributes: Readonly<Record<string, string>>;
  readonly start: number;
  readonly contentStart: number;
  contentEnd: number;
  end: number;
  readonly isSelfClosing: boolean;
}

export interface SheetHandlers {
  rowStart?(row: RawRow): void;
  cell?(cell: RawCell, row: RawRow): void;
  rowEnd?(row: RawRow): void;
}

const SLASH = 47;

/**
 * Streams through a sheet's rows and cells; answers the rest of the part as a tree, `sheetData` in it without
 * children.
 */
export function scanSheet(text: string, part: string, handlers: SheetHandlers): XmlElement {
  const builder = new XmlTreeBuilder();
  let isInData = false;
  let row: RawRow | null = null;
  let cell: RawCell | null = null;
  let rowIndex = -1;
  let columnIndex = -1;
  let collected = '';
  let phoneticDepth = 0;

  const openInData = (
    name: string,
    attributes: Readonly<Record<string, string>>,
    start: number,
    contentStart: number,
  ): void => {
    if (name === 'c' && row) {
      columnIndex = placeColumn(attributes.r, row.row, columnIndex, part);
      cell = { row: row.row, column: columnIndex, attributes, value: undefined, formula: undefined, start, end: 0 };
    } else if (name === 'row') {
      rowIndex = placeRow(attributes.r, rowIndex, part);
      columnIndex = -1;
      const isSelfClosing = text.charCodeAt(contentStart - 2) === SLASH;
      row = {
        row: rowIndex,
        attributes,
        start,
        contentStart,
        contentEnd: contentStart,
        end: contentStart,
        isSelfClosing,
      };
      handlers.rowStart?.(row);
    } else if (name === 'f' && cell) {
      cell.formula = { text: '', attributes, start, end: contentStart };
    } else if (name === 'rPh') {
      phoneticDepth++;
    }
    collected = '';
  };
  const closeInData = (name: string, contentEnd: number, end: number): void => {
    if (name === 'v' && cell) cell.value = collected;
    else if (name === 't' && cell) {
      if (phoneticDepth === 0) cell.value = (cell.value ?? '') + collected;
    } else if (name === 'f' && cell?.formula) {
      cell.formula.text = collected;
      cell.formula.end = end;
    } else if (name === 'rPh') phoneticDepth--;
    else if (name === 'c' && cell && row) {
      cell.end = end;
      handlers.cell?.(cell, row);
      cell = null;
    } else if (name === 'row' && row) {
      row.contentEnd = contentEnd;
      row.end = end;
      handlers.rowEnd?.(row);
      row = null;
    }
    collected = '';
  };

  scanXml(text, part, {
    open(name, attributes, start, contentStart) {
      if (isInData) openInData(localName(name), attributes, start, contentStart);
      else {
        builder.open(name, attributes, start, contentStart);
        isInData = localName(name) === 'sheetData';
      }
    },
    text(chunk) {
      if (isInData) collected += chunk;
      else builder.text(chunk);
    },
    close(name, contentEnd, end, isSelfClosing) {
      if (isInData && localName(name) !== 'sheetData') closeInData(localName(name), contentEnd, end);
      else {
        isInData = false;
        builder.close(contentEnd, end, isSelfClosing);
      }
    },
  });
  if (!builder.root) throw new WorkbookFileError(`The file is damaged: ${part} is empty.`);
  return builder.root;
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

function placeRow(reference: string | undefined, previous: number, part: string): number {
  const row = reference === undefined ? previous + 1 : Number(reference) - 1;
  if (!Number.isInteger(row) || row <= previous || row >= 1_048_576) {
    throw new WorkbookFileError(`The file is damaged: ${part} has a row ${reference ?? row + 1} where none can be.`);
  }
  return row;
}

function placeColumn(reference: string | undefined, row: number, previous: number, part: string): number {
  const packed = reference === undefined ? row * maxColumnCount + previous + 1 : packCellAddress(reference);
  const column = packed - row * maxColumnCount;
  if (column <= previous || column >= maxColumnCount) {
    throw new WorkbookFileError(
      `The file is damaged: ${part} has a cell ${reference ?? ''} in row ${row + 1} where none can be.`,
    );
  }
  return column;
}
