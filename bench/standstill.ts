import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Frame, Page } from 'playwright-core';
import { launchBrowser } from '../host/page/e2e/launch-browser.ts';
import { startServer } from '../host/server/serve.ts';
import { SkippedBenchmark, type Benchmark, type Finding, type Measured } from './benchmark.ts';
import { repository } from './places.ts';

const sample = 'next-year';
const runs = 5;

declare global {
  interface Window {
    longestTaskMs?: number;
  }
}

/** A first run, in the page of our host: its grid shares the pane's thread. */
export const standstillBenchmark: Benchmark = {
  name: 'standstill',
  title: `how long the page stands still while ${sample} runs and its results are written`,
  async run(): Promise<readonly Finding[]> {
    const missing = ['dist/host/page.js', 'dist/addin/main.js'].filter((file) => !existsSync(path.join(repository, file)));
    if (missing.length > 0) throw new SkippedBenchmark(`${missing.join(' and ')} not built: \`npm run build\` first.`);
    const browser = await launchBrowser();
    if (!browser) throw new SkippedBenchmark('no Chrome, Edge or Chromium found (set CLOUDCOST_CHROMIUM).');
    const server = await startServer({ port: 0 });
    try {
      const found: { readonly longest: number; readonly firstProgress: number }[] = [];
      for (let run = 0; run < runs; run++) found.push(await runOnce(browser, `${server.url}?sample=${sample}`));
      const longest = measured(found.map((each) => each.longest));
      const progress = measured(found.map((each) => each.firstProgress));
      return [
        { what: 'longest task of the page (0: none over 50 ms)', ours: longest, figure: { value: longest.value, unit: 'ms', atMost: 50 } },
        { what: 'from the click to the first progress', ours: progress, figure: { value: progress.value, unit: 'ms', atMost: 200 } },
      ];
    } finally {
      await server.close();
      await browser.close();
    }
  },
};

function measured(values: readonly number[]): Measured {
  const sorted = [...values].sort((a, b) => a - b);
  return { value: sorted[Math.floor(sorted.length / 2)] ?? NaN, unit: 'ms', lowest: sorted[0] ?? NaN, highest: sorted.at(-1) ?? NaN };
}

async function runOnce(browser: Browser, url: string): Promise<{ readonly longest: number; readonly firstProgress: number }> {
  const context = await browser.newContext({ viewport: { width: 1400, height: 850 } });
  try {
    const page = await context.newPage();
    await page.goto(url);
    const pane = await paneOf(page);
    await pane.evaluate(() => window.cloudCost?.ready);
    await pane.getByRole('tab', { name: 'Run' }).click();
    const button = pane.getByRole('button', { name: 'Run model' });
    await button.waitFor();
    await page.waitForTimeout(3000); // what opening began is over
    await page.evaluate(watchTasks);
    const firstProgress = await button.evaluate(clickAndWaitForProgress);
    await pane.getByText('Finished in').waitFor({ timeout: 120_000 });
    const longest = await page.evaluate(() => window.longestTaskMs ?? NaN);
    return { longest, firstProgress };
  } finally {
    await context.close();
  }
}

async function paneOf(page: Page): Promise<Frame> {
  const element = await page.waitForSelector('iframe[title="CloudCost task pane"]');
  const frame = await element.contentFrame();
  if (!frame) throw new Error('The task pane has no frame.');
  await frame.waitForSelector('[role=tab]');
  return frame;
}

/** Runs in the page: tasks of its frames are its own. */
function watchTasks(): void {
  window.longestTaskMs = 0;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.longestTaskMs = Math.max(window.longestTaskMs ?? 0, duration);
  }).observe({ entryTypes: ['longtask'] });
}

/** Runs in the pane. */
function clickAndWaitForProgress(button: Element): Promise<number> {
  const from = performance.now();
  const shown = new Promise<number>((resolve) => {
    const observer = new MutationObserver(() => {
      if (!document.querySelector('[role=progressbar]')) return;
      observer.disconnect();
      resolve(performance.now() - from);
    });
    observer.observe(document.body, { childList: true, subtree: true });
  });
  (button as HTMLButtonElement).click();
  return shown;
}
