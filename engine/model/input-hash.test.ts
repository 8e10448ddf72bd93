import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { workbook, type Rows } from '../test/workbook.ts';
import { hashText, inputHash } from './input-hash.ts';
import { planTables } from './tables/plan-tables.ts';

describe('the input hash', () => {
  // Test vectors of the FNV reference code.
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['b', 'af63df4c8601f1a5'],
    ['foobar', '85944171f73967e8'],
  ])('is FNV-1a of 64 bits: %j', (text, hash) => expect(hashText(text)).toBe(hash));

  const rows: Rows = [
    { ServiceId: 'a', DemandId: 'd', CapacityPerNode: 1 },
    { ServiceId: 'b', DemandId: 'd', CapacityPerNode: 2 },
    { ServiceId: 'c', DemandId: 'e', CapacityPerNode: 2 },
  ];

  it('does not change with the order of rows or columns, blank rows, or columns that are not read', () => {
    const hash = inputHash(workbook({ Services: rows }), planTables);
    fc.assert(
      fc.property(fc.shuffledSubarray([...rows], { minLength: 3 }), permuted => {
        const reversed = permuted.map(row => Object.fromEntries(Object.entries(row).reverse()));
        expect(inputHash(workbook({ Services: [...reversed, { ServiceId: null }] }), planTables)).toBe(hash);
        expect(
          inputHash(workbook({ Services: permuted.map(row => ({ ...row, Remark: 'ours' })), Unknown: [{ X: 1 }] }), planTables),
        ).toBe(hash);
      }),
    );
  });

  it('changes with every cell, with kind and place of a value, and with the date system', () => {
    const base = inputHash(workbook({ Services: rows }), planTables);
    const others: Rows[] = [
      rows.map((row, index) => (index === 1 ? { ...row, CapacityPerNode: 2.0000001 } : row)),
      rows.map((row, index) => (index === 1 ? { ...row, CapacityPerNode: '2' } : row)),
      rows.map((row, index) => (index === 0 ? { ...row, ServiceId: 'd', DemandId: 'a' } : row)),
      rows.slice(1),
      [...rows, rows[0] as Rows[number]],
      rows.map(row => ({ ...row, TagTeam: 'x' })),
    ];
    const hashes = [
      base,
      inputHash(workbook({ Services: rows }, 1904), planTables),
      ...others.map(changed => inputHash(workbook({ Services: changed }), planTables)),
    ];
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});
