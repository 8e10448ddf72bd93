import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const knownPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];

/** A browser that prints: the one of CLOUDCOST_CHROMIUM, else one at a usual place; null when there is none. */
export const findBrowser = (): string | null => process.env['CLOUDCOST_CHROMIUM'] ?? knownPaths.find(place => existsSync(place)) ?? null;

/** Printing a long report takes seconds; a browser that hangs is given up. */
const patienceMs = 120_000;

/** A page as PDF, printed by a browser without a window that may ask nobody else. Rejects with what the browser said. */
export async function printPage(browser: string, html: string): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(tmpdir(), 'cloudcost-print-'));
  try {
    const [page, pdf] = [path.join(folder, 'report.html'), path.join(folder, 'report.pdf')];
    writeFileSync(page, html);
    const words = [
      '--headless', '--disable-gpu', '--no-sandbox', '--no-first-run', '--disable-background-networking', '--disable-component-update',
      '--disable-sync', `--user-data-dir=${path.join(folder, 'profile')}`, '--no-pdf-header-footer', `--print-to-pdf=${pdf}`,
      pathToFileURL(page).href,
    ];
    await new Promise<void>((resolve, reject) => {
      execFile(browser, words, { timeout: patienceMs }, (error, _answer, notes) => {
        if (existsSync(pdf)) resolve();
        else reject(new Error(`${browser} did not print the page: ${error?.message ?? notes}`));
      });
    });
    return new Uint8Array(readFileSync(pdf));
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
