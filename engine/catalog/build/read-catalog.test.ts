import { describe, expect, it } from '@jest/globals';
import { unpackCatalog } from '../compact-catalog.ts';
import { packCatalog } from './pack-catalog.ts';
import { readCatalog } from './read-catalog.ts';

const header = {
  nodeTypes:
    'Provider,NodeType,Family,VCpu,PhysicalCores,MemoryGiB,GpuModel,GpuCount,GpuMemoryGiB,LocalSsdGiB,Architecture,Series,SourceId',
  prices: 'Provider,Region,NodeType,Os,Tenancy,Purchase,UnitPrice,Upfront,Currency,ValidFrom,ValidTo,SourceId',
  components:
    'Provider,Series,Region,Os,Tenancy,Purchase,PerVCpuHour,PerMemoryGiBHour,PerGpuHour,PerLocalSsdGiBHour,Currency,ValidFrom,ValidTo,SourceId',
  discounts: 'AssumptionId,Provider,Family,Series,Purchase,Discount,UpfrontShare,Source,AsOf',
  tiers: 'Meter,Provider,Region,Zone,Currency,FromQuantity,ToQuantity,UnitPrice,AllowanceId,ValidFrom,ValidTo,SourceId',
  meters: 'Provider,Meter,Unit,ServiceCategory,ServiceSubcategory,ServiceName',
  allowances: 'AllowanceId,FreeQuantity,Unit,ValidFrom,ValidTo,SourceId',
  exitRules: 'Provider,Jurisdiction,Charge,ValidFrom,ValidTo,WindowDays,Conditions,SourceId',
};

const good = {
  'sources.csv': 'SourceId,Source,AsOf\nlist,"A list, public",2026-07-20',
  'node-types/a.csv': `${header.nodeTypes}\naws,big,compute,8,4,16,,,,,x86_64,,list\ngcp,n2-x,general,4,2,16,,,,375,x86_64,n2,list`,
  'prices/a.csv': [
    header.prices,
    'aws,here,big,linux,shared,on-demand,0.40,,USD,2026-01-01,,list',
    'aws,here,big,linux,shared,on-demand,0.5,,USD,,2026-01-01,list',
    'aws,there,big,linux,shared,reserved-1y-partial-upfront,0.1,876,USD,2026-01-01,,list',
  ].join('\n'),
  'gcp-components.csv': `${header.components}\ngcp,n2,here,linux,shared,spot,0.01,0.001,,0.0001,USD,2026-01-01,,list`,
  'discounts.csv': `${header.discounts}\nA-1,aws,compute,,reserved-3y-no-upfront,0.5,0,A guess,2026-08-01`,
  'meters.csv': `${header.meters}\naws,egress,GiB,Networking,Network Connectivity,Transfer`,
  'tiers.csv': `${header.tiers}\negress,aws,here,,USD,0,,0.09,free,,,list\negress,aws,here,,USD,100,500,0.05,free,,,list`,
  'allowances.csv': `${header.allowances}\nfree,10,GiB,,,list`,
  'exit-rules.csv': `${header.exitRules}\naws,EU,waived,2026-01-01,,60,Ask first.,list`,
};

const read = (changes: Partial<Record<keyof typeof good, string>> = {}) =>
  readCatalog(new Map(Object.entries({ ...good, ...changes })));

const problemsOf = (
  file: keyof typeof good,
  kind: keyof typeof header,
  ...rows: readonly string[]
): readonly string[] =>
  read({ [file]: [header[kind], ...rows].join('\n') }).problems;

describe('readCatalog', () => {
  it('reads every file, with source and date on each fact', () => {
    const { catalog, problems } = read();
    expect(problems).toEqual([]);
    expect(catalog.date).toBe('2026-08-01');
    expect(catalog.nodeTypes[0]).toMatchObject({ name: 'big', vcpuCount: 8, physicalCoreCount: 4, gpuModel: null });
    expect(catalog.nodeTypes.every(({ source, asOf }) => source === 'A list, public' && asOf === '2026-07-20')).toBe(true);
    expect(catalog.prices[2]?.upfront.amount.toFixed()).toBe('876');
    expect(catalog.tierTables[0]?.tiers.map(tier => tier.unitPrice.toFixed())).toEqual(['0.09', '0.05']);
    expect(catalog.tierTables[0]).toMatchObject({ unit: 'GiB', serviceCategory: 'Networking', zone: null, allowanceId: 'free' });
    expect(catalog.tierTables[0]?.limit?.toFixed()).toBe('500');
    expect(catalog.allowances[0]?.freeQuantity.toFixed()).toBe('10');
    expect(catalog.exitRules[0]).toMatchObject({ provider: 'aws', jurisdiction: 'EU', charge: 'waived', windowDays: 60 });
    expect(catalog.compositions).toEqual([
      { provider: 'gcp', nodeType: 'n2-x', series: 'n2', counts: { vcpu: 4, memory: 16, gpu: 0, 'local-ssd': 375 } },
    ]);
  });

  it('survives folding and unfolding', () => {
    const { catalog } = read();
    const again = unpackCatalog(JSON.parse(JSON.stringify(packCatalog(catalog))));
    const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
    expect(plain(again)).toEqual(plain(catalog));
  });

  it('lists all problems at once, each with file and line', () => {
    const rows = [
      'aws,here,big,linux,shared,on-demand,free,,USD,2026-01-01,,list',
      'aws,here,big,linux,shared,on-demand,,,USD,2026-01-01,,list',
      'aws,here,big,beos,shared,spot,0.1,,USD,2026-01-01,,list',
      'aws,here,big,linux,shared,reserved-2y-monthly,0.1,,USD,2026-02-30,,list',
      'aws,here,big,linux,shared,spot,0,,usd,2026-01-02,2026-01-01,nowhere',
      'aws,here,big,linux,shared,spot',
    ];
    const problems = problemsOf('prices/a.csv', 'prices', ...rows);
    for (const expected of [
      'prices/a.csv:2: UnitPrice is free', 'prices/a.csv:3: UnitPrice is empty', 'prices/a.csv:4: Os is beos',
      'prices/a.csv:5: Purchase is reserved-2y-monthly', 'prices/a.csv:5: ValidFrom is 2026-02-30',
      'prices/a.csv:6: neither UnitPrice nor Upfront is above 0', 'prices/a.csv:6: Currency is usd',
      'prices/a.csv:6: ValidTo is not after ValidFrom', 'prices/a.csv:6: SourceId nowhere', 'prices/a.csv:7: 6 cells instead of 12',
    ]) {
      expect(problems.some(problem => problem.startsWith(expected))).toBe(true);
    }
  });

  it('refuses a price twice for one day, a price of nothing, and a type without a price', () => {
    const twice = 'aws,here,big,linux,shared,on-demand,0.4,,USD,2026-01-01,,list';
    expect(problemsOf('prices/a.csv', 'prices', twice, twice.replace('0.4', '0.5'))).toEqual([
      'aws here big linux shared on-demand: two rows hold at the same time',
    ]);
    expect(problemsOf('prices/a.csv', 'prices', twice.replace('big', 'bog'))).toEqual([
      'aws/bog: priced, but not a node type', 'aws/big: no price known',
    ]);
  });

  it('refuses tiers that do not ascend, cores beyond vCPUs, GPUs without a model and sources nobody uses', () => {
    const tier = 'egress,aws,here,,USD';
    expect(problemsOf('tiers.csv', 'tiers', `${tier},5,,0.1,,,,list`)).toEqual(['tiers.csv:2: tiers do not ascend from 0']);
    expect(problemsOf('tiers.csv', 'tiers', `${tier},0,,0.1,,,,list`, `${tier},0,,0.2,,,,list`)).toEqual([
      'tiers.csv:3: tiers do not ascend from 0',
    ]);
    // a gap from 50 to 60, a tier that ends before it starts, a meter and an allowance nobody knows
    expect(problemsOf('tiers.csv', 'tiers', `${tier},0,50,0.1,,,,list`, `${tier},60,,0.2,,,,list`)).toEqual([
      'tiers.csv:3: tiers do not ascend from 0',
    ]);
    expect(problemsOf('tiers.csv', 'tiers', `${tier},0,0,0.1,gift,,,list`, 'ingress,aws,here,,USD,0,,0,,,,list')).toEqual([
      'tiers.csv:2: ToQuantity is not above FromQuantity', 'tiers.csv:3: Meter ingress is not in meters.csv', 'egress: no allowance gift',
    ]);
    const problems = problemsOf('node-types/a.csv', 'nodeTypes', 'aws,big,compute,4,8,16,,2,,,x86_64,,list');
    expect(problems).toContain('node-types/a.csv:2: more cores than vCPUs');
    expect(problems).toContain('node-types/a.csv:2: GpuModel and GpuCount do not go together');
    expect(read({ 'sources.csv': `${good['sources.csv']}\nlost,Nobody,2026-01-01` }).problems).toEqual([
      'sources.csv:3: no row uses this source',
    ]);
    expect(read({ 'discounts.csv': 'Id\nx' }).problems[0]).toMatch(/^discounts.csv:1: the header is not AssumptionId/);
  });
});
