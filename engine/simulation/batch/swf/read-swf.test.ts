import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hasReferenceLogs, referenceLogs } from '../../../test/batch/reference-logs.ts';
import { readSwf, type SwfOptions } from './read-swf.ts';
import type { SwfReading } from './swf-log.ts';

const line = (values: Readonly<Record<number, number | string>>): string =>
  Array.from({ length: 18 }, (_, index) => values[index + 1] ?? -1).join(' ');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (text: string, options: SwfOptions = {}, chunkSize = Infinity): SwfReading => {
  const bytes = bytesOf(text);
  const reader = readSwf(options);
  for (let from = 0; from < bytes.length; from += Math.min(chunkSize, bytes.length)) reader.write(bytes.slice(from, from + chunkSize));
  return reader.end();
};
const logOf = (reading: SwfReading) => {
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return reading.log;
};
const issuesOf = (reading: SwfReading) => (reading.ok ? [] : reading.issues.map(({ code, values }) => [code, values]));

const log = `; Version: 2.2
; MaxNodes: 32
; MaxProcs: 128
; UnixStartTime: 749458803
${line({ 1: 7, 2: 10, 4: 60, 5: 4, 9: 3600, 12: 3, 13: 2, 15: 1 })}
\t 8\t20 -1 50.9 2 -1.5 .5 -1 40 -1 1 4 2 -1 0 -1 -1 -1  \r

${line({ 1: 9, 2: 20, 4: 30, 5: -1, 8: 16, 9: -1 })}`;

describe('a log in the Standard Workload Format', () => {
  it('is read as the format says: the processors allocated, the time asked for, whole seconds', () => {
    const { header, jobs } = logOf(read(log));
    expect(header).toEqual({ maxProcessors: 128, unixStart: 749_458_803 });
    expect(jobs.count).toBe(3);
    expect([...jobs.number]).toEqual([7, 8, 9]);
    expect([...jobs.submit]).toEqual([10, 20, 20]);
    // the second ran longer than it had asked for; the third said neither time nor allocation
    expect([...jobs.runSeconds]).toEqual([60, 40, 30]);
    expect([...jobs.estimateSeconds]).toEqual([3600, 50, 30]);
    expect([...jobs.isCutShort]).toEqual([0, 1, 0]);
    expect([...jobs.processors]).toEqual([4, 2, 16]);
    expect([...jobs.department]).toEqual([2, 2, -1]);
    expect([...jobs.queue]).toEqual([1, 0, -1]);
  });

  it('charges whom the reader wants charged', () => {
    expect([...logOf(read(log, { department: 'user' })).jobs.department]).toEqual([3, 4, -1]);
    expect([...logOf(read(log, { department: 'queue' })).jobs.department]).toEqual([1, 0, -1]);
  });

  it('is the same in chunks of any size', () => {
    const whole = read(log);
    fc.assert(fc.property(fc.integer({ min: 1, max: 200 }), size => expect(read(log, {}, size)).toEqual(whole)));
  });

  it('has marks for jobs that never ran: one second each, told with the first line', () => {
    const reading = read([line({ 1: 1, 2: 0, 4: -1, 5: -1, 8: 64, 9: 43_200 }), line({ 1: 2, 2: 5, 4: 0, 5: 3 }), line({ 1: 3, 2: 6, 4: 9, 5: 0 })].join('\n'));
    const { jobs } = logOf(reading);
    expect([...jobs.submit]).toEqual([1, 5, 6]);
    expect([...jobs.runSeconds]).toEqual([1, 1, 1]);
    expect([...jobs.estimateSeconds]).toEqual([1, 1, 1]);
    expect([...jobs.processors]).toEqual([1, 3, 1]);
    expect(reading.ok && reading.warnings.map(({ code, values }) => [code, values])).toEqual([['swf-no-run', { count: 3, line: 1 }]]);
  });

  it('is sorted by submission when it is not, jobs of one second as they came', () => {
    const numbered = (number: number, submit: number) => line({ 1: number, 2: submit, 4: 1, 5: 1 });
    const reading = read([numbered(1, 50), numbered(2, 10), numbered(3, 50), numbered(4, 10), numbered(5, 50)].join('\n'));
    expect([...logOf(reading).jobs.number]).toEqual([2, 4, 1, 3, 5]);
    expect(reading.ok && reading.warnings.map(({ code, severity, values }) => [code, severity, values])).toEqual(
      [['swf-out-of-order', 'warning', { count: 2 }]],
    );
  });

  it('says every line that is no line of a log', () => {
    const good = line({ 1: 1, 2: 0, 4: 1, 5: 1 });
    const submitted = (text: string): string => good.replace(' 0 ', ` ${text} `);
    const lines = [
      '; a comment', good, '1 2 3', submitted('12:30'), `${good} 19`, submitted('-'), submitted('99999999999999999999'),
      good.replace('1', '2147483648'),
    ];
    const reading = read(lines.join('\n'));
    expect(issuesOf(reading)).toEqual([
      ['swf-field-count', { line: 3, count: 3, expected: 18 }],
      ['swf-field', { line: 4, field: 2, text: '12:30' }],
      ['swf-field-count', { line: 5, count: 19, expected: 18 }],
      ['swf-field', { line: 6, field: 2, text: '-' }],
      ['swf-field', { line: 7, field: 2, text: '99999999999999999999' }],
      ['swf-field', { line: 8, field: 1, text: '2147483648' }],
    ]);
  });

  it('says a hundred problems and counts the others', () => {
    const issues = issuesOf(read('x\n'.repeat(250)));
    expect(issues.length).toBe(101);
    expect(issues.at(-1)).toEqual(['swf-more-problems', { count: 150 }]);
  });

  it('is none when it holds no job, or no lines', () => {
    expect(issuesOf(read('; MaxProcs: 4\n\n'))).toEqual([['swf-empty', {}]]);
    expect(issuesOf(read('7'.repeat(200_000), {}, 50_000))).toEqual([['swf-line-cut', { line: 1 }]]);
    // and reading goes on after a line without an end
    expect(issuesOf(read(`${'7'.repeat(200_000)}\nx\n`, {}, 50_000))).toEqual([['swf-line-cut', { line: 1 }], ['swf-field', { line: 2, field: 1, text: 'x' }]]);
  });
});

(hasReferenceLogs ? describe : describe.skip)('public logs (skipped where they are not at hand)', () => {
  it('hold as many jobs as their pages say', () => {
    expect(referenceLogs.nasa().count).toBe(18_239);
    expect(referenceLogs['5k']().count).toBe(4961);
  });
});
