/// <reference types="office-js" />
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { openPaneNode } from './pane/pane-node.ts';
import type { NodePane } from './pane/pane-node.ts';
import { createSession } from './session.ts';
import type { HostSession } from './session.ts';
import { createUniverNode } from './univer/univer-node.ts';

const addin = path.join(path.dirname(fileURLToPath(import.meta.url)), 'test-addin');

describe('a session with a pane', () => {
  let session: HostSession;
  let pane: NodePane;
  const univer = createUniverNode();
  beforeAll(async () => {
    session = await createSession({ univer, snapshot: null });
    session.registerFunctions('CLOUD', [
      { id: 'COST', name: 'COST', parameters: [{ name: 'plan' }, { name: 'rate' }, { name: 'nodes', optional: true }, { name: 'hours', optional: true }] },
      { id: 'SERIES', name: 'SERIES', parameters: [{ name: 'count' }], result: { dimensionality: 'matrix' } },
      { id: 'TEXT', name: 'TEXT', parameters: [{ name: 'number' }] },
    ]);
    pane = await openPaneNode(session, addin);
  });
  afterAll(() => {
    pane?.close();
    session?.dispose();
    univer.dispose();
  });

  it('writes and reads cells by Excel.run', async () => {
    const values = await (pane.window as unknown as { Excel: typeof Excel }).Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.add('Results');
      const range = sheet.getRange('A1:B2');
      range.values = [
        ['a', 1],
        ['b', '=B1+1'],
      ];
      range.load('values,formulas,address');
      await context.sync();
      return [range.values, range.formulas, range.address];
    });
    expect(values).toEqual([[['a', 1], ['b', 2]], [['a', 1], ['b', '=B1+1']], 'Results!A1:B2']);
  });

  it('answers custom functions', async () => {
    const sheet = session.api.getActiveWorkbook()!.getSheetByName('Results')!;
    sheet.getRange('D1').setValue({ f: '=CLOUD.COST("small",2)' });
    sheet.getRange('D2').setValue({ f: '=CLOUD.COST("bad",2)' });
    sheet.getRange('E1').setValue({ f: '=CLOUD.SERIES(2)' });
    await session.idle();
    expect(sheet.getRange('D1').getValue()).toBe(73);
    expect(sheet.getRange('D2').getValue()).toBe('#N/A');
    expect(session.errorMessage('Results', 1, 3)).toBe('There is no plan bad.');
    expect(sheet.getRange('F2').getValue()).toBe(20);
    expect(pane.errors).toEqual([]);
  });
});
