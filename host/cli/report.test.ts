import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, readFileSync, existsSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { cloudcost } from './test/cloudcost-process.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'cloudcost-report-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const file = (name: string): string => path.join(folder, name);

describe('cloudcost report', () => {
  it('writes the ledger in FOCUS columns whose costs add up to the scenario', async () => {
    const { code, answer } = await cloudcost('report', 'samples/gpu-training.xlsx', '--out', file('focus.csv'));
    expect([code, answer]).toEqual([0, `Written: ${file('focus.csv')}\n`]);
    const [head = '', ...lines] = readFileSync(file('focus.csv'), 'utf8').trimEnd().split('\r\n');
    expect(head.split(',').slice(0, 3)).toEqual(['BillingPeriodStart', 'BillingPeriodEnd', 'ChargePeriodStart']);
    expect(lines.length).toBeGreaterThan(3);
    for (const line of lines) expect(line).toMatch(/^\d{4}-\d{2}-\d{2}T00:00:00Z,/);
  });

  it('writes a result table, a page and a summary', async () => {
    const names = ['summary.csv', 'page.html', 'summary.md'];
    const table = ['--table', 'outsummary'];
    const finished = await Promise.all(
      names.map((name, index) => cloudcost('report', 'samples/rack-plan.xlsx', '--out', file(name), ...(index === 0 ? ['--table', 'OutRackPlan'] : []))),
    );
    expect(finished.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(readFileSync(file('summary.csv'), 'utf8')).toMatch(/^Racks,RackId,Count,/);
    expect(readFileSync(file('page.html'), 'utf8')).toContain('<h2>Rack plan</h2>');
    expect(readFileSync(file('summary.md'), 'utf8')).toContain('## Rack plan');
    const missing = await cloudcost('report', 'samples/rack-plan.xlsx', '--out', file('none.csv'), ...table);
    expect([missing.code, missing.notes]).toEqual([2, expect.stringContaining('no result table outsummary. It has OutRackPlan,')]);
    expect(existsSync(file('none.csv'))).toBe(false);
  });

  it('speaks Korean when it is told to', async () => {
    const [page, summary] = [file('ko.html'), file('ko.md')];
    const done = await Promise.all([page, summary].map(out => cloudcost('report', 'samples/rack-plan.xlsx', '--out', out, '--language', 'ko')));
    expect(done.map(({ code }) => code)).toEqual([0, 0]);
    const text = readFileSync(page, 'utf8');
    expect(text).toContain('<html lang="ko-KR">');
    expect(text).toContain('<h2>랙 계획</h2>');
    const read = [...text.matchAll(/<(?:h1|h2|th|dt|p)\b[^>]*>([^<]+)</g)].map(([, words = '']) => words).slice(1);
    expect(read.filter(words => !/[가-힣]/.test(words) && /[a-z]{4}/.test(words))).toEqual([]);
    expect(readFileSync(summary, 'utf8')).toContain('## 랙 계획');
  });

  it('writes a workbook of values for somebody without the add-in', async () => {
    const { code } = await cloudcost('report', 'samples/cloud-exit.xlsx', '--out', file('values.xlsx'));
    expect(code).toBe(0);
    const parts = unzipSync(new Uint8Array(readFileSync(file('values.xlsx'))));
    const sheets = Object.entries(parts).filter(([name]) => /^xl\/(worksheets\/|workbook)/.test(name)).map(([, part]) => strFromU8(part)).join('');
    expect(sheets).not.toMatch(/CLOUD[._]/);
    expect(strFromU8(parts['xl/comments1.xml']!)).toContain('=CLOUD.EGRESS(');
    const same = await cloudcost('report', file('values.xlsx'), '--out', file('values.xlsx'));
    expect([same.code, same.notes]).toEqual([1, expect.stringContaining('the report goes into a copy')]);
  });

  it('writes the ledger by the hour', async () => {
    const { code } = await cloudcost('report', 'samples/web-service.xlsx', '--out', file('hours.csv'), '--hourly');
    expect(code).toBe(0);
    const lines = readFileSync(file('hours.csv'), 'utf8').trimEnd().split('\r\n');
    expect(lines[0]).toMatch(/^BillingPeriodStart,BillingPeriodEnd,ChargePeriodStart,ChargePeriodEnd,/);
    expect(lines.length).toBeGreaterThan(8760);
    expect(lines.filter(line => line.includes(',2027-03-01T05:00:00Z,2027-03-01T06:00:00Z,')).length).toBeGreaterThan(3);
  });

  it('says what is wrong with the words', async () => {
    const [noFile, otherKind, misplaced, hourlyPage] = await Promise.all([
      cloudcost('report', 'samples/rack-plan.xlsx'),
      cloudcost('report', 'samples/rack-plan.xlsx', '--out', file('report.docx')),
      cloudcost('report', 'samples/rack-plan.xlsx', '--out', file('report.md'), '--table', 'OutRackPlan'),
      cloudcost('report', 'samples/rack-plan.xlsx', '--out', file('report.html'), '--hourly'),
    ]);
    expect(noFile.notes).toContain('cloudcost report needs --out FILE');
    expect(otherKind.notes).toContain('a report is an .html, .pdf, .md, .csv or .xlsx file');
    expect(hourlyPage.notes).toContain('--hourly is the ledger by the hour: a .csv file');
    expect(misplaced.notes).toContain('--table goes with a .csv file');
  });
});
