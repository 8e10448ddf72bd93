import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decimal } from '../../numeric/decimal.ts';
import { shortfall, supportFee } from './support-fee.ts';

const bandsOf = (text: string) =>
  text.split(' ').map(band => {
    const [from = '', percent = ''] = band.split(':');
    return { fromAmount: decimal(from), fraction: decimal(percent).dividedBy(100) };
  });
const fee = (charges: string | number, bands: string, minimum: string): string =>
  supportFee(decimal(charges), bandsOf(bands), decimal(minimum)).toFixed();

// AWS, Premium Support pricing page (2024), with its own worked examples
const developer = '0:3';
const business = '0:10 10000:7 80000:5 250000:3';
const enterprise = '0:10 150000:7 500000:5 1000000:3';

describe('supportFee', () => {
  it.each([
    ['Developer, 2,000 USD', 2000, developer, '29', '60'],
    ['Business, 85,000 USD', 85_000, business, '100', '6150'],
    ['Enterprise, 1,200,000 USD', 1_200_000, enterprise, '15000', '70500'],
  ])('is what AWS works out for %s', (_what, charges, bands, minimum, expected) =>
    expect(fee(charges, bands, minimum)).toBe(expected));

  it('is the minimum where the bands make less of it, and where nothing is charged', () => {
    expect(fee(500, developer, '29')).toBe('29');
    expect(fee(999, business, '100')).toBe('100');
    expect(fee(1001, business, '100')).toBe('100.1');
    expect(fee(0, business, '100')).toBe('100');
    expect(fee(-50, business, '0')).toBe('0');
  });

  it('never jumps and never falls: one more of charges adds no more than the first band takes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400_000 }), charges => {
        const step = decimal(fee(charges + 1, business, '100')).minus(fee(charges, business, '100'));
        expect(step.isNegative()).toBe(false);
        expect(step.lessThanOrEqualTo('0.1')).toBe(true);
      }),
    );
  });
});

describe('shortfall', () => {
  it('is what is missing, and never negative', () => {
    expect(shortfall(decimal(1000), decimal('750.25')).toFixed()).toBe('249.75');
    expect(shortfall(decimal(1000), decimal(1000)).toFixed()).toBe('0');
    expect(shortfall(decimal(1000), decimal(1200)).toFixed()).toBe('0');
  });
});
