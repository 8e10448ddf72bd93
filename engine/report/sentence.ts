/**
 * A sentence of a report with what it speaks of kept apart, so that another language can say it: the template is English,
 * with `{0}`, `{1}`, ... where the values belong, and is its own key.
 */
export interface Sentence {
  readonly template: string;
  readonly values: readonly (string | Sentence)[];
}

/** Puts a sentence together; a text among the values is a name or a number, in any language the same. */
export const say = (parts: TemplateStringsArray, ...values: readonly (string | number | Sentence)[]): Sentence => ({
  template: parts.reduce((text, part, index) => `${text}{${index - 1}}${part}`),
  values: values.map(value => (typeof value === 'number' ? String(value) : value)),
});

const filled = ({ template, values }: Sentence, translated: (template: string) => string): string =>
  translated(template).replace(/\{(\d+)\}/g, (_place, index: string) => {
    const value = values[Number(index)] ?? '';
    return typeof value === 'string' ? value : filled(value, translated);
  });

/** The words of a sentence or of a title, in English or by the translation of its template. */
export const wordsOf = (text: string | Sentence, translated = (template: string): string => template): string =>
  typeof text === 'string' ? translated(text) : filled(text, translated);

/** A title declared in English, as a sentence. */
export const titled = (title: string): Sentence => ({ template: title, values: [] });

/** Several sentences one after the other; empty ones are left out. */
export const oneByOne = (...sentences: readonly Sentence[]): Sentence => {
  const values = sentences.filter(({ template }) => template !== '');
  return { template: values.map((_, index) => `{${index}}`).join(' '), values };
};
