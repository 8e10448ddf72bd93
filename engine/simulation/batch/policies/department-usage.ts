import type { BatchJobs } from '../jobs/batch-jobs.ts';

/** How the machine is shared among departments. */
export interface FairShareOptions {
  /** Share of each department by its number, in any unit, above 0; 1 where none is stated. */
  readonly shares?: ReadonlyMap<number, number>;
  /** Seconds after which past use counts half; Infinity: it counts for ever. */
  readonly halfLifeSeconds?: number;
}

/** Slurm's default of `PriorityDecayHalfLife`: 7 days. */
const defaultHalfLifeSeconds = 7 * 86_400;
/** Beyond this many half-lives all charges are scaled down, so that they stay in a double's range. */
const mostHalfLives = 500;

/**
 * What each department has used for its share. A job is charged its estimate when it starts and given back, when it ends
 * early, what it did not use. Instead of letting all past use decay, each charge weighs more the later it is: the order
 * of the departments is the same, and nobody's account has to be touched but the charged one's.
 */
export class DepartmentUsage {
  readonly departmentCount: number;
  private readonly indexes = new Map<number, number>();
  private readonly shares: number[] = [];
  private readonly charged: Float64Array;
  private readonly halfLifeSeconds: number;
  private scaledHalfLives = 0;

  constructor(
    private readonly jobs: BatchJobs,
    { shares = new Map(), halfLifeSeconds = defaultHalfLifeSeconds }: FairShareOptions,
  ) {
    for (let job = 0; job < jobs.count; job += 1) {
      const department = jobs.department[job] as number;
      if (this.indexes.has(department)) continue;
      this.indexes.set(department, this.shares.length);
      this.shares.push(shares.get(department) ?? 1);
    }
    this.departmentCount = this.shares.length;
    this.charged = new Float64Array(this.departmentCount);
    this.halfLifeSeconds = halfLifeSeconds;
  }

  /** Index of a job's department, from 0 in the order in which departments first submit. */
  departmentOf(job: number): number {
    return this.indexes.get(this.jobs.department[job] as number) as number;
  }

  usageForShare(department: number): number {
    return (this.charged[department] as number) / (this.shares[department] as number);
  }

  charge(job: number, now: number): void {
    this.book(job, now, this.jobs.estimateSeconds[job] as number);
  }

  /** Takes back what a job that started at `start` was charged and did not run. */
  giveBack(job: number, start: number): void {
    const unused = (this.jobs.estimateSeconds[job] as number) - (this.jobs.runSeconds[job] as number);
    if (unused > 0) this.book(job, start, -unused);
  }

  private book(job: number, start: number, seconds: number): void {
    let halfLives = start / this.halfLifeSeconds - this.scaledHalfLives;
    if (halfLives > mostHalfLives) {
      for (let index = 0; index < this.departmentCount; index += 1)
        this.charged[index] = (this.charged[index] as number) * 2 ** -halfLives;
      this.scaledHalfLives += halfLives;
      halfLives = 0;
    }
    const department = this.departmentOf(job);
    const charge = (this.jobs.processors[job] as number) * seconds * 2 ** halfLives;
    this.charged[department] = (this.charged[department] as number) + charge;
  }
}
