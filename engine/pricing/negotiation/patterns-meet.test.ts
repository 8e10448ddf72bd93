import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { patternsMeet } from './patterns-meet.ts';

/** All texts of up to four letters of a small alphabet. */
const texts = ['', 'a', 'b'].flatMap(first => ['', 'a', 'b'].flatMap(second => ['', 'a', 'b'].flatMap(third => `${first}${second}${third}`)));
const asExpression = (pattern: string): RegExp =>
  new RegExp(`^${pattern.replaceAll('*', '[ab]*').replaceAll('?', '[ab]')}$`);
const pattern = fc.array(fc.constantFrom('a', 'b', '*', '?'), { maxLength: 3 }).map(parts => parts.join(''));

describe('patternsMeet', () => {
  it.each([
    ['m7i.*', 'm7i.xlarge', true],
    ['M7I.*', 'm7i.XLARGE', true],
    ['m7?.xlarge', 'm7g.xlarge', true],
    ['m7?.xlarge', 'm7.xlarge', false],
    ['*', '', true],
    ['m7i.*', 'm7a.*', false],
    ['m*.xlarge', '*7i.xl*', true],
    ['m?', 'm', false],
    ['a*b*c', 'abcbc', true],
    ['Standard_D*s_v5', 'Standard_D4ds_v5', true],
    ['m7i.xlarge', 'm7iXxlarge', false],
  ])('%s and %s: %s', (first, second, expected) => {
    expect(patternsMeet(first, second)).toBe(expected);
    expect(patternsMeet(second, first)).toBe(expected);
  });

  it('is what a regular expression says of a name', () => {
    fc.assert(fc.property(pattern, fc.constantFrom(...texts), (some, text) => patternsMeet(some, text) === asExpression(some).test(text)));
  });

  it('says of two patterns whether a text fits both', () => {
    // Patterns of three characters that meet at all do so in a text of at most six: enough to look through
    const long = texts.flatMap(start => texts.map(end => `${start}${end}`));
    fc.assert(
      fc.property(pattern, pattern, (first, second) => {
        const [one, other] = [asExpression(first), asExpression(second)];
        return patternsMeet(first, second) === long.some(text => one.test(text) && other.test(text));
      }),
    );
  });
});
