import { describe, expect, it } from '@jest/globals';
import { nearestNames } from './nearest-names.ts';

const types = ['m7i.xlarge', 'm7i.2xlarge', 'm7g.xlarge', 'c7i.xlarge', 'Standard_D4s_v5', 'n2-standard-8'];

describe('nearestNames', () => {
  it.each([
    ['m7i.xlrge', 'm7i.xlarge'], ['M7I XLARGE', 'm7i.xlarge'], ['m7ix.large', 'm7i.xlarge'], ['D4s_v5', 'Standard_D4s_v5'],
    ['standard-d4s-v5', 'Standard_D4s_v5'], ['n2-standrad-8', 'n2-standard-8'],
  ])('finds what %s was meant to be', (name, meant) => expect(nearestNames(name, types)[0]).toBe(meant));

  it('says nothing when nothing is near', () => {
    expect(nearestNames('zebra', types)).toEqual([]);
    expect(nearestNames('', types)).toEqual([]);
    expect(nearestNames('...', types)).toEqual([]);
  });

  it('gives the best first, and no more than asked for', () => {
    expect(nearestNames('m7.xlarge', types, 2)).toEqual(['m7i.xlarge', 'm7g.xlarge']);
  });
});
