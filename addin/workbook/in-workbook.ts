/**
 * Runs a batch in the open workbook. A cell being edited delays it instead of failing it; a rejected request comes back
 * as an error that says which statement Excel refused.
 */
export const inWorkbook = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run({ delayForCellEdit: true }, batch);

/**
 * Sends what was asked so far. Writing formulas' neighbors one by one would recalculate each time: wait for the end.
 */
export async function sendWrites(context: Excel.RequestContext): Promise<void> {
  context.application.suspendApiCalculationUntilNextSync();
  await context.sync();
}
