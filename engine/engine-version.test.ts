import { readFileSync } from 'node:fs';
import { expect, it } from '@jest/globals';
import { engineVersion } from './engine-version.ts';

it('the engine is of the version of its package', () => {
  expect(engineVersion).toBe((JSON.parse(readFileSync('package.json', 'utf8')) as { version: string }).version);
});
