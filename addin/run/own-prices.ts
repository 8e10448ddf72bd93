import { readOwnPrices } from '../../engine/index.ts';
import { refusePrices, usePrices } from '../functions/current-prices.ts';
import { inWorkbook } from '../workbook/in-workbook.ts';
import { readInput } from '../workbook/read-input.ts';

/** Tables that change what a worksheet function answers. */
const priceTables = ['Settings', 'PriceSheet', 'NodeTypes', 'FxRates', 'Negotiated', 'Meters', 'MeterTiers', 'MeterAllowances'];

export interface OwnPriceReader {
  /** Reads the workbook's price tables; when they are not as they were, recalculates every cell that stands on them. */
  refresh(): Promise<void>;
}

export function createOwnPriceReader(): OwnPriceReader {
  let seen = '';
  return {
    async refresh() {
      const input = await readInput(priceTables);
      const tables = input.tables.map(({ tableName, headers, rows }) => [tableName, headers, rows]);
      const content = JSON.stringify([input.dateSystem, tables]);
      if (content === seen) return;
      const isFirst = seen === '';
      seen = content;
      const read = readOwnPrices(input);
      if (read.ok) usePrices(read.value, input.dateSystem);
      else refusePrices(read.issues);
      // Cells that were calculated before this first reading had the catalog, so they are right when there are no
      // tables.
      if (!isFirst || input.tables.length > 0) await recalculate();
    },
  };
}

/** Functions that stand on prices are not volatile: only a full calculation asks them again. */
const recalculate = (): Promise<void> =>
  inWorkbook(async context => {
    context.application.calculate('Full' as Excel.CalculationType.full);
    await context.sync();
  });
