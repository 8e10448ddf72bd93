import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serviceCapacity } from './service-capacity.ts';
import { nodesForDemand, type ServiceScaling, type ServiceSizing } from './service-sizing.ts';

const sizing = (scaling: Partial<ServiceScaling>, more: Partial<ServiceSizing> = {}): ServiceSizing => ({
  capacityPerNode: 100,
  targetUtilization: 1,
  minNodes: 0,
  maxNodes: Infinity,
  scaling: { scaleOutSeconds: 0, warmUpSeconds: 0, scaleInSeconds: 0, cooldownSeconds: 0, growth: 1, ...scaling },
  ...more,
});
const run = (shape: ServiceSizing, demand: readonly number[]) =>
  serviceCapacity({
    sizing: shape,
    demandByHour: Float64Array.from(demand),
    share: 1,
    activeHours: [0, demand.length],
  });

/** The rules told second by second: every node by itself, orders in a list. Demand must be even in each hour. */
const bySecond = (shape: ServiceSizing, demand: readonly number[]) => {
  const { scaling } = shape;
  if (!scaling) throw new Error('no lags');
  let nodes: { start: number; ready: number }[] = [];
  const wantedAt: number[] = [];
  let lastChange = -Infinity;
  const [billed, serving] = [demand.map(() => 0), demand.map(() => 0)];
  for (let second = 0; second < demand.length * 3600; second += 1) {
    const hour = Math.floor(second / 3600);
    if (second % 300 === 0) {
      const wanted = nodesForDemand(demand[hour] as number, shape);
      if (second === 0) nodes = Array.from({ length: wanted }, () => ({ start: 0, ready: 0 }));
      wantedAt.push(wanted);
      const enough = Math.max(...wantedAt.filter((_, step) => step * 300 > second - scaling.scaleInSeconds - 300));
      if (second - lastChange >= scaling.cooldownSeconds) {
        if (wanted > nodes.length) {
          const start = second + scaling.scaleOutSeconds;
          const more = Array.from({ length: wanted - nodes.length }, () => ({ start, ready: start + scaling.warmUpSeconds }));
          nodes = [...nodes, ...more];
          lastChange = second;
        } else if (enough < nodes.length) {
          // Who serves latest goes first.
          nodes = [...nodes].sort((a, b) => a.ready - b.ready).slice(0, enough);
          lastChange = second;
        }
      }
    }
    for (const { start, ready } of nodes) {
      if (start <= second) billed[hour] = (billed[hour] as number) + 1;
      if (ready <= second) serving[hour] = (serving[hour] as number) + 1;
    }
  }
  return { billed, serving };
};

describe('nodes with lags', () => {
  it('do what a second-by-second account of every node does', () => {
    const lag = fc.integer({ min: 0, max: 1500 });
    const lags = fc.record({ scaleOutSeconds: lag, warmUpSeconds: lag, scaleInSeconds: lag, cooldownSeconds: lag });
    // Hours that repeat each other and jump between: demand then is even within each of them.
    const demand = fc
      .array(fc.integer({ min: 0, max: 900 }), { minLength: 1, maxLength: 4 })
      .map(levels => levels.flatMap(level => [level, level]));
    fc.assert(
      fc.property(lags, demand, fc.integer({ min: 0, max: 3 }), fc.integer({ min: 4, max: 12 }), (scaling, levels, minNodes, maxNodes) => {
        const shape = sizing(scaling, { minNodes, maxNodes });
        const { nodeSecondsByHour, servingNodesByHour } = run(shape, levels);
        const { billed, serving } = bySecond(shape, levels);
        expect([...nodeSecondsByHour]).toEqual(billed);
        servingNodesByHour.forEach((nodes, hour) => expect(nodes * 3600).toBeCloseTo(serving[hour] as number, 6));
      }),
      { numRuns: 60 },
    );
  });

  it('pay for the start of a node before it serves, and lose what comes meanwhile', () => {
    // 100 to 300 at the hour: two nodes more, wanted at once, started 120 s and serving 300 s later.
    const capacity = run(sizing({ scaleOutSeconds: 120, warmUpSeconds: 180 }), [100, 100, 300, 300]);
    expect([...capacity.nodeSecondsByHour]).toEqual([3600, 3600, 3600 + 2 * (3600 - 120), 3 * 3600]);
    expect(capacity.servingNodesByHour[2]).toBeCloseTo(1 + (2 * (3600 - 300)) / 3600, 12);
    expect(capacity.unservedByHour[2]).toBeCloseTo((200 * 300) / 3600, 9);
    expect(capacity.periods[0]).toMatchObject({ firstShortHour: 2, constraint: 'scale-out lag' });
  });

  it('stop later than they start: the scale-in lag is paid, not served', () => {
    const capacity = run(sizing({ scaleInSeconds: 900 }), [300, 300, 100, 100]);
    expect([...capacity.nodeSecondsByHour]).toEqual([10_800, 10_800, 3600 + 2 * 900, 3600]);
    expect(Math.max(...capacity.unservedByHour)).toBe(0);
  });

  it('let a cooldown hold up the second of two changes', () => {
    const capacity = run(sizing({ cooldownSeconds: 3600 }), [100, 100, 200, 200, 300, 300]);
    expect([...capacity.nodesByHour]).toEqual([1, 1, 2, 2, 3, 3]);
    const held = run(sizing({ cooldownSeconds: 5400 }), [100, 100, 200, 300, 300, 300]);
    // The second node is ordered early in the rise; the third only 5,400 s later.
    expect(held.nodesByHour[3]).toBeLessThan(3);
    expect(held.nodesByHour[5]).toBe(3);
  });

  it('want on a steady rise as many nodes too few as come in the time of the lag', () => {
    // 1,200 an hour more every hour, 100 a node: 12 nodes an hour. A lag of half an hour is 6 nodes.
    const demand = Array.from({ length: 12 }, (_, hour) => 600 + 1200 * hour);
    const { servingNodesByHour, unservedByHour } = run(sizing({ scaleOutSeconds: 1800 }), demand);
    const short = (demand[6] as number) / 100 - (servingNodesByHour[6] as number);
    expect(short).toBeGreaterThan(5);
    expect(short).toBeLessThan(7);
    expect(unservedByHour[6]).toBeCloseTo(short * 100, 6);
  });

  it('run the same hours as without lags when demand is steady', () => {
    const steady = Array.from({ length: 48 }, () => 730);
    const slow = run(sizing({ scaleOutSeconds: 97, warmUpSeconds: 60, scaleInSeconds: 600, cooldownSeconds: 300 }), steady);
    const { scaling: _, ...prompt } = sizing({});
    expect(slow.nodesByHour).toEqual(run(prompt, steady).nodesByHour);
    expect(Math.max(...slow.unservedByHour)).toBe(0);
  });

  it('keep the mean of every hour while demand rises and falls evenly within it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 5000 }), { minLength: 2, maxLength: 40 }), demand => {
        const { demandByHour, servedByHour, unservedByHour } = run(sizing({ scaleOutSeconds: 600 }), demand);
        demandByHour.forEach((wanted, hour) =>
          expect((servedByHour[hour] as number) + (unservedByHour[hour] as number)).toBeCloseTo(wanted, 6),
        );
      }),
    );
  });
});

describe('demand that may be put off', () => {
  const limited: ServiceSizing = { capacityPerNode: 100, targetUtilization: 1, minNodes: 0, maxNodes: 2, deferrableSeconds: 7200 };

  it('waits for room, first come first served, and is lost beyond its time', () => {
    // 200 an hour can be served. 500 leaves 300, of which 2 h x 200 may wait; then 250 leaves 350; 450 more leaves 400, 200 lost.
    const capacity = run(limited, [100, 500, 250, 450, 0, 0, 0]);
    // What waits may take two hours: half of it is wanted in each hour, in whole nodes.
    expect([...capacity.servedByHour]).toEqual([100, 200, 200, 200, 200, 100, 100]);
    expect([...capacity.unservedByHour]).toEqual([0, 0, 0, 200, 0, 0, 0]);
    expect(capacity.leftOver).toBe(0);
    expect(capacity.periods[0]).toMatchObject({ firstShortHour: 1, longestDelaySeconds: 7200, constraint: 'most nodes' });
  });

  it('is still there at the end when nothing was left to serve it', () => {
    expect(run(limited, [500]).leftOver).toBe(300);
  });
});
