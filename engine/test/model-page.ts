import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';

/** Answers `call(argument, argument)` of an example line. */
export type PageExamples = Readonly<Record<string, (...parts: string[]) => string>>;

/**
 * Runs every line `call(a, b) = expected` of the ```example blocks of `docs/model/<name>.md`, and asks of the page what
 * every model page has: worked examples, and equations with a number of their own.
 */
export const describeModelPage = (name: string, examples: PageExamples): void => {
  const file = fileURLToPath(new URL(`../../docs/model/${name}.md`, import.meta.url));
  const page = readFileSync(file, 'utf8').replaceAll('\r\n', '\n');
  const lines = [...page.matchAll(/```example\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.trim().split('\n'));

  describe(`docs/model/${name}.md`, () => {
    it('has worked examples and numbered equations', () => {
      expect(lines.length).toBeGreaterThan(4);
      const ids = [...page.matchAll(/> \[(EQ-[A-Z]+-\d+)\]/g)].map(([, id]) => id);
      expect(ids.length).toBeGreaterThan(0);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it.each(lines)('%s', line => {
      const [, call = '', list = '', expected] = /^(\w+)\((.*)\) = (.*)$/.exec(line) ?? [];
      expect(examples[call]?.(...list.split(', '))).toBe(expected);
    });
  });
};
