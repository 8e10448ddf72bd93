// Takes the pictures of docs/pictures: `npm run pictures` (needs the build, and a Chromium at CLOUDCOST_CHROMIUM or a usual place).
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';

const port = 8439;
const executablePath = [process.env.CLOUDCOST_CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(place => place && existsSync(place));
const server = spawn(process.execPath, ['bin/cloudcost.js', 'serve', '--port', String(port)]);
await new Promise(resolve => server.stdout.once('data', resolve));
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

const open = async (options, sample) => {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })).newPage();
  await page.goto(`http://127.0.0.1:${port}/`);
  const paneOf = async () => {
    const pane = await (await page.waitForSelector('iframe[title="CloudCost task pane"]')).contentFrame();
    await pane.waitForSelector('[role=tab]');
    await pane.evaluate(() => window.cloudCost.ready);
    return pane;
  };
  await paneOf();
  if (sample) {
    await page.locator('#file').setInputFiles(`samples/${sample}.xlsx`);
    await page.getByText(`${sample}.xlsx`, { exact: true }).waitFor();
    await page.waitForTimeout(1500);
  }
  return { page, pane: await paneOf() };
};
const take = async (page, name) => {
  await page.waitForTimeout(600);
  await page.screenshot({ path: `docs/pictures/${name}.png` });
};

const start = await open({ colorScheme: 'light' });
await start.pane.getByRole('tab', { name: 'Start' }).click();
await take(start.page, 'start-light');

const explained = await open({ colorScheme: 'dark' }, 'data-act-exit');
await explained.pane.getByRole('tab', { name: 'Run' }).click();
await explained.pane.getByRole('button', { name: 'Run model' }).click();
await explained.pane.getByText('Finished in').waitFor({ timeout: 120_000 });
await explained.pane.evaluate(() => Excel.run(async context => {
  context.workbook.worksheets.getItem('Results Workloads').activate();
  context.workbook.tables.getItem('OutCostMonthly').getDataBodyRange().getCell(1, 3).select();
  await context.sync();
}));
await explained.page.waitForTimeout(1000);
await explained.pane.getByRole('button', { name: 'Explain the selected row' }).click();
await explained.pane.getByText('Together:').scrollIntoViewIfNeeded();
await take(explained.page, 'explain-dark');

const compared = await open({ colorScheme: 'dark', forcedColors: 'active' });
await compared.pane.getByRole('tab', { name: 'Prices' }).click();
await compared.pane.getByLabel('Least GPUs').fill('8');
await compared.page.waitForTimeout(800);
for (const place of [0, 1, 2]) await compared.pane.getByRole('checkbox').nth(place).check();
await compared.pane.locator('#compare-heading').scrollIntoViewIfNeeded();
await take(compared.page, 'compare-contrast');

const korean = await open({ colorScheme: 'light', locale: 'ko-KR' });
await korean.pane.getByRole('tab', { name: '시작' }).click();
await korean.page.setViewportSize({ width: 340, height: 720 });
await take(korean.page, 'korean-narrow');

await browser.close();
server.kill();
