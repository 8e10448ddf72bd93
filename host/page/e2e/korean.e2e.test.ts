import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { startServer, type RunningServer } from '../../server/serve.ts';
import { launchBrowser } from './launch-browser.ts';
import { openPage, type PageUnderTest } from './page-under-test.ts';

jest.setTimeout(90_000);

const browser = await launchBrowser();
const withBrowser = browser ? describe : describe.skip;

withBrowser('the pane in a Korean Office', () => {
  let server: RunningServer;
  let tested: PageUnderTest;
  beforeAll(async () => {
    server = await startServer({ port: 0 });
    tested = await openPage(browser as Browser, server.url, 'ko-KR');
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  it('speaks Korean, says so to assistive technology, and keeps the names of tables and functions', async () => {
    const pane = await tested.pane();
    await pane.getByRole('tab', { name: '모델', selected: true }).waitFor();
    expect(await pane.evaluate(() => document.documentElement.lang)).toBe('ko-KR');
    await pane.getByText('FarmJobs', { exact: false }).first().waitFor();
    await pane.getByRole('tab', { name: '도움말' }).click();
    await pane.getByText('CLOUD.COST', { exact: true }).waitFor();
  });

  it('runs the model, and says in Korean what is wrong with a cell', async () => {
    const pane = await tested.pane();
    await pane.getByRole('tab', { name: '실행' }).click();
    await pane.getByRole('button', { name: '모델 실행' }).click();
    await pane.getByText('걸렸습니다').waitFor({ timeout: 60_000 });
    expect(await tested.sheetNames()).toContain('Results Summary');
    const written = await pane.evaluate(() =>
      Excel.run(async context => {
        const sheet = context.workbook.worksheets.getItem('Results Summary');
        const heading = sheet.getRange('B1:B3').load('values');
        const table = sheet.tables.getItemAt(0).getHeaderRowRange().load('values');
        const captions = table.getOffsetRange(-1, 0).load('values');
        await context.sync();
        return { heading: heading.values.flat(), captions: captions.values.flat(), headers: table.values.flat() };
      }),
    );
    for (const words of [...written.heading, ...written.captions]) expect(words).toMatch(/[가-힣]/);
    expect(written.headers).toContain('EffectiveCost');
    await pane.evaluate(() =>
      Excel.run(async context => {
        const table = context.workbook.tables.getItem('Placements');
        table.columns.getItem('NodeType').getDataBodyRange().getCell(0, 0).values = [['nothing']];
        await context.sync();
      }),
    );
    await pane.getByRole('button', { name: '다시 실행' }).click();
    await pane.getByText('알 수 없는 aws의 노드 유형 "nothing"').first().waitFor({ timeout: 60_000 });
    expect(tested.errors).toEqual([]);
  });
});
