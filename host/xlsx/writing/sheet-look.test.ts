import { describe, expect, it } from '@jest/globals';
import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot.ts';
import { functionNames } from '../function-names.ts';
import { readXlsx } from '../read.ts';
import { changeSheet } from '../test/change-snapshot.ts';
import { INPUTS } from '../test/foreign-parts.ts';
import { foreignWorkbook } from '../test/foreign-workbook.ts';
import { packageProblems, unpackText } from '../test/package-problems.ts';
import { writeXlsx } from '../write.ts';

const functions = functionNames([]);
const original = foreignWorkbook();
const opened = readXlsx(original, functions);
const sheetNamed = (workbook: WorkbookSnapshot, name: string): SheetSnapshot =>
  workbook.sheets.find(sheet => sheet.name === name)!;

const save = (workbook: WorkbookSnapshot): Uint8Array => {
  const bytes = writeXlsx(workbook, original, functions);
  expect(packageProblems(bytes)).toEqual([]);
  return bytes;
};

describe('how a sheet of the file looks', () => {
  it('changes widths, heights, freeze, gridlines, tab, merges and page only where asked', () => {
    const change: Partial<SheetSnapshot> = {
      columnWidths: new Map([
        [0, 108.5],
        [4, 150],
        [8, 60],
      ]),
      rowHeights: new Map([
        [1, 40],
        [14, 30],
      ]),
      freeze: { rowCount: 2, columnCount: 1 },
      showGridlines: true,
      tabColor: '#FF0000',
      merges: [],
      isHidden: true,
      pageLayout: { orientation: 'landscape', printArea: 'A1:C9', printTitleRows: '1:2', fitToWidth: 1 },
    };
    const bytes = save(changeSheet(opened, 'Inputs', () => change));
    const again = sheetNamed(readXlsx(bytes, functions), 'Inputs');
    expect(again).toMatchObject({
      ...change,
      columnWidths: expect.anything(),
      rowHeights: new Map([
        [1, 40],
        [14, 30],
      ]),
    });
    expect([...again.columnWidths]).toEqual([
      [0, 108.75],
      [4, 150],
      [5, 66.75],
      [8, 60],
    ]);
    const sheet = unpackText(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain(
      '<col min="5" max="5" width="28.5703125" style="4" customWidth="1"/><col min="6" max="6" width="12.6640625"',
    );
    expect(sheet).not.toContain('mergeCell');
    expect(sheet).toContain(
      '<pageSetup paperSize="9" orientation="landscape" r:id="rId1" fitToWidth="1" fitToHeight="0"/>',
    );
    expect(sheet.slice(sheet.indexOf('<extLst>'))).toBe(INPUTS.slice(INPUTS.indexOf('<extLst>')));
  });

  it('adds rules without disturbing those it cannot say, and removes those that are gone', () => {
    const bytes = save(
      changeSheet(opened, 'Inputs', sheet => ({
        validations: [
          ...sheet.validations,
          {
            box: { row: 3, column: 0, rowCount: 2, columnCount: 1 },
            kind: 'decimal',
            operator: 'GreaterThan',
            formula1: '0',
          },
        ],
        conditionalFormats: [
          {
            box: { row: 1, column: 2, rowCount: 4, columnCount: 1 },
            kind: 'custom',
            rule: { formula: '=C2>B2', fillColor: '#00FF00' },
          },
        ],
      })),
    );
    const sheet = unpackText(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain(
      '<dataValidations count="2"><dataValidation type="list" allowBlank="1" showInputMessage="1" showErrorMessage="1" errorTitle="No"',
    );
    // The text-length rule stood on A4 alone, where the new one lies now.
    expect(sheet).not.toContain('textLength');
    expect(sheet).toContain(
      'operator="greaterThan" allowBlank="1" showInputMessage="1" showErrorMessage="1" sqref="A4:A5"><formula1>0</formula1>',
    );
    expect(sheet).toContain('iconSet="3Arrows"');
    expect(sheet).not.toContain('type="cellIs"');
    expect(sheet).toContain(
      '<cfRule type="top10" dxfId="0" priority="3" rank="3"/></conditionalFormatting><conditionalFormatting sqref="C2:C5"><cfRule type="expression" dxfId="1" priority="4"><formula>C2&gt;B2</formula>',
    );
  });
});
