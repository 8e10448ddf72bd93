/// <reference types="office-js" />
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { batchSlices, type BatchSlices } from './batch-slices.ts';
import { openTestHost, type TestHost } from './test-addin/open-test-host.ts';

describe('slices of a batch', () => {
  let clock = 0;
  let told: string[] = [];
  const work = async (slices: BatchSlices, actionMs: readonly number[]): Promise<void> => {
    for (const [index, ms] of actionMs.entries()) {
      const pause = slices.pause();
      if (pause) await pause;
      told.push(`action ${index + 1}`);
      clock += ms;
    }
  };
  const ends = { begin: () => void told.push('begin'), end: () => void told.push('end') };
  beforeEach(() => {
    told = [];
  });

  it('ends one when it has been long enough, never within an action', async () => {
    const slices = batchSlices(ends, async () => void told.push('page'), () => clock);
    await slices.during(() => work(slices, [19, 1, 300, 5]));
    expect(told).toEqual(['begin', 'action 1', 'action 2', 'end', 'page', 'begin', 'action 3', 'end', 'page', 'begin', 'action 4', 'end']);
  });

  it('are one where no page waits, and end when the batch breaks', async () => {
    const slices = batchSlices(ends, null, () => clock);
    await slices.during(() => work(slices, [100, 100]));
    await expect(slices.during(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(told).toEqual(['begin', 'action 1', 'action 2', 'end', 'begin', 'end']);
    expect(slices.isWriting).toBe(false);
  });

  it('let a calculation go on only while the batch waits for it', async () => {
    const slices = batchSlices(ends, null);
    const seen = await slices.during(async () => {
      const before = slices.isWriting;
      let within = true;
      await slices.whileCalculating(async () => {
        within = slices.isWriting;
      });
      return [before, within, slices.isWriting];
    });
    expect([...seen, slices.isWriting]).toEqual([true, false, true, false]);
  });
});

describe('a session that lets the page have its turn', () => {
  let host: TestHost;
  let turns = 0;
  let onTurn: () => void = () => undefined;
  beforeEach(async () => {
    turns = 0;
    host = await openTestHost({
      nextTask: () => new Promise(resolve => setTimeout(() => {
        turns++;
        onTurn();
        resolve();
      })),
    });
  });
  afterEach(async () => {
    await host.session.idle();
    host.close();
  });

  it('tells what a person does between two slices from what the add-in does', async () => {
    const sheet = host.session.api.getActiveWorkbook()!.getActiveSheet();
    onTurn = () => void (turns === 1 && sheet.getRange('J1').setValue(7));
    const sources: Record<string, string> = {};
    await host.run(async context => {
      context.workbook.worksheets.onChanged.add(async ({ address, triggerSource }) => void (sources[address] = String(triggerSource)));
      await context.sync();
      const active = context.workbook.worksheets.getActiveWorksheet();
      for (let column = 0; column < 6; column++) {
        active.getRangeByIndexes(0, column, 4000, 1).format.font.bold = true;
        active.getRangeByIndexes(0, column, 1, 1).values = [[column]];
      }
      await context.sync();
    });
    await host.session.idle();
    expect(turns).toBeGreaterThan(0);
    expect(sources['J1']).toBe('Unknown');
    expect(sources['A1']).toBe('ThisLocalAddin');
    expect(sheet.getRange('J1').getValue()).toBe(7);
  });

  it('calculates when the batch is whole, and before that for whom the batch asks', async () => {
    const sheet = host.session.api.getActiveWorkbook()!.getActiveSheet();
    const watched = new Set<unknown>();
    const wait = () => new Promise(resolve => setTimeout(resolve, 250)); // longer than Univer collects changes
    sheet.getRange('B1').setValue({ f: '=SUM(A1:A3)' });
    await host.session.idle();
    let isFirst = true;
    onTurn = () => void watched.add(sheet.getRange('B1').getValue());
    const values = await host.run(async context => {
      const active = context.workbook.worksheets.getActiveWorksheet();
      const write = (row: number): void => {
        active.getRangeByIndexes(row, 0, 1, 1).values = [[10]];
        active.getRangeByIndexes(0, 3, 6000, 2).format.font.bold = isFirst;
        isFirst = !isFirst;
      };
      write(0);
      write(1);
      const asked = active.getRange('B1').load('values');
      await context.sync();
      write(2);
      await context.sync();
      return asked.values;
    });
    await wait();
    await host.session.idle();
    expect(values).toEqual([[20]]);
    expect([...watched].filter(value => value === 10)).toEqual([]);
    expect(sheet.getRange('B1').getValue()).toBe(30);
  });
});
