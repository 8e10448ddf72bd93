import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHost } from '../test-addin/open-test-host.ts';
import type { TestHost } from '../test-addin/open-test-host.ts';

interface WorkerLike {
  onmessage: (event: { data: unknown }) => void;
  onerror: (event: { message: string }) => void;
  postMessage(data: unknown): void;
  terminate(): void;
}

interface TestPane {
  pressed?: string;
  startWorker(): WorkerLike;
  Office: typeof Office;
  OfficeExtension: typeof OfficeExtension;
}

describe('the pane in Node', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openTestHost();
  });
  afterAll(() => host.close());
  const window = () => host.pane.window as unknown as TestPane;

  it('runs the unmodified office.js as Excel on a Mac in a shared runtime', async () => {
    const { host: app, platform } = await window().Office.onReady();
    expect([app, platform]).toEqual(['Excel', 'Mac']);
  });

  it('claims the requirement sets it serves, and no more', () => {
    const isServed = (set: string, version: string): boolean => window().Office.context.requirements.isSetSupported(set, version);
    expect([isServed('ExcelApi', '1.13'), isServed('CustomFunctionsRuntime', '1.4'), isServed('SharedRuntime', '1.1')]).toEqual([true, true, true]);
    expect([isServed('ExcelApi', '1.14'), isServed('ImageCoercion', '1.1')]).toEqual([false, false]);
  });

  it('presses ribbon buttons, and says when an action is unknown', async () => {
    await host.session.invokeAction('PressMe');
    expect(window().pressed).toBe('PressMe');
    await expect(host.session.invokeAction('NoSuchAction')).rejects.toThrow('NoSuchAction');
  });

  it('gives the add-in workers', async () => {
    const ask = (data: unknown): Promise<unknown> =>
      new Promise((resolve) => {
        const worker = window().startWorker();
        worker.onmessage = (event) => {
          worker.terminate();
          resolve(event.data);
        };
        worker.onerror = ({ message }) => resolve(message);
        worker.postMessage(data);
      });
    expect(await ask({ a: 6, b: 7 })).toEqual({ product: 42 });
    expect(await ask('fail')).toBe('told to fail');
  });

  it('keeps document settings', async () => {
    const { settings } = window().Office.context.document;
    settings.set('CloudCost', { schema: 1 });
    await new Promise((resolve) => settings.saveAsync(resolve));
    expect(JSON.parse(host.session.takeSnapshot().settings['CloudCost']!)).toEqual({ schema: 1 });
  });

  it('refuses requests beyond five megabytes, and tells unknown members by name and statement', async () => {
    const attempt = (batch: (sheet: Excel.Worksheet) => void): Promise<OfficeExtension.Error> =>
      host.run(async (context) => {
        batch(context.workbook.worksheets.getItem('Sheet1'));
        await context.sync();
        throw new Error('nothing was refused');
      }).catch((error: OfficeExtension.Error) => error);
    const long = 'x'.repeat(6_000);
    const tooLarge = await attempt((sheet) => void (sheet.getRange('A1:A900').values = Array.from({ length: 900 }, () => [long])));
    expect(tooLarge.code).toBe('RequestPayloadSizeLimitExceeded');
    const unknown = await attempt((sheet) => void sheet.shapes.load('items'));
    expect(unknown.code).toBe('ApiNotFound');
    expect(unknown.message).toContain('Worksheet.Shapes');
    expect(unknown.debugInfo.statement).toContain('worksheet.shapes');
    expect(host.session.stats.unknown).toEqual(['Worksheet.Shapes']);
  });

  it('tells of changes: whose they were, where, and of the active sheet', async () => {
    const told: unknown[] = [];
    await host.run(async (context) => {
      const { worksheets } = context.workbook;
      worksheets.add('Second');
      worksheets.onChanged.add(({ address, triggerSource, worksheetId }) => {
        told.push([address, triggerSource, typeof worksheetId]);
        return Promise.resolve();
      });
      worksheets.onActivated.add(() => Promise.resolve(void told.push('activated')));
      await context.sync();
    });
    const sheet = host.session.api.getActiveWorkbook()!.getSheetByName('Sheet1')!;
    sheet.getRange('B2:C3').setValues([[1, 2], [3, 4]]);
    await host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('D4');
      range.values = [[5]];
      range.format.fill.color = '#FFFFFF'; // formats are no change of content
      context.workbook.worksheets.getItem('Second').activate();
      await context.sync();
    });
    await host.session.idle();
    expect(told).toEqual([['B2:C3', 'Unknown', 'string'], ['D4', 'ThisLocalAddin', 'string'], 'activated']);
  });

  it("keeps a person's undo, except after the add-in wrote", async () => {
    const sheet = host.session.api.getActiveWorkbook()!.getSheetByName('Sheet1')!;
    const value = () => sheet.getSheet().getCellRaw(8, 8)?.v ?? null;
    sheet.getRange(8, 8).setValue('typed');
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').load('values');
      await context.sync();
    });
    await host.session.api.undo();
    expect(value()).toBeNull();
    sheet.getRange(8, 8).setValue('typed again');
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A1').values = [['by the add-in']];
      await context.sync();
    });
    await host.session.api.undo();
    expect(value()).toBe('typed again');
  });
});
