import type { MessageValue } from './message-key.ts';

/**
 * Fills the places of a message: `{name}` with the value (numbers as the language writes them), `{count|row|rows}` with
 * the word that goes with the number, `[... {name} ...]` with its content unless a value in it is empty. A value the
 * message asks for and nobody gave shows as `?`: a gap in a sentence is better than no sentence about a wrong cell.
 */
export function fillMessage(text: string, values: Readonly<Record<string, MessageValue>>, language: string): string {
  const fill = (part: string): string =>
    part.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (_match, name: string, one?: string, other?: string) => {
      const value = values[name];
      if (value === undefined) return '?';
      if (one !== undefined && other !== undefined) {
        return new Intl.PluralRules(language).select(Number(value)) === 'one' ? one : other;
      }
      return typeof value === 'number' ? new Intl.NumberFormat(language, { maximumFractionDigits: 12 }).format(value) : value;
    });
  const hasEmptyValue = (part: string): boolean => [...part.matchAll(/\{(\w+)/g)].some(([, name]) => values[name ?? ''] === '');
  return fill(text.replace(/\[([^\]]*)\]/g, (_match, part: string) => (hasEmptyValue(part) ? '' : part)));
}
