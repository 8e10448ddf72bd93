import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'playwright-core';
import { startServer, type RunningServer } from '../../server/serve.ts';
import { launchBrowser } from './launch-browser.ts';
import { openPage, type PageUnderTest } from './page-under-test.ts';

jest.setTimeout(90_000);

const offers = fileURLToPath(new URL('../../../engine/catalog/price-lists/test-lists/aws-ec2-offers.csv', import.meta.url));
const browser = await launchBrowser();
const withBrowser = browser ? describe : describe.skip;

withBrowser('importing prices in the page', () => {
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

  it('reads the chosen file on a thread of the browser and adds its prices to the sheet', async () => {
    const pane = await tested.pane();
    await pane.getByRole('tab', { name: 'Prices' }).click();
    await pane.getByRole('button', { name: 'Import prices' }).click();
    await pane.getByLabel('Only these:').click();
    await pane.getByLabel('Node types', { exact: true }).fill('x2iedn.32xlarge');
    await pane.locator('input[type=file]').setInputFiles(offers);
    await pane.getByText('8 added, 0 changed, 0 unchanged.').waitFor();
    await pane.getByText('AmazonEC2, version 20261001194203').waitFor();
    // PriceSheet stands below its captions: PriceId, Provider, Region, NodeType, Os, Tenancy, Purchase, UnitPrice
    const rows = await tested.read('Prices', 'B6:I13');
    expect(rows[0]?.slice(1)).toEqual(['aws', 'us-east-1', 'x2iedn.32xlarge', 'linux', 'shared', 'on-demand', 26.676]);
    expect(rows.map(row => row[6])).toContain('reserved-3y-all-upfront');
  });

  it('shows why a list is refused, and leaves the sheet as it is', async () => {
    const pane = await tested.pane();
    const buffer = Buffer.from('Provider,Region,NodeType,UnitPrice,Currency\naws,us-east-1,x2iedn.32xlarge,-1,USD\n');
    const before = await tested.read('Prices', 'B6:O13');
    await pane.locator('input[type=file]').setInputFiles({ name: 'own.csv', mimeType: 'text/csv', buffer });
    await pane.getByText('Row 2: UnitPrice is -1. A price is 0 or more.').waitFor();
    expect(await tested.read('Prices', 'B6:O13')).toEqual(before);
    expect([tested.errors, tested.foreignRequests]).toEqual([[], []]);
  });
});
