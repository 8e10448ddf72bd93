import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../../catalog/starter-catalog.ts';
import { decimal } from '../../numeric/decimal.ts';
import { binaryThousand } from '../../quantity/conversion.ts';
import type { Tariff } from './tariff.ts';
import { findAllowance, findTariff, makeTariffBook } from './tariff-book.ts';
import { tierCost } from './tier-cost.ts';

const book = makeTariffBook(starterCatalog);
const tariff = (meterId: string, date: string, zone: string | null = null): Tariff => {
  const found = findTariff(book, { meterId, zone, eligibility: null, date });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
};
const cost = (quantity: number, meterId: string, date: string): string => tierCost(quantity, tariff(meterId, date).tiers).toFixed();

describe('tariffs by name and date', () => {
  it('remember what S3 cost in 2006, in 2007 and today', () => {
    expect(cost(1000, 'aws/us-east-1/s3-standard', '2006-06-01')).toBe('150');
    expect(cost(1000, 'aws/us-east-1/s3-transfer-out', '2006-06-01')).toBe('200');
    expect(cost(1000, 'aws/us-east-1/s3-write-requests', '2006-06-01')).toBe('0');
    // the letter of 2007: 10 TB at 0.18, 10 TB at 0.16; 0.01 USD for 1,000 PUT and for 10,000 GET
    expect(cost(20_480, 'aws/us-east-1/s3-transfer-out', '2007-06-01')).toBe('3481.6');
    expect(cost(10, 'aws/us-east-1/s3-write-requests', '2007-06-01')).toBe('0.1');
    expect(cost(10, 'aws/us-east-1/s3-read-requests', '2007-06-01')).toBe('0.01');
    expect(cost(1000, 'aws/us-east-1/s3-standard', '2026-06-01')).toBe('23');
    // 50 TB at 0.023, 450 TB at 0.022, 24 TB at 0.021
    expect(cost(524 * binaryThousand, 'AWS/us-east-1/S3-standard', '2026-06-01')).toBe('11831.296');
  });

  it('differ by region, and by where traffic goes', () => {
    const first = (meterId: string, zone: string | null = null) => tariff(meterId, '2026-06-01', zone).tiers[0]?.unitPrice.toFixed();
    expect(first('aws/af-south-1/internet-egress')).toBe('0.154');
    expect(first('aws/sa-east-1/inter-region-egress')).toBe('0.138');
    expect(first('gcp/us-central1/internet-egress')).toBe('0.12');
    expect(first('gcp/us-central1/internet-egress', 'China')).toBe('0.23');
    expect(tariff('gcp/us-central1/internet-egress', '2026-06-01', 'china').limit?.toNumber()).toBe(1024);
    expect(tariff('aws/us-gov-west-1/internet-egress', '2026-06-01').allowanceId).toBeNull();
    expect(findAllowance(book, 'AWS-free-egress', '2026-06-01')?.freeQuantity.toNumber()).toBe(100);
    expect(findAllowance(book, 'aws-free-egress', '2006-06-01')).toBeNull();
  });

  it('are unknown rather than another one\'s', () => {
    const code = (meterId: string, date: string, zone: string | null = null, eligibility: string | null = null) => {
      const found = findTariff(book, { meterId, zone, eligibility, date });
      return found.ok ? 'found' : found.issues.map(issue => [issue.code, issue.values]);
    };
    expect(code('aws/us-east-1/s3-standrd', '2026-06-01')).toEqual([
      ['unknown-meter', { meter: 'aws/us-east-1/s3-standrd', suggestion: 'aws/us-east-1/s3-standard' }],
    ]);
    expect(code('gcp/us-central1/internet-egress', '2026-06-01', 'mars')).toEqual([
      ['unknown-zone', { meter: 'gcp/us-central1/internet-egress', zone: 'mars', known: '(blank), asia, china, australia, same-continent' }],
    ]);
    expect(code('aws/us-east-1/cross-zone', '2026-06-01', 'x')).toEqual([
      ['unknown-zone', { meter: 'aws/us-east-1/cross-zone', zone: 'x', known: '(blank)' }],
    ]);
    expect(code('aws/us-east-1/cross-zone', '2026-06-01', null, 'student')).toEqual([
      ['unknown-eligibility', { meter: 'aws/us-east-1/cross-zone', eligibility: 'student', known: '(blank)' }],
    ]);
    expect(code('aws/us-east-1/s3-standard', '2012-01-01')).toEqual([
      ['no-tariff', { meter: 'aws/us-east-1/s3-standard', date: '2012-01-01', available: '2026-01-01.., 2006-03-14..2008-11-01' }],
    ]);
  });

  it('are the workbook\'s own where it states them, all of a name', () => {
    const own: Tariff = {
      ...tariff('aws/us-east-1/cross-zone', '2026-06-01'), tiers: [{ fromQuantity: decimal(0), unitPrice: decimal('0.005') }],
      validFrom: '2027-01-01',
    };
    const overlaid = makeTariffBook(starterCatalog, { tariffs: [own], allowances: [] });
    const priceOn = (date: string) => {
      const found = findTariff(overlaid, { meterId: 'aws/us-east-1/cross-zone', zone: null, eligibility: null, date });
      return found.ok ? found.value.tiers[0]?.unitPrice.toFixed() : found.issues[0]?.code;
    };
    expect(priceOn('2027-06-01')).toBe('0.005');
    expect(priceOn('2026-06-01')).toBe('no-tariff');
  });
});
