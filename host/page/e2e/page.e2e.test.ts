/// <reference types="office-js" />
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Browser } from 'playwright-core';
import { startServer, type RunningServer } from '../../server/serve.ts';
import { installedFolders } from '../../server/served-folders.ts';
import { launchBrowser } from './launch-browser.ts';
import { nameBoxOf, openPage, sheetTab, type PageUnderTest } from './page-under-test.ts';
import { cellOf, drawnColors, eventually, frontierOf, runAgain } from './probes.ts';

jest.setTimeout(90_000);

const folders = installedFolders();
for (const part of [path.join(folders.page, 'page.js'), path.join(folders.addin, 'main.js')]) {
  if (!existsSync(part)) throw new Error(`${part} is not built: run \`npm run build\` first.`);
}
const browser = await launchBrowser();
const withBrowser = browser ? describe : describe.skip;

/** 560,000 core-hours on 8 cores a node: the film job of the sample. */
const workCoreHours = 560_000;
const coresPerNode = 8;
const bootHours = 97 / 3600;
const priceUsdPerHour = 1.6;

withBrowser('the page', () => {
  let server: RunningServer;
  let tested: PageUnderTest;
  beforeAll(async () => {
    server = await startServer({ port: 0 });
    tested = await openPage(browser as Browser, server.url);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('opens the sample workbook with the add-in beside it', async () => {
    const pane = await tested.pane();
    expect(await tested.sheetNames()).toContain('Farm jobs');
    await tested.page.getByText('render-farm.xlsx', { exact: true }).waitFor();
    await pane.getByText('Farm jobs').first().waitFor();
    expect(await tested.page.locator('#unsaved').isVisible()).toBe(false);
  });

  it('shows the ribbon buttons of the manifest, which open the views of the pane', async () => {
    const pane = await tested.pane();
    for (const name of ['Prices', 'Help', 'Model']) {
      await tested.page.getByRole('toolbar', { name: 'CloudCost' }).getByRole('button', { name }).click();
      await pane.getByRole('tab', { name, selected: true }).waitFor();
    }
  });

  it('finds node types with price, source and date', async () => {
    const pane = await tested.pane();
    await pane.getByRole('tab', { name: 'Prices' }).click();
    await pane.getByLabel('Search').fill('m7i.xlarge');
    await pane.getByText('0.2016 USD/h').first().waitFor();
  });

  it('runs the model: result tables, summary and a chart', async () => {
    const pane = await tested.pane();
    await tested.page.getByRole('button', { name: 'Run', exact: true }).click();
    await pane.getByText('Finished in').waitFor({ timeout: 60_000 });
    expect(await tested.sheetNames()).toEqual(expect.arrayContaining(['Results Summary', 'Results Frontier']));
    const frontier = await frontierOf(tested, 'as-told-hourly', 70_000);
    // One hour of work and 97 s of start-up; per started hour that is two hours of 70,000 nodes.
    expect(frontier['Hours']).toBeCloseTo(workCoreHours / coresPerNode / 70_000 + bootHours, 3);
    expect(frontier['Cost']).toBeCloseTo(70_000 * 2 * priceUsdPerHour, 2);

    await pane.getByRole('button', { name: /^Results Frontier/ }).click();
    const chart = tested.page.getByRole('figure', { name: /^Chart:/ }).first();
    await chart.waitFor();
    expect(await drawnColors(chart.locator('canvas').first())).toBeGreaterThan(3);
    expect(await tested.page.locator('#unsaved').isVisible()).toBe(true);
  });

  it('answers a formula typed into a cell', async () => {
    await tested.type('Settings', 'H3', '=CLOUD.COST("aws","us-east-1","m7i.xlarge",730)');
    // On-demand price of m7i.xlarge in us-east-1: 0.2016 USD an hour.
    await eventually(async () => expect((await tested.read('Settings', 'H3'))[0]?.[0]).toBeCloseTo(0.2016 * 730, 9));
  });

  it('says in the status line what an error in the selected cell means', async () => {
    await tested.type('Settings', 'H5', '=CLOUD.PRICE("aws","us-east-1","no-such-type")');
    await eventually(async () => expect((await tested.read('Settings', 'H5'))[0]?.[0]).toBe('#N/A'));
    await tested.page.keyboard.press('ArrowUp');
    await eventually(async () => expect(await tested.page.locator('#status').textContent()).toMatch(/^#N\/A: .*no-such-type/));
  });

  it('recalculates what depends on an input cell, and a new run follows it', async () => {
    const work = await cellOf(tested, 'FarmJobs', 'Work', 0);
    await tested.type('Settings', 'H7', `=CLOUD.JOBTIME('${work.sheetName}'!${work.address},"aws/us-east-1/cc1.4xlarge",1000,97)`);
    await eventually(async () => expect((await tested.read('Settings', 'H7'))[0]?.[0]).toBeCloseTo(70 + bootHours, 6));
    await tested.type(work.sheetName, work.address, '280000');
    await eventually(async () => expect((await tested.read('Settings', 'H7'))[0]?.[0]).toBeCloseTo(35 + bootHours, 6));
    await runAgain(tested);
    expect((await frontierOf(tested, 'as-told-hourly', 1_000))['Hours']).toBeCloseTo(35 + bootHours, 3);
  });

  it('refuses what the cell\'s own rule forbids', async () => {
    const work = await cellOf(tested, 'FarmJobs', 'Work', 1);
    await tested.type(work.sheetName, work.address, '-5');
    const dialog = tested.page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.getByRole('button').last().click();
    expect(await tested.read(work.sheetName, work.address)).toEqual([[workCoreHours]]);
  });

  it('writes nothing and leads to the cell when an input is bad', async () => {
    const nodeType = await cellOf(tested, 'Placements', 'NodeType', 1);
    const before = await frontierOf(tested, 'as-told-per-second', 1_000);
    await tested.type(nodeType.sheetName, nodeType.address, 'cc1.4xlarg');
    const pane = await tested.pane();
    await pane.getByRole('tab', { name: 'Run' }).click();
    await pane.getByRole('button', { name: /^Run (again|model)$/ }).click();
    await pane.getByText('1 problem to mend first').first().waitFor();
    // The nearest name there is.
    await pane.getByText('cc1.4xlarge').first().waitFor();
    expect(await frontierOf(tested, 'as-told-per-second', 1_000)).toEqual(before);
    await sheetTab(tested.page, 'Settings').click();
    await pane.getByRole('button', { name: `${nodeType.sheetName}!${nodeType.address}` }).first().click();
    await eventually(async () => expect(await nameBoxOf(tested.page).inputValue()).toBe(nodeType.address));
    await tested.type(nodeType.sheetName, nodeType.address, 'cc1.4xlarge');
  });

  it('cancels a run and leaves the results as they were', async () => {
    const before = await tested.read('Results Frontier', 'A1:H40');
    const pane = await tested.pane();
    await pane.getByRole('tab', { name: 'Run' }).click();
    await pane.evaluate(async () => {
      const press = (name: RegExp): boolean => {
        const button = [...document.querySelectorAll('button')].find((item) => name.test(item.textContent ?? ''));
        button?.click();
        return button !== undefined;
      };
      press(/^Run again|^Run model/);
      while (!press(/^Cancel/)) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    await pane.getByText('Cancelled', { exact: true }).first().waitFor();
    expect(await tested.read('Results Frontier', 'A1:H40')).toEqual(before);
  });

  it('saves what can be opened again, with results, formulas and chart', async () => {
    const bytes = await tested.save();
    expect(await tested.page.locator('#unsaved').isVisible()).toBe(false);
    const frontier = await frontierOf(tested, 'as-told-hourly', 1_000);
    await tested.open('again.xlsx', bytes);
    await tested.page.getByText('again.xlsx', { exact: true }).waitFor();
    await tested.pane();
    await eventually(async () => expect((await tested.read('Settings', 'H3'))[0]?.[0]).toBeCloseTo(0.2016 * 730, 9));
    expect(await frontierOf(tested, 'as-told-hourly', 1_000)).toEqual(frontier);
    await sheetTab(tested.page, 'Results Frontier').click();
    await tested.page.getByRole('figure', { name: /^Chart:/ }).first().waitFor();
  });

  it('saves a copy of values for somebody without the add-in', async () => {
    const download = tested.page.waitForEvent('download');
    await tested.page.getByRole('button', { name: 'Save values' }).click();
    const file = await download;
    expect(file.suggestedFilename()).toBe('again-values.xlsx');
    const parts = unzipSync(new Uint8Array(readFileSync(await file.path())));
    const sheets = Object.entries(parts).filter(([name]) => name.startsWith('xl/worksheets/')).map(([, part]) => strFromU8(part)).join('');
    expect(sheets).not.toMatch(/CLOUD[._]/);
    expect(strFromU8(parts['xl/comments1.xml']!)).toContain('=CLOUD.');
  });

  it('keeps the workbook when a damaged file is opened, and says which file is damaged', async () => {
    const sheets = await tested.sheetNames();
    const whole = readFileSync(path.join(folders.samples, 'render-farm.xlsx'));
    await tested.open('broken.xlsx', whole.subarray(0, whole.length / 2));
    await tested.page.getByRole('alert').getByText('broken.xlsx was not opened').waitFor();
    expect(await tested.sheetNames()).toEqual(sheets);
    await tested.page.getByRole('button', { name: 'Dismiss' }).click();
  });

  it('asks before unsaved changes are lost', async () => {
    await tested.type('Settings', 'H9', '1');
    await tested.page.locator('#unsaved').waitFor();
    await tested.page.getByLabel('Sample').selectOption({ label: 'Blank workbook' });
    await tested.page.getByRole('button', { name: 'Keep this workbook' }).click();
    expect(await tested.sheetNames()).toContain('Farm jobs');
    await tested.page.getByLabel('Sample').selectOption({ label: 'Blank workbook' });
    await tested.page.getByRole('button', { name: 'Open without saving' }).click();
    await eventually(async () => expect(await tested.sheetNames()).toEqual(['Sheet1']));
  });

  it('starts from a template in a blank workbook', async () => {
    const pane = await tested.pane();
    await pane.getByRole('tab', { name: 'Model' }).click();
    await pane.getByText('no CloudCost tables yet').waitFor();
    await pane.getByRole('button', { name: 'Insert template: Farm job', exact: true }).click();
    await pane.getByText(/^Added: /).waitFor();
    const rows = {
      FarmJobs: { JobId: 'film', WorkUnit: 'core-hours', Work: '8000', Nodes: '10', BootSeconds: '0' },
      NodeCounts: { JobId: 'film', Nodes: '20' },
      Placements: { PlacementId: 'here', WorkloadId: 'film', Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.2xlarge' },
    };
    for (const [table, cells] of Object.entries(rows))
      for (const [header, text] of Object.entries(cells)) {
        const { sheetName, address } = await cellOf(tested, table, header, 0);
        // The grid's drop-down may swallow a key that comes too early: look, and type again, as a person does.
        await eventually(async () => {
          await tested.type(sheetName, address, text);
          expect(String((await tested.read(sheetName, address))[0]?.[0])).toBe(text);
        });
      }
    await pane.getByRole('button', { name: 'Run model' }).click();
    await pane.getByText('Finished in').waitFor();
    // 8,000 core-hours on 20 nodes of 8 vCPU, which are 4 cores: 100 hours.
    expect((await frontierOf(tested, 'film', 20))['Hours']).toBeCloseTo(100, 9);
  });

  it('adds the workbook name by which cells may say =CLOUDCOST(...)', async () => {
    const pane = await tested.pane();
    await pane.getByRole('tab', { name: 'Model' }).click();
    await pane.getByRole('button', { name: 'Add =CLOUDCOST name' }).click();
    await pane.getByText('The name CLOUDCOST was added').waitFor();
    await tested.type('Sheet1', 'A1', '=CLOUDCOST("aws","us-east-1","m7i.xlarge",730)');
    await eventually(async () => expect((await tested.read('Sheet1', 'A1'))[0]?.[0]).toBeCloseTo(0.2016 * 730, 9));
  });

  it('lets the pane make way for the sheet it leads to on a narrow page, and only then', async () => {
    const pane = await tested.pane();
    await tested.page.setViewportSize({ width: 400, height: 800 });
    try {
      await pane.getByRole('tab', { name: 'Run' }).click();
      await pane.getByRole('button', { name: 'Run again' }).click();
      await pane.getByRole('button', { name: 'Cancel' }).waitFor();
      await pane.getByText(/Finished in/).waitFor();
      await tested.page.waitForTimeout(500);
      expect(await tested.page.getByRole('complementary', { name: 'Task pane' }).isVisible()).toBe(true);
      await pane.getByRole('button', { name: /^Results Frontier/ }).click();
      await tested.page.getByRole('complementary', { name: 'Task pane' }).waitFor({ state: 'hidden' });
      await tested.page.getByRole('button', { name: 'Task pane' }).click();
      await pane.getByRole('tab', { name: 'Run', selected: true }).waitFor();
    } finally {
      await tested.page.setViewportSize({ width: 1400, height: 850 });
    }
  });

  it('turns dark with its pane, and back', async () => {
    const pane = await tested.pane();
    const paneIsDark = (): Promise<boolean> =>
      pane.evaluate(() => document.documentElement.style.colorScheme === 'dark');
    const button = tested.page.getByRole('button', { name: 'Dark mode' });
    expect(await paneIsDark()).toBe(false);
    await button.click();
    await eventually(async () => expect(await paneIsDark()).toBe(true));
    await button.click();
    await eventually(async () => expect(await paneIsDark()).toBe(false));
  });

  it('goes from ribbon to grid to pane by F6, and back', async () => {
    const pane = await tested.pane();
    const { page } = tested;
    await page.getByRole('toolbar', { name: 'CloudCost' }).getByRole('button').first().focus();
    await page.keyboard.press('F6');
    await page.keyboard.press('ArrowDown');
    await eventually(async () => expect(await nameBoxOf(page).inputValue()).toMatch(/^[A-Z]+\d+$/));
    await page.keyboard.press('F6');
    expect(await pane.evaluate(() => document.hasFocus() && document.activeElement?.getAttribute('role'))).toBe('tab');
    await page.keyboard.press('F6');
    expect(await page.evaluate(() => document.activeElement?.closest('[role=toolbar]') !== null)).toBe(true);
    await page.keyboard.press('Shift+F6');
    expect(await pane.evaluate(() => document.hasFocus())).toBe(true);
  });

  it('moves the border of the pane by keyboard', async () => {
    const splitter = tested.page.getByRole('separator', { name: 'Width of the task pane' });
    const width = Number(await splitter.getAttribute('aria-valuenow'));
    await splitter.press('ArrowLeft');
    expect(Number(await splitter.getAttribute('aria-valuenow'))).toBe(width + 16);
    await splitter.press('ArrowRight');
  });

  it('asked nobody else, and nothing broke behind the scenes', () => {
    expect(tested.foreignRequests).toEqual([]);
    expect(tested.errors).toEqual([]);
  });
});
