import { makeIssue } from '../../../issue/issue-codes.ts';
import type { Issue } from '../../../issue/issue.ts';
import { JobBuilder } from '../jobs/job-builder.ts';
import { headerReader } from './swf-header.ts';
import { swfField, swfFieldCount, type SwfDepartment } from './swf-fields.ts';
import { parseSwfLine, type LineProblem } from './swf-line.ts';
import type { SwfReading } from './swf-log.ts';

export interface SwfOptions {
  /** Which column names the department; the group otherwise. */
  readonly department?: SwfDepartment;
}

/** A log being read. Feed it every chunk in order, then `end` once. */
export interface SwfReader {
  write(chunk: Uint8Array): void;
  end(): SwfReading;
}

const newline = 0x0a;
const semicolon = 0x3b;
/** No line of the format is longer; a file without line ends is none of it. */
const longestLine = 65_536;
const maximumIssueCount = 100;

/**
 * Reads a log in the Standard Workload Format from its bytes, in chunks of any size: no text is made of a job's line, and
 * memory grows with the jobs alone.
 *
 * Reports `swf-line-cut`, `swf-field-count`, `swf-field`, `swf-empty`, each with its line, at most 100 and then
 * `swf-more-problems`; as warnings `swf-out-of-order`, `swf-no-run`.
 */
export const readSwf = ({ department = 'group' }: SwfOptions = {}): SwfReader => {
  const builder = new JobBuilder();
  const header = headerReader();
  const issues: Issue[] = [];
  const values = new Float64Array(swfFieldCount);
  const departmentField = swfField[department];
  let problemCount = 0;
  let lineCount = 0;
  let markCount = 0;
  let firstMark = 0;
  /** The beginning of a line whose end is in the next chunk. */
  let carried = new Uint8Array(0);
  let isSkippingLine = false;

  const report = (issue: Issue): void => {
    problemCount += 1;
    if (issues.length < maximumIssueCount) issues.push(issue);
  };
  const reportLine = (problem: LineProblem): void => {
    const line = lineCount;
    if (problem.kind === 'count') report(makeIssue('swf-field-count', { line, count: problem.count, expected: swfFieldCount }));
    else report(makeIssue('swf-field', { line, field: problem.field, text: problem.text }));
  };

  const takeLine = (bytes: Uint8Array, from: number, to: number): void => {
    lineCount += 1;
    if (bytes[from] === semicolon) return header.read(bytes, from, to);
    const problem = parseSwfLine(bytes, from, to, values);
    if (problem === 'blank') return;
    if (problem) return reportLine(problem);
    const runSeconds = values[swfField.runSeconds] as number;
    const submit = values[swfField.submit] as number;
    const allocated = values[swfField.allocatedProcessors] as number;
    const processors = allocated > 0 ? allocated : runSeconds > 0 ? (values[swfField.requestedProcessors] as number) : allocated;
    if (runSeconds <= 0 || processors <= 0 || submit < 0) {
      markCount += 1;
      firstMark ||= lineCount;
    }
    const isAdded = builder.add({
      number: values[swfField.number] as number,
      submit,
      runSeconds,
      estimateSeconds: values[swfField.requestedSeconds] as number,
      processors,
      department: values[departmentField] as number,
      queue: values[swfField.queue] as number,
    });
    if (!isAdded) {
      const field = values.findIndex(value => Math.abs(value) > 2 ** 31 - 1);
      report(makeIssue('swf-field', { line: lineCount, field: field + 1, text: String(values[field]) }));
    }
  };

  /** Keeps the start of a line; too long a one is reported once and skipped to its end. */
  const carry = (bytes: Uint8Array, from: number): void => {
    if (isSkippingLine) return;
    const rest = bytes.subarray(from);
    if (carried.length + rest.length > longestLine) {
      lineCount += 1;
      report(makeIssue('swf-line-cut', { line: lineCount }));
      carried = new Uint8Array(0);
      isSkippingLine = true;
      return;
    }
    const joined = new Uint8Array(carried.length + rest.length);
    joined.set(carried);
    joined.set(rest, carried.length);
    carried = joined;
  };

  return {
    write(chunk) {
      let from = 0;
      let end = chunk.indexOf(newline);
      if (end >= 0 && (carried.length > 0 || isSkippingLine)) {
        carry(chunk.subarray(0, end), 0);
        if (!isSkippingLine) takeLine(carried, 0, carried.length);
        carried = new Uint8Array(0);
        isSkippingLine = false;
        from = end + 1;
        end = chunk.indexOf(newline, from);
      }
      while (end >= 0) {
        takeLine(chunk, from, end);
        from = end + 1;
        end = chunk.indexOf(newline, from);
      }
      if (from < chunk.length) carry(chunk, from);
    },
    end() {
      if (carried.length > 0) takeLine(carried, 0, carried.length);
      if (builder.count === 0 && problemCount === 0) report(makeIssue('swf-empty', {}));
      if (problemCount > issues.length)
        issues.push(makeIssue('swf-more-problems', { count: problemCount - issues.length }));
      if (issues.length > 0) return { ok: false, issues };
      const warnings: Issue[] = [];
      const { outOfOrderCount } = builder;
      if (outOfOrderCount > 0)
        warnings.push(makeIssue('swf-out-of-order', { count: outOfOrderCount }, { severity: 'warning' }));
      if (markCount > 0)
        warnings.push(makeIssue('swf-no-run', { count: markCount, line: firstMark }, { severity: 'warning' }));
      return { ok: true, log: { header: header.found(), jobs: builder.finish() }, warnings };
    },
  };
};
