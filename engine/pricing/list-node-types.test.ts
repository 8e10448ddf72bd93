import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import type { NodeType } from '../catalog/node-type.ts';
import { money } from '../money/money.ts';
import { listNodeTypes, type NodeFilter, type NodeOffer } from './list-node-types.ts';
import { makePriceBook, type OwnPrice } from './price-book.ts';
import { resolveNodeType } from './resolve-node-type.ts';

const book = makePriceBook(starterCatalog);
const show = ({ nodeType, region, price }: NodeOffer): string =>
  `${nodeType.provider}/${region}/${nodeType.name} ${price ? price.effectivePerHour.amount.toFixed() : '?'}`;
const first = (filter: NodeFilter): string | undefined => listNodeTypes(book, filter).map(show)[0];

const blade: NodeType = {
  provider: 'acme', name: 'blade', family: 'general', vcpuCount: null, physicalCoreCount: 32, memoryGib: 128,
  gpuModel: null, gpuCount: 0, gpuMemoryGib: null, architecture: null, source: 'offer', asOf: '2026-02-01',
};
const bladePrice = (currency: string): OwnPrice => ({
  priceId: 'P1', purchase: { kind: 'on-demand' }, recurringPerHour: money('0.0001', currency), upfront: money(0, currency),
  key: { provider: 'acme', region: 'seoul', nodeType: 'blade', operatingSystem: 'linux', tenancy: 'shared' },
  validFrom: null, validTo: null, source: 'offer', asOf: '2026-02-01',
});

describe('listNodeTypes', () => {
  it('puts the cheapest first', () => {
    const offers = listNodeTypes(book, { provider: 'aws', region: 'us-east-1', minVcpu: 16, minMemoryGib: 64 });
    const amounts = offers.flatMap(({ price }) => (price ? [price.effectivePerHour.amount.toNumber()] : []));
    expect(amounts).toEqual([...amounts].sort((a, b) => a - b));
    expect(offers.every(({ nodeType }) => (nodeType.vcpuCount ?? 0) >= 16)).toBe(true);
    expect(offers.every(({ nodeType }) => (nodeType.memoryGib ?? 0) >= 64)).toBe(true);
    expect(amounts.length).toBeGreaterThan(20);
  });

  it('finds GPUs by model and count', () => {
    expect(first({ provider: 'aws', gpuModel: 'h100', minGpus: 8 })).toBe('aws/us-east-1/p5.48xlarge 55.04');
    expect(first({ provider: 'gcp', region: 'US-CENTRAL1', gpuModel: 'A100', minGpus: 8 })).toBe(
      'gcp/us-central1/a2-highgpu-8g 29.38708',
    );
    expect(listNodeTypes(book, { gpuModel: 'H100', minGpus: 8, maxPrice: '40' }).map(show)).toEqual([
      'latitude.sh/any/g3.xlarge.x86 32.2', 'fluidstack/any/8x-h100-80gb 38.08',
    ]);
  });

  it('ranks unknown prices last, and drops them under a highest price', () => {
    const onWindows = { provider: 'aws', operatingSystem: 'windows', minVcpu: 128, minMemoryGib: 4096 } as const;
    expect(listNodeTypes(book, onWindows).map(show)).toEqual([
      'aws/us-east-1/x2iedn.32xlarge 32.564', 'aws/us-east-1/p6-b300.48xlarge ?',
    ]);
    expect(listNodeTypes(book, { ...onWindows, maxPrice: 1000 })).toHaveLength(1);
  });

  it('leaves out what is no longer sold, unless asked for its day', () => {
    const names = (filter: NodeFilter): string[] => listNodeTypes(book, filter).map(({ nodeType }) => nodeType.name);
    expect(names({ provider: 'aws', gpuModel: 'M2050' })).toEqual([]);
    expect(names({ provider: 'aws', gpuModel: 'M2050', date: '2011-05-13' })).toEqual(['cg1.4xlarge']);
  });

  it('compares own offers in one currency, and satisfies no minimum with an unknown size', () => {
    const usd = makePriceBook(starterCatalog, [bladePrice('USD')], [blade]);
    expect(listNodeTypes(usd).map(show)[0]).toBe('acme/seoul/blade 0.0001');
    const won = makePriceBook(starterCatalog, [bladePrice('KRW')], [blade]);
    expect(listNodeTypes(won).map(show)[0]).not.toContain('blade');
    expect(listNodeTypes(won, { currency: 'KRW' }).map(show)[0]).toBe('acme/seoul/blade 0.0001');
    expect(listNodeTypes(usd, { provider: 'acme', minVcpu: 1 })).toEqual([]);
    const unpriced = makePriceBook(starterCatalog, [], [blade]);
    expect(listNodeTypes(unpriced, { provider: 'acme' })).toEqual([{ nodeType: blade, region: null, price: null }]);
  });
});

describe('resolveNodeType', () => {
  const resolved = (text: string): string => {
    const result = resolveNodeType(book, text);
    if (!result.ok) return JSON.stringify(result.issues[0]);
    return `${result.value.provider} ${result.value.region} ${result.value.nodeType.name}`;
  };

  it('reads a full name, or a bare one that is unique', () => {
    expect(resolved('GCP/us-central1/N2-standard-8')).toBe('gcp us-central1 n2-standard-8');
    expect(resolved(' cc1.4xlarge ')).toBe('aws us-east-1 cc1.4xlarge');
  });

  it('lists the choices when a bare name is not', () => {
    expect(resolved('c4a-standard-4')).toContain(
      '"ambiguous-node-type","severity":"error","values":{"nodeType":"c4a-standard-4","choices":"gcp/us-central1/c4a-standard-4, ',
    );
  });

  it('says what it does not know', () => {
    expect(resolved('m7i.xlrge')).toContain('"suggestion":"m7i.xlarge"');
    expect(resolved('aws/us-east-1/m7i.xlrge')).toContain('"suggestion":"m7i.xlarge"');
    expect(resolved('awss/us-east-1/m7i.xlarge')).toContain('unknown-provider');
    expect(resolved('aws/eu-west-1/m7i.xlarge')).toContain('unknown-region');
  });
});
