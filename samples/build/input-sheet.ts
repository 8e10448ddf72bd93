import { inputTables, serialOfLocalSeconds, settingSpecs, templateColumns } from '../../engine/index.ts';
import type { ColumnSpec, ColumnType, TableSpec, TemplateColumn } from '../../engine/index.ts';
import type { CellBox, CellValue } from '../../host/workbook/snapshot.ts';
import type { SampleSheet, SampleTable, SourceCell } from '../source/sample.ts';
import { columnValidation, referenceValidation } from './column-validation.ts';
import { inputTabColor, layout, look, pointsOf } from './look.ts';
import { SheetDraft } from './sheet-draft.ts';
import { columnReference, type TablePlace } from './table-place.ts';

/** Rows from the top of the sheet: title, question, note, a gap, captions, units, header, body. */
const row = { title: 0, question: 1, note: 2, caption: 4, unit: 5, header: 6, body: 7 } as const;
const gapBetweenTables = 2;

const specOf = (tableId: string): TableSpec => {
  const spec = inputTables.find(each => each.id === tableId);
  if (!spec) throw new Error(`there is no input table ${tableId}`);
  return spec;
};

const columnSpecOf = (spec: TableSpec, header: string): ColumnSpec | undefined =>
  spec.columns.find(each => each.id === header);

/** Numbers and dates stand at the right edge of their cell, captions with them; text a little off the left one. */
const toTheRight = { horizontalAlignment: 'right' } as const;
const toTheLeft = { horizontalAlignment: 'left', indent: 1 } as const;
const rightTypes: readonly ColumnType[] = ['number', 'integer', 'fraction', 'date', 'dateTime'];

const alignmentOf = (spec: TableSpec, header: string) => {
  const type = columnSpecOf(spec, header)?.type;
  return type && rightTypes.includes(type) ? toTheRight : toTheLeft;
};

const serialDate = (text: string): number => {
  const [date, time = '00:00'] = text.split(' ');
  const serial = serialOfLocalSeconds(Date.parse(`${date}T${time}:00Z`) / 1000, 1900);
  if (serial === null || Number.isNaN(serial)) throw new Error(`not a date: ${text}`);
  return serial;
};

/** How one cell is shown and what it holds: the values of Settings are of many kinds, a row each. */
const cellContent = (table: SampleTable, rowCells: readonly SourceCell[], index: number, column: TemplateColumn) => {
  const spec = specOf(table.tableId);
  const value = rowCells[index] ?? null;
  const setting = spec.id === 'Settings' && column.header === 'Value' ? settingSpecs.find(each => each.id === rowCells[0]) : undefined;
  const type = setting?.type ?? columnSpecOf(spec, column.header)?.type ?? 'text';
  const isDate = type === 'date' || type === 'dateTime';
  const content: CellValue = isDate && typeof value === 'string' ? serialDate(value) : value;
  const columnFormat = table.numberFormats?.[column.header] ?? column.numberFormat;
  const numberFormat = setting ? (isDate ? 'yyyy-mm-dd' : 'General') : columnFormat;
  return { content, numberFormat };
};

/** Characters a column needs for its captions and for what stands in it. */
const widthOf = (column: TemplateColumn, table: SampleTable, index: number): number => {
  const longest = Math.max(...table.rows.map(cells => String(cells[index] ?? '').length));
  return Math.min(64, Math.max(column.widthCharacters, longest + 2));
};

const placeTable = (draft: SheetDraft, table: SampleTable, firstColumn: number): TablePlace => {
  const spec = specOf(table.tableId);
  const columns = templateColumns(spec, table.columns);
  draft.write(row.title, firstColumn, spec.title, look.title);
  draft.write(row.question, firstColumn, spec.question, look.question);
  if (table.note) draft.write(row.note, firstColumn, table.note, look.note);

  columns.forEach((column, index) => {
    const c = firstColumn + index;
    draft.columnWidths.set(c, pointsOf(widthOf(column, table, index)));
    const alignment = alignmentOf(spec, column.header);
    draft.write(row.caption, c, column.title, { ...look.caption, ...alignment });
    draft.write(row.unit, c, column.unit, { ...look.captionUnit, ...alignment });
    draft.write(row.header, c, column.header, { ...look.header, ...alignment });
    table.rows.forEach((cells, r) => {
      const { content, numberFormat } = cellContent(table, cells, index, column);
      draft.write(row.body + r, c, content, { ...look.input, numberFormat, ...alignment });
    });
  });
  const body = { row: row.body, column: firstColumn, rowCount: table.rows.length, columnCount: columns.length };
  draft.tables.push({
    name: spec.id,
    box: { ...body, row: row.header, rowCount: body.rowCount + 1 },
    columnNames: columns.map(column => column.header),
    style: 'TableStyleLight1',
    showBandedRows: false,
    showFilterButton: false,
    showTotals: false,
  });
  const keys = table.rows.map(cells => String(cells[0]));
  return { tableId: spec.id, sheetName: draft.name, columns: table.columns, keys, body };
};

const addValidations = (draft: SheetDraft, places: readonly TablePlace[]): void => {
  for (const place of places.filter(each => each.sheetName === draft.name)) {
    const spec = specOf(place.tableId);
    templateColumns(spec, place.columns).forEach((column, index) => {
      const box: CellBox = { ...place.body, column: place.body.column + index, columnCount: 1 };
      const references = columnSpecOf(spec, column.header)?.references ?? [];
      const targets = references.flatMap(({ tableId, columnId }) => {
        const target = places.find(each => each.tableId === tableId);
        return target ? [columnReference(target, columnId)] : [];
      });
      const [only] = targets;
      const isReference = only !== undefined && targets.length === 1;
      const validation = isReference ? referenceValidation(column, box, only) : columnValidation(column, box);
      if (validation) draft.validations.push(validation);
    });
  }
};

export interface InputSheets {
  readonly drafts: readonly SheetDraft[];
  readonly places: readonly TablePlace[];
}

/** Input sheets of a sample with their tables, and where each table stands. */
export const inputSheets = (sheets: readonly SampleSheet[]): InputSheets => {
  const places: TablePlace[] = [];
  const drafts = sheets.map(sheet => {
    const draft = new SheetDraft(sheet.name, inputTabColor);
    let column: number = layout.firstColumn;
    for (const table of sheet.tables) {
      places.push(placeTable(draft, table, column));
      column += table.columns.length + gapBetweenTables;
    }
    draft.rowHeights.set(row.title, layout.titleHeight);
    draft.rowHeights.set(row.header, 18);
    // With one table its key column stays in view as well.
    draft.freeze = { rowCount: row.body, columnCount: sheet.tables.length === 1 ? layout.firstColumn + 1 : 0 };
    return draft;
  });
  drafts.forEach(draft => addValidations(draft, places));
  return { drafts, places };
};
