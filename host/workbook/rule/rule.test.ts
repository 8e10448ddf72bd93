import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestHost } from '../../test-addin/open-test-host.ts';
import type { TestHost } from '../../test-addin/open-test-host.ts';
import { subtractBox } from './subtract-box.ts';

describe('rules on cells under office.js', () => {
  let host: TestHost;
  beforeAll(async () => {
    host = await openTestHost();
  });
  afterAll(() => host.close());
  const sheet = () => host.session.takeSnapshot().sheets[0]!;

  it('validates entries: lists, numbers, dates, formulas, prompts', async () => {
    const told = await host.run(async (context) => {
      const cells = (address: string) => context.workbook.worksheets.getItem('Sheet1').getRange(address).dataValidation;
      cells('A1:A9').rule = { list: { inCellDropDown: true, source: 'on-demand,spot' } };
      cells('A1:A9').errorAlert = { showAlert: false, style: 'Stop', title: '', message: 'choose one' };
      cells('A1:A9').prompt = { showPrompt: true, title: '', message: 'How it is bought' };
      cells('B1').rule = { wholeNumber: { formula1: 1, formula2: 9, operator: 'Between' } };
      cells('C1').rule = { decimal: { formula1: 0, operator: 'GreaterThanOrEqualTo' } };
      cells('D1').rule = { date: { formula1: '2026-01-01', operator: 'GreaterThan' } };
      cells('E1').rule = { custom: { formula: '=E1<>""' } };
      cells('F1').prompt = { showPrompt: true, title: '', message: 'only a word' };
      const list = cells('A1:A9').load('type,rule,prompt');
      const none = cells('Z1').load('type');
      await context.sync();
      return [list.type, list.rule, list.prompt.message, none.type];
    });
    expect(told).toEqual(['List', { list: { inCellDropDown: true, source: 'on-demand,spot' } }, 'How it is bought', 'None']);
    const box = (column: number, rowCount = 1) => ({ row: 0, column, rowCount, columnCount: 1 });
    expect(sheet().validations).toEqual([
      { box: box(0, 9), kind: 'list', formula1: 'on-demand,spot', errorMessage: 'choose one', isAdvisory: true, prompt: 'How it is bought' },
      { box: box(1), kind: 'whole', operator: 'Between', formula1: '1', formula2: '9' },
      { box: box(2), kind: 'decimal', operator: 'GreaterThanOrEqualTo', formula1: '0' },
      { box: box(3), kind: 'date', operator: 'GreaterThan', formula1: '2026-01-01' },
      { box: box(4), kind: 'custom', formula1: '=E1<>""' },
      { box: box(5), kind: 'custom', formula1: '=TRUE', prompt: 'only a word' },
    ]);
  });

  it('takes a rule off some of its cells', async () => {
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('A3:A4').dataValidation.clear();
      context.workbook.worksheets.getItem('Sheet1').getRange('B1:F1').clear();
      await context.sync();
    });
    expect(sheet().validations.map(({ box }) => [box.row, box.rowCount])).toEqual([[0, 2], [4, 5]]);
  });

  it('moves rules along with inserted cells', async () => {
    const places = await host.run(async (context) => {
      const made = context.workbook.worksheets.add('Moving');
      made.getRange('A2').dataValidation.rule = { wholeNumber: { formula1: 1, operator: 'GreaterThan' } };
      made.getRange('A1:A1').insert('Down');
      const moved = made.getRange('A3').dataValidation.load('type');
      const left = made.getRange('A2').dataValidation.load('type');
      await context.sync();
      made.delete();
      await context.sync();
      return [moved.type, left.type];
    });
    expect(places).toEqual(['WholeNumber', 'None']);
  });

  it('refuses what it does not know and typed lists that are too long', async () => {
    const set = (rule: Excel.DataValidationRule): Promise<string> =>
      host
        .run(async (context) => {
          context.workbook.worksheets.getItem('Sheet1').getRange('H1').dataValidation.rule = rule;
          await context.sync();
        })
        .then(() => 'nothing was refused', ({ code }: OfficeExtension.Error) => code);
    expect(await set({ textLength: { formula1: 3, operator: 'LessThan' } })).toBe('InvalidArgument');
    expect(await set({ wholeNumber: { formula1: 3, operator: 'Between' } })).toBe('InvalidArgument');
    expect(await set({ list: { inCellDropDown: true, source: 'x'.repeat(256) } })).toBe('InvalidArgument');
  });

  it('formats cells by their values; the last format comes first', async () => {
    const told = await host.run(async (context) => {
      const range = context.workbook.worksheets.getItem('Sheet1').getRange('J1:J9');
      const value = range.conditionalFormats.add('CellValue');
      value.cellValue.format.font.color = '#FF0000';
      value.cellValue.format.fill.color = '#FFEEEE';
      value.cellValue.rule = { formula1: '=100', operator: 'GreaterThan' };
      value.stopIfTrue = true;
      const scale = range.conditionalFormats.add('ColorScale');
      scale.colorScale.criteria = {
        minimum: { type: 'LowestValue', color: '#FFFFFF' },
        midpoint: { type: 'Percentile', formula: '50', color: '#FFEE88' },
        maximum: { type: 'HighestValue', color: '#FF0000' },
      };
      range.conditionalFormats.add('DataBar').dataBar.positiveFormat.fillColor = '#638EC6';
      const custom = range.conditionalFormats.add('Custom');
      custom.custom.rule.formula = '=J1>K1';
      custom.custom.format.font.bold = true;
      const text = range.conditionalFormats.add('ContainsText');
      text.textComparison.rule = { operator: 'Contains', text: 'bad' };
      text.textComparison.format.font.italic = true;
      range.conditionalFormats.load('items/type,items/priority');
      const notText = value.textComparisonOrNullObject;
      notText.load('rule');
      await context.sync();
      return [range.conditionalFormats.items.map(({ type }) => type), notText.isNullObject];
    });
    expect(told).toEqual([['ContainsText', 'Custom', 'DataBar', 'ColorScale', 'CellValue'], true]);
    expect(sheet().conditionalFormats.map(({ kind, rule }) => [kind, rule])).toEqual([
      ['containsText', { operator: 'Contains', text: 'bad', italic: true, priority: 0 }],
      ['custom', { formula: '=J1>K1', bold: true, priority: 1 }],
      ['dataBar', { color: '#638EC6', priority: 2 }],
      [
        'colorScale',
        {
          minimumColor: '#FFFFFF', minimumType: 'LowestValue', midpointColor: '#FFEE88', midpointType: 'Percentile',
          midpointFormula: '50', maximumColor: '#FF0000', maximumType: 'HighestValue', priority: 3,
        },
      ],
      ['cellValue', { fontColor: '#FF0000', fillColor: '#FFEEEE', formula1: '=100', operator: 'GreaterThan', stopIfTrue: true, priority: 4 }],
    ]);
  });

  it('draws them in the grid too', () => {
    const drawn = host.session.api.getActiveWorkbook()!.getSheetByName('Sheet1')!.getConditionalFormattingRules();
    expect(drawn).toHaveLength(5);
  });

  it('drops conditional formats one by one and all at once', async () => {
    await host.run(async (context) => {
      const formats = context.workbook.worksheets.getItem('Sheet1').getRange('J1:J9').conditionalFormats;
      formats.getItemAt(0).delete();
      await context.sync();
    });
    expect(sheet().conditionalFormats).toHaveLength(4);
    await host.run(async (context) => {
      context.workbook.worksheets.getItem('Sheet1').getRange('J1:J9').conditionalFormats.clearAll();
      await context.sync();
    });
    expect(sheet().conditionalFormats).toEqual([]);
  });
});

describe('subtractBox', () => {
  it('leaves what lies around the hole, every cell once', () => {
    const box = { row: 1, column: 1, rowCount: 4, columnCount: 5 };
    const hole = { row: 2, column: 2, rowCount: 1, columnCount: 9 };
    const rest = subtractBox(box, hole);
    const cells = (each: typeof box): string[] =>
      Array.from({ length: each.rowCount * each.columnCount }, (_, index) => `${each.row + Math.floor(index / each.columnCount)} ${each.column + (index % each.columnCount)}`);
    const expected = cells(box).filter((cell) => !cells(hole).includes(cell));
    expect(rest.flatMap(cells).sort()).toEqual(expected.sort());
  });
});
