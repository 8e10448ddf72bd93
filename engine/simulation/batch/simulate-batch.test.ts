import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { plainSchedule } from '../../test/batch/plain-schedule.ts';
import { randomJobs } from '../../test/batch/random-jobs.ts';
import { batchJobs } from './jobs/job-builder.ts';
import type { BatchJob } from './jobs/batch-jobs.ts';
import { jobState, jobStateNames } from './outcome/job-state.ts';
import { batchPolicies, type BatchPolicyName } from './policies/batch-policy.ts';
import { simulateBatch, type BatchOptions } from './simulate-batch.ts';

const seeds = [1, 2, 3, 4, 5, 6];
const processorCount = 16;
const logOf = (seed: number) => randomJobs({ seed, count: 300, processorCount, load: 0.8 + 0.1 * seed });
const startsOf = (list: readonly BatchJob[], policy: BatchPolicyName, options: Partial<BatchOptions> = {}): number[] => [
  ...simulateBatch(batchJobs(list), { processorCount: 4, policy, ...options }).start,
];

describe('logs of 300 jobs, against a plain second implementation', () => {
  it.each(batchPolicies)('%s starts every job at the same second', policy => {
    const fairShare = { shares: new Map([[2, 3]]), halfLifeSeconds: 6 * 3600 };
    for (const seed of seeds) {
      const jobs = logOf(seed);
      const plain = plainSchedule(jobs, { processorCount, policy, ...fairShare });
      expect([...simulateBatch(jobs, { processorCount, policy, fairShare }).start]).toEqual(plain);
    }
  });

  it.each(['easy', 'conservative'] as const)('%s: ends of one second handled in another order than they came about are noticed', policy => {
    const differing = seeds.filter(seed => {
      const jobs = logOf(seed);
      const mutated = plainSchedule(jobs, { processorCount, policy, ties: 'latest-created-first' });
      const { start } = simulateBatch(jobs, { processorCount, policy });
      return mutated.some((second, job) => second !== start[job]);
    });
    expect(differing.length).toBeGreaterThan(0);
  });
});

describe('policies', () => {
  // 4 processors: A keeps three of them, B wants all, C and D are small
  const a = { submit: 0, runSeconds: 100, processors: 3 };
  const b = { submit: 1, runSeconds: 50, processors: 4 };
  const short = { submit: 2, runSeconds: 90, processors: 1 };
  const long = { submit: 2, runSeconds: 200, processors: 1 };

  it('fcfs lets nobody pass', () => {
    expect(startsOf([a, b, short], 'fcfs')).toEqual([0, 100, 150]);
  });

  it('easy backfills what does not put the head off', () => {
    expect(startsOf([a, b, short], 'easy')).toEqual([0, 100, 2]);
    expect(startsOf([a, b, long], 'easy')).toEqual([0, 100, 150]);
    // with three wanted, one processor is left over at the head's start
    expect(startsOf([a, { ...b, processors: 3 }, long], 'easy')).toEqual([0, 100, 2]);
  });

  it('easy may put off the second in the queue, conservative may not', () => {
    const list: BatchJob[] = [
      { submit: 0, runSeconds: 100, processors: 3 },
      { submit: 1, runSeconds: 100, processors: 3 },
      { submit: 2, runSeconds: 100, processors: 4 },
      { submit: 3, runSeconds: 250, processors: 1 },
    ];
    expect(startsOf(list, 'easy')).toEqual([0, 100, 253, 3]);
    expect(startsOf(list, 'conservative')).toEqual([0, 100, 200, 300]);
  });

  it('sjf takes the shortest estimate first', () => {
    const list: BatchJob[] = [a, { ...b, runSeconds: 80 }, { ...b, runSeconds: 20, estimateSeconds: 70 }];
    expect(startsOf(list, 'sjf')).toEqual([0, 120, 100]);
  });

  it('fair share gives the next turn to the department that has used the least for its share', () => {
    const whole = (department: number): BatchJob => ({ submit: 0, runSeconds: 100, processors: 4, department });
    const list = [whole(1), whole(1), whole(1), whole(2), whole(2)];
    expect(startsOf(list, 'fair-share')).toEqual([0, 200, 400, 100, 300]);
    const shares = new Map([[1, 2]]);
    expect(startsOf(list, 'fair-share', { fairShare: { shares, halfLifeSeconds: Infinity } })).toEqual([0, 200, 300, 100, 400]);
  });

  it('fair share forgives what was not used, and forgets with the half-life', () => {
    const whole = (department: number, submit: number, runSeconds: number): BatchJob => ({
      submit, runSeconds, estimateSeconds: 1000, processors: 4, department,
    });
    // department 1 asked for 1,000 s and used 10: after both have run once it is its turn
    const list = [whole(1, 0, 10), whole(2, 1, 100), whole(2, 2, 10), whole(1, 3, 10)];
    expect(startsOf(list, 'fair-share')).toEqual([0, 10, 120, 110]);
    const later = 10_000;
    const old = [whole(1, 0, 900), whole(2, later, 100), whole(1, later + 1, 10), whole(2, later + 2, 10)];
    expect(startsOf(old, 'fair-share', { fairShare: { halfLifeSeconds: Infinity } })).toEqual([0, later, later + 110, later + 100]);
    expect(startsOf(old, 'fair-share', { fairShare: { halfLifeSeconds: 1000 } })).toEqual([0, later, later + 100, later + 110]);
  });
});

describe('accounts', () => {
  const list: BatchJob[] = [
    { submit: 0, runSeconds: 10, processors: 4 },
    { submit: 0, runSeconds: 30, estimateSeconds: 20, processors: 4 },
    { submit: 1, runSeconds: 10, processors: 5 },
    { submit: 2, runSeconds: 100, processors: 4 },
    { submit: 3, runSeconds: 100, processors: 1 },
    { submit: 500, runSeconds: 100, processors: 1 },
  ];

  it('say what became of every job, also of those the stop overtakes', () => {
    const { counts, state, warnings, metrics } = simulateBatch(batchJobs(list), { processorCount: 4, policy: 'fcfs', until: 90 });
    expect([...state].map(became => jobStateNames[became])).toEqual(
      ['finished', 'interrupted', 'rejected', 'running', 'queued', 'not-submitted'],
    );
    expect(counts).toEqual({ submitted: 5, finished: 1, interrupted: 1, rejected: 1, running: 1, queued: 1 });
    expect(warnings.map(({ code, values }) => [code, values])).toEqual(
      [['job-larger-than-machine', { count: 1, job: 3, processors: 5, nodes: 4 }]],
    );
    expect(metrics).toMatchObject({ meanWaitSeconds: 5, maximumWaitSeconds: 10, meanResponseSeconds: 20, makespanSeconds: 30 });
    expect(metrics?.utilization).toBe(1);
  });

  it('hold for whatever jobs, policy and stop', () => {
    const job = fc.record({
      submit: fc.integer({ min: 0, max: 500 }),
      runSeconds: fc.integer({ min: -1, max: 100 }),
      estimateSeconds: fc.integer({ min: -1, max: 120 }),
      processors: fc.integer({ min: -1, max: 10 }),
      department: fc.integer({ min: 0, max: 3 }),
    });
    const stop = fc.option(fc.integer({ min: 0, max: 700 }));
    const neverStarts: readonly number[] = [jobState.notSubmitted, jobState.queued, jobState.rejected];
    fc.assert(
      fc.property(fc.array(job, { maxLength: 60 }), fc.constantFrom(...batchPolicies), stop, (all, policy, until) => {
        // accounts are checked inside, where a breach throws
        const { counts, state, start } = simulateBatch(batchJobs(all), { processorCount: 8, policy, ...(until !== null && { until }) });
        expect(counts.submitted).toBe(state.filter(became => became !== jobState.notSubmitted).length);
        if (until === null) expect(counts.finished + counts.interrupted + counts.rejected).toBe(all.length);
        expect([...start].map(Number.isNaN)).toEqual([...state].map(became => neverStarts.includes(became)));
      }),
      { numRuns: 300 },
    );
  });

  it('say nothing of no jobs, and refuse a machine of nothing', () => {
    expect(simulateBatch(batchJobs([]), { processorCount: 1, policy: 'easy' }).metrics).toBeNull();
    expect(() => simulateBatch(batchJobs(list), { processorCount: 0, policy: 'easy' })).toThrow('0 processors');
  });

  it('tell how far the run is', () => {
    const told: number[] = [];
    simulateBatch(logOf(1), { processorCount, policy: 'easy', onProgress: fraction => told.push(fraction) });
    expect(told.length).toBeGreaterThan(50);
    expect(told.every((fraction, index) => fraction > (told[index - 1] ?? 0) && fraction <= 1)).toBe(true);
  });
});
