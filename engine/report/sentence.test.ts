import { describe, expect, it } from '@jest/globals';
import { countText } from './number-text.ts';
import { oneByOne, say, wordsOf } from './sentence.ts';

const german: Readonly<Record<string, string>> = {
  '{0} costs {1} a month.': 'Im Monat kostet {0} {1}.',
  '{0} needs {1}.': '{0} braucht {1}.',
  '{0} nodes': '{0} Knoten',
  'All demand is served.': 'Alle Nachfrage wird bedient.',
  Node: 'Knoten',
};
const translated = (template: string): string => german[template] ?? template;

describe('a sentence', () => {
  it('reads as it was written, with its values in place', () => {
    expect(wordsOf(say`${'web'} costs ${'70.00 USD'} a month.`)).toBe('web costs 70.00 USD a month.');
    expect(wordsOf(say`Own ${3} of ${4}.`)).toBe('Own 3 of 4.');
    expect(wordsOf('Scenario')).toBe('Scenario');
  });

  it('is said in another language, whose words stand in another order', () => {
    expect(wordsOf(say`${'web'} costs ${'70.00 USD'} a month.`, translated)).toBe('Im Monat kostet web 70.00 USD.');
  });

  it('says the sentences within it in that language, and leaves names alone, whatever they look like', () => {
    expect(wordsOf(say`${'Node'} needs ${countText(2, 'node')}.`, translated)).toBe('Node braucht 2 Knoten.');
    expect(wordsOf(say`${'{1}'} needs ${'{0} nodes'}.`, translated)).toBe('{1} braucht {0} nodes.');
  });

  it('stands beside others; what says nothing is left out', () => {
    const both = oneByOne(say`${'web'} needs ${countText(1234, 'node')}.`, say``, say`All demand is served.`);
    expect(wordsOf(both)).toBe('web needs 1,234 nodes. All demand is served.');
    expect(wordsOf(both, translated)).toBe('web braucht 1,234 Knoten. Alle Nachfrage wird bedient.');
    expect(wordsOf(oneByOne(say``, say``))).toBe('');
  });
});
