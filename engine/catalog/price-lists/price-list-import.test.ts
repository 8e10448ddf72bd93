import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePurchase, purchaseName } from '../purchase-name.ts';
import { bytesOf, readList, testList } from '../../test/price-lists.ts';

const lists = [
  'aws-ec2-offers.csv', 'aws-compute-savings-plans.csv', 'aws-database-savings-plans.csv', 'azure-retail-prices.json', 'gcp-skus.json',
  'own-prices.csv',
];
const textOf = (name: string): string => new TextDecoder().decode(testList(name));
const codes = (bytes: Uint8Array): string[] => readList(bytes).issues.map(({ code }) => code);

describe('reading a price list', () => {
  it.each(lists)('gives the same reading of %s for any chunks of its bytes', name => {
    const bytes = testList(name);
    const whole = readList(bytes);
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 900 })), { maxLength: 40 }), sizes => {
        expect(readList(bytes, {}, sizes)).toEqual(whole);
      }),
      { numRuns: 60 },
    );
    expect(readList(bytes, {}, Array.from({ length: bytes.length }, () => 1))).toEqual(whole);
  });

  it.each(lists)('books every row of %s once: read = taken + skipped', name => {
    const { report } = readList(testList(name));
    expect(report.rowsRead).toBe(report.rowsTaken + report.skipped.reduce((sum, { count }) => sum + count, 0));
    expect(report.rowsRead).toBeGreaterThan(1);
  });

  it.each(lists)('gives prices of %s that can stand in PriceSheet: known words, currency, whole days', name => {
    for (const { purchase, currency, validFrom, asOf, source } of readList(testList(name)).prices) {
      const option = parsePurchase(purchase);
      expect(option.ok && purchaseName(option.value)).toBe(purchase);
      expect(currency).toMatch(/^[A-Z]{3}$/);
      expect(asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(validFrom ?? asOf).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(source).not.toBe('');
    }
  });

  it.each(lists.filter(name => name !== 'own-prices.csv'))('never takes %s for whole when it is cut', name => {
    const bytes = testList(name);
    const header = bytes.length - 1500;
    fc.assert(
      fc.property(fc.integer({ min: Math.max(600, header), max: bytes.length - 3 }), length => {
        const cut = bytes.slice(0, length);
        // Cut at the end of a line, a CSV list has no sign of it, but its reservations may lack a leg.
        if (name.endsWith('.csv') && cut[length - 1] === 0x0a) return;
        expect(codes(cut)[0]).toBe('price-list-cut');
      }),
    );
  });

  it('tolerates a byte order mark, Windows line ends and empty lines', () => {
    const plain = readList(testList('own-prices.csv'));
    const windows = readList(bytesOf(`\uFEFF${textOf('own-prices.csv').replaceAll('\n', '\r\n')}\r\n`));
    expect(windows).toEqual(plain);
  });

  it.each([
    ['another version', textOf('aws-ec2-offers.csv').replace('v1.0', 'v2.0'), 'price-list-version'],
    ['wrong columns', textOf('aws-compute-savings-plans.csv').replace('DiscountedInstanceType', 'DiscountedThing'), 'price-list-columns'],
    ['an unclosed quote', `${textOf('own-prices.csv')}"lab;`, 'price-list-cut'],
    ['broken JSON', textOf('gcp-skus.json').replace('"skuId":', '"skuId"'), 'price-list-unreadable'],
    ['a list of something else', 'Name,Age\nx,7\n', 'price-list-unknown'],
    ['other JSON', '{"rows":[1,2]}', 'price-list-unknown'],
    ['a packed file', '\u001f\u008b\u0008 packed', 'price-list-unknown'],
    ['nothing', '', 'price-list-unknown'],
    ['headers alone', 'Provider,Region,NodeType,UnitPrice,Currency\n', 'price-list-nothing'],
  ])('refuses %s', (_what, text, code) => {
    expect(codes(bytesOf(text))[0]).toBe(code);
  });

  it.each([
    ['aws-ec2-offers.csv', '26.6760000000', '-26.6760000000', { row: 7, column: 'PricePerUnit', value: '-26.6760000000' }],
    ['aws-compute-savings-plans.csv', '0.13965', '-0.13965', { row: 7, column: 'DiscountedRate', value: '-0.13965' }],
    ['azure-retail-prices.json', '"unitPrice": 11297.0', '"unitPrice": -11297', { row: 1, column: 'unitPrice', value: '-11297' }],
    ['gcp-skus.json', '"nanos": 31611000', '"nanos": -31611000', { row: 1, column: 'unitPrice', value: '-0.031611' }],
  ])('refuses a negative price in %s', (name, good, bad, values) => {
    const { issues } = readList(bytesOf(textOf(name).replace(good, bad)));
    expect(issues).toEqual([{ code: 'price-list-negative', severity: 'error', values }]);
  });

  it.each([
    ['aws-ec2-offers.csv', '"26.6760000000","USD"', '"26.6760000000","Dollar"', 'Dollar'],
    ['azure-retail-prices.json', '"currencyCode": "USD"', '"currencyCode": "US$"', 'US$'],
    ['gcp-skus.json', '"currencyCode": "USD"', '"currencyCode": "$"', '$'],
  ])('refuses an unknown currency in %s', (name, good, bad, currency) => {
    const { issues } = readList(bytesOf(textOf(name).replace(good, bad)));
    expect(issues.map(({ code, values }) => [code, values['currency']])).toEqual([['price-list-currency', currency]]);
  });

  it('says that the same thing is priced twice, and differently', () => {
    const header = 'Provider,Region,NodeType,UnitPrice,Currency\n';
    const { report, prices } = readList(bytesOf(`${header}lab,r,n,1,USD\nlab,R,n,1.00,USD\nlab,r,N,2,USD\n`));
    expect(prices).toHaveLength(1);
    expect(report.skipped).toEqual([
      { reason: 'stated-twice', count: 1, firstRow: 3 }, { reason: 'stated-differently', count: 1, firstRow: 4 },
    ]);
  });

  it('keeps no more than a hundred problems of a list that is wrong throughout', () => {
    const rows = Array.from({ length: 500 }, (_, index) => `lab,r,n${index},-1,USD\n`);
    const { issues, report } = readList(bytesOf(`Provider,Region,NodeType,UnitPrice,Currency\n${rows.join('')}`));
    expect(issues).toHaveLength(100);
    expect(report.skipped).toEqual([{ reason: 'unreadable', count: 500, firstRow: 2 }]);
  });
});
