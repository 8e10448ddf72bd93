import { beforeAll, describe, expect, it } from '@jest/globals';
import { fileURLToPath } from 'node:url';
import { functionViews } from './function-views.ts';
import { functionSourceFiles, generateFunctionsJson } from './functions-metadata.js';
import { worksheetFunctions } from './worksheet-functions.ts';

interface Parameter {
  readonly name: string;
  readonly description: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

interface Definition {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly parameters: readonly Parameter[];
  readonly result: { readonly dimensionality?: string };
}

const folder = fileURLToPath(new URL('.', import.meta.url));
let definitions: readonly Definition[];
beforeAll(async () => {
  definitions = (JSON.parse(await generateFunctionsJson(folder)) as { functions: Definition[] }).functions;
});

/** The order of arguments is a promise to every workbook that uses them. */
const signatures: Readonly<Record<string, string>> = {
  PRICE: 'provider, region, nodeType, [purchase], [date], [os], [currency]',
  COST: 'provider, region, nodeType, hours, [count], [purchase], [date], [os], [currency]',
  NODES: '[provider], [region], [minVcpu], [minMemoryGib], [gpuModel], [minGpus], [maxPrice]',
  EFFECTIVERATE: 'onDemand, discount, utilization',
  BREAKEVENUTIL: 'onDemand, committed',
  COMMITCOVER: 'usageRange, onDemand, rate, [grid]',
  SPOTCOST: 'price, discount, mtbiHours, checkpointSeconds, [restartSeconds]',
  CHECKPOINT: 'checkpointSeconds, mtbiHours',
  JOBTIME: 'work, nodeType, nodes, [bootSeconds], [sigma], [kappa], [efficiency]',
  JOBCOST: 'work, nodeType, nodes, [purchase], [bootSeconds], [quantumSeconds], [efficiency], [sigma], [kappa]',
  FRONTIER:
    'work, nodeType, minNodes, maxNodes, [steps], [purchase], [bootSeconds], [quantumSeconds], [efficiency], [sigma], [kappa]',
  TIERCOST: 'quantity, tierTable, [mode], [eligible]',
  EGRESS: 'gbPerMonth, provider, [date], [jurisdiction], [fullExit], [region], [months]',
  EXTRAPOLATE: 'sampleUnits, sampleSeconds, sampleNodes, totalUnits, [confidence]',
  NODESFOR: 'drivers, perNode, [headroom]',
  ERLANGC: 'servers, load',
  QUEUEWAIT: 'servers, arrivalsPerSecond, serviceSeconds, [arrivalScv], [serviceScv], [percentile]',
  SERVERSFOR: 'arrivalsPerSecond, serviceSeconds, targetWait, [probability]',
  USLCAP: 'nodes, sigma, kappa',
  USLFIT: 'nodes, throughput',
  POOLSIZE: 'means, deviations, correlation, [serviceLevel]',
  VMFIT: 'cores, ratio, memoryGib, reservedGib, vcpu, vmGib, [gpus], [gpusPerVm]',
  RACKFIT: 'units, emptyUnits, serverUnits, ports, volts, amperes, watts, [derating]',
  GPUSHARE: 'gpu, mode, profile, count',
  SDSSLOWDOWN: 'remoteFraction, [remoteNanoseconds], [localNanoseconds]',
  STORAGERAW: 'usable, [replicas], [codeData], [codeParity]',
  BENCHCHECK: 'operations, seconds, peakTflops',
  TRANSFERDAYS: 'terabytes, gigabitsPerSecond, [efficiency]',
  STRANDED: 'commitments, exitDate, [reuse], [resaleDiscount]',
  EXITCOST: 'workloads, plan, [percentile], [correlation], [seed]',
  SWITCHNPV: 'rate, stayCosts, goCosts, exitCost',
  LOCKINPREMIUM: 'rate, periods, stayCost, goCost, exitCost',
  SWITCHOPTION: 'saving, exitCost, years, sigma, rate, [yieldRate], [steps]',
  SWITCHTRIGGER: 'rate, yieldRate, sigma',
  ASSETANNUAL: 'cost, rate, lifeYears, [salvage]',
  CLOUDVSOWN: 'annualOwn, units, cloudPrice',
  LICENCECORES: 'sockets, coresPerSocket, [leastPerSocket]',
  SLACREDIT: 'bill, uptime, provider',
  OUTAGELOSS: 'uptime, lossPerHour',
  ONPREMRATE:
    'capex, rate, lifeYears, powerKw, pue, energyPerKwh, staffPerYear, units, utilization, [salvageShare], [colocationPerKwMonth], ' +
    '[maintenanceShare], [loadFactor]',
  CHANGED: 'run, tables',
  CATALOGDATE: '',
};

describe('functions.json', () => {
  it('describes exactly the functions that are registered', () => {
    expect(definitions.map(({ id }) => id).sort()).toEqual(Object.keys(worksheetFunctions).sort());
    expect(functionSourceFiles(folder)).toHaveLength(definitions.length);
  });

  it('has the arguments in the order promised', () => {
    const views = functionViews(definitions);
    expect(Object.fromEntries(views.map(view => [view.name.replace('CLOUD.', ''), view.argumentText]))).toEqual(signatures);
  });

  it('has as many parameters as the function takes', () => {
    for (const { id, parameters } of definitions) {
      const { compute } = worksheetFunctions[id as keyof typeof worksheetFunctions];
      expect([id, compute.length]).toEqual([id, parameters.length]);
    }
  });

  it('uses names that Excel takes for functions and not for cells', () => {
    for (const { id, name } of definitions) {
      expect(name).toBe(id);
      expect(id).toMatch(/^[A-Z][A-Z0-9_.]{2,}$/);
      expect(id).not.toMatch(/^[A-Z]{1,3}\d+$/);
    }
  });

  it('says of everything what it is, in sentences on one line', () => {
    for (const { description, parameters } of definitions) {
      for (const text of [description, ...parameters.map(parameter => parameter.description)]) {
        expect(text).toMatch(/^[^\n]+$/);
        expect(text.length).toBeLessThanOrEqual(255);
      }
    }
  });

  it('lets tables spill', () => {
    const spilling = definitions.filter(({ result }) => result.dimensionality === 'matrix').map(({ id }) => id);
    expect(spilling.sort()).toEqual(['BENCHCHECK', 'COMMITCOVER', 'EXITCOST', 'EXTRAPOLATE', 'FRONTIER', 'NODES', 'RACKFIT', 'USLFIT']);
  });
});

describe('examples of functions', () => {
  /** `{0,585;15,950}` is two rows of two cells. */
  const rowsOf = (constant: string): string => constant.replace(/\{([^}]*)\}/g, (_, rows: string) => `[[${rows.replaceAll(';', '],[')}]]`);
  const valuesOf = (example: string): unknown[] =>
    JSON.parse(`[${rowsOf(/\((.*)\)$/.exec(example)?.[1] ?? '')}]`) as unknown[];

  it.each(Object.entries(worksheetFunctions))('%s has one that works in an empty workbook', (id, { compute, example }) => {
    expect(example.startsWith(`=CLOUD.${id}(`)).toBe(true);
    const values = valuesOf(example);
    const { parameters = [] } = definitions.find(definition => definition.id === id) ?? {};
    const given = parameters.at(-1)?.repeating ? [...values.slice(0, parameters.length - 1), values.slice(parameters.length - 1)] : values;
    expect(() => (compute as (...all: unknown[]) => unknown)(...given)).not.toThrow();
  });
});
