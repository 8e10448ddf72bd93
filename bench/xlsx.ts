import type { CellValue } from 'hucre';
import { readXlsx as readByHucre, writeXlsx as writeByHucre } from 'hucre/xlsx';
import { functionNames } from '../host/xlsx/function-names.ts';
import { readXlsx } from '../host/xlsx/read.ts';
import { writeXlsx } from '../host/xlsx/write.ts';
import type { CellSnapshot, WorkbookSnapshot } from '../host/workbook/snapshot.ts';
import { ratio } from './benchmark.ts';
import type { Benchmark, Finding, Measured } from './benchmark.ts';
import { clocked, inTurns } from './measure.ts';
import { workbookOfCells } from './workbook-of-cells.ts';

const rowCount = 100_000;
const columnCount = 10;
const sheetName = 'Cost detail';
const noFunctions = functionNames([]);

/** Three columns of texts that repeat, seven of numbers: the shape of a cost detail. */
const valueAt = (row: number, column: number): string | number =>
  column < 3
    ? `${['account', 'region', 'service'][column]}-${(row * (column + 3)) % 700}`
    : Math.round(row * 137.5 + column * 11) / 100;
const columns = Array.from({ length: columnCount }, (_, column) => column);

/** One cell in the middle of the sheet, as after typing into it. */
const changedRow = 50_000;
const changedColumn = 5;
const changedValue = 4711.25;

export const xlsxBenchmark: Benchmark = {
  name: 'xlsx',
  title: '.xlsx of 1,000,000 cells (100,000 x 10)',
  async run(): Promise<readonly Finding[]> {
    const workbook = snapshot();
    const rows = Array.from({ length: rowCount }, (_, row) => columns.map((column) => valueAt(row, column)));
    let ours = new Uint8Array();
    let theirs = new Uint8Array();
    const writing = await inTurns(
      {
        ours: () => clocked(() => (ours = new Uint8Array(writeXlsx(workbook, null, noFunctions)))),
        hucre: () => clocked(async () => (theirs = await writtenByHucre(rows))),
      },
      { warmUps: 1, runs: 3 },
    );
    const changed = withChange(workbook);
    let grafted = new Uint8Array();
    const reading = await inTurns(
      {
        ours: () => clocked(() => expectOurs(readXlsx(ours, noFunctions), valueAt(changedRow, changedColumn))),
        hucre: () => clocked(async () => expectTheirs((await readByHucre(ours)).sheets[0]?.rows ?? [])),
        graft: () => clocked(() => (grafted = new Uint8Array(writeXlsx(changed, ours, noFunctions)))),
        rewrite: () => clocked(async () => writtenByHucre((await readByHucre(ours)).sheets[0]!.rows)),
      },
      { warmUps: 1, runs: 3 },
    );
    expectOurs(readXlsx(grafted, noFunctions), changedValue);
    expectOurs(readXlsx(theirs, noFunctions), valueAt(changedRow, changedColumn));
    const sizes = { ours: size(ours), hucre: size(theirs) };
    return [
      againstHucre('written', writing.ours, writing.hucre),
      againstHucre('size of the file', sizes.ours, sizes.hucre),
      againstHucre('read', reading.ours, reading.hucre),
      {
        what: 'one cell changed, saved into the file',
        ours: reading.graft,
        reference: { name: 'hucre, read and written anew', measured: reading.rewrite },
        figure: ratio(reading.graft, reading.rewrite),
        note: 'hucre keeps less of a file it writes anew; ours leaves all other bytes of the sheet as they stand.',
      },
    ];
  },
};

const againstHucre = (what: string, ours: Measured, hucre: Measured): Finding => ({
  what,
  ours,
  reference: { name: 'hucre', measured: hucre },
  figure: ratio(ours, hucre),
});

type Rows = readonly (readonly unknown[])[];

const writtenByHucre = async (rows: CellValue[][]): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await writeByHucre({ sheets: [{ name: sheetName, rows }] }));

const expectTheirs = (rows: Rows): void =>
  expectEqual(rows[changedRow]?.[changedColumn], valueAt(changedRow, changedColumn));

function snapshot(): WorkbookSnapshot {
  const cells = new Map<number, Map<number, CellSnapshot>>();
  for (let row = 0; row < rowCount; row++) {
    cells.set(row, new Map(columns.map((column) => [column, { value: valueAt(row, column) }])));
  }
  return workbookOfCells(sheetName, cells);
}

function withChange(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const [sheet] = workbook.sheets;
  const cells = new Map(sheet!.cells);
  cells.set(changedRow, new Map(cells.get(changedRow)).set(changedColumn, { value: changedValue }));
  return { ...workbook, sheets: [{ ...sheet!, cells }] };
}

function expectOurs(workbook: WorkbookSnapshot, expected: string | number): void {
  const cells = workbook.sheets[0]!.cells;
  expectEqual(cells.get(changedRow)?.get(changedColumn)?.value, expected);
  expectEqual(cells.size, rowCount);
}

function expectEqual(value: unknown, expected: unknown): void {
  if (value !== expected) throw new Error(`${String(value)} was read instead of ${String(expected)}.`);
}

const size = (bytes: Uint8Array): Measured => ({ value: bytes.length / 1000, unit: 'kB' });
