/** Jobs for a cluster as columns, in order of submission: 32 bytes a job. Times are whole seconds from the run's own zero. */
export interface ClusterJobs {
  readonly count: number;
  readonly submit: Float64Array;
  readonly runSeconds: Int32Array;
  /** Tasks of a job: all alike, each on one node. */
  readonly tasks: Int32Array;
  /** Cores and memory of one task. */
  readonly cores: Uint16Array;
  readonly memoryMib: Int32Array;
  /** Whole GPUs of one task. */
  readonly gpus: Uint8Array;
  /** 1 where all tasks start in the same second, on nodes of one type; else they start as each finds room. */
  readonly isTightlyCoupled: Uint8Array;
  /** Seconds from submission within which the job should end; 0 where nobody waits for it. */
  readonly deadlineSeconds: Int32Array;
  /** Seconds the job may be held back for a preferred hour. */
  readonly deferrableSeconds: Int32Array;
}

export interface ClusterJob {
  readonly submit: number;
  readonly runSeconds: number;
  readonly tasks?: number;
  readonly cores: number;
  readonly memoryMib?: number;
  readonly gpus?: number;
  readonly isTightlyCoupled?: boolean;
  readonly deadlineSeconds?: number;
  readonly deferrableSeconds?: number;
}

export const emptyClusterJobs = (count: number): ClusterJobs => ({
  count,
  submit: new Float64Array(count),
  runSeconds: new Int32Array(count),
  tasks: new Int32Array(count).fill(1),
  cores: new Uint16Array(count),
  memoryMib: new Int32Array(count),
  gpus: new Uint8Array(count),
  isTightlyCoupled: new Uint8Array(count),
  deadlineSeconds: new Int32Array(count),
  deferrableSeconds: new Int32Array(count),
});

/** Columns of a list in order of submission, from second 0. Throws on one that is not, and on a job without time, tasks or cores. */
export const clusterJobs = (list: readonly ClusterJob[]): ClusterJobs => {
  const jobs = emptyClusterJobs(list.length);
  list.forEach((job, index) => {
    const { tasks = 1, memoryMib = 0 } = job;
    if (job.submit < (list[index - 1]?.submit ?? 0)) throw new RangeError(`job ${index} comes before the one above it`);
    for (const amount of [job.runSeconds, tasks, job.cores])
      if (!(Number.isInteger(amount) && amount > 0)) throw new RangeError(`job ${index} has a size of ${amount}`);
    jobs.submit[index] = job.submit;
    jobs.runSeconds[index] = job.runSeconds;
    jobs.tasks[index] = tasks;
    jobs.cores[index] = job.cores;
    jobs.memoryMib[index] = memoryMib;
    jobs.gpus[index] = job.gpus ?? 0;
    jobs.isTightlyCoupled[index] = job.isTightlyCoupled ? 1 : 0;
    jobs.deadlineSeconds[index] = job.deadlineSeconds ?? 0;
    jobs.deferrableSeconds[index] = job.deferrableSeconds ?? 0;
  });
  return jobs;
};
