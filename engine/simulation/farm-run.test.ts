import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { makeHorizon } from '../workload/horizon.ts';
import { farmRun } from './farm-run.ts';

const horizon = makeHorizon({ year: 2026, month: 1, day: 1 }, 2);

describe('a run of a job', () => {
  it('bills each node from start-up to the end of its last started step, hour by hour', () => {
    // 5,400 s of work each and 600 s start-up: 6,000 s, in steps of an hour 7,200 s from 0:30
    const work = { workHours: 3, coresPerNode: 1, bootSeconds: 600 };
    const run = farmRun({ work, nodeCount: 2, quantumSeconds: 3600, start: horizon.start + 1800 }, horizon);
    expect(run.end).toBe(horizon.start + 1800 + 6000);
    expect([...run.nodeSecondsByHour.slice(0, 4)]).toEqual([3600, 7200, 3600, 0]);
    expect(run.billedNodeSeconds).toBe(14_400);
  });

  it('loses no node-second inside the plan, and keeps them whole', () => {
    const inside = fc.integer({ min: 0, max: 40 * 86_400 });
    fc.assert(
      fc.property(
        inside,
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 7200 }),
        fc.integer({ min: 1, max: 20_000 }),
        (offset, nodeCount, quantumSeconds, coreHours) => {
          const work = { workHours: coreHours / 1000, coresPerNode: 3, bootSeconds: 12.5 };
          const run = farmRun({ work, nodeCount, quantumSeconds, start: horizon.start + offset }, horizon);
          const sum = run.nodeSecondsByHour.reduce((total, seconds) => total + seconds, 0);
          expect(sum).toBe(run.billedNodeSeconds);
          expect(run.nodeSecondsByHour.every(Number.isInteger)).toBe(true);
        },
      ),
    );
  });

  it('leaves out what lies outside the plan', () => {
    const work = { workHours: 100, coresPerNode: 1 };
    const early = farmRun({ work, nodeCount: 1, quantumSeconds: 1, start: horizon.start - 90 * 3600 }, horizon);
    expect(early.nodeSecondsByHour.reduce((total, seconds) => total + seconds, 0)).toBe(10 * 3600);
  });
});
