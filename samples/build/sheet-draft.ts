import type {
  CellBox, CellSnapshot, CellStyle, CellValue, SheetSnapshot, TableSnapshot, ValidationSnapshot,
} from '../../host/workbook/snapshot.ts';
import { layout } from './look.ts';

/** A sheet while it is being laid out. */
export class SheetDraft {
  readonly tables: TableSnapshot[] = [];
  readonly validations: ValidationSnapshot[] = [];
  readonly columnWidths = new Map<number, number>([[0, layout.marginWidth]]);
  readonly rowHeights = new Map<number, number>();
  freeze: { readonly rowCount: number; readonly columnCount: number } | undefined;
  private readonly cells = new Map<number, Map<number, CellSnapshot>>();

  constructor(readonly name: string, private readonly tabColor: string) {}

  put(row: number, column: number, cell: CellSnapshot): void {
    const cells = this.cells.get(row);
    if (cells) cells.set(column, cell);
    else this.cells.set(row, new Map([[column, cell]]));
  }

  write(row: number, column: number, value: CellValue, style: CellStyle): void {
    this.put(row, column, { value, style });
  }

  /** Styles every cell of a box that holds nothing yet. */
  fill({ row, column, rowCount, columnCount }: CellBox, style: CellStyle): void {
    for (let r = row; r < row + rowCount; r += 1)
      for (let c = column; c < column + columnCount; c += 1)
        if (!this.cells.get(r)?.has(c)) this.put(r, c, { value: null, style });
  }

  snapshot(): SheetSnapshot {
    return {
      name: this.name,
      isHidden: false,
      tabColor: this.tabColor,
      showGridlines: false,
      ...(this.freeze ? { freeze: this.freeze } : {}),
      cells: this.cells,
      columnWidths: this.columnWidths,
      rowHeights: this.rowHeights,
      merges: [],
      tables: this.tables,
      charts: [],
      validations: this.validations,
      conditionalFormats: [],
      pageLayout: { orientation: 'landscape', fitToWidth: 1 },
    };
  }
}
