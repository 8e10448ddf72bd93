import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { readDataFiles } from './build/data-files.ts';
import { packCatalog } from './build/pack-catalog.ts';
import { readCatalog } from './build/read-catalog.ts';
import { writeModule } from './build/write-module.ts';
import { findNodeType } from './catalog.ts';
import { starterCatalog } from './starter-catalog.ts';

const dataFolder = fileURLToPath(new URL('./data', import.meta.url));
const generated = readFileSync(`${dataFolder}/starter-catalog.generated.ts`, 'utf8');
const typesOf = (provider: string) => starterCatalog.nodeTypes.filter(nodeType => nodeType.provider === provider);
const regionsOf = (provider: string): Set<string> => {
  const places = [...starterCatalog.prices.map(({ key }) => key), ...starterCatalog.componentPrices];
  return new Set(places.filter(place => place.provider === provider).map(place => place.region));
};

describe('the starter catalog', () => {
  it('is what the CSV files say: run `npm run catalog` when this fails', () => {
    const { catalog, problems } = readCatalog(readDataFiles(dataFolder));
    expect(problems).toEqual([]);
    expect(writeModule(packCatalog(catalog)) === generated).toBe(true);
  });

  it('is small enough for a pane: under 60 kB gzip', () => {
    expect(gzipSync(generated, { level: 9 }).length).toBeLessThan(60_000);
  });

  it('covers the families of the three large providers, and eight GPU clouds', () => {
    const families = (provider: string) => new Set(typesOf(provider).map(({ family }) => family));
    expect(typesOf('aws').length).toBeGreaterThanOrEqual(60);
    expect(typesOf('azure').length).toBeGreaterThanOrEqual(40);
    expect(typesOf('gcp').length).toBeGreaterThanOrEqual(40);
    for (const provider of ['aws', 'azure', 'gcp']) {
      for (const family of ['general', 'compute', 'memory', 'gpu'] as const) expect(families(provider)).toContain(family);
    }
    expect(families('aws')).toContain('accelerator');
    expect(families('azure')).toContain('accelerator');
    const others = new Set(starterCatalog.nodeTypes.map(({ provider }) => provider));
    for (const provider of ['aws', 'azure', 'gcp']) others.delete(provider);
    expect(others.size).toBeGreaterThanOrEqual(8);
    expect([...others].every(provider => provider === provider.toLowerCase())).toBe(true);
  });

  it('prices AWS in us-east-1 alone, Azure and GCP in four regions and more', () => {
    expect([...regionsOf('aws')]).toEqual(['us-east-1']);
    expect(regionsOf('azure').size).toBeGreaterThanOrEqual(4);
    expect(regionsOf('gcp').size).toBeGreaterThanOrEqual(4);
  });

  it('never holds a price of zero, nor one without source and date', () => {
    for (const { key, recurringPerHour, upfront, source, asOf } of starterCatalog.prices) {
      if (!recurringPerHour.amount.plus(upfront.amount).greaterThan(0)) throw new Error(`${key.nodeType} for nothing`);
      expect(source).not.toBe('');
      expect(asOf).toMatch(/^20\d\d-\d\d-\d\d$/);
    }
    for (const { perHour: { vcpu, memory } } of starterCatalog.componentPrices) {
      expect(vcpu?.amount.greaterThan(0) && memory?.amount.greaterThan(0)).toBe(true);
    }
    for (const { tiers, meter, source } of starterCatalog.tierTables) {
      for (const tier of tiers) if (tier.unitPrice.isZero()) expect([meter, /free/.test(source)]).toEqual([meter, true]);
    }
    expect(starterCatalog.prices.some(({ key, purchase }) => key.nodeType.startsWith('m2-') && purchase.kind === 'spot')).toBe(false);
  });

  it('tells physical cores from vCPUs', () => {
    const cores = (provider: string, name: string) => {
      const found = findNodeType(starterCatalog, provider, name);
      return [found?.vcpuCount, found?.physicalCoreCount];
    };
    expect(cores('aws', 'm7i.xlarge')).toEqual([4, 2]);
    expect(cores('aws', 'm7g.xlarge')).toEqual([4, 4]);
    expect(cores('aws', 'c7a.2xlarge')).toEqual([8, 8]);
    expect(cores('AWS', 'CC1.4XLARGE')).toEqual([16, 8]);
    expect(cores('azure', 'Standard_D4s_v5')).toEqual([4, 2]);
    expect(cores('azure', 'Standard_D4ps_v6')).toEqual([4, 4]);
    expect(cores('gcp', 't2d-standard-4')).toEqual([4, 4]);
    expect(cores('gcp', 'n1-standard-1')).toEqual([1, null]);
    expect(findNodeType(starterCatalog, 'aws', 'no.such')).toBeUndefined();
  });
});
