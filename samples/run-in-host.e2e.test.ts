import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadParts, runModel, starterCatalog, wordsOf, type ReportTable } from '../engine/index.ts';
import { cloudcost, installation } from '../host/cli/test/cloudcost-process.ts';
import type { CellValue, SheetSnapshot, WorkbookSnapshot } from '../host/workbook/snapshot.ts';
import { readXlsx } from '../host/xlsx/read.ts';
import { functionsOf } from './build/sample-workbook.ts';
import { modelInput } from './model-input.ts';
import { readSample, sampleBytes } from './run-sample.ts';
import { samples } from './source/samples.ts';

/** The opened bytes grafted. */
const run = async (workbook: string, out: string): Promise<{ code: number; notes: string }> => {
  const { code, notes } = await cloudcost('run', workbook, '--out', out);
  return { code, notes };
};

const resultSheet = (workbook: WorkbookSnapshot, tableId: string): SheetSnapshot => {
  const sheet = workbook.sheets.find(({ tables }) => tables.some(({ name }) => name === tableId));
  if (!sheet) throw new Error(`the workbook has no table ${tableId}`);
  return sheet;
};

/** Body of a table in a workbook, [row][column]. */
const body = (workbook: WorkbookSnapshot, tableId: string): CellValue[][] => {
  const sheet = resultSheet(workbook, tableId);
  const box = sheet.tables.find(({ name }) => name === tableId)!.box;
  return Array.from({ length: box.rowCount - 1 }, (_row, row) => {
    const cells = sheet.cells.get(box.row + 1 + row);
    return Array.from({ length: box.columnCount }, (_cell, column) => cells?.get(box.column + column)?.value ?? null);
  });
};

const isNumeric = ({ format }: ReportTable['columns'][number]): boolean => !['text', 'date', 'dateTime'].includes(format);
const text = (part: Uint8Array | undefined): string => new TextDecoder().decode(part);

interface Ran {
  readonly once: Uint8Array;
  /** Null: this sample is run once. */
  readonly twice: Uint8Array | null;
}

/** Of every kind of result one: tables with and without charts, many scenarios, and what stands alone. */
const isRunTwice = (id: string): boolean => ['cloud-exit', 'commitments', 'next-year', 'render-farm', 'university-hpc', 'web-service'].includes(id);

let folder = '';

/** The command on a sample, and for some on what it wrote. */
const runSample = async (id: string): Promise<Ran> => {
  const [first, second] = ['once.xlsx', 'twice.xlsx'].map(name => path.join(folder, `${id}-${name}`)) as [string, string];
  expect(await run(path.join(installation, 'samples', `${id}.xlsx`), first)).toEqual({ code: 0, notes: '' });
  const once = new Uint8Array(readFileSync(first));
  if (!isRunTwice(id)) return { once, twice: null };
  expect(await run(first, second)).toEqual({ code: 0, notes: '' });
  return { once, twice: new Uint8Array(readFileSync(second)) };
};

/** Two processes at a time: one sample after the other in each of two lanes, in the order in which they are asked for. */
const lanes = [Promise.resolve(), Promise.resolve()];
const runs = new Map<string, Promise<Ran>>();

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cloudcost-sample-'));
  samples.forEach(({ id }, place) => {
    const lane = place % lanes.length;
    const ran = lanes[lane]!.then(() => runSample(id));
    runs.set(id, ran);
    lanes[lane] = ran.then(() => undefined, () => undefined);
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(samples.map(sample => [sample.id, sample] as const))('%s.xlsx run in the host', (id, sample) => {
  const committed = readSample(sample);
  const functions = functionsOf(sample);
  let once: Uint8Array = new Uint8Array();
  let twice: Uint8Array | null = null;

  beforeAll(async () => {
    ({ once, twice } = (await runs.get(id)) as Ran);
  });

  it('gets every result table with the engine\'s rows, and the charts', async () => {
    const result = readXlsx(once, functions);
    const input = modelInput(committed);
    const outcome = runModel(input, starterCatalog, { parts: await loadParts(input) });
    if (!outcome.ok) throw new Error('the inputs are bad');
    const { tables, charts } = outcome.report;
    for (const table of tables) {
      const written = body(result, table.id);
      expect([table.id, written.length]).toEqual([table.id, table.rows.length]);
      table.columns.forEach((column, index) => {
        if (!isNumeric(column)) return;
        expect(written.map(row => row[index])).toEqual(table.rows.map(row => row[index] ?? null));
      });
    }
    for (const { tableId, title } of charts) {
      expect(resultSheet(result, tableId).charts.map(chart => chart.title)).toContain(wordsOf(title));
    }
  });

  it('keeps its own sheets as they were, byte for byte', () => {
    const [before, after] = [unzipSync(sampleBytes(sample)), unzipSync(once)];
    for (const name of Object.keys(before).filter(part => /^xl\/(worksheets|tables)\//.test(part))) {
      expect([name, text(after[name]) === text(before[name])]).toEqual([name, true]);
    }
    expect(readXlsx(once, functions).sheets.slice(0, committed.sheets.length)).toEqual(committed.sheets);
  });

  if (!isRunTwice(id)) return;
  it('gives the same tables and numbers when it is run again on its result', () => {
    if (!twice) throw new Error('it was not run again');
    const [before, after] = [unzipSync(once), unzipSync(twice)];
    const tableParts = (parts: Readonly<Record<string, Uint8Array>>): string[] =>
      Object.keys(parts).filter(name => name.startsWith('xl/tables/')).sort();
    expect(tableParts(after)).toEqual(tableParts(before));
    for (const name of tableParts(before)) expect(text(after[name])).toBe(text(before[name]));

    const [first, second] = [readXlsx(once, functions), readXlsx(twice, functions)];
    const tables = first.sheets.flatMap(sheet => sheet.tables);
    for (const { name } of tables) expect([name, body(second, name)]).toEqual([name, body(first, name)]);
    const chartCounts = ({ sheets }: WorkbookSnapshot): number[] => sheets.map(({ charts }) => charts.length);
    expect(chartCounts(second)).toEqual(chartCounts(first));
  });
});

describe('a formula beside the results', () => {
  it('finds the worth of leaving: the first month, and the sheet\'s NPV of the others', async () => {
    await runs.get('cloud-exit');
    const workbook = path.join(folder, 'cloud-exit-once.xlsx');
    const valueOf = async (formula: string): Promise<number> => Number((await cloudcost('eval', formula, '--in', workbook)).answer);
    const saving = 'OutCashflow[Saving]';
    const later = `INDEX(${saving},2):INDEX(${saving},60)`;
    const ours = await valueOf('=INDEX(OutLockIn[Amount],1)');
    expect(Math.abs(ours - (await valueOf(`=INDEX(${saving},1)+NPV(1.08^(1/12)-1,${later})`)))).toBeLessThan(0.5);
  });
});
