import { excelValue } from '../cell-content.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import type { CellBox } from '../snapshot.ts';

/**
 * The names of a table's columns after its header row, written back where they differ: Excel's headers are texts, none
 * blank, none twice.
 */
export function columnNames(live: LiveWorkbook, sheetId: string, { row, column, columnCount }: CellBox): string[] {
  const sheet = live.sheet(sheetId);
  const taken = new Set<string>();
  const names: string[] = [];
  for (let index = 0; index < columnCount; index++) {
    const value = excelValue(live.cell(sheet, row, column + index));
    const name = freeName(String(value) || `Column${index + 1}`, taken);
    taken.add(name.toLowerCase());
    names.push(name);
    if (value !== name) live.writer.write(sheetId, row, column + index, [[{ v: name, t: 1, f: null, si: null, p: null }]]);
  }
  live.writer.flush();
  return names;
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  let name = wanted;
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}${number}`;
  return name;
}
