import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NodePlanner } from './node-planner.ts';
import { erlangC, erlangCFromTop } from './queueing/erlang.ts';
import { WaitSpread } from './queueing/wait-spread.ts';
import { serviceCapacity } from './service-capacity.ts';
import type { ServiceQueueing, ServiceSizing } from './service-sizing.ts';

const queueing: ServiceQueueing = { slotsPerNode: 4, serviceSeconds: 0.2, arrivalScv: 1, serviceScv: 1, target: null };
/** A node of four slots serves 20 requests a second of 0.2 s. */
const service: ServiceSizing = { capacityPerNode: 20, targetUtilization: 0.8, minNodes: 0, maxNodes: Infinity, queueing };

const run = (sizing: ServiceSizing, demand: readonly number[]) =>
  serviceCapacity({ sizing, demandByHour: Float64Array.from(demand), share: 1, activeHours: [0, demand.length] });

describe('the probability of waiting from the top down', () => {
  it('is that of the recursion', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3000 }), fc.double({ min: 0, max: 1.1, noNaN: true }), (servers, utilization) => {
        const load = servers * utilization;
        const exact = erlangC(servers, load);
        expect(Math.abs(erlangCFromTop(servers, load) - exact)).toBeLessThanOrEqual(1e-11 * exact + 1e-200);
      }),
    );
  });
});

describe('waits of a service', () => {
  it('are those of M/M/c with the slots of all nodes for servers', () => {
    // 72 a second: 4.5 nodes at 0.8, so 5 of 4 slots; a load of 14.4 erlangs on 20 slots.
    const { periods, nodesByHour } = run(service, [72, 72, 72]);
    expect([...nodesByHour]).toEqual([5, 5, 5]);
    const rate = (20 - 14.4) / 0.2;
    const probability = erlangC(20, 14.4);
    const waits = periods[0]?.waits;
    expect(waits?.p50Seconds).toBe(0);
    expect(waits?.p99Seconds).toBeCloseTo(Math.log(probability / 0.01) / rate, 8);
    expect(waits?.meanWaiting).toBeCloseTo((72 * probability) / rate, 9);
  });

  it('are mixed by what arrived in each hour', () => {
    // Two states: P(W > t) = (10 C1 exp(-r1 t) + 70 C2 exp(-r2 t)) / 80, on one and on five nodes.
    const fixed = { ...service, minNodes: 5, maxNodes: 5 };
    const { periods } = run(fixed, [10, 70]);
    const t = periods[0]?.waits?.p99Seconds ?? NaN;
    const beyond = (load: number): number => erlangC(20, load) * Math.exp(-((20 - load) / 0.2) * t);
    expect((10 * beyond(2) + 70 * beyond(14)) / 80).toBeCloseTo(0.01, 5);
  });

  it('are not known for more than is lost', () => {
    const { periods } = run({ ...service, maxNodes: 1 }, [10, 10, 10, 10, 10, 10, 10, 10, 10, 25]);
    const waits = periods[0]?.waits;
    expect(waits?.p50Seconds).not.toBeNull();
    expect([waits?.p95Seconds, waits?.p99Seconds, waits?.meanWaiting]).toEqual([null, null, null]);
  });

  it('are the backlog by what works it off, where demand is put off', () => {
    const { periods } = run({ ...service, maxNodes: 1, deferrableSeconds: 36_000 }, [40, 0, 0]);
    // 20 an hour served, 20 left: half an hour's wait in the mean of the first hour.
    expect(periods[0]?.waits?.p50Seconds).toBeCloseTo(1800, 4);
    expect(periods[0]?.longestDelaySeconds).toBe(3600);
  });
});

describe('a target wait', () => {
  const limits = fc.record({
    seconds: fc.double({ min: 1e-4, max: 2, noNaN: true }),
    part: fc.option(fc.double({ min: 0.5, max: 0.999, noNaN: true }), { nil: null }),
  });

  it('is kept by the fewest nodes that keep it, whatever came before', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 3000, noNaN: true }), { minLength: 1, maxLength: 12 }),
        limits,
        fc.integer({ min: 1, max: 8 }),
        fc.double({ min: 0.2, max: 4, noNaN: true }),
        (demands, target, slotsPerNode, scv) => {
          const serviceSeconds = slotsPerNode / 20;
          const own = { slotsPerNode, serviceSeconds, arrivalScv: scv, serviceScv: scv, target };
          const shape = { ...service, targetUtilization: 1, queueing: own };
          const planner = new NodePlanner(shape);
          const keeps = (nodes: number, demand: number, slack: number): boolean => {
            const [slots, load] = [nodes * slotsPerNode, (demand / 20) * slotsPerNode];
            if (load >= slots) return demand === 0;
            const rate = (slots - load) / (serviceSeconds * scv);
            return target.part === null
              ? erlangC(slots, load) / rate <= target.seconds * slack
              : erlangC(slots, load) * Math.exp(-rate * target.seconds) <= (1 - target.part) * slack;
          };
          for (const demand of demands) {
            const nodes = planner.nodesFor(demand);
            expect(keeps(nodes, demand, 1 + 1e-6)).toBe(true);
            if (nodes > 0) expect(keeps(nodes - 1, demand, 1 - 1e-6)).toBe(false);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('follows the square-root rule where there are too many servers to sum over', () => {
    const planner = new NodePlanner({ ...service, targetUtilization: 1, queueing: { ...queueing, target: { seconds: 0.01, part: 0.99 } } });
    // 5e8 a second are 1e8 erlangs: 1e8 + 4 sqrt(1e8) slots, four to a node.
    expect(planner.nodesFor(5e8)).toBe(25_010_000);
    expect(planner.nodesFor(Infinity)).toBe(Infinity);
    expect(planner.nodesFor(0)).toBe(0);
  });

  it('binds where utilization would do with fewer nodes, within the most nodes', () => {
    const target = { seconds: 0.001, part: 0.99 };
    const strict = { ...service, queueing: { ...queueing, target } };
    const nodes = run(strict, [72]);
    expect(nodes.nodesByHour[0]).toBeGreaterThan(5);
    expect(nodes.periods[0]?.constraint).toBe('target wait');
    expect(nodes.periods[0]?.waits?.p99Seconds).toBeLessThanOrEqual(0.001);
    const capped = run({ ...strict, maxNodes: 5 }, [72]);
    expect(capped.nodesByHour[0]).toBe(5);
    expect(capped.periods[0]?.constraint).toBe('most nodes');
  });
});

describe('a spread of waits', () => {
  it('gives the percentile of many exponentials', () => {
    const state = fc.tuple(
      fc.integer({ min: 1, max: 100 }),
      fc.double({ min: 0.5, max: 1, noNaN: true }),
      fc.double({ min: 1, max: 50, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.array(state, { minLength: 1, maxLength: 30 }),
        states => {
          const spread = new WaitSpread();
          for (const [weight, probability, rate] of states) spread.addWaiting(weight, probability, rate);
          const t = spread.percentile(0.9) ?? NaN;
          const total = states.reduce((sum, [weight]) => sum + weight, 0);
          const beyond = states.reduce((sum, [weight, probability, rate]) => sum + weight * probability * Math.exp(-rate * t), 0);
          expect(beyond / total).toBeCloseTo(0.1, 4);
        },
      ),
    );
  });

  it('knows nothing of nothing', () => {
    expect(new WaitSpread().percentile(0.5)).toBeNull();
  });
});
