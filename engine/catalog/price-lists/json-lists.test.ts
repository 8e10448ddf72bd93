import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../starter-catalog.ts';
import { bytesOf, nameOf, readList, skips, testList } from '../../test/price-lists.ts';

describe('Azure Retail Prices', () => {
  const reading = readList(testList('azure-retail-prices.json'), { fileName: 'prices.json' });
  const amounts = reading.prices.map(price => [nameOf(price), price.recurringPerHour, price.upfront]);

  it('takes the price of a reservation as the total of its term', () => {
    // Standard_M8ms in eastus: 11,297 USD for three years, 7,740 for one
    expect(amounts).toContainEqual(['eastus Standard_M8ms linux shared reserved-3y-upfront', '0', '11297']);
    expect(amounts).toContainEqual(['eastus Standard_M8ms linux shared reserved-1y-upfront', '0', '7740']);
  });

  it('takes pay-as-you-go, spot, and the hourly rates of savings plans', () => {
    expect(amounts.slice(2)).toEqual([
      ['eastus Standard_D4ds_v5 linux shared azure-sp-3y', '0.1032142', '0'],
      ['eastus Standard_D4ds_v5 linux shared azure-sp-1y', '0.154471', '0'],
      ['eastus Standard_D4ds_v5 linux shared on-demand', '0.226', '0'],
      ['eastus Standard_D4ds_v5 linux shared reserved-1y-upfront', '0', '1168'],
      ['eastus Standard_D4ds_v5 linux shared reserved-3y-upfront', '0', '2257'],
      ['eastus Standard_D4ds_v5 linux shared spot', '0.0452', '0'],
      ['eastus Standard_D4ds_v5 windows shared on-demand', '0.41', '0'],
    ]);
    expect(reading.prices[0]).toMatchObject({ source: 'Azure Retail Prices, prices.json', asOf: '2026-11-01', validFrom: '2018-05-01' });
  });

  it('skips what is no price: other meters, zero and null', () => {
    expect(skips(reading)).toEqual({
      'not-a-node': [2, 12], 'not-offered': [2, 13], 'other-term': [1, 3], 'low-priority': [1, 8], 'secondary-meter': [1, 10],
      'dev-test': [1, 11],
    });
    expect(reading.issues).toEqual([]);
  });

  it('reads pages that follow each other, and says when the last one is not the end', () => {
    const pages = (next: string | null) => {
      const page = JSON.parse(new TextDecoder().decode(testList('azure-retail-prices.json'))) as { NextPageLink: string | null };
      return `${JSON.stringify({ ...page, NextPageLink: 'https://prices.azure.com/2' })}\n${JSON.stringify({ Items: [], NextPageLink: next })}`;
    };
    expect(readList(bytesOf(pages(null))).issues).toEqual([]);
    const open = readList(bytesOf(pages('https://prices.azure.com/3')));
    expect(open.issues).toEqual([{ code: 'price-list-incomplete', severity: 'warning', values: { next: 'https://prices.azure.com/3' } }]);
    expect(open.prices).toHaveLength(9);
  });
});

describe('Google Cloud SKUs', () => {
  const reading = readList(testList('gcp-skus.json'));
  const priceOf = (name: string) => reading.prices.find(price => nameOf(price) === name)?.recurringPerHour;

  it('adds up vCPUs, memory and GPUs of a node type', () => {
    // n2-standard-8: 8 x 0.031611 + 32 x 0.004237; a2-highgpu-1g: 12 vCPUs, 85 GiB, one A100; as Google lists them
    expect(priceOf('us-central1 n2-standard-8 linux shared on-demand')).toBe('0.388472');
    expect(priceOf('us-east1 n2-standard-8 linux shared on-demand')).toBe('0.388472');
    expect(priceOf('us-central1 a2-highgpu-1g linux shared on-demand')).toBe('3.673385');
    // 8 x 0.007653 + 32 x 0.001026
    expect(priceOf('us-central1 n2-standard-8 linux shared spot')).toBe('0.094056');
  });

  it('holds from the day on which all components do', () => {
    expect(reading.prices.find(price => nameOf(price).includes('n2-standard-8 linux shared on-demand'))?.validFrom).toBe('2026-07-10');
  });

  it('has no price for a type of which a component is missing', () => {
    expect(reading.prices.filter(({ purchase }) => purchase === 'reserved-1y-monthly')).toEqual([]);
    expect(reading.report.unpriced).toContain('n2-standard-8 us-central1 reserved-1y-monthly: memory');
  });

  it('skips custom types, other GPUs, tiers, and series nobody asked for', () => {
    expect(skips(reading)).toEqual({ 'not-a-node': [3, 6], 'component-not-used': [2, 12], 'stated-twice': [1, 7] });
    expect(reading.report).toMatchObject({ rowsRead: 14, rowsTaken: 8 });
  });

  it('adds local SSD by the month: of the series, else of all, of spot by name', () => {
    const compositions = starterCatalog.compositions.filter(({ nodeType }) => nodeType.startsWith('c3-standard-8'));
    const local = readList(testList('gcp-local-ssd.json'), { compositions });
    const perHour = (purchase: string) =>
      Number(local.prices.find(price => nameOf(price) === `us-central1 c3-standard-8-lssd linux shared ${purchase}`)?.recurringPerHour);
    // c3-standard-8-lssd in us-central1 as published on 2026-07-16: per hour, spot, and 159.45704 USD a month for three years
    expect(perHour('on-demand')).toBeCloseTo(0.485407780821918, 12);
    expect(perHour('spot')).toBeCloseTo(0.134013753424658, 12);
    expect(perHour('reserved-3y-monthly')).toBeCloseTo(159.45704 / 730, 12);
    expect(local.prices.filter(price => nameOf(price).includes('c3-standard-8 '))).toHaveLength(3);
    expect(skips(local)).toEqual({ 'not-a-node': [1, 11] });
    expect(local.report.unpriced).toEqual([]);
  });

  it('never takes the free tier of a rate with steps for a price', () => {
    const composition = { provider: 'gcp', nodeType: 'e2-standard-2', series: 'e2', counts: { vcpu: 2, memory: 8, gpu: 0, 'local-ssd': 0 } };
    const stepped = readList(testList('gcp-skus.json'), { compositions: [composition] });
    expect(stepped.prices).toEqual([]);
    expect(skips(stepped).tiered).toEqual([1, 13]);
  });
});
