import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { batchJobs } from './job-builder.ts';

describe('jobs out of order', () => {
  it('are sorted by submission, each with all that is its own; jobs of one second stay as they came', () => {
    const submissions = fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 80 });
    fc.assert(
      fc.property(submissions, seconds => {
        const list = seconds.map((submit, index) => ({
          number: index, submit, runSeconds: index + 1, estimateSeconds: 2 * index + 2,
          processors: index + 3, department: index + 4, queue: index + 5,
        }));
        const jobs = batchJobs(list);
        // the platform's own sort is stable
        const expected = [...list].sort((a, b) => a.submit - b.submit);
        expect(Array.from({ length: jobs.count }, (_, job) => ({
          number: jobs.number[job], submit: jobs.submit[job], runSeconds: jobs.runSeconds[job], estimateSeconds: jobs.estimateSeconds[job],
          processors: jobs.processors[job], department: jobs.department[job], queue: jobs.queue[job],
        }))).toEqual(expected);
      }),
    );
  });

  it('keep their columns over more jobs than a block holds', () => {
    const runOf = (index: number) => 1 + (index % 1000);
    const jobs = batchJobs(Array.from({ length: 150_000 }, (_, index) => ({ submit: index, runSeconds: runOf(index), processors: 1 })));
    expect(jobs.count).toBe(150_000);
    expect(jobs.submit.every((submit, job) => submit === job)).toBe(true);
    expect(jobs.runSeconds.every((seconds, job) => seconds === runOf(job))).toBe(true);
  });

  it('cannot be beyond all measure', () => {
    expect(() => batchJobs([{ submit: 0, runSeconds: 2 ** 31, processors: 1 }])).toThrow('beyond all measure');
  });
});
