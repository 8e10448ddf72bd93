import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { cloudcost, installation, type Finished } from './test/cloudcost-process.ts';

const sample = path.join(installation, 'samples', 'web-service.xlsx');
const lists = path.join(installation, 'engine', 'catalog', 'price-lists', 'test-lists');

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cloudcost-import-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const inFolder = (name: string): string => path.join(folder, name);
const priceIn = async (workbook: string, formula: string): Promise<unknown> => {
  const { answer } = await cloudcost('eval', formula, '--in', workbook, '--json');
  return (JSON.parse(answer) as { value?: unknown }).value;
};

describe('cloudcost import', () => {
  it('adds prices of a list to a copy, whose functions and runs stand on them', async () => {
    const out = inFolder('aws.xlsx');
    const before = readFileSync(sample);
    const done = await cloudcost(
      'import', path.join(lists, 'aws-ec2-offers.csv'), '--in', sample, '--out', out, '--region', 'us-east-1', '--node-type', 't3.medium,x2iedn.32xlarge',
    );
    expect([done.code, done.notes]).toEqual([0, '']);
    expect(done.answer).toContain('AWS EC2 offer file: AmazonEC2, version 20261001194203, published 2026-10-01');
    expect(done.answer).toMatch(/27 {2}rows read/);
    expect(done.answer).toMatch(/1 {2}skipped: a reservation without its other half, upfront or hourly \(first: row 24\)/);
    expect(done.answer).toContain('PriceSheet: 14 added');
    expect(readFileSync(sample).equals(before)).toBe(true);
    // The published three-year price: 195,717.98736 USD upfront over 26,280 hours
    const priced = await priceIn(out, '=ROUND(CLOUD.PRICE("aws","us-east-1","x2iedn.32xlarge","reserved-3y-all-upfront"),6)');
    expect(priced).toBe(7.447412);
    expect((await cloudcost('run', out, '--out', inFolder('ran.xlsx'))).code).toBe(0);
    const again = await cloudcost('import', path.join(lists, 'aws-ec2-offers.csv'), '--in', out, '--out', inFolder('again.xlsx'));
    expect(again.answer).toContain('0 added, 0 changed');
  }, 300_000);

  it('refuses a bad list with every reason and writes nothing', async () => {
    const bad = inFolder('bad.csv');
    writeFileSync(bad, 'Provider,Region,NodeType,UnitPrice,Currency\naws,r,n,-1,USD\naws,r,n,1,Dollar\n');
    const out = inFolder('never.xlsx');
    const { code, notes } = await cloudcost('import', bad, '--in', sample, '--out', out, '--region', 'r');
    expect(code).toBe(2);
    expect(notes).toContain('2 problems; nothing was written.');
    expect(notes).toContain('Row 2: UnitPrice is -1. A price is 0 or more.');
    expect(notes).toContain('Row 3: "Dollar" is not a currency code.');
    expect(existsSync(out)).toBe(false);
  });

  it('refuses a Database plan for EC2, and a list cut in the middle', async () => {
    const database = await cloudcost('import', path.join(lists, 'aws-database-savings-plans.csv'), '--in', sample, '--out', inFolder('x.xlsx'), '--region', 'us-east-1');
    expect([database.code, database.notes]).toEqual([2, expect.stringContaining('a plan of DatabaseSavingsPlans does not cover AmazonEC2')]);
    const cut = inFolder('cut.json');
    writeFileSync(cut, readFileSync(path.join(lists, 'azure-retail-prices.json')).subarray(0, 4000));
    const { code, notes } = await cloudcost('import', cut, '--in', sample, '--out', inFolder('x.xlsx'), '--region', 'eastus');
    expect([code, notes]).toEqual([2, expect.stringContaining('ends in the middle of row')]);
  });

  it('says what is wrong with files and words', async () => {
    const missing = await cloudcost('import', inFolder('none.csv'), '--in', sample, '--out', inFolder('x.xlsx'));
    expect([missing.code, missing.notes]).toEqual([1, expect.stringContaining('no such file')]);
    expect((await cloudcost('import', 'a.csv', '--in', sample, '--out', sample)).notes).toContain('copy');
    const unsafe = await cloudcost('import', '--refresh', 'azure', '--url', 'http://example.com', '--in', sample, '--out', inFolder('x.xlsx'));
    expect([unsafe.code, unsafe.notes]).toEqual([1, expect.stringContaining('https')]);
  });
});

describe('cloudcost import --refresh azure', () => {
  let server: Server;
  let url = '';
  const asked: string[] = [];
  let answer: (address: URL, response: ServerResponse) => void = () => undefined;
  beforeAll(async () => {
    server = createServer((request, response) => {
      const address = new URL(request.url ?? '/', url);
      asked.push(address.searchParams.get('$filter') ?? address.pathname);
      answer(address, response);
    });
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => void server.close());
  const refresh = (out: string, ...words: string[]): Promise<Finished> =>
    cloudcost('import', '--refresh', 'azure', '--url', url, '--in', sample, '--out', out, '--region', 'eastus', ...words);
  const list = JSON.parse(readFileSync(path.join(lists, 'azure-retail-prices.json'), 'utf8')) as { Items: object[] };
  const page = (from: number, to: number, next: string | null): string =>
    JSON.stringify({ BillingCurrency: 'USD', Items: list.Items.slice(from, to), NextPageLink: next, Count: to - from });

  it('asks for what is named, follows every page, waits when the service is busy', async () => {
    let busy = 1;
    answer = (address, response) => {
      if (busy-- > 0) response.writeHead(429, { 'retry-after': '0' }).end();
      else if (address.searchParams.has('$skip')) response.end(page(2, list.Items.length, null));
      else response.end(page(0, 2, `${url}/api/retail/prices?$skip=2`));
    };
    const out = inFolder('azure.xlsx');
    const { code, answer: said, notes } = await refresh(out, '--node-type', 'Standard_M8ms');
    expect([code, notes]).toEqual([0, '']);
    expect(asked).toEqual([
      ...Array<string>(2).fill("serviceName eq 'Virtual Machines' and armRegionName eq 'eastus' and armSkuName eq 'Standard_M8ms'"),
      '/api/retail/prices',
    ]);
    expect(said).toContain('PriceSheet: 2 added');
    // 11,297 USD for three years
    expect(await priceIn(out, '=ROUND(CLOUD.PRICE("azure","eastus","Standard_M8ms","reserved-3y-upfront")*26280,6)')).toBe(11_297);
  });

  it('gives up in one line when the service fails, and writes nothing', async () => {
    answer = (_address, response) => void response.writeHead(500).end();
    const out = inFolder('none.xlsx');
    const { code, notes } = await refresh(out);
    expect([code, notes.trim().split('\n')]).toEqual([1, [expect.stringMatching(/answered 500/)]]);
    expect(existsSync(out)).toBe(false);
  });
});
