import { afterAll, describe, expect, it } from '@jest/globals';
import { issueCodes, type IssueCode } from '../../engine/index.ts';
import { fileURLToPath } from 'node:url';
import { generateFunctionsJson, translatedFunctionsJson } from '../functions/functions-metadata.js';
import { formatFigure } from './format-figure.ts';
import { issueMessage } from './issue-message.ts';
import { enUSIssues } from './locales/en-US-issues.ts';
import { enUS } from './locales/en-US.ts';
import { language as korean } from './locales/ko-KR.ts';
import type { MessageKey } from './message-key.ts';
import { displayLanguage, translate, useLanguage } from './translate.ts';

const placesOf = (text: string): string[] => [...new Set([...text.matchAll(/\{(\w+)/g)].map(([, name = '']) => name))].sort();
/** Korean words have no plural: where English has one word or the other, the number itself need not stand. */
const isOnlyPlural = (text: string, place: string): boolean => !text.includes(`{${place}}`);

describe('Korean', () => {
  it('has every sentence, and none beside', () => {
    expect(Object.keys(korean.messages).sort()).toEqual(Object.keys(enUS).sort());
    expect(Object.keys(korean.issues).sort()).toEqual(Object.keys(issueCodes).sort());
  });

  it.each(Object.keys(enUS) as MessageKey[])('%s fills the same places', key => {
    const [ours, theirs] = [placesOf(korean.messages[key]), placesOf(enUS[key]).filter(place => !isOnlyPlural(enUS[key], place))];
    expect(ours.filter(place => !placesOf(enUS[key]).includes(place))).toEqual([]);
    expect(theirs.filter(place => !ours.includes(place))).toEqual([]);
  });

  it.each(Object.keys(issueCodes) as IssueCode[])('%s fills the same places', code => {
    const [ours, theirs] = [placesOf(korean.issues[code]), placesOf(enUSIssues[code])];
    expect(ours.filter(place => !theirs.includes(place))).toEqual([]);
    expect(theirs.filter(place => !ours.includes(place) && !isOnlyPlural(enUSIssues[code], place))).toEqual([]);
  });

  it('is written in Korean, but for names and signs', () => {
    const foreign = /^(pane-prices-hint|pane-prices-source|pane-run-progress-text|pane-compare-vcpu|pane-compare-gpus|run-failed)$/;
    const texts = [...Object.entries(korean.messages), ...Object.entries(korean.issues)];
    expect(texts.filter(([key, text]) => !foreign.test(key) && !/[가-힣]/.test(text)).map(([key]) => key)).toEqual([]);
  });
});

describe('help of worksheet functions in Korean', () => {
  it('has every sentence of functions.json, and none beside; names stay', async () => {
    const english = await generateFunctionsJson(fileURLToPath(new URL('../functions', import.meta.url)));
    const sentences: string[] = [];
    JSON.parse(english, (key, value: string) => (key === 'description' ? void sentences.push(value) : value));
    expect(Object.keys(korean.functions).filter(sentence => !sentences.includes(sentence))).toEqual([]);
    const translated = translatedFunctionsJson(english, korean.functions);
    interface Metadata {
      readonly functions: readonly { readonly id: string; readonly description: string }[];
    }
    const [before, after] = [english, translated].map(json => (JSON.parse(json) as Metadata).functions);
    expect(after?.map(({ id }) => id)).toEqual(before?.map(({ id }) => id));
    for (const { description } of after ?? []) expect(description).toMatch(/[가-힣]/);
    for (const text of Object.values(korean.functions)) expect(text.length).toBeLessThanOrEqual(255);
    expect(() => translatedFunctionsJson(english, {})).toThrow('no translation of');
  });
});

describe('the language of Office', () => {
  afterAll(() => useLanguage('en'));

  it('is spoken where it is one of ours, whatever its region; else English', async () => {
    await useLanguage('fr-FR');
    expect([displayLanguage(), translate('pane-run')]).toEqual(['en-US', 'Run']);
    await useLanguage('ko');
    expect([displayLanguage(), translate('pane-run'), translate('pane-rows', { count: 1 })]).toEqual(['ko-KR', '실행', '1행']);
    expect(issueMessage({ code: 'blank-cell', severity: 'error', values: { column: 'Work' } })).toBe('Work이(가) 비어 있지만 필요합니다.');
    expect(formatFigure({ value: 1234.5, format: 'money', currency: 'USD' })).toBe('USD 1,234.50');
  });

  it('can be English again', async () => {
    await useLanguage('en-GB');
    expect([displayLanguage(), translate('pane-run')]).toEqual(['en-US', 'Run']);
  });
});
