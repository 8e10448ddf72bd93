import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../../catalog/starter-catalog.ts';
import { allParts } from '../../test/all-parts.ts';
import { workbook } from '../../test/workbook.ts';
import { runModel } from '../run-model.ts';
import { inputTables } from '../tables/input-tables.ts';
import { planTables } from '../tables/plan-tables.ts';
import { loadParts } from './load-parts.ts';

describe('parts of the model', () => {
  it('are loaded by any of their tables, whatever its capitals, and by no other', async () => {
    for (const part of allParts) {
      for (const { id } of part.specs) {
        const loaded = await loadParts(workbook({ [id.toUpperCase()]: [{ x: 1 }] }));
        expect(loaded).toContain(part);
      }
    }
    const plain = planTables.filter(({ id }) => id !== 'MeterUsage').map(({ id }) => [id, [{ x: 1 }]] as const);
    const loaded = await loadParts(workbook(Object.fromEntries(plain)));
    expect(loaded.map(({ id }) => id)).toEqual(['hours']);
  });

  it('read, with the plan, every input table there is', () => {
    const read = [...planTables, ...allParts.flatMap(({ specs }) => specs)].map(({ id }) => id);
    expect(read.sort()).toEqual(inputTables.map(({ id }) => id).sort());
  });

  it('are not left out in silence', () => {
    const asking = workbook({ SpotRisk: [{ Provider: 'aws' }] });
    expect(() => runModel(asking, starterCatalog)).toThrow('The part spot of the model is not loaded');
  });
});
