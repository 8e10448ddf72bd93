import { describe, expect, it } from '@jest/globals';
import { breakEvenUtilization } from './break-even-utilization.ts';
import { catalogDate } from './catalog-date.ts';
import { effectiveRate } from './effective-rate.ts';
import { nodes } from './nodes.ts';

describe('CLOUD.EFFECTIVERATE and CLOUD.BREAKEVENUTIL', () => {
  it('spread the price of all hours over the used ones', () => {
    // 1.00 x (1 - 0.4) / 0.75 = 0.80
    expect(effectiveRate(1, 0.4, 0.75)).toBe(0.8);
    // a committed hour at 0.60 pays when 60 % of the hours are used
    expect(breakEvenUtilization(1, 0.6)).toBe(0.6);
    expect(breakEvenUtilization(1, 1.2)).toBe(1.2);
  });

  it('refuse what has no answer', () => {
    expect(() => effectiveRate(1, 0.4, 0)).toThrow('utilization must be more than 0, not 0.');
    expect(() => effectiveRate(1, 40, 0.5)).toThrow('discount must be 1 or less, not 40.');
    expect(() => breakEvenUtilization(0, 1)).toThrow('onDemand must be more than 0, not 0.');
  });
});

describe('CLOUD.NODES', () => {
  const column = (table: unknown[][], name: string): unknown[] => {
    const index = table[0]?.indexOf(name) ?? -1;
    return table.slice(1).map(row => row[index]);
  };

  it('lists what satisfies every condition, cheapest first, below a header', () => {
    const table = nodes('aws', 'us-east-1', 16, 64);
    const prices = column(table, 'UnitPrice').filter(price => price !== '') as number[];
    expect(table.length).toBeGreaterThan(5);
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    expect(column(table, 'Provider').every(provider => provider === 'aws')).toBe(true);
    expect(column(table, 'VCpu').every(count => Number(count) >= 16)).toBe(true);
    expect(column(table, 'MemoryGiB').every(size => Number(size) >= 64)).toBe(true);
  });

  it('leaves a price that is not known empty, at the end, and never at 0', () => {
    const prices = column(nodes(), 'UnitPrice');
    expect(prices).not.toContain(0);
    const firstUnknown = prices.indexOf('');
    if (firstUnknown >= 0) expect(prices.slice(firstUnknown).every(price => price === '')).toBe(true);
  });

  it('has every row as wide as the header, without holes', () => {
    const table = nodes();
    expect(table.every(row => row.length === table[0]?.length)).toBe(true);
    expect(table.flat().filter(cell => cell === null || cell === undefined)).toEqual([]);
  });

  it('is #N/A when nothing matches', () => {
    expect(() => nodes('aws', 'us-east-1', 1_000_000)).toThrow(
      expect.objectContaining({ kind: 'notAvailable', message: 'No node type matches.' }),
    );
  });
});

it('CLOUD.CATALOGDATE is an ISO date', () => {
  expect(catalogDate()).toMatch(/^20\d\d-\d\d-\d\d$/);
});
