import { describe, expect, it } from '@jest/globals';
import { functionNames } from './function-names.ts';
import { toStrict } from './package/strict.ts';
import { readXlsx } from './read.ts';
import { serialFromIso } from './reading/iso-date.ts';
import { changeSheet, sheetOf, withCells } from './test/change-snapshot.ts';
import { foreignParts, foreignWorkbook } from './test/foreign-workbook.ts';
import { packageProblems, unpack, unpackText } from './test/package-problems.ts';
import { writeXlsx } from './write.ts';

const functions = functionNames(['CLOUD.COST']);

/** The foreign workbook as Excel's "Strict Open XML" saves it: other addresses, and dates as dates. */
const strictParts = Object.fromEntries(
  Object.entries(foreignParts()).map(([name, content]) => [
    name,
    typeof content === 'string' && name !== '[Content_Types].xml' ? toStrict(content) : content,
  ]),
);
const sheet = String(strictParts['xl/worksheets/sheet1.xml']).replace(
  '<c r="B3" s="3"><v>46000</v></c>',
  '<c r="B3" s="3" t="d"><v>2025-12-09</v></c>',
);
const original = foreignWorkbook({ ...strictParts, 'xl/worksheets/sheet1.xml': sheet });

describe('a strict workbook', () => {
  it('says the same as any other', () => {
    expect(readXlsx(original, functions)).toEqual(readXlsx(foreignWorkbook(), functions));
  });

  it('stays strict when results are put into it', () => {
    const opened = readXlsx(original, functions);
    const chart = { ...opened.sheets[1]!.charts[0]!, isFromFile: false };
    const changed = changeSheet(opened, 'Inputs', before => ({ cells: withCells(before.cells, { B2: { value: 1 } }) }));
    const added = sheetOf('Results', [[{ value: 'a' }]], { charts: [chart] });
    const bytes = writeXlsx(
      { ...changed, sheets: [...changed.sheets, added], settings: { A: '1' } },
      original,
      functions,
    );
    expect(packageProblems(bytes)).toEqual([]);
    const before = unpack(original);
    for (const part of unpack(bytes).keys()) {
      if (part !== '[Content_Types].xml' && !before.has(part) && !part.startsWith('customXml/item2')) {
        expect([part, unpackText(bytes, part).includes('schemas.openxmlformats.org/spreadsheetml')]).toEqual([
          part,
          false,
        ]);
        expect([part, unpackText(bytes, part).includes('schemas.openxmlformats.org/officeDocument')]).toEqual([
          part,
          false,
        ]);
      }
    }
    expect(readXlsx(bytes, functions).sheets.map(({ name }) => name)).toContain('Results');
    expect(readXlsx(bytes, functions).settings).toEqual({ A: '1' });
  });
});

describe('a date written as a date', () => {
  it.each([
    ['1900-01-01', false, 1],
    ['1900-02-28', false, 59],
    ['1900-03-01', false, 61],
    ['2026-11-21', false, 46347],
    ['2026-11-21T12:00:00', false, 46347.5],
    ['2026-11-21T06:00:00Z', false, 46347.25],
    ['2026-11-21', true, 44885],
    ['T18:00:00', false, 0.75],
    ['soon', false, null],
  ])('%s is the day Excel counts (1904: %s)', (text, date1904, serial) =>
    expect(serialFromIso(text, date1904)).toBe(serial),
  );
});
