import { afterAll, describe, expect, it } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { inputTables, resultTables, say } from '../../engine/index.ts';
import { language as korean } from './locales/ko-KR.ts';
import { reportInWords } from './report-in-words.ts';
import { reportWordsIn, translateText, useLanguage } from './translate.ts';

const sourceFiles = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) return sourceFiles(file);
    return /(?<!\.test)\.ts$/.test(entry.name) ? [file] : [];
  });

const templateOf = (literal: ts.TemplateLiteral): string =>
  ts.isNoSubstitutionTemplateLiteral(literal)
    ? literal.text
    : literal.head.text + literal.templateSpans.map((span, index) => `{${index}}${span.literal.text}`).join('');

/** Templates of the sentences that the engine can say, found where they are written. */
const templatesIn = (file: string): string[] => {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'say') found.push(templateOf(node.template));
    if (ts.isCallExpression(node) && node.expression.getText() === 'countText') {
      const [one, many] = node.arguments.slice(1).map(argument => (argument as ts.StringLiteral).text);
      found.push(`{0} ${one}`, `{0} ${many ?? `${one}s`}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  return found;
};

const hasWords = (text: string): boolean => /\p{L}/u.test(text.replace(/\{\d\}/g, ''));
const places = (text: string): string[] => [...text.matchAll(/\{\d\}/g)].map(([place]) => place).sort();

const titles = resultTables.flatMap(({ title, question, columns }) => [title, question, ...columns.flatMap(column => [column.title, column.unit ?? ''])]);
const sentences = ['report', 'model'].flatMap(room => sourceFiles(path.join(import.meta.dirname, '../../engine', room)).flatMap(templatesIn));
/** Input tables are spoken of by their titles: in the pane, and where runs are compared. */
const inputTitles = inputTables.map(({ title }) => title);
const wanted = [...new Set([...titles, ...inputTitles, ...sentences])].filter(hasWords);

describe('what reports say, and titles of input tables, in Korean', () => {
  it('has every title and every sentence, and none beside', () => {
    expect(sentences.length).toBeGreaterThan(150);
    expect(wanted.filter(template => !(template in korean.report))).toEqual([]);
    expect(Object.keys(korean.report).filter(template => !wanted.includes(template))).toEqual([]);
  });

  it('fills the same places', () => {
    expect(Object.entries(korean.report).filter(([english, text]) => places(english).join() !== places(text).join())).toEqual([]);
  });

  it('is written in Korean, but for names, units and numbers', () => {
    const foreign = new Set(['GPUs', 'PUE', 'SKU', 'GiB', 'ms', 'U', 'kW', 'kg']);
    expect(Object.entries(korean.report).filter(([english, text]) => !foreign.has(english) && !/[가-힣]/.test(text))).toEqual([]);
  });
});

describe('a report', () => {
  afterAll(() => useLanguage('en'));
  const table = {
    id: 'OutSummary', sheetName: 'Results Scenarios', title: 'Scenarios compared', question: 'What would the plan cost if it were changed, and why?',
    answer: say`The plan costs ${'12.00 USD'}.`, rows: [['Cost']], columns: [{ id: 'What', title: 'Hours', unit: 'h', format: 'text' as const }],
  };
  const chart = {
    id: 'ChartSummary', tableId: 'OutSummary', kind: 'line' as const, title: say`Own or rent: ${'Cost'}`, categoryColumn: 'What', valueColumns: [],
    series: [{ name: say`Owning`, valueColumn: 'What', firstRow: 0, rowCount: 1 }], categoryAxisTitle: say`Month`, valueAxisTitle: say`${'USD'}`,
  };
  const report = {
    engineVersion: '1', catalogDate: '2026-01-01', randomSeed: 1, inputHash: '', tableHashes: {}, runState: '', warnings: [],
    summary: [{ label: say`Saving against ${'Cost'}`, value: 1, format: 'money' as const }], tables: [table], charts: [chart],
  };

  it('says its words in the language of the display; names and cells stay', async () => {
    await useLanguage('ko-KR');
    const said = reportInWords(report);
    expect(said.summary[0]?.label).toBe('Cost 대비 절감');
    expect(said.tables[0]).toEqual({
      ...table, title: '시나리오 비교', question: '계획을 바꾸면 비용은 얼마가 되고, 그 이유는 무엇입니까?', answer: '계획의 비용은 12.00 USD입니다.',
      columns: [{ id: 'What', title: '시간', unit: '시간', format: 'text' }],
    });
    const { title, categoryAxisTitle, valueAxisTitle, series } = said.charts[0]!;
    expect([title, categoryAxisTitle, valueAxisTitle, series?.[0]?.name]).toEqual(['소유 또는 임대: Cost', '월', 'USD', '소유']);
    expect((await reportWordsIn('en-US'))(table.answer)).toBe('The plan costs 12.00 USD.');
  });

  it('says them in English elsewhere', async () => {
    await useLanguage('de');
    expect(translateText(table.answer)).toBe('The plan costs 12.00 USD.');
    expect((await reportWordsIn('ko'))(table.title)).toBe('시나리오 비교');
  });
});
