import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { inputTables, runModel, starterCatalog, workbookTemplates } from '../../engine/index.ts';
import type { HostSession } from '../../host/session.ts';
import { openTestHost, type TestHost } from '../../host/test-addin/open-test-host.ts';
import type { WorkbookSnapshot } from '../../host/workbook/snapshot.ts';
import { usePrices } from '../functions/current-prices.ts';
import { generateFunctionsJson } from '../functions/functions-metadata.js';
import { registerFunctions } from '../functions/register.ts';
import { addCloudCostName } from '../workbook/cloudcost-name.ts';
import { insertTemplate } from '../workbook/insert-template.ts';
import { readInput } from '../workbook/read-input.ts';
import { readRecord } from '../workbook/result-record.ts';
import { createTableCheck } from './check-tables.ts';
import { createModelRunner, type WorkerLike } from './model-runner.ts';
import { createOwnPriceReader } from './own-prices.ts';
import { compareRuns } from './run-history.ts';
import { createRunModel } from './run-model.ts';
import type { RunMessage, RunRequest } from './worker-protocol.ts';

/** The use cases on the real office.js and our host; only the thread of the model is this one. */
const functionsFolder = fileURLToPath(new URL('../functions', import.meta.url));
let host: TestHost;
let session: HostSession;

async function open(snapshot: WorkbookSnapshot | null = null): Promise<void> {
  host = await openTestHost({ snapshot });
  session = host.session;
  const metadata = JSON.parse(await generateFunctionsJson(functionsFolder)) as { functions: never[] };
  session.registerFunctions('CLOUD', metadata.functions);
  const { Excel, Office, OfficeExtension, CustomFunctions } = host.pane.window as unknown as Record<string, unknown>;
  Object.assign(globalThis, { Excel, Office, OfficeExtension, CustomFunctions });
  registerFunctions();
  usePrices({ prices: [], nodeTypes: [], fxRates: [], negotiated: [], tariffs: { tariffs: [], allowances: [] }, baseCurrency: 'USD' }, 1900);
}
beforeEach(() => open());
afterEach(async () => {
  await session.idle();
  host.close();
});

/** Computes on this thread, one turn later, as a worker would. */
class SameThread implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;

  postMessage({ input }: RunRequest): void {
    setTimeout(() => {
      const outcome = runModel(input, starterCatalog);
      this.answer(outcome.ok ? { kind: 'report', report: outcome.report } : { kind: 'invalid', issues: outcome.issues });
    });
  }

  terminate(): void {
    this.onmessage = null;
  }

  private answer(data: RunMessage): void {
    this.onmessage?.call(this as unknown as Worker, { data } as MessageEvent);
  }
}
const runner = createModelRunner(() => new SameThread());

type Cells = (string | number | boolean)[][];
const inExcel = async <T>(act: (context: Excel.RequestContext) => Promise<T>): Promise<T> => {
  const result = await Excel.run(act);
  await session.idle();
  return result;
};
const putTable = (sheetName: string, tableName: string, cells: Cells): Promise<void> =>
  inExcel(async context => {
    const sheet = context.workbook.worksheets.add(sheetName);
    const range = sheet.getRangeByIndexes(2, 1, cells.length, cells[0]?.length ?? 1);
    range.values = cells;
    sheet.tables.add(range, true).name = tableName;
    await context.sync();
  });
const putCell = (sheetName: string, address: string, content: string | number): Promise<void> =>
  inExcel(async context => {
    context.workbook.worksheets.getItem(sheetName).getRange(address).formulas = [[content]];
    await context.sync();
  });
const valueOf = (sheetName: string, address: string): Promise<unknown> =>
  inExcel(async context => {
    const range = context.workbook.worksheets.getItem(sheetName).getRange(address).load('values');
    await context.sync();
    return range.values[0]?.[0];
  });
/** Planned from 2011-01-01 on: the price list of that node type ends in 2012. */
const filmJob = async (nodeType = 'cc1.4xlarge', horizonStart = 40_544): Promise<void> => {
  await putTable('Workloads', 'FarmJobs', [
    ['JobId', 'Work', 'Nodes', 'BootSeconds', 'BillingQuantumSeconds'], ['film', 560_000, 1000, 97, 3600],
  ]);
  await putTable('Placements', 'Placements', [
    ['PlacementId', 'WorkloadId', 'Provider', 'Region', 'NodeType'], ['p', 'film', 'aws', 'us-east-1', nodeType],
  ]);
  await putTable('Settings', 'Settings', [['Setting', 'Value'], ['HorizonStart', horizonStart]]);
};

describe('a run', () => {
  it('reads the tables, computes and writes the results', async () => {
    await filmJob();
    const fractions: number[] = [];
    const outcome = await createRunModel(runner)({ onProgress: ({ fraction }) => fractions.push(fraction) });
    expect(outcome.status).toBe('done');
    // 70.027 h, billed as 71 started hours: 1,000 x 71 x 1.60
    const total = outcome.status === 'done' ? outcome.summary.map(({ text }) => text) : [];
    expect(total).toContain('USD 113,600.00');
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(session.stats.unknown).toEqual([]);
  });

  it('leaves results that say themselves when they are out of date, and why', async () => {
    await filmJob();
    const run = createRunModel(runner);
    await run();
    const said = async () => [await valueOf('Results Run log', 'B4'), await valueOf('Results Summary', 'B4')];
    const changed = (tables: string) => `Out of date: ${tables} changed since this run. Run the model again.`;
    expect(await said()).toEqual(['', '']);
    await putCell('Workloads', 'C4', 500_000);
    expect(await said()).toEqual([changed('Farm jobs'), changed('Farm jobs')]);
    await putCell('Settings', 'C4', 40_545);
    expect(await said()).toEqual([changed('Settings, Farm jobs'), changed('Settings, Farm jobs')]);
    await putCell('Workloads', 'C4', 560_000);
    expect(await said()).toEqual([changed('Settings'), changed('Settings')]);
    await putCell('Workloads', 'C4', 280_000);
    await run();
    expect(await said()).toEqual(['', '']);
    // The workbook remembers both: half of the work on another day
    const { runs } = readRecord();
    expect(runs).toHaveLength(2);
    const { changed: read, figures } = compareRuns(runs, 1, 0);
    expect(read).toEqual(['Settings', 'Farm jobs']);
    expect(figures[0]).toMatchObject({ before: 'USD 113,600.00', after: 'USD 57,600.00', difference: '-USD 56,000.00' });
    expect(session.stats.unknown).toEqual([]);
  });

  it('names every wrong cell and writes nothing', async () => {
    await filmJob('cc1.4xlrage');
    await putCell('Workloads', 'C4', 'a lot');
    const sheetsBefore = session.takeSnapshot().sheets.map(({ name }) => name);
    const outcome = await createRunModel(runner)();
    expect(outcome.status === 'invalid' && outcome.problems.map(({ sheetName, cellAddress, message }) => [sheetName, cellAddress, message]))
      .toEqual(expect.arrayContaining([
        ['Workloads', 'C4', '"a lot" is not a number.'],
        ['Placements', 'F4', expect.stringContaining('Did you mean cc1.4xlarge?')],
      ]));
    expect(session.takeSnapshot().sheets.map(({ name }) => name)).toEqual(sheetsBefore);
  });

  it('does not start while another is under way', async () => {
    await filmJob();
    const run = createRunModel(runner);
    const [first, second] = await Promise.all([run(), run()]);
    expect(first.status).toBe('done');
    expect(second).toEqual({ status: 'failed', message: 'A run is under way. Wait for its end, or cancel it.' });
    expect((await run()).status).toBe('done');
  });

  it('leaves all as it was when it is cancelled while computing', async () => {
    await filmJob();
    const abort = new AbortController();
    const outcome = await createRunModel(runner)({ signal: abort.signal, onProgress: () => abort.abort() });
    expect(outcome).toEqual({ status: 'cancelled' });
    expect(session.takeSnapshot().sheets.some(({ name }) => name.startsWith('Results'))).toBe(false);
  });
});

describe('reading tables', () => {
  it('brings cells as they are: numbers, dates as serials, truth values, errors as text, nothing as null', async () => {
    await putTable('In', 'SampleRuns', [['A', 'B', 'C'], [1.5, 'x', true], ['', '=1/0', '=DATE(2026,1,1)']]);
    const { tables, dateSystem } = await readInput(['Nowhere', 'samplerUNS']);
    expect(dateSystem).toBe(1900);
    expect(tables).toEqual([{
      tableName: 'samplerUNS', sheetName: 'In', headerRowIndex: 2, firstColumnIndex: 1, headers: ['A', 'B', 'C'],
      rows: [[1.5, 'x', true], [null, '#DIV/0!', 46_023]],
    }]);
  });

  it('reads and writes the same days in a workbook that counts them from 1904', async () => {
    const empty = session.takeSnapshot();
    host.close();
    await open({ ...empty, date1904: true });
    // 2011-01-01: 40,544 days from 1900, 1,462 fewer from 1904
    await filmJob('cc1.4xlarge', 39_082);
    expect((await createRunModel(runner)()).status).toBe('done');
    const detail = await readInput(['OutCostDetail']);
    expect(detail.tables[0]?.rows[0]?.slice(0, 2)).toEqual([39_082, 39_113]);
  });

  it('reads a large table whole', async () => {
    const rows: Cells = Array.from({ length: 60_000 }, (_, index) => [`d${index}`, index, index / 7]);
    await putTable('In', 'DemandSeries', [['A', 'B', 'C'], ...rows]);
    const { tables } = await readInput(['DemandSeries']);
    expect(tables[0]?.rows).toHaveLength(60_000);
    expect(tables[0]?.rows.at(-1)).toEqual(['d59999', 59_999, 59_999 / 7]);
  }, 60_000);
});

describe('own prices', () => {
  const sheet: Cells = [
    ['PriceId', 'Provider', 'Region', 'NodeType', 'UnitPrice', 'Currency'], ['mine', 'aws', 'us-east-1', 'm7i.xlarge', 0.15, 'USD'],
  ];

  it('reach every cell that asks for a price, and follow each change', async () => {
    const reader = createOwnPriceReader();
    await reader.refresh();
    await putCell('Sheet1', 'A1', '=CLOUD.PRICE("aws","us-east-1","m7i.xlarge")');
    await session.idle();
    expect(await valueOf('Sheet1', 'A1')).toBe(0.2016);
    await putTable('Prices', 'PriceSheet', sheet);
    await reader.refresh();
    await session.idle();
    expect(await valueOf('Sheet1', 'A1')).toBe(0.15);
    await putCell('Prices', 'F4', 0.14);
    await reader.refresh();
    await session.idle();
    expect(await valueOf('Sheet1', 'A1')).toBe(0.14);
  });

  it('that cannot be read are told in the cell, which does not fall back on the list price', async () => {
    await putTable('Prices', 'PriceSheet', sheet);
    await putCell('Prices', 'F4', 'cheap');
    await createOwnPriceReader().refresh();
    await putCell('Sheet1', 'A1', '=CLOUD.PRICE("aws","us-east-1","m7i.xlarge")');
    await session.idle();
    expect(await valueOf('Sheet1', 'A1')).toBe('#VALUE!');
    expect(session.errorMessage('Sheet1', 0, 0)).toBe('Prices!F4: "cheap" is not a number.');
  });
});

describe('the name CLOUDCOST', () => {
  it('is added once and answers as CLOUD.COST', async () => {
    expect(await addCloudCostName()).toEqual({ status: 'added' });
    expect(await addCloudCostName()).toEqual({ status: 'present' });
    await putCell('Sheet1', 'A1', '=CLOUDCOST("aws","us-east-1","m7i.xlarge",730)');
    await session.idle();
    // 730 h at 0.2016
    expect(await valueOf('Sheet1', 'A1')).toBeCloseTo(147.168, 10);
  });

  it('is left alone where it stands for something else', async () => {
    await inExcel(async context => {
      context.workbook.names.add('CLOUDCOST', '=42');
      await context.sync();
    });
    expect(await addCloudCostName()).toEqual({
      status: 'unsupported', message: 'The name CLOUDCOST stands for something else in this workbook.',
    });
  });
});

describe('templates', () => {
  it.each(workbookTemplates.map(({ id }) => id))('%s adds tables that can be read back, and adds none twice', async id => {
    const tableIds = workbookTemplates.find(template => template.id === id)?.tableIds ?? [];
    const added = await insertTemplate(id);
    expect([...added].sort()).toEqual([...tableIds].sort());
    expect(await insertTemplate(id)).toEqual([]);
    const { tables } = await readInput(inputTables.map(table => table.id));
    for (const { tableName, headers } of tables) {
      const spec = inputTables.find(table => table.id === tableName);
      expect(headers).toEqual(spec?.columns.map(column => column.id));
    }
    expect(session.stats.unknown).toEqual([]);
  });

  it('offer choices where a cell is one', async () => {
    await insertTemplate('farm-job');
    const placements = session.takeSnapshot().sheets.find(({ name }) => name === 'Placements');
    expect(placements?.validations.some(({ kind, formula1 }) => kind === 'list' && formula1 === 'linux,windows,rhel,sles,byol')).toBe(true);
  });
});

describe('the check of the tables', () => {
  it('shows what is there, what is wrong in it, and what is missing', async () => {
    await putTable('Workloads', 'FarmJobs', [['JobId', 'Work', 'Nodes'], ['film', 'much', 1000]]);
    const { tables } = await createTableCheck(runner)();
    const jobs = tables.find(({ tableName }) => tableName === 'FarmJobs');
    expect(jobs).toMatchObject({ sheetName: 'Workloads', rowCount: 1, state: 'problems' });
    expect(jobs?.problems).toMatchObject([{ cellAddress: 'C4', message: '"much" is not a number.' }]);
    expect(tables.find(({ tableName }) => tableName === 'Placements')).toMatchObject({ state: 'missing', sheetName: '' });
  });

  it('names what changed since the results were written, until they are written again', async () => {
    const check = createTableCheck(runner);
    const run = createRunModel(runner);
    await filmJob();
    expect((await check()).changedSinceRun).toEqual([]);
    await run();
    expect((await check()).changedSinceRun).toEqual([]);
    await putCell('Workloads', 'D4', 900);
    await putTable('Node counts', 'NodeCounts', [['JobId', 'Nodes'], ['film', 10]]);
    expect((await check()).changedSinceRun).toEqual(['Farm jobs', 'Node counts to try']);
    await run();
    expect((await check()).changedSinceRun).toEqual([]);
  });
});
