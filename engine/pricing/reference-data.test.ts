import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseCsv } from '../catalog/build/parse-csv.ts';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import type { OperatingSystem } from '../catalog/price-key.ts';
import type { PaymentForm, PurchaseOption } from '../catalog/purchase.ts';
import { decimal } from '../numeric/decimal.ts';
import { quoteHoursPerMonth } from '../quantity/conversion.ts';
import { findPrice } from './find-price.ts';
import { makePriceBook } from './price-book.ts';

// Compares every price the catalog answers with the lists it was taken from, where those lists are at hand.
const folder = process.env['CLOUDCOST_REFERENCE_DATA'] ?? fileURLToPath(new URL('../../../shared/data', import.meta.url));
const gcpFile = `${folder}/prices/gcp_instances_od_spot_1y_3y_2026-07-16.csv`;
const azureFile = `${folder}/prices/azure_ondemand_all_regions_2026-06-18.csv`;
const awsFile = `${folder}/prices/aws_ondemand_us-east-1_plus_gov_2026-07-20.csv`;
const x2iednFile = `${folder}/prices/aws_x2iedn.32xlarge_all_terms.csv`;
const isAtHand = [gcpFile, azureFile, awsFile, x2iednFile].every(existsSync);
const compare = isAtHand ? it : it.skip;

const book = makePriceBook(starterCatalog);
const ours = new Set(starterCatalog.nodeTypes.map(({ provider, name }) => `${provider}/${name}`));
type Row = Readonly<Record<string, string>>;
const rowsOf = (file: string): Row[] => {
  const [header, ...rows] = parseCsv(readFileSync(file, 'utf8'));
  const names = header?.cells ?? [];
  return rows.map(({ cells }) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])));
};
const onDemand: PurchaseOption = { kind: 'on-demand' };
const reserved = (termYears: 1 | 3): PurchaseOption => ({ kind: 'reserved', offeringClass: 'standard', termYears, payment: 'monthly' });

/** How far our price is off, as a fraction; null when we have none. */
const offBy = (provider: string, region: string, nodeType: string, purchase: PurchaseOption, listed: string) => {
  if (!ours.has(`${provider}/${nodeType}`)) return null;
  const found = findPrice(book, { provider, region, nodeType, purchase, operatingSystem: 'linux', tenancy: 'shared' });
  if (!found.ok || found.value.basis === 'assumed-discount') return null;
  return found.value.effectivePerHour.amount.dividedBy(listed).minus(1).abs().toNumber();
};

describe(isAtHand ? 'the catalog against the reference data' : `no reference data in ${folder}: nothing compared`, () => {
  compare('answers each GCP type, built or listed, as the list does', () => {
    let compared = 0;
    for (const row of rowsOf(gcpFile)) {
      const { machine_type: nodeType = '', region = '' } = row;
      const forms: readonly (readonly [PurchaseOption, string, number])[] = [
        [onDemand, row['hour'] ?? '', 1], [{ kind: 'spot' }, row['hour_spot'] ?? '', 1],
        [reserved(1), row['month_1y'] ?? '', quoteHoursPerMonth], [reserved(3), row['month_3y'] ?? '', quoteHoursPerMonth],
      ];
      for (const [purchase, text, hours] of forms) {
        if (!(Number(text) > 0)) continue;
        const off = offBy('gcp', region, nodeType, purchase, decimal(text).dividedBy(hours).toFixed());
        if (off === null) continue;
        compared += 1;
        if (off > 4e-5) throw new Error(`${nodeType} ${region} ${purchase.kind}: off by ${off}`);
      }
    }
    expect(compared).toBeGreaterThan(5000);
  });

  compare('answers every term of x2iedn.32xlarge as the list does, whatever the class, payment and licence', () => {
    const systems: Readonly<Record<string, OperatingSystem>> = { linux: 'linux', mswin: 'windows', rhel: 'rhel', sles: 'sles' };
    const payments: Readonly<Record<string, PaymentForm>> = {
      noUpfront: 'no-upfront', partialUpfront: 'partial-upfront', allUpfront: 'all-upfront',
    };
    let compared = 0;
    for (const { region = '', platform = '', pricing = '', usd_per_hour_effective: listed = '' } of rowsOf(x2iednFile)) {
      const [, years, offeringClass, form = ''] = /^reserved:yrTerm([13])(Standard|Convertible)\.(\w+)$/.exec(pricing) ?? [];
      const operatingSystem = systems[platform];
      const payment = payments[form];
      if (region !== 'us-east-1' || !operatingSystem || !payment) continue;
      const found = findPrice(book, {
        provider: 'aws', region, nodeType: 'x2iedn.32xlarge', operatingSystem, tenancy: 'shared',
        purchase: {
          kind: 'reserved', offeringClass: offeringClass === 'Standard' ? 'standard' : 'convertible',
          termYears: years === '1' ? 1 : 3, payment,
        },
      });
      const off = found.ok ? found.value.effectivePerHour.amount.minus(listed).abs().toNumber() : Infinity;
      if (off > 1e-12) throw new Error(`${platform} ${pricing}: off by ${off}`);
      compared += 1;
    }
    // Four systems, two terms, three payments; two classes each
    expect(compared).toBe(4 * 2 * 3 * 2);
  });

  compare('answers each Azure and AWS type exactly as the lists do', () => {
    const lists = [
      ...rowsOf(azureFile).map(row => ['azure', row['region'], row['sku'], row['ondemand_usd_per_hour']] as const),
      ...rowsOf(awsFile).map(row => ['aws', row['region'], row['instance_type'], row['ondemand_usd_per_hour']] as const),
    ];
    let compared = 0;
    for (const [provider, region = '', nodeType = '', listed = ''] of lists) {
      const off = offBy(provider, region, nodeType, onDemand, listed);
      if (off === null) continue;
      compared += 1;
      if (off > 0) throw new Error(`${provider} ${nodeType} ${region}: off by ${off}`);
    }
    expect(compared).toBeGreaterThan(1300);
  });
});
