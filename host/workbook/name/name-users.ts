import { cellKey } from '../../functions/custom-call.ts';
import type { CellKey } from '../../functions/custom-call.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import type { NamedFormula } from '../snapshot.ts';

/**
 * The cells whose formulas hold one of the names, or another name that stands on it. A text or a sheet that reads the same
 * counts too: such a cell is calculated once too often, no more.
 */
export function cellsUsing(live: LiveWorkbook, names: readonly string[]): Set<CellKey> {
  const mentions = mentionOf(namesOn(names, live.names.list()));
  const cells = new Set<CellKey>();
  for (const sheet of live.facade.getSheets()) {
    const sharedFormulas = new Set<string>();
    const matrix = sheet.getSheet().getCellMatrix();
    matrix.forValue((row, column, cell) => {
      if (!cell?.f || !mentions.test(cell.f)) return;
      if (cell.si) sharedFormulas.add(cell.si);
      cells.add(cellKey(sheet.getSheetId(), row, column));
    });
    if (sharedFormulas.size === 0) continue;
    matrix.forValue((row, column, cell) => {
      if (cell?.si && sharedFormulas.has(cell.si)) cells.add(cellKey(sheet.getSheetId(), row, column));
    });
  }
  return cells;
}

/** The names and those that stand on them. */
function namesOn(names: readonly string[], all: readonly Pick<NamedFormula, 'name' | 'formula'>[]): string[] {
  const found = new Set(names.map((name) => name.toLowerCase()));
  let isGrowing = true;
  while (isGrowing) {
    const mentions = mentionOf([...found]);
    const more = all.filter((other) => !found.has(other.name.toLowerCase()) && mentions.test(other.formula));
    for (const other of more) found.add(other.name.toLowerCase());
    isGrowing = more.length > 0;
  }
  return [...found];
}

function mentionOf(names: readonly string[]): RegExp {
  const anyName = names.map((name) => name.replace(/[\\.?]/g, '\\$&')).join('|');
  return new RegExp(`(?<![\\p{L}\\p{N}_.\\\\?])(?:${anyName})(?![\\p{L}\\p{N}_.\\\\?])`, 'iu');
}
