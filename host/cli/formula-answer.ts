import type { CellValue } from '../workbook/snapshot.ts';
import type { HostedWorkbook } from './hosted-workbook.ts';
import { settle } from './settle.ts';

export type FormulaAnswer =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly CellValue[])[] }
  | { readonly kind: 'error'; readonly error: string; readonly message: string | null };

/** Room for spilled rows below the formula; Excel's own limit would cost a grid of a million rows. */
const spillRows = 20_000;
const spillColumns = 100;

/**
 * Evaluates a formula in a free cell beside everything the sheet holds, so that nothing stands in the way of a spill.
 * @param sheetName The sheet whose cells unqualified references mean; the active one when null.
 */
export async function answerFormula(
  { session }: HostedWorkbook,
  formula: string,
  sheetName: string | null,
): Promise<FormulaAnswer> {
  const workbook = session.api.getActiveWorkbook()!;
  const sheet = sheetName === null ? workbook.getActiveSheet() : workbook.getSheetByName(sheetName);
  if (!sheet) throw new RangeError(`There is no sheet "${sheetName}".`);
  const column = sheet.getLastColumn() + 2;
  if (sheet.getMaxRows() < spillRows) sheet.setRowCount(spillRows);
  if (sheet.getMaxColumns() < column + spillColumns) sheet.setColumnCount(column + spillColumns);
  sheet.getRange(0, column).setValue({ f: formula.startsWith('=') ? formula : `=${formula}` });
  await settle(session);

  const cells = session.takeSnapshot().sheets.find(each => each.name === sheet.getSheetName())!.cells;
  const answer = cells.get(0)?.get(column);
  if (answer?.isError) {
    return { kind: 'error', error: String(answer.value), message: session.errorMessage(sheet.getSheetName(), 0, column) };
  }
  const { rowCount, columnCount } = answer?.spill ?? { rowCount: 1, columnCount: 1 };
  const rows = Array.from({ length: rowCount }, (_, r) =>
    Array.from({ length: columnCount }, (_, c) => cells.get(r)?.get(column + c)?.value ?? null),
  );
  return { kind: 'rows', rows };
}
