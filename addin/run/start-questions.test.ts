import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { inputTables, loadParts, runModel, starterCatalog, workbookTemplates } from '../../engine/index.ts';
import { useTestHost } from '../../host/test-addin/use-test-host.ts';
import { hasInputTables } from '../workbook/has-input-tables.ts';
import { insertExample, type Example } from '../workbook/insert-example.ts';
import { readInput } from '../workbook/read-input.ts';
import { startQuestions } from './start-questions.ts';

const host = useTestHost();
const exampleFiles: Readonly<Record<string, string>> = { reserve: 'commitments', own: 'own-or-rent-gpu', leave: 'data-act-exit', gpus: 'llm-serving' };

describe('the first screen', () => {
  it.each(startQuestions().map(({ id }) => id))('has an example for %s that a run answers, and an own template', async id => {
    const { templateId } = startQuestions().find(each => each.id === id)!;
    expect(workbookTemplates.map(template => template.id)).toContain(templateId);
    const example = JSON.parse(readFileSync(new URL(`../examples/${exampleFiles[id]}.json`, import.meta.url), 'utf8')) as Example;
    expect(await hasInputTables()).toBe(false);
    const inserted = await insertExample(example);
    expect(await hasInputTables()).toBe(true);
    expect(inserted).toEqual({ added: example.tables.map(({ tableId }) => tableId), inTheWay: [] });
    const input = await readInput(inputTables.map(({ id: name }) => name));
    const outcome = runModel(input, starterCatalog, { parts: await loadParts(input) });
    expect(outcome.ok ? [] : outcome.issues).toEqual([]);
    // Once is enough: rows of two models would mix
    expect(await insertExample(example)).toEqual({ added: [], inTheWay: example.tables.map(({ tableId }) => tableId) });
    expect(host.current.session.stats.unknown).toEqual([]);
  });
});
