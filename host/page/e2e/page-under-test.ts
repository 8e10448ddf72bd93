/// <reference types="office-js" />
import { readFile } from 'node:fs/promises';
import type { Browser, Frame, Locator, Page } from 'playwright-core';

/** The page as a person has it before them, with what went wrong behind their back. */
export interface PageUnderTest {
  readonly page: Page;
  /** The task pane, ready. It is another one after each opened workbook. */
  pane(): Promise<Frame>;
  /** Uncaught errors of page and pane. */
  readonly errors: readonly string[];
  /** Addresses asked for that are not this server's. */
  readonly foreignRequests: readonly string[];
  /** Values by the add-in's own way: Excel.run in the pane. */
  read(sheetName: string, address: string): Promise<unknown[][]>;
  sheetNames(): Promise<string[]>;
  /** Goes to the cell through the name box and types. */
  type(sheetName: string, address: string, text: string): Promise<void>;
  /** Presses Save and answers the downloaded bytes. */
  save(): Promise<Uint8Array>;
  open(name: string, bytes: Uint8Array): Promise<void>;
  close(): Promise<void>;
}

export async function openPage(browser: Browser, url: string, locale = 'en-US'): Promise<PageUnderTest> {
  // No color scheme of playwright's own: it would reach into the pane's frame past the page's choice.
  const context = await browser.newContext({ viewport: { width: 1400, height: 850 }, colorScheme: null, locale });
  const page = await context.newPage();
  const errors: string[] = [];
  const foreignRequests: string[] = [];
  page.on('pageerror', (error) => errors.push(error.stack ?? error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob|about):/.test(request.url())) foreignRequests.push(request.url());
  });
  await page.goto(url);

  const pane = async (): Promise<Frame> => {
    const element = await page.waitForSelector('iframe[title="CloudCost task pane"]');
    const frame = await element.contentFrame();
    if (!frame) throw new Error('The task pane has no frame.');
    await frame.waitForSelector('[role=tab]');
    await frame.evaluate(() => window.cloudCost?.ready);
    return frame;
  };

  return {
    page,
    pane,
    errors,
    foreignRequests,
    async read(sheetName, address) {
      return (await pane()).evaluate(
        ([sheet, cells]) =>
          Excel.run(async (excel) => {
            const range = excel.workbook.worksheets.getItem(sheet).getRange(cells).load('values');
            await excel.sync();
            return range.values as unknown[][];
          }),
        [sheetName, address] as const,
      );
    },
    async sheetNames() {
      return (await pane()).evaluate(() =>
        Excel.run(async (excel) => {
          const sheets = excel.workbook.worksheets.load('items/name');
          await excel.sync();
          return sheets.items.map(({ name }) => name);
        }),
      );
    },
    async type(sheetName, address, text) {
      // What the cell refused a moment ago is told in a dialog that covers the page.
      if ((await page.getByRole('dialog').count()) > 0) await page.keyboard.press('Escape');
      await sheetTab(page, sheetName).click();
      const nameBox = nameBoxOf(page);
      await nameBox.fill(address);
      await nameBox.press('Enter');
      // The grid takes the keyboard back a moment later.
      await page.waitForFunction(() => !(document.activeElement instanceof HTMLInputElement));
      await page.waitForTimeout(100);
      // At a quick person's pace: the drop-down of a cell opens with the first key and filters with the next ones.
      await page.keyboard.type(text, { delay: 30 });
      await page.keyboard.press('Enter');
      await page.waitForTimeout(200);
    },
    async save() {
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: 'Save', exact: true }).click();
      return new Uint8Array(await readFile(await (await download).path()));
    },
    async open(name, bytes) {
      const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
      await page.locator('#file').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
    },
    close: () => context.close(),
  };
}

export const nameBoxOf = (page: Page): Locator => page.locator('[data-u-comp="defined-name"] input');

export const sheetTab = (page: Page, sheetName: string): Locator =>
  page.locator('[data-u-comp="slide-tab-item"]').filter({ hasText: new RegExp(`^${sheetName}$`) });
