import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import type { Worker } from 'node:worker_threads';
import { JSDOM, ResourceLoader, VirtualConsole } from 'jsdom';
import type { DOMWindow } from 'jsdom';
import { paneQuery } from '../bridge/pane-window.ts';
import type { PaneWindow } from '../bridge/pane-window.ts';
import type { HostSession } from '../session.ts';
import { addMissingBrowserParts } from './missing-browser-parts.ts';
import { nodeWorkerClass, readAddinFile } from './node-worker.ts';

export interface NodePane {
  readonly window: DOMWindow;
  /** What went wrong in the pane's scripts, in order. */
  readonly errors: readonly string[];
  close(): void;
}

const officeFolder = path.dirname(createRequire(import.meta.url).resolve('@microsoft/office-js/dist/office.js'));
const officePath = '/office-js/';
const origin = 'https://localhost';
const page = 'taskpane.html';

/**
 * The task pane without a browser: the add-in's page as built, in jsdom, under the unmodified office.js from
 * node_modules, in an Office shown in a language (BCP 47). Resolves once `Office.onReady` has.
 */
export async function openPaneNode(session: HostSession, addinFolder: string, language = 'en-US'): Promise<NodePane> {
  const errors: string[] = [];
  const workers = new Set<Worker>();
  const virtualConsole = new VirtualConsole();
  virtualConsole.on('jsdomError', (error) => {
    if (!error.message.startsWith('Not implemented')) errors.push(error.message);
  });
  virtualConsole.on('error', (...parts: unknown[]) => errors.push(parts.map(String).join(' ')));
  const { window } = new JSDOM(pageWithLocalOffice(path.join(addinFolder, page)), {
    url: `${origin}/${page}?${paneQuery}`,
    runScripts: 'dangerously',
    resources: new AddinFiles(addinFolder),
    pretendToBeVisual: true,
    virtualConsole,
    beforeParse(parsed) {
      addMissingBrowserParts(parsed);
      Object.defineProperty(parsed.navigator, 'language', { value: language });
      Object.assign(parsed, { Worker: nodeWorkerClass(addinFolder, workers) });
      session.attach(parsed as unknown as PaneWindow);
    },
  });
  const close = (): void => {
    for (const worker of workers) void worker.terminate();
    window.close();
  };
  try {
    await loaded(window);
    const office = (window as unknown as { Office?: { onReady(): Promise<unknown> } }).Office;
    if (!office) throw new Error(`The page loads no office.js. ${errors.join(' ')}`);
    await office.onReady();
  } catch (error) {
    close();
    throw error;
  }
  return { window, errors, close };
}

/** The published page loads office.js from Microsoft's server; here it comes from the person's own node_modules. */
function pageWithLocalOffice(file: string): string {
  return readFileSync(file, 'utf8').replace(/https:\/\/appsforoffice\.microsoft\.com\/lib\/[^"']*\/office(\.debug)?\.js/g, `${officePath}office.js`);
}

class AddinFiles extends ResourceLoader {
  constructor(private readonly addinFolder: string) {
    super();
  }

  override fetch(url: string): ReturnType<ResourceLoader['fetch']> {
    const { origin: from, pathname } = new URL(url);
    const isOffice = pathname.startsWith(officePath);
    const content = isOffice
      ? readAddinFile(officeFolder, `/${pathname.slice(officePath.length)}`)
      : readAddinFile(this.addinFolder, pathname);
    if (from !== origin || !content) return null;
    return Promise.resolve(content) as ReturnType<ResourceLoader['fetch']>;
  }
}

const loaded = (window: DOMWindow): Promise<void> =>
  window.document.readyState === 'complete' ? Promise.resolve() : new Promise((resolve) => window.addEventListener('load', () => resolve()));
