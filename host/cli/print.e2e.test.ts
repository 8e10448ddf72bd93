import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findLibreOffice, hasPoppler, sheetsAsCsv, convert } from '../xlsx/test/libre-office.ts';
import { findBrowser } from './print-page.ts';
import { cloudcost } from './test/cloudcost-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cloudcost-print-test-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => path.join(folder, name);

const canPrint = findBrowser() !== null && hasPoppler();
const soffice = findLibreOffice();
if (!(canPrint && soffice) && !process.env.CI) process.stdout.write('Skipped: a browser, poppler-utils or LibreOffice is not installed here.\n');
const unlessCi = (isHere: boolean) => (isHere || process.env.CI ? describe : describe.skip);

unlessCi(canPrint)('a report as PDF', () => {
  it('is the page with its answers, tables and charts', async () => {
    const { code, answer } = await cloudcost('report', 'samples/cloud-exit.xlsx', '--out', file('report.pdf'));
    expect([code, answer]).toEqual([0, `Written: ${file('report.pdf')}\n`]);
    const text = spawnSync('pdftotext', ['-layout', file('report.pdf'), '-']).stdout.toString();
    for (const part of ['What leaving costs', 'Staying against going, sums so far', 'Net present value of leaving', 'All 2 checks hold.']) {
      expect(text).toContain(part);
    }
    const pages = Number(/Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [file('report.pdf')]).stdout.toString())?.[1]);
    expect(pages).toBeGreaterThan(1);
    expect(pages).toBeLessThan(12);
  });
});

unlessCi(soffice !== undefined)('a workbook of values in LibreOffice', () => {
  it.each(['cloud-exit', 'render-farm'])('opens %s without one error, with its notes, tables and charts', async sample => {
    expect((await cloudcost('report', `samples/${sample}.xlsx`, '--out', file(`${sample}.xlsx`))).code).toBe(0);
    const bytes = new Uint8Array(readFileSync(file(`${sample}.xlsx`)));
    for (const [sheet, csv] of sheetsAsCsv(soffice ?? '', bytes)) {
      expect([sheet, /(?:^|,)(#NAME\?|#REF!|#VALUE!|Err:\d+)(?:,|$)/m.exec(csv)?.[1]]).toEqual([sheet, undefined]);
    }
    const opened = convert(soffice ?? '', 'book.xlsx', bytes, 'fods').get('book.fods')!.toString();
    expect(opened.match(/<office:annotation /g)?.length).toBeGreaterThan(3);
    expect(opened).toContain('=CLOUD.');
    expect(opened.split('<draw:object').length).toBeGreaterThan(2);
  });
});
