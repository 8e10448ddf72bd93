import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { serviceCapacity } from './service-capacity.ts';
import { nodesForDemand } from './service-sizing.ts';

const sizing = { capacityPerNode: 100, targetUtilization: 0.7, minNodes: 2, maxNodes: 10 };

describe('a service', () => {
  it('takes as many nodes as its demand needs at the target, within its limits', () => {
    expect([0, 140, 141, 560, 561, 700, 5000].map(demand => nodesForDemand(demand, sizing))).toEqual([
      2, 2, 3, 8, 9, 10, 10,
    ]);
    // 600 devices to a node and a million devices: 1,667 nodes
    expect(
      nodesForDemand(1_000_000, { capacityPerNode: 600, targetUtilization: 1, minNodes: 0, maxNodes: Infinity }),
    ).toBe(1667);
    expect(nodesForDemand(0.3, { capacityPerNode: 0.1, targetUtilization: 1, minNodes: 0, maxNodes: Infinity })).toBe(
      3,
    );
  });

  it('carries demand up to full capacity before any goes unserved', () => {
    const { unservedByHour, nodesByHour } = serviceCapacity({
      sizing,
      demandByHour: Float64Array.of(900, 1000, 1200, 4000),
      share: 1,
      activeHours: [0, 3],
    });
    expect([...unservedByHour]).toEqual([0, 0, 200, 0]);
    expect([...nodesByHour]).toEqual([10, 10, 10, 0]);
  });

  it('accounts for all demand, and never runs beyond its limits', () => {
    const demand = fc.array(
      fc.integer({ min: 0, max: 1e10 }).map(value => value / 1000),
      { minLength: 1, maxLength: 60 },
    );
    fc.assert(
      fc.property(
        demand,
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        fc.integer({ min: 1, max: 500 }),
        (values, share, maxNodes) => {
          const capacity = serviceCapacity({
            sizing: { ...sizing, minNodes: 0, maxNodes },
            demandByHour: Float64Array.from(values),
            share,
            activeHours: [0, values.length],
          });
          capacity.nodesByHour.forEach((nodes, hour) => {
            const wanted = capacity.demandByHour[hour] as number;
            const served = wanted - (capacity.unservedByHour[hour] as number);
            expect(Number.isInteger(nodes) && nodes <= maxNodes).toBe(true);
            expect(served).toBeLessThanOrEqual(nodes * sizing.capacityPerNode * (1 + 1e-9));
            if (nodes < maxNodes) expect(served).toBe(wanted);
            expect(served).toBeGreaterThanOrEqual(0);
          });
        },
      ),
    );
  });
});
