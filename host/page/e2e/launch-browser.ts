import { chromium, type Browser } from 'playwright-core';
import { findBrowser } from '../../cli/print-page.ts';

/** A browser under test asks nobody else: updates, variations and sign-in are off. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * The browser at CLOUDCOST_CHROMIUM, else an installed Chrome or Edge, else a Chromium at a known path. Null when there
 * is none, so that its tests are skipped with a line that says so.
 * @throws without a browser when the environment says CI: there nothing may be skipped.
 */
export async function launchBrowser(): Promise<Browser | null> {
  const wanted = process.env['CLOUDCOST_CHROMIUM'];
  if (wanted) return chromium.launch({ executablePath: wanted, args });
  for (const channel of ['chrome', 'msedge']) {
    const installed = await chromium.launch({ channel, args }).catch(() => null);
    if (installed) return installed;
  }
  const executablePath = findBrowser();
  if (executablePath) return chromium.launch({ executablePath, args });
  if (process.env['CI']) throw new Error('No browser for the end-to-end tests: set CLOUDCOST_CHROMIUM to a Chromium.');
  process.stderr.write('Browser tests are skipped: no Chrome, Edge or Chromium found (set CLOUDCOST_CHROMIUM).\n');
  return null;
}
