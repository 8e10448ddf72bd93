import { afterAll, afterEach, beforeAll } from '@jest/globals';
import { JSDOM } from 'jsdom';
import type { ProblemView } from '../automation.ts';
import type { PaneHandle, PaneServices, TableView } from './pane-services.ts';

/** The pane in a page of jsdom, with services that answer by hand. */
export let dom: JSDOM;
let mountPane: (container: HTMLElement, services: PaneServices) => PaneHandle;
let removeGlobals: () => void;

/** To be called once by each file of tests. */
export function usePage(): void {
  beforeAll(loadPage);
  afterEach(() => dom.window.document.body.replaceChildren());
  afterAll(async () => {
    // What the last test set going draws once more, while there is a page to draw on.
    await new Promise((resolve) => setTimeout(resolve, 200));
    dom.window.close();
    removeGlobals();
  });
}

async function loadPage(): Promise<void> {
  dom = new JSDOM('<!doctype html><html lang="en"><body></body></html>', { pretendToBeVisual: true });
  removeGlobals = lendWindow(dom);
  // React and Fluent read the document as they load.
  ({ mountPane } = await import('./pane.tsx'));
}

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

export const problem: ProblemView = {
  severity: 'error',
  sheetName: 'Farm jobs',
  cellAddress: 'C7',
  tableName: 'FarmJobs',
  code: 'negative',
  message: 'Work must not be negative.',
};
export const farmJobs: TableView = { tableName: 'FarmJobs', title: 'Farm jobs', sheetName: 'Farm jobs', rowCount: 2, state: 'problems', problems: [problem] };

export interface Calls {
  readonly visited: string[];
  readonly inserted: string[];
  readonly searches: string[];
}

export function open(over: Partial<PaneServices> = {}): { handle: PaneHandle; calls: Calls } {
  const calls: Calls = { visited: [], inserted: [], searches: [] };
  const services: PaneServices = {
    engineVersion: '9.9.9',
    hasTables: false,
    catalogDate: '2026-07-20',
    language: 'en-US',
    runModel: async () => ({ status: 'cancelled' }),
    readTables: async () => ({ tables: [farmJobs], isIncomplete: false, changedSinceRun: [] }),
    pastRuns: () => [],
    compareRuns: () => ({ changed: [], figures: [], answers: [] }),
    explainSelection: async () => ({ kind: 'none', message: 'Select a row.' }),
    exportReport: async () => ({ status: 'cancelled' }),
    goToCell: async (sheetName, cellAddress) => void calls.visited.push(`${sheetName}!${cellAddress}`),
    addCloudCostName: async () => ({ status: 'added' }),
    templates: [{ id: 'farm', title: 'Render farm', description: 'Adds FarmJobs.' }],
    questions: [{ id: 'reserve', question: 'What should we reserve?', description: 'Of what runs.', templateId: 'farm' }],
    insertExample: async () => ({ added: ['FarmJobs'], inTheWay: [] }),
    insertTemplate: async (id) => [...(calls.inserted.push(id) ? ['FarmJobs'] : [])],
    searchNodeTypes: async ({ text }) => {
      calls.searches.push(text);
      const row = { vcpuCount: 4, memoryGib: 16, gpuCount: 0, gpuModel: null, purchase: 'on-demand', provider: 'aws', region: 'us-east-1', size: '4 vCPU', currency: 'USD', basis: 'on-demand', source: 'list', asOf: '2026-07-20' };
      const rows = [{ ...row, nodeType: 'm7i.xlarge', pricePerHour: 0.2016 }, { ...row, nodeType: 'unpriced', pricePerHour: null }];
      return { rows, matchCount: 7, providers: ['aws'], regions: ['us-east-1'], purchases: ['on-demand'] };
    },
    functions: [{ name: 'CLOUD.COST', argumentText: 'provider', description: 'Cost.', example: '=CLOUD.COST("aws")' }],
    placementChoices: async () => ({ workloads: ['web'], scenarios: ['base'] }),
    addPlacement: async ({ workloadId, nodeType }) => ({ name: `${workloadId} on ${nodeType}`, sheetName: 'Placements' }),
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
export async function shown(part: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (document.body.textContent?.includes(part)) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`The pane never showed "${part}" but: ${document.body.textContent}`);
}

export function button(name: string): HTMLButtonElement {
  const found = [...document.querySelectorAll('button')].find((item) => (item.getAttribute('aria-label') ?? item.textContent)?.includes(name));
  if (!found) throw new Error(`No button "${name}"`);
  return found;
}

/** Chooses a file as the system's own dialog would. */
export async function choose(file: File): Promise<void> {
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  if (!input) throw new Error('No file input');
  Object.defineProperty(input, 'files', { configurable: true, value: [file] });
  input.dispatchEvent(new dom.window.Event('change', { bubbles: true }));
}
