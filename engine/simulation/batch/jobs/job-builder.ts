import { emptyBatchJobs, type BatchJob, type BatchJobs } from './batch-jobs.ts';
import { orderBySubmission } from './order-by-submission.ts';

const rowsPerBlock = 65_536;
const greatestInteger = 2 ** 31 - 1;

/** Jobs read one after the other, however many there are: kept in blocks, so that nothing is copied while it grows. */
export class JobBuilder {
  /** Jobs whose submission lies before one read earlier. */
  outOfOrderCount = 0;
  count = 0;
  private readonly blocks: BatchJobs[] = [];
  private block = emptyBatchJobs(0);
  private filled = 0;
  private latest = -Infinity;

  /**
   * Adds a job by the rules every log is read by (Feitelson's Standard Workload Format, version 2.2; the order of the
   * rules is that of the simulator the schedules are compared with). [EQ-BAT-1]
   * - Without run time, processors or submission it is a mark in the log: one second on at least one processor.
   * - Without a requested time the estimate is the run time.
   * - It is ended when the requested time is up.
   * @returns false when a time or size is beyond 2^31 - 1 and the job was not added.
   */
  add(job: BatchJob): boolean {
    const { number = this.count + 1, submit, runSeconds, processors, department = -1, queue = -1 } = job;
    const { estimateSeconds = runSeconds } = job;
    const isMark = runSeconds <= 0 || processors <= 0 || submit < 0;
    const requested = estimateSeconds > 0 ? estimateSeconds : runSeconds;
    const run = isMark ? 1 : Math.trunc(Math.max(Math.min(requested, runSeconds), 1));
    const estimate = isMark ? 1 : Math.trunc(Math.max(requested, runSeconds, 1));
    const wanted = isMark ? Math.max(1, processors) : processors;
    if (Math.max(run, estimate, wanted, Math.abs(number)) > greatestInteger || !Number.isSafeInteger(submit)) return false;
    const instant = isMark ? Math.max(submit, 1) : submit;
    if (instant < this.latest) this.outOfOrderCount += 1;
    else this.latest = instant;
    if (this.filled === this.block.count) {
      this.block = emptyBatchJobs(rowsPerBlock);
      this.blocks.push(this.block);
      this.filled = 0;
    }
    const { block, filled } = this;
    block.number[filled] = number;
    block.submit[filled] = instant;
    block.runSeconds[filled] = run;
    block.estimateSeconds[filled] = estimate;
    block.processors[filled] = wanted;
    block.department[filled] = department;
    block.queue[filled] = queue;
    block.isCutShort[filled] = !isMark && requested < runSeconds ? 1 : 0;
    this.filled += 1;
    this.count += 1;
    return true;
  }

  /** All jobs, those out of order brought into it; jobs of one second stay as they came. The builder is empty afterwards. */
  finish(): BatchJobs {
    const jobs = emptyBatchJobs(this.count);
    let from = 0;
    for (let index = 0; index < this.blocks.length; index += 1) {
      const block = this.blocks[index] as BatchJobs;
      const length = Math.min(rowsPerBlock, this.count - from);
      copyColumns(block, jobs, from, length);
      // lets each block go as soon as it is copied
      this.blocks[index] = emptyBatchJobs(0);
      from += length;
    }
    if (this.outOfOrderCount > 0) orderBySubmission(jobs);
    return jobs;
  }
}

const copyColumns = (from: BatchJobs, to: BatchJobs, offset: number, length: number): void => {
  to.number.set(from.number.subarray(0, length), offset);
  to.submit.set(from.submit.subarray(0, length), offset);
  to.runSeconds.set(from.runSeconds.subarray(0, length), offset);
  to.estimateSeconds.set(from.estimateSeconds.subarray(0, length), offset);
  to.processors.set(from.processors.subarray(0, length), offset);
  to.department.set(from.department.subarray(0, length), offset);
  to.queue.set(from.queue.subarray(0, length), offset);
  to.isCutShort.set(from.isCutShort.subarray(0, length), offset);
};

/** Jobs from a list: for tables, tests and examples. Throws on a value beyond 2^31 - 1. */
export const batchJobs = (list: readonly BatchJob[]): BatchJobs => {
  const builder = new JobBuilder();
  for (const job of list) if (!builder.add(job)) throw new RangeError(`A job beyond all measure: ${JSON.stringify(job)}`);
  return builder.finish();
};
