/**
 * Runs a batch in the open workbook. A cell being edited delays it instead of failing it; a rejected request comes back
 * as an error that says which statement Excel refused.
 */
export const inWorkbook = <T>(batch: (context: Excel.RequestContext) => Promise<T>): Promise<T> =>
  Excel.run({ delayForCellEdit: true }, batch);
