import { describe, expect, it } from '@jest/globals';
import { randomJobs } from '../../../test/batch/random-jobs.ts';
import { batchJobs } from '../jobs/job-builder.ts';
import { simulateBatch } from '../simulate-batch.ts';
import { summarizeJobs } from './job-summary.ts';

describe('jobs by department', () => {
  it('tell how each fared', () => {
    const jobs = batchJobs([
      { submit: 0, runSeconds: 10, processors: 2, department: 7 },
      { submit: 0, runSeconds: 20, processors: 2, department: 3 },
      { submit: 5, runSeconds: 30, processors: 1, department: 7 },
      { submit: 6, runSeconds: 1, processors: 3, department: 9 },
      { submit: 7, runSeconds: 1, processors: 1, department: 3 },
    ]);
    const outcome = simulateBatch(jobs, { processorCount: 2, policy: 'fcfs', until: 50 });
    // one after the other from 0, 10 and 30 on; the last stands beside the third, the one of three is too large
    const shared = { rejectedCount: 0 };
    expect(summarizeJobs(jobs, outcome, jobs.department)).toEqual([
      { ...shared, key: 3, submittedCount: 2, endedCount: 2, meanWaitSeconds: (10 + 23) / 2, maximumWaitSeconds: 23, processorSeconds: 41 },
      { ...shared, key: 7, submittedCount: 2, endedCount: 1, meanWaitSeconds: 0, maximumWaitSeconds: 0, processorSeconds: 20 },
      { key: 9, submittedCount: 1, endedCount: 0, rejectedCount: 1, meanWaitSeconds: null, maximumWaitSeconds: null, processorSeconds: 0 },
    ]);
  });

  it('add up to the run', () => {
    const jobs = randomJobs({ seed: 5, count: 300, processorCount: 16, load: 1 });
    const outcome = simulateBatch(jobs, { processorCount: 16, policy: 'fair-share' });
    const rows = summarizeJobs(jobs, outcome, jobs.department);
    const sum = (amount: (row: (typeof rows)[number]) => number): number => rows.reduce((total, row) => total + amount(row), 0);
    expect(sum(row => row.submittedCount)).toBe(300);
    expect(sum(row => row.endedCount)).toBe(300);
    const { meanWaitSeconds, makespanSeconds, utilization } = outcome.metrics!;
    expect(sum(row => row.meanWaitSeconds! * row.endedCount) / 300).toBeCloseTo(meanWaitSeconds, 6);
    expect(sum(row => row.processorSeconds)).toBeCloseTo(utilization * 16 * makespanSeconds, 3);
  });
});
