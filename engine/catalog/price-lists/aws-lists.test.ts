import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { decimal } from '../../numeric/decimal.ts';
import { nameOf, readList, skips, testList } from '../../test/price-lists.ts';
import type { PriceListReading } from './import-report.ts';

/** Effective price per hour of what was read, as AWS and others quote it. */
const effective = (reading: PriceListReading, name: string): number => {
  const found = reading.prices.filter(price => nameOf(price) === name);
  expect(found).toHaveLength(1);
  const { upfront, recurringPerHour, purchase } = found[0]!;
  const hours = /-3y-/.test(purchase) ? 26_280 : 8_760;
  return decimal(upfront).dividedBy(hours).plus(recurringPerHour).toNumber();
};

describe('the AWS EC2 offer file', () => {
  const reading = readList(testList('aws-ec2-offers.csv'));

  it.each([
    // published by vantage ec2instances.info, 2026-07-20
    ['us-east-1 x2iedn.32xlarge linux shared on-demand', 26.676],
    ['us-east-1 x2iedn.32xlarge linux shared reserved-1y-no-upfront', 16.41374],
    ['us-east-1 x2iedn.32xlarge linux shared reserved-1y-partial-upfront', 15.632166],
    ['us-east-1 x2iedn.32xlarge linux shared reserved-1y-all-upfront', 15.319521],
    ['us-east-1 x2iedn.32xlarge linux shared reserved-3y-no-upfront', 8.55659],
    ['us-east-1 x2iedn.32xlarge linux shared reserved-3y-all-upfront', 7.447412],
    ['us-east-1 x2iedn.32xlarge linux shared convertible-1y-no-upfront', 19.7189],
    ['us-east-1 x2iedn.32xlarge linux shared convertible-3y-all-upfront', 9.332877],
    // infracost, 2026-08
    ['us-east-1 t3.medium linux shared on-demand', 0.0416],
    ['us-east-1 t3.medium linux shared reserved-1y-no-upfront', 0.0261],
    ['us-east-1 t3.medium linux shared reserved-3y-no-upfront', 0.018],
    ['us-east-1 t3.medium linux shared convertible-1y-no-upfront', 0.03],
    ['us-east-1 t3.medium linux shared convertible-3y-no-upfront', 0.0206],
  ])('gives %s the published price', (name, published) => {
    expect(effective(reading, name)).toBeCloseTo(published, 6);
  });

  it('says which list it is, and stamps it on every price', () => {
    expect(reading.report).toMatchObject({
      format: 'aws-ec2-offers', listName: 'AmazonEC2', listVersion: '20261001194203', publishedOn: '2026-10-01',
    });
    const { source, asOf, validFrom } = reading.prices[0]!;
    expect([source, asOf, validFrom]).toEqual(['AWS AmazonEC2 price list 20261001194203', '2026-10-01', '2026-10-01']);
    expect(reading.issues).toEqual([]);
  });

  it('skips, with the line of the first, what is no price of a node-hour', () => {
    expect(skips(reading)).toEqual({
      'not-a-node': [1, 32],
      'leg-missing': [1, 24],
      'other-software': [1, 26],
      'capacity-reservation': [1, 27],
      'other-operating-system': [1, 28],
      'dedicated-host': [1, 29],
      'other-location': [1, 30],
      'not-offered': [1, 31],
    });
    expect(reading.prices.filter(({ recurringPerHour, upfront }) => Number(recurringPerHour) + Number(upfront) === 0)).toEqual([]);
  });

  it('takes only what is wanted: by name, or exactly the combinations asked for', () => {
    const named = readList(testList('aws-ec2-offers.csv'), {
      filter: { kind: 'names', regions: ['US-EAST-2'], nodeTypes: [], operatingSystems: ['linux'] },
    });
    expect(named.prices.map(nameOf)).toEqual(['us-east-2 m5.large linux shared on-demand']);
    const key = { provider: 'aws', region: 'us-east-1', nodeType: 'T3.medium', operatingSystem: 'windows', tenancy: 'shared' } as const;
    const used = readList(testList('aws-ec2-offers.csv'), { filter: { kind: 'keys', keys: [key] } });
    expect(used.prices.map(nameOf)).toEqual(['us-east-1 t3.medium windows shared on-demand']);
  });
});

describe('the AWS Savings Plans list', () => {
  const reading = readList(testList('aws-compute-savings-plans.csv'));

  it('gives each node type its rate under each plan', () => {
    expect(reading.prices.map(price => [nameOf(price), price.recurringPerHour, price.upfront])).toEqual([
      // read from the public price page, 2026-10-01
      ['us-east-1 m6a.xlarge linux shared compute-sp-1y-no-upfront', '0.13965', '0'],
      ['us-east-1 m6a.xlarge linux shared ec2-sp-1y-no-upfront', '0.1215', '0'],
      ['us-east-1 r7g.medium rhel dedicated ec2-sp-3y-partial-upfront', '0.0425', '0'],
      ['us-east-1 m6a.xlarge windows shared compute-sp-3y-all-upfront', '0.3', '0'],
    ]);
    expect(skips(reading)).toEqual({
      'not-a-node': [1, 12], 'not-offered': [1, 14], 'other-operating-system': [1, 10], 'capacity-reservation': [1, 11],
    });
  });

  it('refuses a Database plan that claims to cover EC2', () => {
    const database = readList(testList('aws-database-savings-plans.csv'));
    expect(database.prices).toEqual([]);
    expect(database.issues).toEqual([
      { code: 'plan-not-eligible', severity: 'error', values: { row: 8, plan: 'DatabaseSavingsPlans', service: 'AmazonEC2' } },
    ]);
    expect(skips(database)).toEqual({ 'not-a-node': [1, 7], unreadable: [1, 8] });
  });
});

const dataFolder = process.env['CLOUDCOST_REFERENCE_DATA'] ?? fileURLToPath(new URL('../../../../shared/data', import.meta.url));
const genuine = `${dataFolder}/prices/aws-sp-sample/AWSDatabaseSavingsPlans-ap-south-2-index.csv`;
const isAtHand = existsSync(genuine);

describe(isAtHand ? 'a genuine AWS list' : `no genuine AWS list in ${dataFolder}: not read`, () => {
  (isAtHand ? it : it.skip)('is read to its last row; its Database plan has nothing for nodes', () => {
    const reading = readList(new Uint8Array(readFileSync(genuine)), {}, [7, 4096, 100]);
    expect(reading.report).toMatchObject({
      format: 'aws-savings-plans', listName: 'AmazonDatabaseSavingsPlans', listVersion: '20260422194203', publishedOn: '2026-04-22',
      rowsRead: 455, rowsTaken: 0, skipped: [{ reason: 'not-a-node', count: 455, firstRow: 7 }],
    });
    expect(reading.issues.map(({ code }) => code)).toEqual(['price-list-nothing']);
  });
});
