import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainCluster } from '../../../test/batch/plain-cluster.ts';
import { jobState } from '../outcome/job-state.ts';
import { clusterJobs, type ClusterJob } from './cluster-jobs.ts';
import type { ClusterNodeType } from './node-pool.ts';
import { simulateCluster, type ClusterOptions } from './simulate-cluster.ts';

const run = (list: readonly ClusterJob[], nodeTypes: readonly ClusterNodeType[], options: Partial<ClusterOptions> = {}) =>
  simulateCluster(clusterJobs(list), { nodeTypes, ...options });
const fixed = (nodes: number, cores: number, memoryMib: number): ClusterNodeType =>
  ({ cores, memoryMib, minNodes: nodes, maxNodes: nodes });
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('a cluster', () => {
  it('does in every second what a plain one does that looks at every node in every second', () => {
    const job = fc.record({
      gap: fc.integer({ min: 0, max: 12 }),
      runSeconds: fc.integer({ min: 1, max: 40 }),
      tasks: fc.integer({ min: 1, max: 5 }),
      cores: fc.integer({ min: 1, max: 6 }),
      memoryMib: fc.integer({ min: 0, max: 10 }),
      gpus: fc.integer({ min: 0, max: 2 }),
      isTightlyCoupled: fc.boolean(),
    });
    const nodeType = fc
      .record({
        cores: fc.integer({ min: 2, max: 6 }),
        memoryMib: fc.integer({ min: 4, max: 12 }),
        gpus: fc.integer({ min: 0, max: 3 }),
        minNodes: fc.integer({ min: 0, max: 2 }),
        more: fc.integer({ min: 0, max: 3 }),
        bootSeconds: fc.integer({ min: 0, max: 9 }),
        idleSeconds: fc.integer({ min: 0, max: 9 }),
      })
      .map(({ more, ...type }) => ({ ...type, maxNodes: type.minNodes + more }));
    const nodeTypes = fc.array(nodeType, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(fc.array(job, { minLength: 1, maxLength: 20 }), nodeTypes, (rows, types) => {
        let submit = 0;
        const list = rows.map(({ gap, ...rest }) => ({ ...rest, submit: (submit += gap) }));
        const seconds = 1200;
        const plain = plainCluster(list, types, seconds);
        const { start, end, pools } = run(list, types, { until: seconds });
        expect([...start]).toEqual(plain.start);
        expect([...end]).toEqual(plain.end);
        expect(pools.map(pool => [sum(pool.nodeSecondsByHour), sum(pool.busyNodeSecondsByHour), sum(pool.coreSecondsByHour)])).toEqual(
          plain.used.map(({ on, busy, cores }) => [on, busy, cores]),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('puts a task where it leaves the least free, by cores, as memory allows', () => {
    // the second and third job leave 4 and 2 cores free; the next one of 2 fits the second node exactly, but for its memory
    const list = (memoryMib: number): ClusterJob[] => [
      { submit: 0, runSeconds: 100, cores: 4, memoryMib: 10 },
      { submit: 0, runSeconds: 100, cores: 6, memoryMib: 90 },
      { submit: 0, runSeconds: 50, cores: 2, memoryMib },
      { submit: 1, runSeconds: 10, cores: 4, memoryMib: 10 },
    ];
    expect([...run(list(10), [fixed(2, 8, 100)]).start]).toEqual([0, 0, 0, 1]);
    expect([...run(list(20), [fixed(2, 8, 100)]).start]).toEqual([0, 0, 0, 50]);
  });

  it('gives every task whole GPUs of one node', () => {
    const list: ClusterJob[] = [
      { submit: 0, runSeconds: 100, cores: 1, gpus: 2 },
      { submit: 0, runSeconds: 60, cores: 1, gpus: 1 },
      { submit: 1, runSeconds: 10, cores: 1, gpus: 2 },
      { submit: 2, runSeconds: 10, cores: 1 },
    ];
    // Cores are left, cards are not: the third waits for two of one node, and what comes after it too
    expect([...run(list, [{ ...fixed(2, 8, 0), gpus: 2 }]).start]).toEqual([0, 0, 60, 60]);
    const { state } = run([{ submit: 0, runSeconds: 1, cores: 1, gpus: 3 }], [{ ...fixed(2, 8, 0), gpus: 2 }]);
    expect(state[0]).toBe(jobState.rejected);
  });

  it('starts the tasks of an array as each finds room, and coupled ones together', () => {
    const two: ClusterJob[] = [
      { submit: 0, runSeconds: 60, cores: 1 },
      { submit: 1, runSeconds: 10, cores: 1, tasks: 2 },
    ];
    const array = run(two, [fixed(2, 1, 0)]);
    expect([array.start[1], array.end[1]]).toEqual([1, 21]);
    const coupled = run(two.map(job => ({ ...job, isTightlyCoupled: true })), [fixed(2, 1, 0)]);
    expect([coupled.start[1], coupled.end[1]]).toEqual([60, 70]);
  });

  it('rejects what no node type can hold, and says so', () => {
    const types = [fixed(2, 4, 100), fixed(1, 8, 50)];
    const list: ClusterJob[] = [
      { submit: 0, runSeconds: 1, cores: 9 },
      { submit: 0, runSeconds: 1, cores: 5, memoryMib: 60 },
      { submit: 0, runSeconds: 1, cores: 4, tasks: 3, isTightlyCoupled: true },
      { submit: 0, runSeconds: 1, cores: 4, tasks: 3 },
      { submit: 0, runSeconds: 1, cores: 8 },
    ];
    const { counts, state } = run(list, types);
    expect([...state].map(became => became === jobState.rejected)).toEqual([true, true, true, false, false]);
    expect(counts).toEqual({ submitted: 5, finished: 2, running: 0, queued: 0, deferred: 0, rejected: 3, late: 0 });
  });

  it('starts nodes for waiting work, pays them from the start, and stops them when idle', () => {
    const elastic = { cores: 2, memoryMib: 0, minNodes: 0, maxNodes: 3, bootSeconds: 100, idleSeconds: 50 };
    const list: ClusterJob[] = Array.from({ length: 4 }, () => ({ submit: 3600, runSeconds: 200, cores: 1 }));
    const { start, pools: [pool] } = run(list, [elastic]);
    expect([...start]).toEqual([3700, 3700, 3700, 3700]);
    // two nodes of two cores: 100 s of boot, 200 s of work, 50 s idle
    expect([...pool!.nodeSecondsByHour]).toEqual([0, 700]);
    expect([...pool!.busyNodeSecondsByHour]).toEqual([0, 400]);
    expect([...pool!.coreSecondsByHour]).toEqual([0, 800]);
  });

  it('meters each hour by itself', () => {
    const { pools: [pool], waitingSecondsByHour } = run(
      [{ submit: 1800, runSeconds: 7200, cores: 1 }, { submit: 3000, runSeconds: 60, cores: 1 }],
      [fixed(1, 1, 0)],
    );
    expect([...pool!.nodeSecondsByHour]).toEqual([3600, 3600, 1860]);
    expect([...pool!.busyNodeSecondsByHour]).toEqual([1800, 3600, 1860]);
    expect([...waitingSecondsByHour]).toEqual([600, 3600, 1800]);
  });

  it('holds deferrable work back for the preferred hours, if its patience lasts', () => {
    // the third hour of four is preferred
    const preferredHours = [0, 0, 1, 0];
    const job = (submit: number, deferrableSeconds: number): ClusterJob => ({ submit, runSeconds: 10, cores: 1, deferrableSeconds });
    const list = [job(100, 7100), job(100, 7099), job(7300, 3600), job(11_000, 10_600), job(11_000, 10_599)];
    expect([...run(list, [fixed(9, 1, 0)], { preferredHours }).start]).toEqual([7200, 100, 7300, 21_600, 11_000]);
    expect(run(list, [fixed(9, 1, 0)], { preferredHours, until: 5000 }).counts).toMatchObject({ submitted: 2, finished: 1, deferred: 1 });
    expect([...run(list, [fixed(9, 1, 0)], { preferredHours: [0, 0] }).start]).toEqual(list.map(({ submit }) => submit));
  });

  it('counts who missed the deadline', () => {
    const job = (deadlineSeconds: number): ClusterJob => ({ submit: 0, runSeconds: 100, cores: 1, deadlineSeconds });
    const list = [job(100), job(199), job(200), job(0), job(450)];
    expect(run(list, [fixed(1, 1, 0)]).counts.late).toBe(3);
    // what has not ended is late once its deadline has passed
    expect(run(list, [fixed(1, 1, 0)], { until: 199 }).counts).toMatchObject({ finished: 1, running: 1, queued: 3, late: 0 });
    expect(run(list, [fixed(1, 1, 0)], { until: 201 }).counts).toMatchObject({ late: 1 + 1 });
  });

  it('refuses jobs out of order or without size, and pools of nothing', () => {
    expect(() => clusterJobs([{ submit: 5, runSeconds: 1, cores: 1 }, { submit: 4, runSeconds: 1, cores: 1 }])).toThrow('before');
    expect(() => clusterJobs([{ submit: 0, runSeconds: 0, cores: 1 }])).toThrow('size of 0');
    expect(() => run([], [{ cores: 1, memoryMib: 1, minNodes: 2, maxNodes: 1 }])).toThrow('2 to 1 nodes');
  });
});
