import { describe, expect, it } from '@jest/globals';
import { useTestHost } from '../../host/test-addin/use-test-host.ts';
import type { ImportOutcome, PriceListSource } from '../automation.ts';
import { readInput } from '../workbook/read-input.ts';
import { createImportAnswerer } from './answer-import.ts';
import type { ImportRequest } from './import-protocol.ts';
import { azurePriceAddresses, importPrices } from './import-prices.ts';
import type { WorkerLike } from './model-runner.ts';

/** The import on the real office.js and our host; only its thread is this one. */
const host = useTestHost();

class SameThread implements WorkerLike {
  onmessage: WorkerLike['onmessage'] = null;
  onerror: WorkerLike['onerror'] = null;
  private readonly answer = createImportAnswerer();

  postMessage(request: ImportRequest): void {
    setTimeout(() => this.onmessage?.call(this as unknown as Worker, { data: this.answer(request) } as MessageEvent));
  }

  terminate(): void {
    this.onmessage = null;
  }
}

const header = 'Provider,Region,NodeType,Purchase,UnitPrice,Upfront,Currency,ValidFrom,Source';
const list = (...rows: string[]): PriceListSource => {
  const bytes = new TextEncoder().encode([header, ...rows].join('\n'));
  return {
    name: 'own.csv', byteCount: bytes.length, readOn: '2026-11-25',
    async *chunks() {
      for (let from = 0; from < bytes.length; from += 40) yield bytes.slice(from, from + 40);
    },
  };
};
const m7i = 'aws,us-east-1,m7i.xlarge,,0.19,,USD,2026-01-01,list';
const other = 'aws,us-east-1,c7i.large,,0.09,,USD,2026-01-01,list';
const reserved = 'aws,us-east-1,m7i.xlarge,reserved-1y-all-upfront,0,1000,USD,2026-01-01,list';
const everything = { regions: ['us-east-1'], nodeTypes: [], operatingSystems: [] };
const run = (source: PriceListSource, options: Parameters<typeof importPrices>[1] = {}): Promise<ImportOutcome> =>
  importPrices(source, options, () => new SameThread());

const putTable = (sheetName: string, tableName: string, cells: (string | number)[][]): Promise<void> =>
  Excel.run(async context => {
    const sheet = context.workbook.worksheets.add(sheetName);
    const range = sheet.getRangeByIndexes(2, 1, cells.length, cells[0]?.length ?? 1);
    range.formulas = cells;
    sheet.tables.add(range, true).name = tableName;
    await context.sync();
  });
const placement = (): Promise<void> =>
  putTable('Placements', 'Placements', [
    ['PlacementId', 'WorkloadId', 'Provider', 'Region', 'NodeType'], ['p', 'web', 'aws', 'us-east-1', 'm7i.xlarge'],
  ]);
const priceSheet = async (): Promise<readonly (readonly unknown[])[]> => {
  const table = (await readInput(['PriceSheet'])).tables[0];
  const columns = ['NodeType', 'Purchase', 'UnitPrice', 'Upfront', 'Currency', 'ValidFrom'].map(id => table?.headers.indexOf(id) ?? -1);
  return (table?.rows ?? []).map(row => columns.map(column => row[column] ?? null));
};

describe('importing a price list', () => {
  it('adds what the workbook uses, every way of buying it, to a PriceSheet it inserts', async () => {
    await placement();
    const fractions: number[] = [];
    const outcome = await run(list(m7i, other, reserved), { onProgress: ({ fraction }) => fractions.push(fraction) });
    expect(outcome).toMatchObject({
      status: 'done',
      report: {
        listTitle: 'Own prices', rowsRead: 3, rowsTaken: 2, added: 2, updated: 0, unchanged: 0, kept: 0, sheetName: 'Prices',
        skipped: [{ text: 'another region, node type, operating system or tenancy', count: 1, firstRow: 3 }],
      },
    });
    // 46,023 is 2026-01-01
    expect(await priceSheet()).toEqual([
      ['m7i.xlarge', 'on-demand', 0.19, 0, 'USD', 46_023], ['m7i.xlarge', 'reserved-1y-all-upfront', 0, 1000, 'USD', 46_023],
    ]);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(host.current.session.stats.unknown).toEqual([]);
  });

  it('changes nothing the second time, and mends the price that changed', async () => {
    await run(list(m7i, other), { selection: everything });
    expect(await run(list(m7i, other), { selection: everything })).toMatchObject({ report: { added: 0, updated: 0, unchanged: 2 } });
    const cheaper = await run(list(m7i.replace('0.19', '0.18'), other), { selection: everything });
    expect(cheaper).toMatchObject({ report: { added: 0, updated: 1, unchanged: 1 } });
    expect((await priceSheet()).map(row => row[2])).toEqual([0.18, 0.09]);
  });

  it("leaves the analyst's rows, columns, formulas and blank rows to the analyst", async () => {
    await putTable('Prices', 'PriceSheet', [
      ['Note', 'PriceId', 'Provider', 'Region', 'NodeType', 'UnitPrice', 'Monthly', 'Upfront', 'Currency', 'Purchase', 'ValidFrom', 'Source'],
      ['negotiated', 'mine', 'aws', 'us-east-1', 'm7i.xlarge', '=0.2*0.75', '=[@UnitPrice]*730', '', 'USD', '', '', 'contract'],
      ['', '', '', '', '', '', '', '', '', '', '', ''],
    ]);
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.getItem('Prices');
      sheet.getRange('H4').formulas = [['=G4*730']];
      sheet.getRange('B9').values = [['my remark below']];
      await context.sync();
    });
    const outcome = await run(list(m7i, other, reserved), { selection: everything });
    expect(outcome).toMatchObject({ status: 'done', report: { added: 2, kept: 1 } });
    const formulas = await Excel.run(async context => {
      const body = context.workbook.tables.getItem('PriceSheet').getDataBodyRange().load('formulas');
      const below = context.workbook.worksheets.getItem('Prices').getRange('B9:B10').load('values');
      await context.sync();
      return [...body.formulas, below.values.flat()];
    });
    expect(formulas[0]!.slice(0, 6)).toEqual(['negotiated', 'mine', 'aws', 'us-east-1', 'm7i.xlarge', '=0.2*0.75']);
    expect(formulas[1]).toMatchObject({ 0: '', 4: 'c7i.large', 5: 0.09 });
    expect(formulas[2]).toMatchObject({ 0: '', 4: 'm7i.xlarge', 6: '=G6*730', 7: 1000 });
    expect(formulas).toHaveLength(4);
    expect(formulas[3]).toContain('my remark below');
  });

  it('lists what is wrong with the list, with the report, and writes nothing', async () => {
    const outcome = await run(list(m7i, other.replace('0.09', '-0.09'), 'aws,us-east-1,x,,cheap,,USD,,'), { selection: everything });
    expect(outcome).toMatchObject({
      status: 'invalid',
      problems: [{ message: 'Row 3: UnitPrice is -0.09. A price is 0 or more.' }, { message: 'Row 4: UnitPrice is missing or cannot be read: "cheap".' }],
      report: { rowsRead: 3, rowsTaken: 1, added: 0, sheetName: '' },
    });
    expect((await readInput(['PriceSheet'])).tables).toEqual([]);
  });

  it('says so when the workbook uses nothing and no name is given', async () => {
    expect(await run(list(m7i))).toMatchObject({ status: 'failed', message: expect.stringContaining('Name regions or node types') });
  });

  it('can be cancelled while it reads, which leaves everything as it was', async () => {
    const abort = new AbortController();
    const outcome = await run(list(m7i, other), { selection: everything, signal: abort.signal, onProgress: () => abort.abort() });
    expect(outcome).toEqual({ status: 'cancelled' });
    expect((await readInput(['PriceSheet'])).tables).toEqual([]);
  });

  it('reads one list at a time, and tells of a source that breaks off', async () => {
    const broken: PriceListSource = {
      ...list(),
      async *chunks() {
        yield new TextEncoder().encode(header);
        throw new Error('the disk is gone');
      },
    };
    const [first, second] = await Promise.all([run(broken, { selection: everything }), run(list(m7i), { selection: everything })]);
    expect(first).toEqual({ status: 'failed', message: 'the disk is gone' });
    expect(second).toMatchObject({ status: 'failed', message: expect.stringContaining('under way') });
    expect((await run(list(m7i), { selection: everything })).status).toBe('done');
  });

  it('keeps text that looks like a formula text', async () => {
    await run(list('aws,us-east-1,=1+1,,0.5,,USD,,@list'), { selection: everything });
    expect(await priceSheet()).toEqual([['=1+1', 'on-demand', 0.5, 0, 'USD', null]]);
  });
});

it('asks Azure for what the workbook places there', async () => {
  expect(await azurePriceAddresses()).toEqual([]);
  await putTable('Placements', 'Placements', [
    ['PlacementId', 'WorkloadId', 'Provider', 'Region', 'NodeType'], ['p', 'web', 'azure', 'eastus', 'Standard_M8ms'],
  ]);
  const [address] = await azurePriceAddresses();
  expect(decodeURIComponent(address ?? '')).toContain("armRegionName eq 'eastus' and armSkuName eq 'Standard_M8ms'");
});
