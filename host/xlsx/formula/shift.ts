import { columnIndex, columnName, maxColumnCount, maxRowCount } from '../../workbook/address.ts';
import { formulaTokens, type FormulaToken } from './tokens.ts';

const CELL = /^(\$?)([A-Z]{1,3})(\$?)(\d{1,7})$/i;
const COLUMN = /^(\$?)([A-Z]{1,3})$/i;
const ROW = /^(\$?)(\d{1,7})$/;

type Piece = string | ((rows: number, columns: number) => string);

/**
 * A formula as a function of where it is copied to: relative references move, the rest stays.
 * Files store a filled-down column as one formula and the cells that share it.
 */
export function makeShiftable(formula: string): (rows: number, columns: number) => string {
  const tokens = formulaTokens(formula);
  const pieces = tokens.map((token, index): Piece => movingPiece(tokens, index) ?? token.text);
  return (rows, columns) => {
    if (rows === 0 && columns === 0) return formula;
    let shifted = '';
    for (const piece of pieces) shifted += typeof piece === 'string' ? piece : piece(rows, columns);
    return shifted;
  };
}

function movingPiece(tokens: readonly FormulaToken[], index: number): Piece | null {
  const token = tokens[index]!;
  const next = tokens[index + 1]?.text;
  if ((token.kind !== 'word' && token.kind !== 'number') || next === '(' || next === '!') return null;
  const cell = CELL.exec(token.text);
  if (cell && columnIndex(cell[2]!) < maxColumnCount) {
    const [, fixedColumn, column = '', fixedRow, row = ''] = cell;
    return (rows, columns) => {
      const movedColumn = moveColumn(column, fixedColumn ? 0 : columns);
      const movedRow = moveRow(row, fixedRow ? 0 : rows);
      return movedColumn && movedRow ? `${fixedColumn}${movedColumn}${fixedRow}${movedRow}` : '#REF!';
    };
  }
  if (next !== ':' && tokens[index - 1]?.text !== ':') return null;
  const partner = tokens[next === ':' ? index + 2 : index - 2]?.text ?? '';
  const column = COLUMN.exec(token.text);
  if (column && COLUMN.test(partner)) {
    return (_, columns) => `${column[1]}${moveColumn(column[2]!, column[1] ? 0 : columns) ?? '#REF!'}`;
  }
  const row = ROW.exec(token.text);
  if (row && ROW.test(partner)) return rows => `${row[1]}${moveRow(row[2]!, row[1] ? 0 : rows) ?? '#REF!'}`;
  return null;
}

function moveColumn(name: string, by: number): string | null {
  if (by === 0) return name;
  const moved = columnIndex(name) + by;
  return moved >= 0 && moved < maxColumnCount ? columnName(moved) : null;
}

function moveRow(row: string, by: number): string | null {
  const moved = Number(row) + by;
  return moved >= 1 && moved <= maxRowCount ? String(moved) : null;
}
