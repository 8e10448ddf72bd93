import { describe, expect, it } from '@jest/globals';
import type { ConditionalFormatSnapshot, ValidationSnapshot } from '../../workbook/snapshot.ts';
import { functionNames } from '../function-names.ts';
import { readXlsx } from '../read.ts';
import { sheetOf, workbookOf } from '../test/change-snapshot.ts';
import { packageProblems, unpackText } from '../test/package-problems.ts';
import { writeXlsx } from '../write.ts';
import { subtractBox } from './box-list.ts';

const functions = functionNames(['CLOUD.COST']);
const box = { row: 1, column: 2, rowCount: 3, columnCount: 1 };

const written = (rules: {
  validations?: ValidationSnapshot[];
  conditionalFormats?: ConditionalFormatSnapshot[];
}): Uint8Array => {
  const bytes = writeXlsx(workbookOf([sheetOf('Rules', [], rules)]), null, functions);
  expect(packageProblems(bytes)).toEqual([]);
  // Opened and saved without a change, the rules are the file's own: nothing is written.
  expect(writeXlsx(readXlsx(bytes, functions), bytes, functions)).toBe(bytes);
  return bytes;
};

describe('validations', () => {
  it.each<Omit<ValidationSnapshot, 'box'>>([
    { kind: 'list', formula1: 'on-demand,spot,"quoted"' },
    { kind: 'list', formula1: '=Settings!$A$2:$A$9', errorMessage: 'choose <one> & "only"', prompt: 'line 1\nline 2' },
    { kind: 'whole', operator: 'Between', formula1: '1', formula2: '10' },
    { kind: 'decimal', operator: 'GreaterThanOrEqualTo', formula1: '0.5' },
    { kind: 'decimal', operator: 'NotEqualTo', formula1: '=B1*2' },
    { kind: 'date', operator: 'LessThan', formula1: '46000' },
    { kind: 'custom', formula1: '=XLOOKUP(C2,A:A,B:B)>0' },
  ])('%j is the same after writing and reading', rule => {
    const bytes = written({ validations: [{ box, ...rule }] });
    expect(readXlsx(bytes, functions).sheets[0]!.validations).toEqual([{ box, ...rule }]);
  });

  it('takes the words of either vocabulary, and one element for equal rules', () => {
    const rule = { kind: 'decimal', operator: 'GreaterThanOrEqual', formula1: '0' } as const;
    const bytes = written({
      validations: [
        { box, ...rule },
        { box: { ...box, column: 4 }, ...rule },
      ],
    });
    expect(unpackText(bytes, 'xl/worksheets/sheet1.xml')).toContain(
      '<dataValidations count="1"><dataValidation type="decimal" operator="greaterThanOrEqual" allowBlank="1" ' +
        'showInputMessage="1" showErrorMessage="1" sqref="C2:C4 E2:E4"><formula1>0</formula1></dataValidation></dataValidations>',
    );
  });
});

describe('conditional formats', () => {
  const look = { fontColor: '#9C0006', fillColor: '#FFC7CE', bold: true };
  const rules: Omit<ConditionalFormatSnapshot, 'box'>[] = [
    { kind: 'cellValue', rule: { operator: 'Between', formula1: '=1', formula2: '=B2', ...look, priority: 0 } },
    { kind: 'containsText', rule: { operator: 'Contains', text: 'a "b" <c>', ...look, priority: 1 } },
    { kind: 'containsText', rule: { operator: 'NotContains', text: 'x', italic: true, priority: 2 } },
    { kind: 'containsText', rule: { operator: 'BeginsWith', text: 'x', underline: true, priority: 3 } },
    { kind: 'containsText', rule: { operator: 'EndsWith', text: 'x', ...look, stopIfTrue: true, priority: 4 } },
    { kind: 'custom', rule: { formula: '=AND($A2>1,CLOUD.COST("a")<2)', fillColor: '#00FF00', priority: 5 } },
    {
      kind: 'colorScale',
      rule: {
        minimumColor: '#FFFFFF',
        minimumType: 'LowestValue',
        maximumColor: '#FF0000',
        maximumType: 'HighestValue',
        priority: 6,
      },
    },
    {
      kind: 'colorScale',
      rule: {
        minimumColor: '#F8696B',
        minimumType: 'Number',
        minimumFormula: '0',
        midpointColor: '#FFEB84',
        midpointType: 'Percentile',
        midpointFormula: '50',
        maximumColor: '#63BE7B',
        maximumType: 'Percent',
        maximumFormula: '90',
        priority: 7,
      },
    },
    { kind: 'dataBar', rule: { color: '#638EC6', showValue: false, priority: 8 } },
  ];

  it('are the same after writing and reading, in their order', () => {
    const formats = rules.map(rule => ({ box, ...rule }));
    const bytes = written({ conditionalFormats: [...formats].reverse() });
    expect(readXlsx(bytes, functions).sheets[0]!.conditionalFormats).toEqual(formats);
  });

  it('are left out when they say nothing a file can hold', () => {
    const bytes = written({
      conditionalFormats: [
        { box, kind: 'cellValue', rule: {} },
        { box, kind: 'custom', rule: {} },
      ],
    });
    expect(unpackText(bytes, 'xl/worksheets/sheet1.xml')).not.toContain('conditionalFormatting');
  });
});

describe('a range taken out of others', () => {
  it('leaves the rest in whole ranges', () => {
    const taken = { row: 1, column: 1, rowCount: 1, columnCount: 1 };
    const rest = subtractBox([{ row: 0, column: 0, rowCount: 3, columnCount: 3 }], taken);
    expect(rest.reduce((sum, { rowCount, columnCount }) => sum + rowCount * columnCount, 0)).toBe(8);
    expect(subtractBox([taken], { row: 0, column: 0, rowCount: 9, columnCount: 9 })).toEqual([]);
    expect(subtractBox([taken], { row: 5, column: 5, rowCount: 1, columnCount: 1 })).toEqual([taken]);
  });
});
