import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Result } from '../../issue/result.ts';
import { checkBenchmark } from './benchmark-check.ts';
import { gpuShare } from './gpu-share.ts';
import { nodesForDriver } from './nodes-for-driver.ts';
import { poolSize } from './pool-size.ts';
import { rackFit } from './rack-fit.ts';
import { softwareDefinedSlowdown, wireMicroseconds } from './software-defined-server.ts';
import { rawStorage } from './storage-raw.ts';
import { vmFit } from './vm-fit.ts';

const valueOf = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
};

describe('nodes for a driver', () => {
  it.each([
    [1_000_000, 600, 0, 1667],
    [1_000_000, 600, 0.2, 2000],
    [1.2, 0.4, 0, 3],
    [0, 600, 0.2, 0],
  ])('%d at %d a node, headroom %d', (drivers, perNode, headroom, nodes) => {
    expect(nodesForDriver(drivers, perNode, headroom)).toBe(nodes);
  });
});

describe('a pool', () => {
  const departments = Array.from({ length: 8 }, () => ({ mean: 5, standardDeviation: 6 }));

  it('needs a third less than eight departments each for themselves', () => {
    const pooled = valueOf(poolSize(departments, 0.2, 0.99));
    const separate = departments.reduce((sum, each) => sum + valueOf(poolSize([each], 0.2, 0.99)), 0);
    expect(pooled).toBeCloseTo(101.2, 1);
    expect(separate).toBeCloseTo(151.6, 0);
    expect(1 - pooled / separate).toBeCloseTo(0.33, 2);
  });

  it('gains nothing when all rise together, and never costs more', () => {
    expect(valueOf(poolSize(departments, 1, 0.99))).toBeCloseTo(8 * (5 + 6 * 2.3263478740408408), 9);
    fc.assert(
      fc.property(
        fc.array(fc.record({ mean: fc.nat(50), standardDeviation: fc.nat(20) }), { minLength: 1, maxLength: 9 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0.5, max: 0.999, noNaN: true }),
        (demands, correlation, level) => {
          const separate = demands.reduce((sum, each) => sum + valueOf(poolSize([each], correlation, level)), 0);
          expect(valueOf(poolSize(demands, correlation, level))).toBeLessThanOrEqual(separate + 1e-9);
        },
      ),
    );
  });

  it('refuses a correlation no group of eight can have', () => {
    expect(poolSize(departments, -0.5, 0.99)).toMatchObject({
      issues: [{ code: 'out-of-range', values: { name: 'correlation', minimum: expect.closeTo(-1 / 7, 12) } }],
    });
  });
});

describe('guests on a host', () => {
  const quadCore = { hostCores: 4, vcpuPerCore: 1.5, hostMemoryGib: 16, reservedMemoryGib: 2, vcpuPerGuest: 1, memoryGibPerGuest: 2 };

  it('are six on a quad-core server of 16 GiB', () => {
    expect(vmFit(quadCore)).toEqual({ count: 6, binding: ['cores'] });
  });

  it('are two of 23 GiB with a GPU each on 48 GiB and two GPUs, or one when its cores may not be promised twice', () => {
    const host = {
      hostCores: 8,
      hostMemoryGib: 48,
      reservedMemoryGib: 0,
      vcpuPerGuest: 16,
      memoryGibPerGuest: 23,
      hostGpus: 2,
      gpusPerGuest: 1,
    };
    expect(vmFit({ ...host, vcpuPerCore: 4 })).toEqual({ count: 2, binding: ['cores', 'memory', 'gpus'] });
    expect(vmFit({ ...host, vcpuPerCore: 2 })).toEqual({ count: 1, binding: ['cores'] });
  });

  it('without a system of their own are more: containers', () => {
    const tight = { ...quadCore, vcpuPerCore: 16 };
    const system = 1;
    expect(vmFit({ ...tight, memoryGibPerGuest: 0.75 + system }).count).toBe(8);
    expect(vmFit({ ...tight, reservedMemoryGib: 2 + system, memoryGibPerGuest: 0.75 })).toEqual({ count: 17, binding: ['memory'] });
  });

  it('are none when the reserve takes all memory', () => {
    expect(vmFit({ ...quadCore, reservedMemoryGib: 20 }).count).toBe(0);
  });
});

describe('servers in a rack', () => {
  // 42 units with 8 empty, servers of 2, a switch of 24 ports, 100 V and 15 A
  const rack = {
    rackUnits: 42,
    emptyUnits: 8,
    unitsPerServer: 2,
    switchPorts: 24,
    volts: 100,
    amperes: 15,
    derating: 1,
    wattsPerServer: 88.2,
  };

  it('are 17 by space, with 88.2 VA for each', () => {
    expect(rackFit(rack)).toEqual({ count: 17, binding: ['space', 'power'] });
    expect((100 * 15) / 17).toBeCloseTo(88.2, 1);
    expect(rackFit({ ...rack, wattsPerServer: 88.3 })).toEqual({ count: 16, binding: ['power'] });
  });

  it('is one of 740 W on a circuit loaded to 80 %', () => {
    expect(rackFit({ ...rack, derating: 0.8, wattsPerServer: 740 })).toEqual({ count: 1, binding: ['power'] });
  });

  it.each([
    [{ portsPerServer: 2 }, 12, 'ports'],
    [{ coolingWatts: 1000 }, 11, 'cooling'],
    [{ carriedKg: 300, kgPerServer: 30 }, 10, 'weight'],
  ])('%j', (more, count, binding) => {
    expect(rackFit({ ...rack, ...more })).toEqual({ count, binding: [binding] });
  });
});

describe('a shared GPU', () => {
  // Parts of the multiprocessors and most instances: NVIDIA MIG User Guide
  it.each([
    ['A100-40GB', '1g.5gb', 7, 1],
    ['NVIDIA A100 SXM4 80GB', '3g.40gb', 2, 6 / 7],
    ['H100', '1g.20gb', 4, 4 / 7],
    ['h100', '2g.20gb', 3, 6 / 7],
    ['H200', '4g.71gb', 1, 4 / 7],
    ['A30', '2g.12gb', 2, 1],
  ])('%s cut into %s, %i of them', (gpu, profile, count, share) => {
    expect(valueOf(gpuShare(gpu, 'mig', profile, count))).toBeCloseTo(share, 12);
  });

  it('is used wholly by time slices, and by the one guest it is passed through to', () => {
    expect(valueOf(gpuShare('T4', 'time-slice', null, 4))).toBe(1);
    expect(valueOf(gpuShare('T4', 'mps', null, 4))).toBe(1);
    expect(valueOf(gpuShare('M2050', 'passthrough', null, 1))).toBeCloseTo(0.99, 12);
  });

  it.each([
    ['T4', 'mig', '1g.5gb', 1, { code: 'gpu-not-shareable', values: { most: 0 } }],
    ['A100', 'mig', '3g.40gb', 3, { code: 'gpu-not-shareable', values: { most: 2 } }],
    ['M2050', 'passthrough', null, 2, { code: 'gpu-not-shareable', values: { most: 1 } }],
    ['H100', 'mig', '1g.5gb', 1, { code: 'unknown-gpu-profile' }],
    ['H100', 'mig', null, 1, { code: 'unknown-gpu-profile' }],
  ] as const)('%s cannot: %s %s x %i', (gpu, mode, profile, count, issue) => {
    expect(gpuShare(gpu, mode, profile, count)).toMatchObject({ ok: false, issues: [issue] });
  });
});

describe('many servers that pass for one', () => {
  it.each([
    [0, 1],
    [0.001, 1.1],
    [0.01, 2],
    [0.05, 6],
  ])('with %d of the accesses remote take %d times as long', (fraction, factor) => {
    expect(softwareDefinedSlowdown(fraction)).toBeCloseTo(factor, 12);
  });

  it('send a processor in a seventh of the time of a page', () => {
    const [state, page] = [wireMicroseconds(600, 10), wireMicroseconds(4096, 10)];
    expect(state).toBeCloseTo(0.48, 12);
    expect(page).toBeCloseTo(3.28, 2);
    expect(page / state).toBeCloseTo(6.8, 1);
  });
});

describe('raw storage', () => {
  it.each([
    ['three copies', 100, { replicas: 3, code: null }, 300],
    ['ten and four', 100, { replicas: 1, code: { data: 10, parity: 4 } }, 140],
    ['two sites of six and three', 100, { replicas: 2, code: { data: 6, parity: 3 } }, 300],
  ])('%s', (_what, usable, redundancy, raw) => {
    expect(rawStorage(usable, redundancy)).toBeCloseTo(raw, 12);
  });
});

describe('a benchmark', () => {
  it('of 10,000 x 10,000 doubles in 0.922 s claims ten times the peak of its card', () => {
    // 2 n^3 operations; a card of about 0.2 TFLOPS in double precision
    const { shareOfPeak, isPlausible } = checkBenchmark(2 * 10_000 ** 3, 0.922, 0.2);
    expect(isPlausible).toBe(false);
    expect(shareOfPeak).toBeGreaterThan(10);
    expect(shareOfPeak).toBeLessThan(11);
  });

  it('below the peak is plausible', () => {
    expect(checkBenchmark(2 * 10_000 ** 3, 7.81, 0.5)).toMatchObject({ isPlausible: true });
  });
});
