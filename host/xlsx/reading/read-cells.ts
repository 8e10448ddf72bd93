import { parseAddress } from '../../workbook/address.ts';
import type { CellBox, CellSnapshot, CellStyle, CellValue } from '../../workbook/snapshot.ts';
import { formulaFromFile } from '../formula/from-file.ts';
import { makeShiftable } from '../formula/shift.ts';
import type { FunctionNames } from '../function-names.ts';
import { WorkbookFileError } from '../workbook-file-error.ts';
import { decodeExcelText } from '../xml/escape.ts';
import { serialFromIso } from './iso-date.ts';
import type { RawCell } from './scan-sheet.ts';
import type { SharedString } from './shared-strings.ts';

export interface CellSources {
  readonly strings: readonly SharedString[];
  /** By `s`. */
  readonly styles: readonly (CellStyle | undefined)[];
  readonly functions: FunctionNames;
  readonly date1904: boolean;
  readonly part: string;
}

export type CellRows = Map<number, Map<number, CellSnapshot>>;

interface SharedFormula {
  readonly row: number;
  readonly column: number;
  readonly at: (rows: number, columns: number) => string;
}

/** A shared formula can blow a small file up; no real workbook has this much formula text. */
const MAX_SHARED_CHARACTERS = 200_000_000;
const MAX_SPILLED_CELLS = 10_000_000;

/** Turns the cells of one sheet, in file order, into a snapshot's. */
export class CellReader {
  readonly rows: CellRows = new Map();
  readonly #sources: CellSources;
  readonly #shared = new Map<string, SharedFormula>();
  readonly #arrays: CellBox[] = [];
  #sharedCharacters = 0;

  constructor(sources: CellSources) {
    this.#sources = sources;
  }

  add(raw: RawCell): void {
    const style = this.#sources.styles[Number(raw.attributes.s ?? 0)];
    const { value, isError } = this.#value(raw);
    const formula = this.#formula(raw);
    if (value === null && formula === undefined && !style) return;
    const spill = formula === undefined ? undefined : this.#spill(raw);
    let row = this.rows.get(raw.row);
    if (!row) this.rows.set(raw.row, (row = new Map()));
    row.set(raw.column, {
      value,
      ...(isError && { isError }),
      ...(formula !== undefined && { formula }),
      ...(spill && { spill }),
      ...(style && { style }),
    });
  }

  /** Call when all cells are in: marks those that hold a value only because an array formula fills them. */
  markSpilled(): void {
    let marked = 0;
    for (const box of this.#arrays) {
      for (const [rowIndex, row] of rowsWithin(this.rows, box)) {
        for (let column = box.column; column < box.column + box.columnCount; column++) {
          if (++marked > MAX_SPILLED_CELLS) throw this.#damaged('its array formulas overlap');
          const cell = row.get(column);
          if (!cell || (rowIndex === box.row && column === box.column) || cell.formula !== undefined) continue;
          row.set(column, { ...cell, isSpilled: true });
        }
      }
    }
  }

  #value(raw: RawCell): { value: CellValue; isError?: true } {
    const text = raw.value;
    switch (raw.attributes.t) {
      case 's': {
        if (text === undefined) return { value: null };
        const string = this.#sources.strings[Number(text)];
        if (!string) throw this.#damaged(`a cell in row ${raw.row + 1} points to a text that is not there`);
        return { value: string.text };
      }
      case 'str':
      case 'inlineStr':
        return { value: text === undefined ? null : decodeExcelText(text) };
      case 'b':
        return { value: text === undefined ? null : text.trim() === '1' || text.trim() === 'true' };
      case 'e':
        return text === undefined ? { value: null } : { value: text, isError: true };
      case 'd':
        return { value: text === undefined ? null : serialFromIso(text, this.#sources.date1904) };
      default: {
        if (text === undefined || text.trim() === '') return { value: null };
        const number = Number(text);
        if (!Number.isFinite(number)) throw this.#damaged(`a cell in row ${raw.row + 1} holds no number`);
        return { value: number };
      }
    }
  }

  #formula(raw: RawCell): string | undefined {
    if (!raw.formula) return undefined;
    const { text, attributes } = raw.formula;
    if (attributes.t === 'dataTable') return undefined;
    if (attributes.t === 'shared' && attributes.si !== undefined) {
      if (text === '') return this.#sharedFormula(attributes.si, raw);
      const typed = formulaFromFile(text, this.#sources.functions);
      this.#shared.set(attributes.si, { row: raw.row, column: raw.column, at: makeShiftable(typed.slice(1)) });
      return typed;
    }
    return text === '' ? undefined : formulaFromFile(text, this.#sources.functions);
  }

  #sharedFormula(id: string, raw: RawCell): string | undefined {
    const shared = this.#shared.get(id);
    if (!shared) return undefined;
    const formula = `=${shared.at(raw.row - shared.row, raw.column - shared.column)}`;
    this.#sharedCharacters += formula.length;
    if (this.#sharedCharacters > MAX_SHARED_CHARACTERS) {
      throw new WorkbookFileError(
        `The file is refused: the formulas of ${this.#sources.part} fill more memory than any workbook needs.`,
      );
    }
    return formula;
  }

  #spill(raw: RawCell): { rowCount: number; columnCount: number } | undefined {
    const { t, ref } = raw.formula?.attributes ?? {};
    const box = t === 'array' && ref ? parseAddress(ref) : null;
    if (!box || (box.rowCount === 1 && box.columnCount === 1)) return undefined;
    this.#arrays.push(box);
    return { rowCount: box.rowCount, columnCount: box.columnCount };
  }

  #damaged(what: string): WorkbookFileError {
    return new WorkbookFileError(`The file is damaged: in ${this.#sources.part} ${what}.`);
  }
}

function* rowsWithin(rows: CellRows, box: CellBox): Iterable<[number, Map<number, CellSnapshot>]> {
  if (box.rowCount > rows.size) {
    for (const entry of rows) if (entry[0] >= box.row && entry[0] < box.row + box.rowCount) yield entry;
    return;
  }
  for (let index = box.row; index < box.row + box.rowCount; index++) {
    const row = rows.get(index);
    if (row) yield [index, row];
  }
}
