import type { CellSnapshot } from '../../workbook/snapshot.ts';
import { formatAddress } from '../../workbook/address.ts';
import { cellAddress } from '../cell-address.ts';
import type { FunctionNames } from '../function-names.ts';
import { formulaToFile } from '../formula/to-file.ts';
import { WorkbookFileError } from '../workbook-file-error.ts';
import { encodeExcelText, escapeText } from '../xml/escape.ts';
import type { StringTable } from './string-table.ts';

/** Excel's own limit for the text of one cell. */
const MAX_TEXT = 32_767;
/** Errors a file can hold by name; Excel keeps the younger ones (`#SPILL!`) as rich values over `#VALUE!`. */
const FILE_ERRORS = new Set(['#NULL!', '#DIV/0!', '#VALUE!', '#REF!', '#NAME?', '#NUM!', '#N/A', '#GETTING_DATA']);

export const errorInFile = (error: string): string => (FILE_ERRORS.has(error) ? error : '#VALUE!');

export interface CellWriting {
  readonly strings: StringTable;
  readonly functions: FunctionNames;
  readonly sheetName: string;
  /** Name of the table around a cell, for `[@Cost]`. */
  tableNameAt(row: number, column: number): string | undefined;
  /** Excel refuses a table whose headers are anything but text. */
  isTableHeader(row: number, column: number): boolean;
  /** The `cm` number that marks a dynamic array formula. */
  dynamicArray(): number;
}

export interface CellToWrite {
  readonly row: number;
  readonly column: number;
  readonly style: number;
  readonly cell: CellSnapshot;
}

/** A `<c>` element. Formula cells carry their value too, so that a reader without our functions shows it. */
export function cellXml(writing: CellWriting, { row, column, style, cell }: CellToWrite): string {
  const address = cellAddress(row, column);
  const head = `<c r="${address}"${style === 0 ? '' : ` s="${style}"`}`;
  if (cell.value !== null && writing.isTableHeader(row, column)) {
    return `${head} t="s"><v>${writing.strings.numberOf(String(cell.value))}</v></c>`;
  }
  if (cell.formula === undefined) {
    const { type, text } = plainValue(writing, cell, address);
    return text === null ? `${head}/>` : `${head}${typeAttribute(type)}><v>${text}</v></c>`;
  }
  const stored = formulaToFile(cell.formula, writing.functions, writing.tableNameAt(row, column));
  const formula = escapeText(stored.text);
  const value = formulaValue(cell, address);
  if (!cell.spill && !stored.isArray) return `${head}${typeAttribute(value.type)}><f>${formula}</f>${value.xml}</c>`;
  const box = { row, column, rowCount: 1, columnCount: 1, ...cell.spill };
  const array = `<f t="array" ref="${formatAddress(box)}">${formula}</f>`;
  return `${head}${typeAttribute(value.type)} cm="${writing.dynamicArray()}">${array}${value.xml}</c>`;
}

export const typeAttribute = (type: string): string => (type === 'n' ? '' : ` t="${type}"`);

/** Type and `<v>` of a calculated value. */
export function formulaValue(cell: CellSnapshot, address: string): { type: string; xml: string } {
  const { value } = cell;
  if (value === null) return { type: 'n', xml: '' };
  if (cell.isError) return { type: 'e', xml: `<v>${errorInFile(String(value))}</v>` };
  if (typeof value === 'boolean') return { type: 'b', xml: `<v>${Number(value)}</v>` };
  if (typeof value === 'number') {
    return Number.isFinite(value) ? { type: 'n', xml: `<v>${value}</v>` } : { type: 'e', xml: '<v>#NUM!</v>' };
  }
  return { type: 'str', xml: `<v>${escapeText(encodeExcelText(checkLength(value, address)))}</v>` };
}

function plainValue(writing: CellWriting, cell: CellSnapshot, address: string): { type: string; text: string | null } {
  if (typeof cell.value !== 'string' || cell.isError) {
    const { type, xml } = formulaValue(cell, address);
    return { type, text: xml === '' ? null : xml.slice(3, -4) };
  }
  const text = checkLength(cell.value, `${writing.sheetName}!${address}`);
  return { type: 's', text: String(writing.strings.numberOf(text)) };
}

function checkLength(value: string, address: string): string {
  if (value.length <= MAX_TEXT) return value;
  throw new WorkbookFileError(
    `The text in ${address} has ${value.length} characters; an Excel cell holds ${MAX_TEXT}.`,
  );
}
