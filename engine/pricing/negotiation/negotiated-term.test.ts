import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { money } from '../../money/money.ts';
import { decimal } from '../../numeric/decimal.ts';
import {
  indexTerms, negotiatedTermFor, negotiationTies, type NegotiableCharge, type NegotiatedTerm,
} from './negotiated-term.ts';

const term = (id: string, more: Partial<NegotiatedTerm> = {}): NegotiatedTerm => ({
  id, account: null, provider: null, service: null, region: null, skuPattern: null, appliesTo: 'both',
  change: { kind: 'percent', discountFraction: decimal('0.1') }, from: null, to: null, priority: 0, ...more,
});
const charge: NegotiableCharge = {
  account: 'shop', provider: 'aws', service: 'Amazon Elastic Compute Cloud', region: 'us-east-1', sku: 'm7i.xlarge',
  fee: 'on-demand', date: '2027-06-15',
};
const foundId = (terms: readonly NegotiatedTerm[], more: Partial<NegotiableCharge> = {}): string | undefined =>
  negotiatedTermFor(indexTerms(terms), { ...charge, ...more })?.id;

describe('negotiatedTermFor', () => {
  it.each([
    ['any scope', {}, true],
    ['its provider in any letter case', { provider: 'AWS' }, true],
    ['another provider', { provider: 'azure' }, false],
    ['another account', { account: 'media' }, false],
    ['its service', { service: 'amazon elastic compute cloud' }, true],
    ['another region', { region: 'eu-west-1' }, false],
    ['a pattern of its name', { skuPattern: 'm7i.*' }, true],
    ['its very name', { skuPattern: 'M7i.xlarge' }, true],
    ['another name', { skuPattern: 'm7i.large' }, false],
    ['its kind of fee', { appliesTo: 'on-demand' }, true],
    ['another kind of fee', { appliesTo: 'commitment-fees' }, false],
    ['its first day', { from: '2027-06-15' }, true],
    ['an end that is its day', { to: '2027-06-15' }, false],
  ] as const)('%s', (_what, scope, holds) => expect(foundId([term('T', scope)]) === 'T').toBe(holds));

  it('lets the highest priority win, wherever it stands', () => {
    const special = term('special', { skuPattern: 'm7i.xlarge', priority: 2 });
    const wide = term('wide', { priority: 1 });
    expect(foundId([special, wide])).toBe('special');
    expect(foundId([wide, special])).toBe('special');
    expect(foundId([wide, special], { sku: 'c7i.large' })).toBe('wide');
  });

  it('holds for an account only where that account asks', () => {
    expect(foundId([term('T', { account: 'shop' })], { account: null })).toBeUndefined();
    expect(foundId([term('T')], { account: null })).toBe('T');
  });

  it('answers without a date with the terms that end last', () => {
    const [old, now] = [term('old', { to: '2027-01-01' }), term('now', { from: '2027-01-01', to: '2028-01-01' })];
    expect(foundId([old, now], { date: undefined })).toBe('now');
    expect(foundId([now, old], { date: undefined })).toBe('now');
    expect(foundId([old, now], { date: '2026-12-31' })).toBe('old');
  });
});

describe('negotiationTies', () => {
  const tied = (...terms: NegotiatedTerm[]): string[] =>
    negotiationTies(terms).map(({ earlier, later }) => `${earlier.id} ${later.id}`);

  it('finds two that could hold for one charge', () => {
    expect(tied(term('A'), term('B', { skuPattern: 'm7i.*' }))).toEqual(['A B']);
    expect(tied(term('A', { skuPattern: 'm*.large' }), term('B', { skuPattern: '*7i.l*' }))).toEqual(['A B']);
    expect(tied(term('A', { skuPattern: 'm7i.large' }), term('B', { skuPattern: 'M7I.large' }))).toEqual(['A B']);
    expect(tied(term('A'), term('B'), term('C'))).toEqual(['A B', 'A C']);
  });

  it('finds none where priority, days, scope, name or fee keep them apart', () => {
    for (const other of [
      { priority: 1 }, { from: '2028-01-01' }, { provider: 'gcp' }, { account: 'b' }, { region: 'r2' }, { service: 's2' },
      { skuPattern: 'c*' }, { appliesTo: 'commitment-fees' as const },
    ]) {
      const one = term('A', {
        to: '2028-01-01', provider: 'aws', account: 'a', region: 'r1', service: 's1', skuPattern: 'm*', appliesTo: 'on-demand',
      });
      expect(tied(one, { ...one, id: 'B', ...other })).toEqual([]);
      expect(tied(one, { ...one, id: 'B' })).toEqual(['A B']);
    }
  });

  it('leaves nothing to the order of rows where it finds none', () => {
    const any = fc.record({
      account: fc.constantFrom(null, 'shop', 'media'),
      skuPattern: fc.constantFrom(null, 'm7i.*', 'm7i.xlarge', '*.xlarge', 'c7i.large'),
      from: fc.constantFrom(null, '2027-01-01', '2027-07-01'),
      to: fc.constantFrom(null, '2027-07-01', '2028-01-01'),
      appliesTo: fc.constantFrom('on-demand' as const, 'both' as const, 'commitment-fees' as const),
      priority: fc.integer({ min: 0, max: 2 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 6 }), rows => {
        const terms = rows.map((row, index) => term(`T${index}`, row));
        const clear = negotiationTies(terms).length === 0;
        const reversed = [...terms].reverse();
        expect(negotiationTies(reversed).length === 0).toBe(clear);
        if (clear) expect(foundId(terms)).toBe(foundId(reversed));
      }),
    );
  });
});

it('a fixed price is one of the changes', () => {
  const fixed = term('F', { appliesTo: 'on-demand', change: { kind: 'fixed', price: money('0.15', 'USD') } });
  expect(negotiatedTermFor(indexTerms([fixed]), charge)?.change).toEqual({ kind: 'fixed', price: money('0.15', 'USD') });
});
