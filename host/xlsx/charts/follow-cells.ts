import { followTables } from '../writing/table-moves.ts';
import type { WorkbookWriting } from '../writing/workbook-writing.ts';
import type { ReferencedCells } from './chart-values.ts';
import { patchChartReferences } from './patch-chart.ts';
import { CHART_TYPE } from './write-charts.ts';

/** Every chart of the file follows the tables and the values it stands on, whoever made it and wherever it is. */
export function followCells(writing: WorkbookWriting): void {
  const { open, snapshot, changes, tableMoves, followedReferences } = writing;
  if (changes.size === 0 && tableMoves.length === 0 && followedReferences.size === 0) return;
  for (const part of open.file.partNames) {
    if (writing.freshCharts.has(part) || open.file.contentType(part) !== CHART_TYPE) continue;
    patchChartReferences(open.file, part, {
      snapshot,
      follow: reference => followedReferences.get(`${part}\n${reference}`) ?? followTables(reference, tableMoves),
      hasChanged: cells => hasChanges(writing, cells),
    });
  }
}

function hasChanges({ changes }: WorkbookWriting, { sheetName, box }: ReferencedCells): boolean {
  const rows = changes.get(sheetName.toLowerCase());
  if (!rows) return false;
  for (let row = box.row; row < box.row + box.rowCount; row++) {
    const cells = rows.get(row);
    if (!cells) continue;
    for (const column of cells.keys()) if (column >= box.column && column < box.column + box.columnCount) return true;
  }
  return false;
}
