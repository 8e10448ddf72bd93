import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { JSDOM } from 'jsdom';
import type { ProblemView, RunOutcome } from '../automation.ts';
import type { PaneHandle, PaneServices, TableView } from './pane-services.ts';

let dom: JSDOM;
let mountPane: (container: HTMLElement, services: PaneServices) => PaneHandle;
let removeGlobals: () => void;

beforeAll(async () => {
  dom = new JSDOM('<!doctype html><html lang="en"><body></body></html>', { pretendToBeVisual: true });
  removeGlobals = lendWindow(dom);
  // React and Fluent read the document as they load.
  ({ mountPane } = await import('./pane.tsx'));
});

afterEach(() => dom.window.document.body.replaceChildren());

afterAll(() => {
  dom.window.close();
  removeGlobals();
});

/** jsdom's window under the global names that browser code uses, with what jsdom lacks. */
function lendWindow({ window }: JSDOM): () => void {
  const never = { matches: false, addEventListener() {}, removeEventListener() {} };
  const Observer = class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  Object.assign(window, { matchMedia: () => never, ResizeObserver: Observer });
  const names = [
    'window', 'document', 'HTMLElement', 'HTMLInputElement', 'HTMLIFrameElement', 'Element', 'Node', 'NodeFilter', 'MutationObserver',
    'ResizeObserver', 'Event', 'CustomEvent', 'KeyboardEvent', 'getComputedStyle', 'requestAnimationFrame', 'cancelAnimationFrame',
    'navigator', 'ShadowRoot', 'DocumentFragment',
  ];
  const added = names.filter((name) => !(name in globalThis));
  for (const name of added) {
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: Reflect.get(window, name) });
  }
  return () => {
    for (const name of added) Reflect.deleteProperty(globalThis, name);
  };
}

const problem: ProblemView = {
  severity: 'error',
  sheetName: 'Farm jobs',
  cellAddress: 'C7',
  tableName: 'FarmJobs',
  code: 'negative',
  message: 'Work must not be negative.',
};
const farmJobs: TableView = { tableName: 'FarmJobs', title: 'Farm jobs', sheetName: 'Farm jobs', rowCount: 2, state: 'problems', problems: [problem] };

interface Calls {
  readonly visited: string[];
  readonly inserted: string[];
  readonly searches: string[];
}

function open(over: Partial<PaneServices> = {}): { handle: PaneHandle; calls: Calls } {
  const calls: Calls = { visited: [], inserted: [], searches: [] };
  const services: PaneServices = {
    engineVersion: '9.9.9',
    catalogDate: '2026-07-20',
    language: 'en-US',
    runModel: async () => ({ status: 'cancelled' }),
    readTables: async () => ({ tables: [farmJobs], changedSinceRun: [] }),
    pastRuns: () => [],
    compareRuns: () => ({ changed: [], figures: [], answers: [] }),
    exportReport: async () => ({ status: 'cancelled' }),
    goToCell: async (sheetName, cellAddress) => void calls.visited.push(`${sheetName}!${cellAddress}`),
    addCloudCostName: async () => ({ status: 'added' }),
    templates: [{ id: 'farm', title: 'Render farm', description: 'Adds FarmJobs.' }],
    insertTemplate: async (id) => [...(calls.inserted.push(id) ? ['FarmJobs'] : [])],
    searchNodeTypes: async ({ text }) => {
      calls.searches.push(text);
      const row = { provider: 'aws', region: 'us-east-1', size: '4 vCPU', currency: 'USD', basis: 'on-demand', source: 'list', asOf: '2026-07-20' };
      const rows = [{ ...row, nodeType: 'm7i.xlarge', pricePerHour: 0.2016 }, { ...row, nodeType: 'unpriced', pricePerHour: null }];
      return { rows, matchCount: 7, providers: ['aws'], regions: ['us-east-1'], purchases: ['on-demand'] };
    },
    functions: [{ name: 'CLOUD.COST', argumentText: 'provider', description: 'Cost.', example: '=CLOUD.COST("aws")' }],
    importPrices: async () => ({ status: 'cancelled' }),
    onWorkbookChanged: () => () => {},
    theme: { current: () => null, onChanged: () => () => {} },
    ...over,
  };
  const container = document.createElement('div');
  document.body.append(container);
  return { handle: mountPane(container, services), calls };
}

/** Waits until the page says it; React and the services answer in their own time. */
async function shown(part: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (document.body.textContent?.includes(part)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`The pane never showed "${part}" but: ${document.body.textContent}`);
}

function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((item) => (item.getAttribute('aria-label') ?? item.textContent)?.includes(name));
  if (!found) throw new Error(`No button "${name}"`);
  return found;
}

/** Chooses a file as the system's own dialog would. */
async function choose(file: File): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('No file input');
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  input.dispatchEvent(new dom.window.Event('change', { bubbles: true }));
}

const done: RunOutcome = {
  status: 'done',
  summary: [{ label: 'Cost, Base', text: '112,000.00 USD', value: 112000 }],
  tables: [{ tableName: 'OutFrontier', sheetName: 'Results Frontier', rowCount: 24, answer: 'More nodes finish sooner.' }],
  warnings: [],
};

describe('the pane', () => {
  it('shows the tables of the workbook and goes to the cell of a problem', async () => {
    const { calls } = open();
    await shown('Work must not be negative.');
    expect(document.body.textContent).toContain('Problems: 1');
    button('Farm jobs!C7').click();
    expect(calls.visited).toEqual(['Farm jobs!C7']);
  });

  it('inserts a template and says what it added', async () => {
    const { calls } = open();
    await shown('Render farm');
    button('Insert template: Render farm').click();
    await shown('Added: FarmJobs.');
    expect(calls.inserted).toEqual(['farm']);
  });

  it('runs the model on the ribbon\'s behalf and links to the result sheets', async () => {
    const { handle, calls } = open({ runModel: async () => done });
    handle.startRun();
    await shown('112,000.00 USD');
    button('Results Frontier').click();
    expect(calls.visited).toEqual(['Results Frontier!']);
  });

  it('lists every problem of bad input', async () => {
    const { handle } = open({ runModel: async () => ({ status: 'invalid', problems: [problem, { ...problem, cellAddress: 'D9' }] }) });
    handle.startRun();
    await shown('2 problems to mend first');
    expect(button('Farm jobs!D9')).toBeDefined();
  });

  it('can cancel a run under way', async () => {
    const { handle } = open({
      runModel: ({ signal }) => new Promise((end) => signal?.addEventListener('abort', () => end({ status: 'cancelled' }))),
    });
    handle.startRun();
    await shown('Starting');
    button('Cancel').click();
    await shown('Cancelled');
  });

  it('never shows an unknown price as a number, and says how many more there are', async () => {
    const { handle } = open();
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
    const { handle, calls } = open({
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
    const { handle } = open({
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
    const { handle } = open();
    handle.showView('help');
    await shown('9.9.9');
    expect(document.body.textContent).toContain('Jul 20, 2026');
    expect(document.body.textContent).toContain('=CLOUD.COST("aws")');
  });

  it('says so when the workbook cannot be read', async () => {
    open({ readTables: () => Promise.reject(new Error('Excel is busy.')) });
    await shown('That did not work: Excel is busy.');
  });

  it('reads the tables again after the workbook changed', async () => {
    let changed = (): void => {};
    let reads = 0;
    open({
      onWorkbookChanged: (listener) => ((changed = listener), () => {}),
      readTables: async () => ({ tables: reads++ === 0 ? [farmJobs] : [{ ...farmJobs, state: 'ok', problems: [] }], changedSinceRun: [] }),
    });
    await shown('Problems: 1');
    changed();
    await shown('Ready');
  });

  it('says when results are out of date, and because of what', async () => {
    const { handle } = open({ readTables: async () => ({ tables: [farmJobs], changedSinceRun: ['Farm jobs', 'Placements'] }) });
    await shown('Results are out of date');
    expect(document.body.textContent).toContain('Changed since the last run: Farm jobs, Placements.');
    handle.showView('run');
    await shown('Results are out of date');
  });

  it('compares the newest run with the one before it, and others when asked', async () => {
    const past = (at: string, figure: string) => ({ at, figure, engine: '1', catalogDate: '2026-07-20', randomSeed: 7, inputHash: 'abc' });
    const asked: string[] = [];
    const { handle } = open({
      pastRuns: () => [past('2026-11-03T10:00:00Z', 'Cost: USD 3'), past('2026-11-02T10:00:00Z', 'Cost: USD 2'), past('2026-11-01T10:00:00Z', '')],
      compareRuns: (earlier, later) => {
        asked.push(`${earlier} ${later}`);
        return {
          changed: ['Services'], figures: [{ label: 'Cost', before: 'USD 2', after: 'USD 3', difference: '+USD 1' }],
          answers: [{ title: 'Summary', before: 'It costs 2.', after: 'It costs 3.' }],
        };
      },
    });
    handle.showView('run');
    await shown('Changed between them: Services.');
    await shown('CostUSD 2USD 3+USD 1');
    await shown('Before: It costs 2.After: It costs 3.');
    expect(asked.at(-1)).toBe('1 0');
    const [earlier] = document.querySelectorAll('select');
    if (!earlier) throw new Error('No choice of runs');
    Object.getOwnPropertyDescriptor(dom.window.HTMLSelectElement.prototype, 'value')?.set?.call(earlier, '2');
    earlier.dispatchEvent(new dom.window.Event('change', { bubbles: true }));
    for (let tries = 0; tries < 100 && asked.at(-1) !== '2 0'; tries++) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(asked.at(-1)).toBe('2 0');
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
      const { handle } = open({
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
    open();
    await shown('Farm jobs');
    expect([...document.querySelectorAll('[role=tab]')].map((tab) => tab.textContent)).toHaveLength(4);
    const panel = document.querySelector('[role=tabpanel]');
    expect(document.getElementById(panel?.getAttribute('aria-labelledby') ?? '')?.textContent).toContain('Model');
    for (const item of document.querySelectorAll('button')) expect((item.getAttribute('aria-label') ?? item.textContent)?.trim()).toBeTruthy();
    expect(document.querySelector('[role=status][aria-live=polite]')).not.toBeNull();
  });
});
