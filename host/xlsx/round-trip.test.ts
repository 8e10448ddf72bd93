import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CellSnapshot, CellStyle, NamedFormula, SheetSnapshot, WorkbookSnapshot } from '../workbook/snapshot.ts';
import { functionNames } from './function-names.ts';
import { readXlsx } from './read.ts';
import { changeSheet, sheetOf, workbookOf } from './test/change-snapshot.ts';
import { packageProblems } from './test/package-problems.ts';
import { writeXlsx } from './write.ts';

const functions = functionNames(['CLOUD.COST', 'CLOUD.NODES'], ['CLOUD.NODES']);

const color = fc.stringMatching(/^#[0-9A-F]{6}$/);
const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(value, { nil: undefined, freq: 2 });

/** Leaves out keys without value, and styles that say nothing. */
const compact = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

const edge = fc
  .record({
    weight: fc.constantFrom('thin', 'medium', 'thick', 'hair', 'dotted', 'dashed', 'double'),
    color: some(color),
  })
  .map(({ weight, color: ink }) => compact({ weight, color: ink === '#000000' ? undefined : ink }));

const style = fc
  .record({
    numberFormat: some(fc.constantFrom('0.00', '#,##0 "USD"', 'yyyy-mm-dd', '0%', '@', '[>1]0;"<&>"')),
    fontName: some(fc.constantFrom('Arial', 'Noto Sans "CJK" & co')),
    fontSize: some(fc.constantFrom(8, 10.5, 20)),
    bold: some(fc.constant(true)),
    italic: some(fc.constant(true)),
    underline: some(fc.constant(true)),
    fontColor: some(color.filter(ink => ink !== '#000000')),
    fillColor: some(color),
    horizontalAlignment: some(fc.constantFrom('left', 'center', 'right')),
    verticalAlignment: some(fc.constantFrom('top', 'center')),
    wrapText: some(fc.constant(true)),
    indent: some(fc.integer({ min: 1, max: 9 })),
    borders: some(fc.record({ top: some(edge), bottom: some(edge), left: some(edge), right: some(edge) }).map(compact)),
  })
  .map(record =>
    compact({
      ...record,
      borders: record.borders && Object.keys(record.borders).length > 0 ? record.borders : undefined,
    }),
  )
  .filter(record => Object.keys(record).length > 0) as fc.Arbitrary<CellStyle>;

const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(...'aZ 0<>&"\'\n\t\r_x41'),
    fc.constant('_x0041_'),
    fc.constant('東'),
    fc.constant('😀'),
    fc.constant('\u0001'),
  ),
  maxLength: 12,
});
const value = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => ({ value: number === 0 ? 0 : number })),
  text.map(content => ({ value: content })),
  fc.boolean().map(bit => ({ value: bit })),
  fc
    .constantFrom('#N/A', '#DIV/0!', '#REF!', '#NAME?', '#NULL!', '#NUM!', '#VALUE!')
    .map(error => ({ value: error, isError: true })),
);
const formula = fc.constantFrom(
  '=A1+1',
  '=CLOUD.COST("a<b",1)',
  '=XLOOKUP(A1,B:B,C:C)',
  '=LET(x,2,x*A1)',
  '="&"&A1',
  '=SUM(A1:A3*2)',
  '=LAMBDA(x,[y],x)(1)',
);

const cell: fc.Arbitrary<CellSnapshot> = fc
  .record({ content: fc.option(value, { nil: null }), style: some(style), formula: some(formula) })
  .map(({ content, ...rest }): CellSnapshot => compact({ value: null, ...content, ...rest }) as CellSnapshot)
  .filter(made => made.value !== null || made.formula !== undefined || made.style !== undefined);

const place = fc.tuple(fc.nat(40), fc.oneof(fc.nat(8), fc.integer({ min: 24, max: 30 }), fc.constant(16_383)));
const cells = fc.array(fc.tuple(place, cell), { maxLength: 25 }).map(made => {
  const rows = new Map<number, Map<number, CellSnapshot>>();
  for (const [[row, column], content] of made) {
    rows.set(row, (rows.get(row) ?? new Map<number, CellSnapshot>()).set(column, content));
  }
  return rows;
});

const sheetName = fc.stringMatching(/^[A-Za-z0-9 äß東'&<"_.-]{1,20}$/).filter(name => !/^'|'$/.test(name));
const sizes = fc.uniqueArray(fc.tuple(fc.nat(30), fc.integer({ min: 4, max: 200 })), {
  selector: ([at]) => at,
  maxLength: 4,
});

const sheet: fc.Arbitrary<SheetSnapshot> = fc
  .record({
    cells,
    tabColor: some(color),
    showGridlines: fc.boolean(),
    freeze: some(
      fc
        .tuple(fc.nat(3), fc.nat(3))
        .filter(([r, c]) => r + c > 0)
        .map(([rowCount, columnCount]) => ({ rowCount, columnCount })),
    ),
    columnWidths: sizes.map(list => new Map(list.map(([at, size]) => [at, size * 3]))),
    pageLayout: some(
      fc
        .record({
          orientation: fc.constantFrom('portrait', 'landscape'),
          printArea: some(fc.constantFrom('A1:C9', 'B2')),
          printTitleRows: some(fc.constantFrom('1:1', '2:3')),
          printTitleColumns: some(fc.constantFrom('A:A', 'B:AC')),
          fitToWidth: some(fc.constant(1)),
        })
        .map(compact),
    ),
    merges: fc.constantFrom([], [{ row: 2, column: 1, rowCount: 2, columnCount: 3 }]),
    rowHeights: sizes.map(list => new Map(list.map(([at, size]) => [at, size * 1.5]))),
  })
  .map(made => compact(sheetOf('', [], made as Partial<SheetSnapshot>)));

const definedNames = (sheetNames: readonly string[]): fc.Arbitrary<NamedFormula[]> =>
  fc.uniqueArray(
    fc
      .record({
        name: fc.constantFrom('Budget', 'Größe', 'x.y'),
        formula: fc.constantFrom('=1+1', '=LAMBDA(x,[y],x)', '="<&>"', '=CLOUD.COST("a")'),
        sheetName: some(fc.constantFrom(...sheetNames)),
        hidden: some(fc.constant(true)),
        comment: some(fc.constant('say "why" & <how>')),
      })
      .map(made => compact(made) as NamedFormula),
    { selector: ({ name, sheetName = '' }) => `${sheetName} ${name}`, maxLength: 4 },
  );

const workbook: fc.Arbitrary<WorkbookSnapshot> = fc
  .uniqueArray(sheetName, { minLength: 1, maxLength: 3, selector: name => name.toLowerCase() })
  .chain(names => fc.tuple(...names.map(name => sheet.map(made => ({ ...made, name })))))
  .chain(sheets =>
    fc.record({ isFirstHidden: fc.boolean(), names: definedNames(sheets.map(({ name }) => name)) }).map(made =>
      workbookOf(
        sheets.map((one, index) => ({ ...one, isHidden: made.isFirstHidden && index === 0 && sheets.length > 1 })),
        { names: made.names, activeSheetName: sheets.at(-1)!.name },
      ),
    ),
  );

const inOrder = <T>(map: ReadonlyMap<number, T>): [number, T][] => [...map].sort(([a], [b]) => a - b);

/**
 * What a file cannot say otherwise: sizes that are the usual ones; a column width is whole pixels of three quarters of
 * a point.
 */
const comparable = ({ columnWidths, rowHeights, ...rest }: SheetSnapshot): unknown => ({
  ...rest,
  cells: inOrder(rest.cells).map(([row, inRow]) => [row, inOrder(inRow)]),
  columnWidths: inOrder(columnWidths).filter(([, width]) => Math.abs(width - 48) >= 1),
  rowHeights: inOrder(rowHeights).filter(([, height]) => Math.abs(height - 15) >= 1),
});

describe('any workbook', () => {
  it('is the same after writing and reading, and its file has no fault', () => {
    fc.assert(
      fc.property(workbook, made => {
        const bytes = writeXlsx(made, null, functions);
        expect(packageProblems(bytes)).toEqual([]);
        const again = readXlsx(bytes, functions);
        expect(again.sheets.map(comparable)).toEqual(made.sheets.map(comparable));
        expect(again.activeSheetName).toBe(made.activeSheetName);
        expect(again.names).toEqual(made.names);
        expect(writeXlsx(again, bytes, functions)).toBe(bytes);
      }),
      { numRuns: 60 },
    );
  });

  it('put into the file of another one with the same sheets is itself again', () => {
    fc.assert(
      fc.property(workbook, sheet, sheet, (made, other, third) => {
        const name = made.sheets[0]!.name;
        const before = changeSheet(made, name, () => ({ ...other, name }));
        const after = changeSheet(made, name, () => ({
          ...third,
          columnWidths: other.columnWidths,
          rowHeights: other.rowHeights,
          name,
        }));
        const bytes = writeXlsx(after, writeXlsx(before, null, functions), functions);
        expect(packageProblems(bytes)).toEqual([]);
        const again = readXlsx(bytes, functions);
        // A cell that is gone keeps its look, as in Excel: only what it held is compared.
        const held = (one: SheetSnapshot): unknown =>
          inOrder(one.cells).flatMap(([row, inRow]) =>
            inOrder(inRow)
              .filter(([, at]) => at.value !== null || at.formula !== undefined)
              .map(([column, at]) => [row, column, at]),
          );
        expect(held(again.sheets[0]!)).toEqual(held(after.sheets[0]!));
        const { freeze, showGridlines, tabColor, merges, pageLayout } = after.sheets[0]!;
        expect(again.sheets[0]).toMatchObject({
          showGridlines,
          merges,
          ...(pageLayout && { pageLayout }),
          ...(freeze && { freeze }),
          ...(tabColor && { tabColor }),
        });
        expect(again.sheets.slice(1).map(comparable)).toEqual(after.sheets.slice(1).map(comparable));
      }),
      { numRuns: 60 },
    );
  });

  it('has the same bytes whenever it is written', () => {
    fc.assert(
      fc.property(workbook, made => expect(writeXlsx(made, null, functions)).toEqual(writeXlsx(made, null, functions))),
      { numRuns: 20 },
    );
  });
});
