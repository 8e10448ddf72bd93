import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { erlangB, erlangC } from './erlang.ts';
import { queueWait, waitPercentile, waitProbability, type QueueWait, type SteadyQueue } from './queue-wait.ts';
import { serversForWait, squareRootStaffing, type WaitTarget } from './staffing.ts';

const waitOf = (queue: SteadyQueue): QueueWait => {
  const wait = queueWait(queue);
  if (!wait.ok) throw new Error(JSON.stringify(wait.issues));
  return wait.value;
};
const serversOf = (arrivals: number, service: number, target: WaitTarget): number => {
  const servers = serversForWait(arrivals, service, target);
  if (!servers.ok) throw new Error(JSON.stringify(servers.issues));
  return servers.value;
};

/** Worked out elsewhere to 12 digits: service rate 1, load, Erlang B, Erlang C, mean wait, mean waiting. */
const table = [
  [1, 0.5, 0.333333333333, 0.5, 1, 0.5],
  [1, 0.9, 0.47368421052, 0.9, 9, 8.1],
  [2, 0.8, 0.329896907216, 0.711111111111, 1.777777777778, 2.844444444444],
  [4, 0.7, 0.183724222367, 0.428654318233, 0.35721193186, 1.000193409209],
  [10, 0.9, 0.167963226292, 0.668731524108, 0.668731524108, 6.018583716969],
  [50, 0.95, 0.07817560389, 0.629094729915, 0.251637891966, 11.952799868388],
  [128, 0.9, 0.019914754267, 0.16887890553, 0.013193664495, 1.519910149768],
  [1000, 0.99, 0.018965776431, 0.659080421881, 0.065908042188, 65.248961766204],
] as const;
const digits = 11;

describe('queues in closed form', () => {
  it.each(table)('M/M/%i at %d of capacity', (servers, utilization, blocking, waiting, meanWait, meanWaiting) => {
    const load = servers * utilization;
    expect(erlangB(servers, load)).toBeCloseTo(blocking, digits - 1);
    expect(erlangC(servers, load)).toBeCloseTo(waiting, digits);
    const wait = waitOf({ serverCount: servers, arrivalsPerSecond: load, serviceSeconds: 1 });
    expect(wait.meanSeconds).toBeCloseTo(meanWait, digits);
    expect(wait.meanWaiting).toBeCloseTo(meanWaiting, digits);
    expect(wait.isApproximation).toBe(false);
  });

  it('has the probabilities of waiting of tables in print', () => {
    expect(erlangC(10, 8)).toBeCloseTo(0.4092, 4);
    expect(erlangC(100, 90)).toBeCloseTo(0.2169, 4);
    expect(erlangC(10, 0)).toBe(0);
  });

  it.each([
    [0.8, 0, 2],
    [0.8, 1, 4],
    [0.8, 4, 10],
    [0.8, 0.25, 2.5],
    [0.95, 0, 9.5],
    [0.95, 1, 19],
    [0.95, 4, 47.5],
    [0.95, 0.25, 11.875],
  ])('M/G/1 at %d, squared variation %d: Pollaczek and Khinchine', (load, serviceScv, meanWait) => {
    const wait = waitOf({ serverCount: 1, arrivalsPerSecond: load, serviceSeconds: 1, serviceScv });
    expect(wait.meanSeconds).toBeCloseTo(meanWait, 10);
    expect(wait.isApproximation).toBe(false);
  });

  it('says that other queues are approximations', () => {
    const queue = { serverCount: 10, arrivalsPerSecond: 9, serviceSeconds: 1 };
    const exact = waitOf(queue).meanSeconds;
    const wait = waitOf({ ...queue, arrivalScv: 2, serviceScv: 0.5 });
    expect(wait.isApproximation).toBe(true);
    expect(wait.meanSeconds).toBeCloseTo(exact * 1.25, 12);
  });

  it('inverts the distribution of the wait', () => {
    const wait = waitOf({ serverCount: 10, arrivalsPerSecond: 9, serviceSeconds: 1 });
    // P(W > t) = C exp(-(c - a) t)
    const t = waitPercentile(wait, 0.95);
    expect(0.668731524108 * Math.exp(-t)).toBeCloseTo(0.05, 10);
    expect(waitPercentile(wait, 0.3)).toBe(0);
  });

  it.each([
    [10, 10],
    [10, 12],
    [1, 1],
  ])('%i servers cannot carry %d erlangs', (servers, load) => {
    const outcomes = [
      waitProbability(servers, load),
      queueWait({ serverCount: servers, arrivalsPerSecond: load, serviceSeconds: 1 }),
    ];
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ ok: false, issues: [{ code: 'queue-overloaded', values: { load, servers } }] });
  });
});

describe('servers for a target wait', () => {
  const load = fc.double({ min: 0.01, max: 300, noNaN: true });
  const seconds = fc.double({ min: 0.001, max: 5, noNaN: true });

  it('are the fewest that keep it', () => {
    fc.assert(
      fc.property(load, seconds, (arrivals, target) => {
        const servers = serversOf(arrivals, 1, { seconds: target, part: null });
        const wait = (serverCount: number) => queueWait({ serverCount, arrivalsPerSecond: arrivals, serviceSeconds: 1 });
        const [enough, fewer] = [wait(servers), wait(servers - 1)];
        expect(enough.ok && enough.value.meanSeconds <= target * (1 + 1e-9)).toBe(true);
        expect(fewer.ok && fewer.value.meanSeconds <= target * (1 - 1e-9)).toBe(false);
      }),
    );
  });

  it('are the fewest that keep it for a part of the arrivals', () => {
    fc.assert(
      fc.property(load, seconds, fc.double({ min: 0.5, max: 0.999, noNaN: true }), (arrivals, target, part) => {
        const servers = serversOf(arrivals, 1, { seconds: target, part });
        const beyond = (serverCount: number): number =>
          erlangC(serverCount, arrivals) * Math.exp(-Math.max(0, serverCount - arrivals) * target);
        expect(beyond(servers)).toBeLessThanOrEqual((1 - part) * (1 + 1e-9));
        expect(beyond(servers - 1)).toBeGreaterThan((1 - part) * (1 - 1e-9));
      }),
    );
  });

  it('grow with the load by the square-root rule', () => {
    // Halfin and Whitt: beta with P(wait) = 1 / (1 + beta Phi(beta) / phi(beta)); 0.2234 for beta 1.
    for (const erlangs of [400, 2500, 10_000]) {
      const servers = serversOf(erlangs, 1, { seconds: 0, part: 1 - 0.2234 });
      expect(Math.abs(servers - squareRootStaffing(erlangs, 1))).toBeLessThanOrEqual(1);
    }
  });

  it('are none when nothing arrives, and cannot be told for no wait at all or a load without end', () => {
    expect(serversOf(0, 1, { seconds: 1, part: null })).toBe(0);
    expect(serversForWait(1, 1, { seconds: 0, part: null })).toMatchObject({ ok: false, issues: [{ code: 'out-of-range' }] });
    expect(serversForWait(1e9, 1, { seconds: 1, part: null })).toMatchObject({
      ok: false,
      issues: [{ code: 'out-of-range', values: { name: 'load' } }],
    });
  });
});
