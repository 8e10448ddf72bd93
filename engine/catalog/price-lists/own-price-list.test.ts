import { describe, expect, it } from '@jest/globals';
import { bytesOf, nameOf, readList, skips, testList } from '../../test/price-lists.ts';

describe('a CSV file of own prices', () => {
  const reading = readList(testList('own-prices.csv'), { fileName: 'own-prices.csv' });

  it('means what the same cells mean in the table PriceSheet', () => {
    expect(reading.prices.map(price => [nameOf(price), price.recurringPerHour, price.upfront, price.currency])).toEqual([
      ['us-east-1 m7i.xlarge linux shared on-demand', '0.1814', '0', 'USD'],
      ['westeurope Standard_D4s_v5 windows shared on-demand', '0.35', '0', 'EUR'],
      ['us-east-1 m7i.xlarge linux shared reserved-1y-all-upfront', '0', '900', 'USD'],
      ['here box linux shared on-demand', '0', '0', 'USD'],
    ]);
    expect(reading.prices[0]).toMatchObject({ source: 'contract "12/3; annex B"', validFrom: '2026-01-01', validTo: null, asOf: '2026-11-01' });
  });

  it('leaves out a blank price, and a price of 0 that does not say its source', () => {
    expect(skips(reading)).toEqual({ 'not-offered': [1, 7], 'zero-without-source': [1, 6] });
  });

  it('names the row and column of every cell that cannot be read', () => {
    const bad = readList(bytesOf([
      'Provider,Region,NodeType,Os,Tenancy,Purchase,UnitPrice,Upfront,Currency,ValidFrom,ValidTo',
      'aws,r,a,,,,cheap,,USD,,', 'aws,r,a,,,,-1,,USD,,', 'aws,r,a,,,,1,,US$,,', 'aws,r,a,beos,,,1,,USD,,', 'aws,r,a,,cloud,,1,,USD,,',
      'aws,r,a,,,leased,1,,USD,,', 'aws,,a,,,,1,,USD,,', 'aws,r,a,,,,1,,USD,2026-02-30,', 'aws,r,a,,,,1,,USD,2026-03-01,2026-02-01',
      'aws,r,a,,,,1,,USD', 'aws,r,a,,,,1,x,USD,,',
    ].join('\n')));
    expect(bad.issues.map(({ code, values }) => [code, ...Object.values(values)])).toEqual([
      ['price-list-cell', 2, 'UnitPrice', 'cheap'], ['price-list-negative', 3, 'UnitPrice', '-1'], ['price-list-currency', 4, 'US$'],
      ['price-list-cell', 5, 'Os', 'beos'], ['price-list-cell', 6, 'Tenancy', 'cloud'], ['price-list-cell', 7, 'Purchase', 'leased'],
      ['price-list-cell', 8, 'Region', ''], ['price-list-cell', 9, 'ValidFrom', '2026-02-30'], ['price-list-cell', 10, 'ValidTo', '2026-02-01'],
      ['price-list-cells', 11, 9, 11], ['price-list-cell', 12, 'Upfront', 'x'],
    ]);
    expect(bad.prices).toEqual([]);
    expect(skips(bad)).toEqual({ unreadable: [11, 2] });
  });
});
