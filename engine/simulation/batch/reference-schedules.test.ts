import { describe, expect, it } from '@jest/globals';
import { hasReferenceLogs, referenceLogs, referenceStarts, type ReferenceLog } from '../../test/batch/reference-logs.ts';
import { simulateBatch } from './simulate-batch.ts';

// Published figures of the same logs, made by pyss (orip and others, 44a24235): see docs/model/batch.md.
const published: readonly (readonly [ReferenceLog, 'fcfs' | 'easy' | 'conservative', string])[] = [
  ['5k', 'fcfs', '4961 | 15711.536787 | 93096 | 254.131121 | 23409.358799 | 5064399 | 0.59266658'],
  ['5k', 'easy', '4961 | 3372.911510 | 103904 | 17.142005 | 11070.733521 | 5064399 | 0.59266658'],
  ['5k', 'conservative', '4961 | 3558.031042 | 103904 | 16.610689 | 11255.853054 | 5064399 | 0.59266658'],
  ['nasa', 'fcfs', '18239 | 8.004660 | 23753 | 1.025985 | 772.901530 | 7949022 | 0.46609933'],
  ['nasa', 'easy', '18239 | 4.028072 | 23753 | 1.011759 | 768.924941 | 7949022 | 0.46609933'],
  ['nasa', 'conservative', '18239 | 4.028072 | 23753 | 1.011759 | 768.924941 | 7949022 | 0.46609933'],
];

const schedules = hasReferenceLogs ? describe : describe.skip;

schedules('public logs (skipped where they are not at hand)', () => {
  it.each(published)('%s under %s starts every job at the published second', (log, policy, figures) => {
    const jobs = referenceLogs[log]();
    const { start, counts, metrics } = simulateBatch(jobs, { processorCount: 128, policy });
    const expected = referenceStarts(log, policy === 'conservative' ? 'cons' : policy);
    expect(expected.size).toBe(jobs.count);
    const wrong = [...jobs.number].filter((number, job) => expected.get(number) !== start[job]);
    expect(wrong).toEqual([]);
    expect(counts.finished + counts.interrupted).toBe(jobs.count);
    const row = metrics && [
      jobs.count,
      metrics.meanWaitSeconds.toFixed(6),
      metrics.maximumWaitSeconds,
      metrics.meanBoundedSlowdown.toFixed(6),
      metrics.meanResponseSeconds.toFixed(6),
      metrics.makespanSeconds,
      metrics.utilization.toFixed(8),
    ];
    expect(row?.join(' | ')).toBe(figures);
  });
});
