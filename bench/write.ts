/// <reference types="office-js" />
import type { ICellData, IObjectMatrixPrimitiveType } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { FWorksheet } from '@univerjs/sheets/facade';
import { openBareUniver } from './bare-univer.ts';
import type { BareUniver } from './bare-univer.ts';
import { ratio } from './benchmark.ts';
import type { Benchmark, Finding } from './benchmark.ts';
import { openHostedAddin } from './hosted-addin.ts';
import type { HostedAddin } from './hosted-addin.ts';
import { clocked, inTurns } from './measure.ts';

const rowCount = 10_000;
const columnCount = 10;
const address = `A1:J${rowCount}`;

/** Texts and numbers, as result tables have them. */
const valueAt = (row: number, column: number): string | number =>
  column < 3 ? `${['web', 'farm', 'train'][column]}-${row % 500}` : row * 1.25 + column;
const columns = Array.from({ length: columnCount }, (_, column) => column);
const values = Array.from({ length: rowCount }, (_, row) => columns.map((column) => valueAt(row, column)));

/** From the call until the values stand in the sheet and nothing is left to calculate. */
export const writeBenchmark: Benchmark = {
  name: 'write',
  title: '100,000 cells (10,000 x 10) through office.js, headless',
  async run(): Promise<readonly Finding[]> {
    const hosted = await openHostedAddin();
    const bare = await openBareUniver();
    let round = 0;
    const times = await inTurns(
      {
        office: () => writeByOffice(hosted, `Run ${(round += 1)}`),
        univer: () => writeByUniver(bare, `Run ${round}`, setValues),
        prepared: () => writeByUniver(bare, `Prepared ${round}`, setPrepared),
        read: () => readByOffice(hosted, `Run ${round}`),
        readUniver: () => readByUniver(bare, `Prepared ${round}`),
      },
      { warmUps: 2, runs: 7 },
    );
    return [
      {
        what: '100,000 cells written by Excel.run',
        ours: times.office,
        reference: { name: "Univer's setValues", measured: times.univer },
        figure: ratio(times.office, times.univer, 2),
      },
      {
        what: '100,000 cells written by Excel.run',
        ours: times.office,
        reference: { name: "Univer's bare mutation, cells prepared outside of the time", measured: times.prepared },
        figure: ratio(times.office, times.prepared),
      },
      {
        what: '100,000 cells read by Excel.run',
        ours: times.read,
        reference: { name: "Univer's getValues", measured: times.readUniver },
        figure: ratio(times.read, times.readUniver),
      },
    ];
  },
};

/** Each run writes a fresh sheet, and takes the last one away so that all find the same workbook. */
async function writeByOffice({ excel, session }: HostedAddin, sheetName: string): Promise<number> {
  await excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load('items/name');
    await context.sync();
    worksheets.add(sheetName);
    for (const sheet of worksheets.items.slice(1)) sheet.delete();
    await context.sync();
  });
  await session.idle();
  const milliseconds = await clocked(async () => {
    await excel.run(async (context) => {
      context.workbook.worksheets.getItem(sheetName).getRange(address).values = values;
      await context.sync();
    });
    await session.idle();
  });
  expectLastCell(storedValue(session.api.getActiveWorkbook()!.getSheetByName(sheetName)!));
  return milliseconds;
}

type Write = (api: FUniver, sheet: FWorksheet) => void;

/** Univer's own way for a block of values. */
const setValues: Write = (_, sheet) => void sheet.getRange(0, 0, rowCount, columnCount).setValues(values);

const matrix: IObjectMatrixPrimitiveType<ICellData> = Object.fromEntries(
  values.map((row, index) => [index, Object.fromEntries(row.map((v, column) => [column, { v }]))]),
);

/** The least Univer can do: no ranges, no undo, no checks. */
const setPrepared: Write = (api, sheet) => {
  const unitId = sheet.getWorkbook().getUnitId();
  api.syncExecuteCommand(SetRangeValuesMutation.id, { unitId, subUnitId: sheet.getSheetId(), cellValue: matrix });
};

async function writeByUniver({ api, settled }: BareUniver, sheetName: string, write: Write): Promise<number> {
  const workbook = api.getActiveWorkbook()!;
  const sheet = workbook.create(sheetName, rowCount + 100, columnCount + 16);
  for (const other of workbook.getSheets().slice(1)) {
    if (other.getSheetName() !== sheetName) workbook.deleteSheet(other);
  }
  await settled();
  const milliseconds = await clocked(async () => {
    write(api, sheet);
    await settled();
  });
  expectLastCell(storedValue(sheet));
  return milliseconds;
}

function readByOffice({ excel }: HostedAddin, sheetName: string): Promise<number> {
  return clocked(() =>
    excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem(sheetName).getRange(address).load('values');
      await context.sync();
      expectLastCell(range.values.at(-1)?.at(-1));
    }),
  );
}

const readByUniver = ({ api }: BareUniver, sheetName: string): Promise<number> =>
  clocked(() => {
    const range = api.getActiveWorkbook()!.getSheetByName(sheetName)!.getRange(0, 0, rowCount, columnCount);
    expectLastCell(range.getValues().at(-1)?.at(-1));
  });

const storedValue = (sheet: FWorksheet): unknown => sheet.getSheet().getCellRaw(rowCount - 1, columnCount - 1)?.v;

function expectLastCell(value: unknown): void {
  const expected = valueAt(rowCount - 1, columnCount - 1);
  if (value !== expected) throw new Error(`The last cell holds ${String(value)} instead of ${expected}.`);
}
