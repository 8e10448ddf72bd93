/// <reference types="office-js" />
import type { Locator } from 'playwright-core';
import type { PageUnderTest } from './page-under-test.ts';

export type FrontierRow = Readonly<Record<string, unknown>>;

export interface CellPlace {
  readonly sheetName: string;
  readonly address: string;
}

/** Presses the pane's own button and waits for the end. */
export async function runAgain(tested: PageUnderTest): Promise<void> {
  const pane = await tested.pane();
  await pane.getByRole('tab', { name: 'Run' }).click();
  await pane.getByRole('button', { name: /^Run (again|model)$/ }).click();
  await pane.getByText('Elapsed').waitFor();
  await pane.getByText('Finished in').waitFor();
}

/** The row of the frontier table for a job and a node count, by header. */
export async function frontierOf(tested: PageUnderTest, jobId: string, nodes: number): Promise<FrontierRow> {
  const pane = await tested.pane();
  const values = await pane.evaluate(() =>
    Excel.run(async (excel) => {
      const range = excel.workbook.tables.getItem('OutFrontier').getRange().load('values');
      await excel.sync();
      return range.values as unknown[][];
    }),
  );
  const [headers = [], ...rows] = values;
  const records = rows.map((row) => Object.fromEntries(headers.map((header, index) => [String(header), row[index]])));
  const found = records.find((record) => record['JobId'] === jobId && record['Nodes'] === nodes);
  if (!found) throw new Error(`OutFrontier has no ${jobId} on ${nodes} nodes.`);
  return found;
}

/** Where a cell of an input table stands, by header and zero-based row. */
export async function cellOf(tested: PageUnderTest, table: string, header: string, row: number): Promise<CellPlace> {
  const pane = await tested.pane();
  return pane.evaluate(
    ([tableName, columnName, index]) =>
      Excel.run(async (excel) => {
        const column = excel.workbook.tables.getItem(tableName).columns.getItem(columnName);
        const cell = column.getDataBodyRange().getCell(index, 0);
        cell.load('address');
        cell.worksheet.load('name');
        await excel.sync();
        return { sheetName: cell.worksheet.name, address: cell.address.replace(/^.*!/, '') };
      }),
    [table, header, row] as const,
  );
}

/** How many different colors a canvas shows: an empty chart has one. */
export const drawnColors = (canvas: Locator): Promise<number> =>
  canvas.evaluate((element) => {
    const { width, height } = element as HTMLCanvasElement;
    const { data } = (element as HTMLCanvasElement).getContext('2d')!.getImageData(0, 0, width, height);
    return new Set(new Uint32Array(data.buffer)).size;
  });

/** Repeats a check until it holds; calculation and typing take their time. */
export async function eventually(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
