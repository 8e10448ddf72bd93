import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type axe from 'axe-core';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Frame } from 'playwright-core';
import { startServer, type RunningServer } from '../../server/serve.ts';
import { launchBrowser } from './launch-browser.ts';
import { openPage, type PageUnderTest } from './page-under-test.ts';

jest.setTimeout(90_000);

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const browser = await launchBrowser();
const withBrowser = browser ? describe : describe.skip;

/** Each finding with the elements it is about; the rules of WCAG 2.2 AA and the best practices of the checker. */
async function findings(frame: Frame, within: string): Promise<string[]> {
  await frame.evaluate(axeSource);
  return frame.evaluate(async (selector) => {
    // Fluent's focus guards hand the keyboard on and are never where it rests: the checker takes them for hidden controls.
    const context = { include: [selector], exclude: ['[data-tabster-dummy]'] };
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(context, { resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`));
  }, within);
}

const views = ['Start', 'Model', 'Run', 'Prices', 'Help'] as const;

withBrowser('the task pane by a checker of accessibility', () => {
  let server: RunningServer;
  let tested: PageUnderTest;
  beforeAll(async () => {
    server = await startServer({ port: 0 });
    tested = await openPage(browser as Browser, server.url);
    const pane = await tested.pane();
    // With results, problems of the past, and two runs to compare
    for (const _run of [1, 2]) {
      await tested.page.getByRole('button', { name: 'Run', exact: true }).click();
      await pane.getByText('Finished in').waitFor({ timeout: 60_000 });
    }
  });
  afterAll(async () => {
    await browser?.close();
    await server?.close();
  });

  /** Two node types side by side, and the form that places one. */
  const openCompared = async (pane: Frame): Promise<void> => {
    await pane.getByLabel('Search').fill('m7i');
    for (const place of [0, 1]) await pane.getByRole('checkbox', { name: /^Compare m7i/ }).nth(place).check();
    await pane.getByRole('button', { name: /^Place a workload on m7i/ }).first().click();
    await pane.getByRole('button', { name: 'Add row to Placements' }).waitFor();
  };
  const eachView = async (): Promise<Record<string, string[]>> => {
    const pane = await tested.pane();
    const found: Record<string, string[]> = {};
    for (const view of views) {
      await pane.getByRole('tab', { name: view }).click();
      await pane.getByRole('tab', { name: view, selected: true }).waitFor();
      if (view === 'Prices') await openCompared(pane);
      // The tab's mark slides to its place
      await tested.page.waitForTimeout(400);
      found[view] = await findings(pane, '#pane');
    }
    return found;
  };
  const nothing = Object.fromEntries(views.map(view => [view, []]));

  it.each(['light', 'dark'] as const)('has no findings in %s colors', async scheme => {
    await tested.page.emulateMedia({ colorScheme: scheme });
    expect(await eachView()).toEqual(nothing);
  });

  it('has none in a high-contrast theme of the system, and none on a narrow page', async () => {
    await tested.page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' });
    expect(await eachView()).toEqual(nothing);
    await tested.page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
    await tested.page.setViewportSize({ width: 340, height: 700 });
    expect(await eachView()).toEqual(nothing);
  });

  it('says where one is without color: every tab, badge and problem has words', async () => {
    const pane = await tested.pane();
    await pane.getByRole('tab', { name: 'Model' }).click();
    expect(await pane.getByText('Ready').count()).toBeGreaterThan(0);
  });
});
