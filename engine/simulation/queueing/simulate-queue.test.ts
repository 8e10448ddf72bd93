import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { batchMeans } from './batch-means.ts';
import { sampler, squaredVariation, type Distribution } from './distribution.ts';
import { erlangC } from './erlang.ts';
import { queueWait } from './queue-wait.ts';
import { simulateQueue, type QueueModel } from './simulate-queue.ts';
import { RandomStream } from '../../numeric/random/random-stream.ts';

const poisson = (rate: number): Distribution => ({ kind: 'exponential', mean: 1 / rate });
const services: readonly Distribution[] = [
  { kind: 'exponential', mean: 1 },
  { kind: 'deterministic', mean: 1 },
  { kind: 'erlang', mean: 1, phases: 4 },
  { kind: 'hyperexponential', mean: 1, squaredVariation: 4 },
  { kind: 'lognormal', mean: 1, squaredVariation: 0.5 },
];

describe('a simulated queue', () => {
  // At 0.9 of capacity a million customers do not tell the mean wait to 1 %: the interval is about 5 % to each side.
  it.each([
    [1, 0.5, 200_000],
    [2, 0.8, 400_000],
    [4, 0.7, 400_000],
    [10, 0.9, 1_000_000],
    [50, 0.8, 400_000],
  ])('M/M/%i at %d of capacity waits as Erlang says, within its interval', (servers, utilization, customers) => {
    const model = { serverCount: servers, interarrival: poisson(servers * utilization), service: services[0] as Distribution };
    const run = simulateQueue(model, customers, 20_260_101);
    const exact = erlangC(servers, servers * utilization) / (servers * (1 - utilization));
    const { mean, halfWidth } = batchMeans(run.waits, { warmUp: customers / 20, confidence: 0.999 });
    expect(Math.abs(mean - exact)).toBeLessThan(halfWidth);
    expect(halfWidth).toBeLessThan(0.4 * exact);
    expect(run.meanBusy / servers).toBeCloseTo(utilization, 1);
  });

  it.each(services)('M/G/1 with service $kind waits as Pollaczek and Khinchine say', service => {
    const run = simulateQueue({ serverCount: 1, interarrival: poisson(0.7), service }, 400_000, 5);
    const exact = queueWait({
      serverCount: 1,
      arrivalsPerSecond: 0.7,
      serviceSeconds: 1,
      serviceScv: squaredVariation(service),
    });
    const { mean, halfWidth } = batchMeans(run.waits, { warmUp: 20_000, confidence: 0.999 });
    expect(Math.abs(mean - (exact.ok ? exact.value.meanSeconds : NaN))).toBeLessThan(halfWidth);
  });

  it('is the same bytes for the same seed, and meets the same arrivals whatever the service', () => {
    const model: QueueModel = { serverCount: 3, interarrival: poisson(2.5), service: services[3] as Distribution };
    expect(simulateQueue(model, 5000, 1)).toEqual(simulateQueue(model, 5000, 1));
    expect(simulateQueue(model, 5000, 2).waits).not.toEqual(simulateQueue(model, 5000, 1).waits);
  });

  it('does what a line of customers served one after the other would do', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 300 }),
        fc.constantFrom(...services),
        fc.integer({ min: 0, max: 1000 }),
        (servers, customers, service, seed) => {
          const model = { serverCount: servers, interarrival: poisson(servers), service };
          const { waits } = simulateQueue(model, customers, seed);
          // Kiefer and Wolfowitz: each customer takes the server that is free first, without any event.
          const nextInterarrival = sampler(model.interarrival, new RandomStream(seed, 0));
          const nextService = sampler(service, new RandomStream(seed, 1));
          const freeAt = new Array<number>(servers).fill(0);
          let [time, worst] = [0, 0];
          for (const wait of waits) {
            time += nextInterarrival();
            const first = freeAt.indexOf(Math.min(...freeAt));
            const start = Math.max(time, freeAt[first] as number);
            worst = Math.max(worst, Math.abs(wait - (start - time)));
            freeAt[first] = start + nextService();
          }
          expect(worst).toBeLessThan(1e-9);
        },
      ),
    );
  });

  it.each([
    ['no server', { serverCount: 0, interarrival: poisson(1), service: poisson(1) }, 10],
    ['no customer', { serverCount: 1, interarrival: poisson(1), service: poisson(1) }, 0],
    ['a mean of nothing', { serverCount: 1, interarrival: { kind: 'deterministic', mean: 0 }, service: poisson(1) }, 10],
    ['half a phase', { serverCount: 1, interarrival: poisson(1), service: { kind: 'erlang', mean: 1, phases: 0.5 } }, 10],
  ] as const)('does not run with %s', (_what, model, customers) => {
    expect(() => simulateQueue(model, customers, 1)).toThrow(RangeError);
  });
});

describe('batch means', () => {
  it('give the mean of independent values with the interval of Student', () => {
    const values = Float64Array.of(99, 1, 2, 3, 4);
    const { mean, halfWidth } = batchMeans(values, { warmUp: 1, batchCount: 4 });
    expect(mean).toBe(2.5);
    // t(0.95, 3) = 3.182; s = sqrt(5 / 3)
    expect(halfWidth).toBeCloseTo((3.182 * Math.sqrt(5 / 3)) / 2, 3);
  });

  it('need a value for each batch', () => {
    expect(() => batchMeans(new Float64Array(10), { warmUp: 5, batchCount: 6 })).toThrow(RangeError);
  });
});
