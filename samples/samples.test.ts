import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { reportInWords } from '../addin/localization/report-in-words.ts';
import { useLanguage } from '../addin/localization/translate.ts';
import { inputTables, type ComposedReport } from '../engine/index.ts';
import { writeXlsx } from '../host/xlsx/write.ts';
import { calculatedCells } from './build/calculated-cells.ts';
import { exampleIds, exampleText } from './build/examples.ts';
import { functionsOf, sampleWorkbook } from './build/sample-workbook.ts';
import { resultRows } from './result-rows.ts';
import { readSample, runSample, sampleBytes } from './run-sample.ts';
import { samples } from './source/samples.ts';

describe.each(samples.map(sample => [sample.id, sample] as const))('%s.xlsx', (_id, sample) => {
  const committed = readSample(sample);
  let ran: Promise<ComposedReport> | null = null;
  const run = (): Promise<ComposedReport> => (ran ??= runSample(sample));

  it('is what its source says, byte for byte (else: npm run samples)', () => {
    const rebuilt = writeXlsx(sampleWorkbook(sample, calculatedCells(committed)), null, functionsOf(sample));
    expect(Buffer.from(rebuilt).equals(Buffer.from(sampleBytes(sample)))).toBe(true);
  });

  if ((exampleIds as readonly string[]).includes(sample.id)) {
    it('is the example of the first screen as well (else: npm run samples)', () => {
      expect(readFileSync(new URL(`../addin/examples/${sample.id}.json`, import.meta.url), 'utf8')).toBe(exampleText(sample));
    });
  }

  it('begins with the Read me and shows every input table of its source', () => {
    expect(committed.sheets[0]?.name).toBe('Read me');
    expect(committed.activeSheetName).toBe('Read me');
    const tables = committed.sheets.flatMap(sheet => sheet.tables);
    for (const { tableId, columns, rows } of sample.sheets.flatMap(sheet => sheet.tables)) {
      const table = tables.find(({ name }) => name === tableId);
      expect(table?.columnNames).toEqual(columns);
      expect(table?.box.rowCount).toBe(rows.length + 1);
    }
    expect(tables).toHaveLength(sample.sheets.flatMap(sheet => sheet.tables).length);
  });

  it('offers a drop-down wherever a cell is a choice of a closed list', () => {
    for (const sheet of committed.sheets) {
      for (const { name, box, columnNames } of sheet.tables) {
        const spec = inputTables.find(({ id }) => id === name);
        columnNames.forEach((header, index) => {
          const column = spec?.columns.find(({ id }) => id === header);
          if (!column?.choices || column.choicesAreOpen) return;
          const list = sheet.validations.find(({ kind, box: cells }) => kind === 'list' && cells.column === box.column + index);
          expect([header, list?.box.rowCount, list?.formula1]).toEqual([header, box.rowCount - 1, column.choices.join(',')]);
        });
      }
    }
  });

  it('holds no cell in error, and a value for each formula', () => {
    for (const { cells } of committed.sheets) {
      for (const row of cells.values()) {
        for (const cell of row.values()) {
          expect(cell.isError ?? false).toBe(false);
          if (cell.formula) expect(cell.value).not.toBeNull();
        }
      }
    }
  });

  it('points to result sheets that a run makes', async () => {
    const sheets = (await run()).tables.map(({ sheetName }) => sheetName);
    for (const { sheet } of sample.results) expect(sheets).toContain(sheet);
  });

  it('is read in Korean: titles, questions, captions, answers and charts', async () => {
    await useLanguage('ko-KR');
    const { tables, charts, summary } = reportInWords(await run());
    await useLanguage('en-US');
    const isKorean = (words: string): boolean => /[가-힣]/.test(words) || !/\p{L}{4}/u.test(words);
    const captions = tables.flatMap(({ columns }) => columns.map(({ title }) => title));
    const aboutTables = tables.flatMap(({ title, question, answer }) => [title, question, answer]);
    const words = [...captions, ...aboutTables, ...summary.map(({ label }) => label)];
    expect(words.filter(each => !isKorean(each))).toEqual([]);
    expect(charts.filter(({ title, categoryAxisTitle }) => !isKorean(title + categoryAxisTitle))).toEqual([]);
  });

  it('runs clean: no warning, every check holds', async () => {
    const report = await run();
    expect(report.warnings).toEqual([]);
    for (const check of resultRows(report, 'OutChecks')) expect(check).toMatchObject({ Status: 'ok' });
    expect(report.charts.length).toBeGreaterThan(0);
  });
});
