import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { strFromU8, unzipSync } from 'fflate';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { functionNames } from '../xlsx/function-names.ts';
import { readXlsx } from '../xlsx/read.ts';
import { writeXlsx } from '../xlsx/write.ts';
import type { CellSnapshot, SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot.ts';
import { cloudcost, installation } from './test/cloudcost-process.ts';

/** On a result table to which an analyst has added a column. */
const functions = functionNames([]);
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'cloudcost-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = async (workbook: string, out: string): Promise<string> => {
  expect(await cloudcost('run', workbook, '--out', out)).toMatchObject({ code: 0 });
  return out;
};
const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

const ownFormula = '=[@Cost]/SUM([Cost])';
const storedFormula = 'OutFrontier[[#This Row],[Cost]]/SUM(OutFrontier[Cost])';

const sheetOf = ({ sheets }: WorkbookSnapshot): SheetSnapshot => sheets.find(({ tables }) => tables.some(({ name }) => name === 'OutFrontier'))!;

/** Body cells of a column of the frontier, by the column's header. */
function column(sheet: SheetSnapshot, header: string): (CellSnapshot | undefined)[] {
  const { box, columnNames } = sheet.tables.find(({ name }) => name === 'OutFrontier')!;
  const at = box.column + columnNames.indexOf(header);
  return Array.from({ length: box.rowCount - 1 }, (_, row) => sheet.cells.get(box.row + 1 + row)?.get(at));
}

function withOwnColumn(workbook: WorkbookSnapshot): WorkbookSnapshot {
  const sheet = sheetOf(workbook);
  const table = sheet.tables.find(({ name }) => name === 'OutFrontier')!;
  const { row, column: first, rowCount, columnCount } = table.box;
  const cells = new Map([...sheet.cells].map(([index, columns]) => [index, new Map(columns)]));
  for (let index = row; index < row + rowCount; index++) {
    const own: CellSnapshot = index === row ? { value: 'CostShare' } : { value: null, formula: ownFormula };
    cells.get(index)!.set(first + columnCount, own);
  }
  const wider = { ...table, box: { ...table.box, columnCount: columnCount + 1 }, columnNames: [...table.columnNames, 'CostShare'] };
  const changed = { ...sheet, cells, tables: sheet.tables.map((other) => (other === table ? wider : other)) };
  return { ...workbook, sheets: workbook.sheets.map((other) => (other === sheet ? changed : other)) };
}

it("an analyst's own column with [@Cost] is calculated, kept by the next run, and stored in its long form", async () => {
  const once = await run(path.join(installation, 'samples', 'render-farm.xlsx'), path.join(folder, 'once.xlsx'));
  const own = path.join(folder, 'own.xlsx');
  writeFileSync(own, writeXlsx(withOwnColumn(readXlsx(bytesOf(once), functions)), bytesOf(once), functions));
  const twice = await run(own, path.join(folder, 'twice.xlsx'));

  const sheet = sheetOf(readXlsx(bytesOf(twice), functions));
  const costs = column(sheet, 'Cost').map((cell) => Number(cell?.value));
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  const shares = column(sheet, 'CostShare');
  expect(shares.length).toBeGreaterThan(50);
  expect(shares.map((cell) => cell?.formula)).toEqual(shares.map(() => `=${storedFormula}`));
  for (const [row, share] of shares.entries()) expect(share?.value).toBeCloseTo(costs[row]! / total, 12);
  const parts = Object.entries(unzipSync(bytesOf(twice))).filter(([name]) => name.startsWith('xl/worksheets/sheet'));
  const stored = parts.map(([, part]) => strFromU8(part).split(storedFormula).length - 1);
  expect(Math.max(...stored)).toBe(shares.length);
}, 120_000);
