import { formatReference, parseAddress } from '../../workbook/address.ts';
import type { CellBox, TableSnapshot } from '../../workbook/snapshot.ts';

/** A table of the file whose range changed. */
export interface TableMove {
  readonly sheetName: string;
  readonly before: TableSnapshot;
  readonly after: TableSnapshot;
}

const bodyOf = ({ box, showTotals }: TableSnapshot): CellBox => ({
  ...box,
  row: box.row + 1,
  rowCount: box.rowCount - 1 - Number(showTotals),
});

/**
 * A reference to a table's column (`Results!$C$6:$C$24`) follows the table as Excel makes it: over all rows it was over
 * before, it is over all rows now; a reference to a header cell keeps pointing there. Others stay.
 */
export function followTables(reference: string, moves: readonly TableMove[]): string {
  const address = parseAddress(reference);
  if (!address?.sheetName) return reference;
  for (const { sheetName, before, after } of moves) {
    if (sheetName.toLowerCase() !== address.sheetName.toLowerCase()) continue;
    const moved = moveBox(address, before, after);
    if (moved) return formatReference(sheetName, moved);
  }
  return reference;
}

function moveBox(box: CellBox, before: TableSnapshot, after: TableSnapshot): CellBox | null {
  const [oldBody, newBody] = [bodyOf(before), bodyOf(after)];
  const firstColumn = before.columnNames[box.column - before.box.column];
  const column = after.columnNames.findIndex(name => name.toLowerCase() === firstColumn?.toLowerCase());
  const isInside =
    box.column >= before.box.column && box.column + box.columnCount <= before.box.column + before.box.columnCount;
  if (!isInside || column < 0) return null;
  const across = { column: after.box.column + column, columnCount: box.columnCount };
  if (box.row === before.box.row && box.rowCount === 1) return { ...across, row: after.box.row, rowCount: 1 };
  if (newBody.rowCount < 1) return null;
  const isBody = box.row === oldBody.row && box.rowCount === oldBody.rowCount;
  if (isBody) return { ...across, row: newBody.row, rowCount: newBody.rowCount };
  const isWithHeader = box.row === before.box.row && box.rowCount === oldBody.rowCount + 1;
  return isWithHeader ? { ...across, row: after.box.row, rowCount: newBody.rowCount + 1 } : null;
}
