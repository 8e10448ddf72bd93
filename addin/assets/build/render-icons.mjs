// Draws the committed PNG icons from their SVG sources with an installed Chromium:
// CLOUDCOST_CHROMIUM=/usr/bin/chromium node addin/assets/build/render-icons.mjs
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const assets = fileURLToPath(new URL('..', import.meta.url));
/** The add-in's own icon in every size Office asks for; a button's in the three it needs. */
const sizesByIcon = {
  icon: [16, 20, 24, 32, 40, 48, 64, 80],
  model: [16, 32, 80],
  run: [16, 32, 80],
  prices: [16, 32, 80],
  help: [16, 32, 80],
};

const browser = await chromium.launch({
  executablePath: process.env.CLOUDCOST_CHROMIUM,
  args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-sync', '--no-first-run'],
});
const page = await browser.newPage();
for (const [icon, sizes] of Object.entries(sizesByIcon)) {
  const svg = readFileSync(path.join(assets, 'icons', `${icon}.svg`), 'utf8');
  for (const size of sizes) {
    await page.setViewportSize({ width: size, height: size });
    await page.setContent(`<style>body{margin:0}svg{display:block;width:${size}px;height:${size}px}</style>${svg}`);
    await page.screenshot({ path: path.join(assets, `${icon}-${size}.png`), omitBackground: true });
  }
}
await browser.close();
