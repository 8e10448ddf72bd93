import { wordsOf, type IssueCode, type Sentence } from '../../engine/index.ts';
import { fillMessage } from './fill-message.ts';
import { enUSIssues } from './locales/en-US-issues.ts';
import { enUS } from './locales/en-US.ts';
import type { MessageKey, Messages, MessageValue, MessageValues } from './message-key.ts';

/** A language of the add-in: its sentences, and how it writes numbers and dates. */
interface Language {
  /** BCP 47. */
  readonly tag: string;
  readonly messages: Readonly<Record<keyof Messages, string>>;
  readonly issues: Readonly<Record<IssueCode, string>>;
  /** Help of worksheet functions, by its English sentences. */
  readonly functions: Readonly<Record<string, string>>;
  /** What reports say, and titles of input tables, by the English template. */
  readonly report: Readonly<Record<string, string>>;
  /** What grammar asks of a sentence once its places are filled. */
  inflected(text: string): string;
}

const english: Language = { tag: 'en-US', messages: enUS, issues: enUSIssues, functions: {}, report: {}, inflected: text => text };
let current = english;

/** Languages beside English, each loaded when Office is shown in it. */
const others: Readonly<Record<string, () => Promise<Language>>> = {
  ko: async () => (await import(/* webpackChunkName: "ko-KR" */ './locales/ko-KR.ts')).language,
};

/** The language of sentences, numbers and dates, as BCP 47 tag. */
export const displayLanguage = (): string => current.tag;

/** Speaks the language Office is shown in where it is one of ours, else English. */
export async function useLanguage(tag: string): Promise<void> {
  current = await languageOf(tag);
}

async function languageOf(tag: string): Promise<Language> {
  const load = others[tag.toLowerCase().split('-')[0] ?? ''];
  return load ? load() : english;
}

/** The sentence of a key with its places filled. */
export function translate<Key extends MessageKey>(key: Key, ...values: MessageValues<Key>): string {
  const given: Readonly<Record<string, MessageValue>> = values[0] ?? {};
  return current.inflected(fillMessage(current.messages[key], given, current.tag));
}

/** A sentence of the help of worksheet functions, from its English one. */
export const translateHelp = (sentence: string): string => current.functions[sentence] ?? sentence;

/** The sentence of a problem of the engine; the code itself when a later engine knows more of them. */
export const translateIssue = (code: string, values: Readonly<Record<string, MessageValue>>): string =>
  current.inflected(fillMessage(current.issues[code as IssueCode] ?? code, values, current.tag));

/** Says what reports say, titles and sentences, in some language. */
export type ReportWords = (text: string | Sentence) => string;

const saidIn = ({ report, inflected }: Language, text: string | Sentence): string =>
  inflected(wordsOf(text, template => report[template] ?? template));

/** What a report says, in the language of the display. */
export const translateText = (text: string | Sentence): string => saidIn(current, text);

/** What reports say in a language that a workbook was written in before. */
export async function reportWordsIn(tag: string): Promise<ReportWords> {
  const language = await languageOf(tag);
  return text => saidIn(language, text);
}
