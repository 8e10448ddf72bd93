import { generateRandomId } from '@univerjs/core';
import { AddRangeThemeMutation, SheetRangeThemeModel } from '@univerjs/sheets';
import { AddSheetTableMutation, DeleteSheetTableMutation, SetSheetTableMutation, TableManager } from '@univerjs/sheets-table';
import type { ITableInfo } from '@univerjs/sheets-table';
import type { LiveWorkbook } from '../live-workbook.ts';
import { univerRange } from '../open-snapshot.ts';
import type { CellBox } from '../snapshot.ts';
import { columnNames } from './column-names.ts';
import { tableTheme, themeName } from './table-theme.ts';

export interface TableLook {
  readonly style: string;
  readonly showBandedRows: boolean;
  readonly showBandedColumns: boolean;
  readonly showFilterButton: boolean;
  readonly showTotals: boolean;
  readonly highlightFirstColumn: boolean;
  readonly highlightLastColumn: boolean;
}

export interface StoredTable {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  /** Header row included. */
  readonly box: CellBox;
  readonly look: TableLook;
}

const defaultLook: TableLook = {
  style: 'TableStyleMedium2',
  showBandedRows: true,
  showBandedColumns: false,
  showFilterButton: true,
  showTotals: false,
  highlightFirstColumn: false,
  highlightLastColumn: false,
};

/** The workbook's tables: range and name in Univer, where formulas find them; how they look, here. */
export class TableStore {
  private readonly looks = new Map<string, TableLook>();

  constructor(private readonly live: LiveWorkbook) {}

  list(): StoredTable[] {
    const infos = this.live.facade.getTableList();
    return infos.map((info) => this.stored(info));
  }

  onSheet(sheetId: string): StoredTable[] {
    return this.list().filter((table) => table.sheetId === sheetId);
  }

  byId(id: string): StoredTable | null {
    return this.list().find((table) => table.id === id) ?? null;
  }

  byName(name: string): StoredTable | null {
    const wanted = name.toLowerCase();
    return this.list().find((table) => table.name.toLowerCase() === wanted) ?? null;
  }

  columnNames(table: StoredTable): string[] {
    return this.manager.getTableById(this.live.unitId, table.id)!.getTableInfo().columns.map(({ displayName }) => displayName);
  }

  /** Takes the header row's texts as column names, making them whole and different first, as Excel does. */
  add(sheetId: string, box: CellBox, name: string, look: Partial<TableLook> = {}): StoredTable {
    const id = generateRandomId(10);
    const header = columnNames(this.live, sheetId, box);
    this.looks.set(id, { ...defaultLook, ...look });
    this.execute(AddSheetTableMutation.id, {
      unitId: this.live.unitId,
      subUnitId: sheetId,
      tableId: id,
      name,
      range: univerRange(box),
      header,
      options: { tableStyleId: this.theme(this.looks.get(id)!) },
    });
    return this.byId(id)!;
  }

  async rename(table: StoredTable, name: string): Promise<void> {
    // the command also rewrites formulas that use the name; it refuses names that a sheet has, which Excel does not mind
    const isDone = await this.live.sheet(table.sheetId).setTableName(table.id, name);
    if (!isDone) this.configure(table, { name });
  }

  /** The table keeps its identity: formulas on it go on. */
  resize(table: StoredTable, box: CellBox): void {
    this.live.grow(table.sheetId, box.row + box.rowCount, box.column + box.columnCount);
    const isSameColumns = box.column === table.box.column && box.columnCount === table.box.columnCount;
    this.configure(table, { updateRange: { newRange: univerRange(box) } });
    if (!isSameColumns) this.syncColumns({ ...table, box });
  }

  setLook(table: StoredTable, change: Partial<TableLook>): void {
    const look = { ...table.look, ...change };
    this.looks.set(table.id, look);
    this.configure(table, { theme: this.theme(look) });
  }

  remove(table: StoredTable): void {
    this.looks.delete(table.id);
    this.execute(DeleteSheetTableMutation.id, { unitId: this.live.unitId, subUnitId: table.sheetId, tableId: table.id });
  }

  /** Keeps column names and header cells the same, whoever writes into a header. */
  followHeaders(): { dispose(): void } {
    return this.live.followCells((sheetId, cells) => {
      for (const info of this.live.facade.getTableList()) {
        const { startRow, startColumn, endColumn } = info.range;
        const written = info.subUnitId === sheetId ? cells[startRow] : undefined;
        const isHeader = written && Object.keys(written).some((column) => Number(column) >= startColumn && Number(column) <= endColumn);
        if (isHeader) this.syncColumns(this.stored(info));
      }
    });
  }

  /** Univer keeps column names apart from the header cells, and loses their order when columns come or go. */
  private syncColumns(table: StoredTable): void {
    const univerTable = this.manager.getTableById(this.live.unitId, table.id);
    if (!univerTable) return;
    const names = columnNames(this.live, table.sheetId, table.box);
    const { columns } = univerTable.getTableInfo();
    if (names.length === columns.length && names.every((name, index) => name === columns[index]!.displayName)) return;
    univerTable.setColumns(
      names.map((displayName, index) => {
        const known = columns.find((column) => column.displayName === displayName) ?? columns[index];
        return { ...(known ?? columns[0]!), id: generateRandomId(8), displayName };
      }),
    );
    // once more with the same range: formulas take over the names
    this.configure(table, { updateRange: { newRange: univerRange(table.box) } });
  }

  private stored(info: ITableInfo): StoredTable {
    const { startRow, startColumn, endRow, endColumn } = info.range;
    return {
      id: info.id,
      name: info.name,
      sheetId: info.subUnitId,
      box: { row: startRow, column: startColumn, rowCount: endRow - startRow + 1, columnCount: endColumn - startColumn + 1 },
      look: this.looks.get(info.id) ?? defaultLook,
    };
  }

  private theme(look: TableLook): string {
    const { unitId, parts } = this.live;
    const name = themeName(look);
    if (!parts.injector.get(SheetRangeThemeModel).getALLRegisteredTheme(unitId).includes(name)) {
      this.execute(AddRangeThemeMutation.id, { unitId, subUnitId: '', styleJSON: tableTheme(look) });
    }
    return name;
  }

  private configure(table: StoredTable, config: object): void {
    this.execute(SetSheetTableMutation.id, { unitId: this.live.unitId, subUnitId: table.sheetId, tableId: table.id, config });
  }

  private execute(id: string, params: object): void {
    this.live.writer.flush();
    this.live.parts.api.syncExecuteCommand(id, params);
  }

  private get manager(): TableManager {
    return this.live.parts.injector.get(TableManager);
  }
}
