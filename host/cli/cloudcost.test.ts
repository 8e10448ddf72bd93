import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { functionNames } from '../xlsx/function-names.ts';
import { readXlsx } from '../xlsx/read.ts';
import { writeXlsx } from '../xlsx/write.ts';
import type { CellSnapshot, WorkbookSnapshot } from '../workbook/snapshot.ts';
import { cloudcost, installation } from './test/cloudcost-process.ts';

const renderFarm = path.join(installation, 'samples', 'render-farm.xlsx');
const noFunctions = functionNames([]);

describe('cloudcost', () => {
  let folder = '';
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'cloudcost-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const inFolder = (name: string): string => path.join(folder, name);

  it('explains itself', async () => {
    const { code, answer } = await cloudcost();
    expect(code).toBe(0);
    for (const command of ['run', 'eval', 'functions', 'prices', 'simulate', 'serve']) expect(answer).toContain(`cloudcost ${command}`);
    expect((await cloudcost('fly')).code).toBe(1);
  });

  it('evaluates a price: the published 0.2016 USD per hour of an m7i.xlarge in us-east-1', async () => {
    expect(await cloudcost('eval', '=CLOUD.PRICE("aws","us-east-1","m7i.xlarge")')).toEqual({ code: 0, answer: '0.2016\n', notes: '' });
  });

  it('evaluates formulas around worksheet functions', async () => {
    const { answer } = await cloudcost('eval', '=ROUND(CLOUD.COST("aws","us-east-1","m7i.xlarge",730)*2,3)', '--json');
    expect(JSON.parse(answer)).toEqual({ value: 294.336 }); // 0.2016 x 730 x 2
  });

  it('prints spilled rows as CSV', async () => {
    // 56 core-hours on 8-core nodes without start-up: 7 hours on one, 3.5 on two; at 1.60 per hour, 11.20 in all
    const { answer, code } = await cloudcost('eval', '=CLOUD.FRONTIER(56,"aws/us-east-1/cc1.4xlarge",1,2,2,,0,1)');
    const rows = answer.trim().split('\n').map(line => line.split(','));
    expect(code).toBe(0);
    expect(rows.slice(-2).map(row => row.slice(0, 2).map(Number))).toEqual([[1, 7], [2, 3.5]]);
    for (const row of rows.slice(-2)) expect(Number(row[2])).toBeCloseTo(11.2, 6);
  });

  it('prints an Excel error with its message and says no to the shell', async () => {
    const { code, answer } = await cloudcost('eval', '=CLOUD.PRICE("aws","us-east-1","m7i.xlargo")');
    expect(code).toBe(2);
    expect(answer).toMatch(/^#N\/A .*m7i\.xlarge/);
    expect(JSON.parse((await cloudcost('eval', '=1/0', '--json')).answer)).toEqual({ error: '#DIV/0!', message: null });
  });

  it('lists functions, and prices narrowed by words', async () => {
    expect((await cloudcost('functions')).answer).toContain('CLOUD.PRICE(provider, region, nodeType, [purchase]');
    const { answer } = await cloudcost('prices', 'aws', 'm7i.x');
    const [header, ...rows] = answer.trim().split('\n');
    expect(header!.toLowerCase()).toContain('provider');
    expect(rows).toHaveLength(1);
    expect(rows[0]).toContain('m7i.xlarge');
    expect((await cloudcost('prices', 'no-such-node')).code).toBe(2);
  });

  it('runs a workbook into a copy, and the copy again', async () => {
    const out = inFolder('result.xlsx');
    const before = readFileSync(renderFarm);
    const run = await cloudcost('run', renderFarm, '--out', out);
    expect([run.code, run.notes]).toEqual([0, '']);
    expect(run.answer).toContain('OutFrontier');
    expect(readFileSync(renderFarm).equals(before)).toBe(true);

    const result = readXlsx(new Uint8Array(readFileSync(out)), noFunctions);
    const frontier = result.sheets.find(sheet => sheet.tables.some(table => table.name === 'OutFrontier'))!;
    expect(frontier.charts.length).toBeGreaterThan(0);

    const again = inFolder('again.xlsx');
    expect((await cloudcost('run', out, '--out', again)).code).toBe(0);
    const twice = readXlsx(new Uint8Array(readFileSync(again)), noFunctions);
    expect(twice.sheets.map(sheet => sheet.name)).toEqual(result.sheets.map(sheet => sheet.name));
    expect(twice.sheets.flatMap(sheet => sheet.tables)).toEqual(result.sheets.flatMap(sheet => sheet.tables));
    expect(twice.sheets.flatMap(sheet => sheet.charts)).toHaveLength(result.sheets.flatMap(sheet => sheet.charts).length);

    const total = await cloudcost('eval', '=SUM(OutCostMonthly[BilledCost])', '--in', again, '--json');
    expect(JSON.parse(total.answer).value).toBeGreaterThan(0);
  }, 300_000);

  it('lists every bad cell and writes nothing', async () => {
    const bad = inFolder('bad.xlsx');
    writeFileSync(bad, writeXlsx(spoil(readXlsx(new Uint8Array(readFileSync(renderFarm)), noFunctions)), null, noFunctions));
    const out = inFolder('never.xlsx');
    const { code, notes } = await cloudcost('run', bad, '--out', out);
    expect(code).toBe(2);
    expect(notes).toContain('nothing was written');
    expect(notes).toMatch(/![A-Z]+\d+ \(Placements\): .*cc1\.4xlarg\b/);
    expect(existsSync(out)).toBe(false);
  });

  it('says what is wrong with a file', async () => {
    const noZip = inFolder('no.xlsx');
    writeFileSync(noZip, 'this is text');
    for (const words of [['run', noZip, '--out', inFolder('x.xlsx')], ['run', inFolder('missing.xlsx'), '--out', inFolder('x.xlsx')]]) {
      const { code, notes } = await cloudcost(...words);
      expect(code).toBe(1);
      expect(notes.trim().split('\n')).toHaveLength(1);
    }
    expect((await cloudcost('run', renderFarm, '--out', renderFarm)).notes).toContain('copy');
  });
});

/** The workbook with a misspelt node type. */
function spoil(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const misspelt = (cell: CellSnapshot): CellSnapshot => (cell.value === 'cc1.4xlarge' ? { ...cell, value: 'cc1.4xlarg' } : cell);
  return {
    ...workbook,
    sheets: workbook.sheets.map(sheet => {
      if (!sheet.tables.some(table => table.name === 'Placements')) return sheet;
      const cells = new Map([...sheet.cells].map(([row, columns]) => [row, new Map([...columns].map(([c, cell]) => [c, misspelt(cell)]))]));
      return { ...sheet, cells };
    }),
  };
}
