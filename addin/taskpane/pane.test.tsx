import { describe, expect, it } from '@jest/globals';
import type { ProblemView, RunOutcome } from '../automation.ts';
import { button, choose, dom, farmJobs, open, problem, shown, usePage } from './pane-under-test.ts';

usePage();

/** The pane with its tables in view. */
function openModel(...given: Parameters<typeof open>): ReturnType<typeof open> {
  const opened = open(...given);
  opened.handle.showView('model');
  return opened;
}

const done: RunOutcome = {
  status: 'done',
  summary: [{ label: 'Cost, Base', text: '112,000.00 USD', value: 112000 }],
  tables: [{ tableName: 'OutFrontier', sheetName: 'Results Frontier', rowCount: 24, answer: 'More nodes finish sooner.' }],
  warnings: [],
};

describe('the pane', () => {
  it('shows the tables of the workbook and goes to the cell of a problem', async () => {
    const { calls } = openModel();
    await shown('Work must not be negative.');
    expect(document.body.textContent).toContain('Problems: 1');
    button('Farm jobs!C7').click();
    expect(calls.visited).toEqual(['Farm jobs!C7']);
  });

  it('inserts a template and says what it added', async () => {
    const { calls } = openModel();
    await shown('Render farm');
    button('Insert template: Render farm').click();
    await shown('Added: FarmJobs.');
    expect(calls.inserted).toEqual(['farm']);
  });

  it('runs the model on the ribbon\'s behalf and links to the result sheets', async () => {
    const { handle, calls } = openModel({ runModel: async () => done });
    handle.startRun();
    await shown('112,000.00 USD');
    button('Results Frontier').click();
    expect(calls.visited).toEqual(['Results Frontier!']);
  });

  it('lists every problem of bad input', async () => {
    const { handle } = openModel({ runModel: async () => ({ status: 'invalid', problems: [problem, { ...problem, cellAddress: 'D9' }] }) });
    handle.startRun();
    await shown('2 problems to mend first');
    expect(button('Farm jobs!D9')).toBeDefined();
  });

  it('can cancel a run under way', async () => {
    const { handle } = openModel({
      runModel: ({ signal }) => new Promise((end) => signal?.addEventListener('abort', () => end({ status: 'cancelled' }))),
    });
    handle.startRun();
    await shown('Starting');
    button('Cancel').click();
    await shown('Cancelled');
  });

  it('never shows an unknown price as a number, and says how many more there are', async () => {
    const { handle } = openModel();
    handle.showView('prices');
    await shown('0.2016 USD/h');
    expect(document.body.textContent).toContain('price unknown');
    expect(document.body.textContent).toContain('2 of 7 found');
  });

  it('imports the chosen price list, for what is named, and reports what was read', async () => {
    const asked: unknown[] = [];
    const report = {
      listTitle: 'AWS EC2 offer file', listDetail: 'AmazonEC2, version 20261001194203', rowsRead: 1200, rowsTaken: 2,
      skipped: [{ text: 'not on offer', count: 1198, firstRow: 9 }], unpriced: [], added: 2, updated: 0, unchanged: 0, kept: 1, sheetName: 'Prices',
    };
    const { handle, calls } = openModel({
      async importPrices(file, { selection }) {
        asked.push([file.name, selection]);
        return { status: 'done', report, warnings: [] };
      },
    });
    handle.showView('prices');
    await shown('Import prices');
    button('Import prices').click();
    await shown('Only what this workbook uses');
    await choose(new dom.window.File(['SKU'], 'index.csv'));
    await shown('2 added, 0 changed, 0 unchanged. 1 was left out because you state another price.');
    for (const part of ['AWS EC2 offer file', '1,198', 'skipped: not on offer (first: row 9)']) expect(document.body.textContent).toContain(part);
    button('Go to Prices').click();
    expect(calls.visited).toEqual(['Prices!']);
    expect(asked).toEqual([['index.csv', { regions: [], nodeTypes: [], operatingSystems: [] }]]);
  });

  it('lists why a price list is refused, and can cancel a long one', async () => {
    const refused: ProblemView = { ...problem, sheetName: '', cellAddress: '', tableName: '', message: 'Row 3: UnitPrice is -1.' };
    let end = (): void => undefined;
    const { handle } = openModel({
      importPrices: (_file, { signal, onProgress }) =>
        new Promise((resolve) => {
          onProgress?.({ stage: 'import', fraction: 0.5, text: 'Reading the list: 1 of 2 MB' });
          signal?.addEventListener('abort', () => resolve({ status: 'cancelled' }));
          end = () => resolve({ status: 'invalid', problems: [refused], report: null });
        }),
    });
    handle.showView('prices');
    await shown('Import prices');
    button('Import prices').click();
    await shown('Choose a price list');
    await choose(new dom.window.File(['x'], 'list.csv'));
    await shown('Reading the list: 1 of 2 MB');
    button('Cancel').click();
    await shown('Nothing was written; your prices are unchanged.');
    await choose(new dom.window.File(['x'], 'list.csv'));
    await shown('Reading the list: 1 of 2 MB');
    end();
    await shown('Row 3: UnitPrice is -1.');
  });

  it('tells version, catalog date and functions on the Help view', async () => {
    const { handle } = openModel();
    handle.showView('help');
    await shown('9.9.9');
    expect(document.body.textContent).toContain('Jul 20, 2026');
    expect(document.body.textContent).toContain('=CLOUD.COST("aws")');
  });

  it('says so when the workbook cannot be read', async () => {
    openModel({ readTables: () => Promise.reject(new Error('Excel is busy.')) });
    await shown('That did not work: Excel is busy.');
  });

  it('reads the tables again after the workbook changed', async () => {
    let changed = (): void => {};
    let reads = 0;
    openModel({
      onWorkbookChanged: (listener) => ((changed = listener), () => {}),
      readTables: async () => ({ tables: reads++ === 0 ? [farmJobs] : [{ ...farmJobs, state: 'ok', problems: [] }], isIncomplete: false, changedSinceRun: [] }),
    });
    await shown('Problems: 1');
    changed();
    await shown('Ready');
  });

  it('says when results are out of date, and because of what', async () => {
    const { handle } = openModel({ readTables: async () => ({ tables: [farmJobs], isIncomplete: false, changedSinceRun: ['Farm jobs', 'Placements'] }) });
    await shown('Results are out of date');
    expect(document.body.textContent).toContain('Changed since the last run: Farm jobs, Placements.');
    handle.showView('run');
    await shown('Results are out of date');
  });

  it('saves a report as a file, or says why not', async () => {
    const asked: string[] = [];
    const saved: { name: string; text: Promise<string> }[] = [];
    const { URL: address } = globalThis;
    const kept = { create: address.createObjectURL, revoke: address.revokeObjectURL, click: dom.window.HTMLAnchorElement.prototype.click };
    let blob: Blob | null = null;
    address.createObjectURL = (content: Blob | MediaSource) => ((blob = content as Blob), 'blob:report');
    address.revokeObjectURL = () => undefined;
    dom.window.HTMLAnchorElement.prototype.click = function click(this: HTMLAnchorElement) {
      saved.push({ name: this.download, text: (blob as Blob).text() });
    };
    try {
      const { handle } = openModel({
        exportReport: async (format) => {
          asked.push(format);
          return format === 'html' ? { status: 'done', text: '<p>1</p>', warnings: [] } : { status: 'failed', message: 'No ledger.' };
        },
      });
      handle.showView('run');
      await shown('Save a report');
      button('Page (.html)').click();
      await shown('The report is saved.');
      expect([asked, saved[0]?.name, await saved[0]?.text]).toEqual([['html'], 'cloudcost-report.html', '<p>1</p>']);
      button('Bill in FOCUS columns (.csv)').click();
      await shown('No ledger.');
      expect(saved).toHaveLength(1);
    } finally {
      Object.assign(address, { createObjectURL: kept.create, revokeObjectURL: kept.revoke });
      dom.window.HTMLAnchorElement.prototype.click = kept.click;
    }
  });

  it('names each view, control and live region for assistive technology', async () => {
    openModel();
    await shown('Farm jobs');
    expect([...document.querySelectorAll('[role=tab]')].map((tab) => tab.textContent)).toHaveLength(5);
    const panel = document.querySelector('[role=tabpanel]');
    expect(document.getElementById(panel?.getAttribute('aria-labelledby') ?? '')?.textContent).toContain('Model');
    for (const item of document.querySelectorAll('button')) expect((item.getAttribute('aria-label') ?? item.textContent)?.trim()).toBeTruthy();
    expect(document.querySelector('[role=status][aria-live=polite]')).not.toBeNull();
  });
});
