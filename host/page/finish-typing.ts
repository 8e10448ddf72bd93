import type { FUniver } from '@univerjs/core/facade';
// Adds editing to the workbook facade.
import type {} from '@univerjs/sheets-ui/facade';
import type {} from '@univerjs/sheets/facade';

/** Puts a half-typed entry into its cell, as Excel does when one turns to something else than the grid. */
export async function finishTyping(api: FUniver): Promise<void> {
  const workbook = api.getActiveWorkbook();
  if (workbook?.isCellEditing()) await workbook.endEditingAsync(true);
}
