import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type {} from '../addin/automation.ts';
import { launchBrowser } from '../host/page/e2e/launch-browser.ts';
import { startServer } from '../host/server/serve.ts';
import { SkippedBenchmark } from './benchmark.ts';
import type { Benchmark, Figure, Finding, Measured } from './benchmark.ts';
import { inTurns } from './measure.ts';
import { repository } from './places.ts';

declare global {
  interface Window {
    /** Milliseconds from the page's start until its pane was ready. */
    paneReadyAtMs?: number;
  }
}

const officeOnly = '<!doctype html><script src="/attach.js"></script><script src="/office-js/office.js"></script>';
const patienceMs = 60_000;

/** From the address to a pane one can work with, each time with an empty cache. */
export const pageBenchmark: Benchmark = {
  name: 'page',
  title: 'the browser page from its address to a ready task pane',
  async run(): Promise<readonly Finding[]> {
    const missing = ['dist/host/page.js', 'dist/addin/main.js'].filter((file) => !existsSync(path.join(repository, file)));
    if (missing.length > 0) throw new SkippedBenchmark(`${missing.join(' and ')} not built: \`npm run build\` first.`);
    const browser = await launchBrowser();
    if (!browser) throw new SkippedBenchmark('no Chrome, Edge or Chromium found (set CLOUDCOST_CHROMIUM).');
    const server = await startServer({ port: 0 });
    try {
      const open = (pane: string | null) => () => timeToReady(browser, server.url, pane);
      const times = await inTurns(
        { ours: open(null), empty: open('<!doctype html><title>Empty</title>'), office: open(officeOnly) },
        { warmUps: 1, runs: 7 },
      );
      const what = 'page to ready pane';
      return [
        { what, ours: times.ours, reference: { name: 'same page, empty pane', measured: times.empty }, figure: { ...longer(times.ours, times.empty), atMost: 1000 } },
        { what, ours: times.ours, reference: { name: 'same page, office.js alone in the pane', measured: times.office }, figure: longer(times.ours, times.office) },
      ];
    } finally {
      await server.close();
      await browser.close();
    }
  },
};

const longer = (ours: Measured, reference: Measured): Figure => ({ value: ours.value - reference.value, unit: 'ms' });

/** `pane` is served in place of the add-in's own page; null leaves it. */
async function timeToReady(browser: Browser, url: string, pane: string | null): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 850 } });
  try {
    const page = await context.newPage();
    if (pane !== null) {
      await page.route('**/addin/taskpane.html*', (route) => route.fulfill({ contentType: 'text/html', body: pane }));
    }
    await page.addInitScript(watchForReady, pane === null);
    await page.goto(url);
    return await readyTime(page);
  } finally {
    await context.close();
  }
}

async function readyTime(page: Page): Promise<number> {
  const found = await page.waitForFunction(() => window.paneReadyAtMs, undefined, { timeout: patienceMs });
  return (await found.jsonValue()) as number;
}

/**
 * Runs in the page. The add-in is ready when its functions are registered, the workbook's prices read and its views
 * drawn; another page when it is loaded, with office.js when it brings it.
 */
function watchForReady(isAddin: boolean): void {
  if (window.top !== window) return;
  const timer = setInterval(() => {
    const pane = document.querySelector<HTMLIFrameElement>('iframe[title="CloudCost task pane"]')?.contentWindow;
    if (!pane || pane.location.href === 'about:blank' || pane.document.readyState !== 'complete') return;
    if (isAddin && (!pane.cloudCost || !pane.document.querySelector('[role=tab]'))) return;
    clearInterval(timer);
    const office = (pane as unknown as { Office?: { onReady(): Promise<unknown> } }).Office;
    void Promise.all([office?.onReady(), pane.cloudCost?.ready]).then(() => (window.paneReadyAtMs = performance.now()));
  }, 5);
}
