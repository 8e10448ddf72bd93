import type { NodeType } from '../../catalog/node-type.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { nodeTypeKey, type PriceBook } from '../../pricing/price-book.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import { extrapolateWork, type WorkEstimate } from '../../simulation/extrapolate.ts';
import { farmRun, type FarmRun } from '../../simulation/farm-run.ts';
import type { FarmWork } from '../../simulation/job-time.ts';
import { serviceCapacity, type ServiceCapacity } from '../../simulation/service-capacity.ts';
import type { DemandPlan } from '../../workload/demand.ts';
import { planHours } from '../../workload/horizon.ts';
import type { Job, PartUse, PartWorkload, PlacedNode, Placement, Service } from '../plan.ts';

export interface ServiceUsage {
  readonly kind: 'service';
  readonly service: Service;
  readonly capacity: ServiceCapacity;
  readonly activeHours: readonly [first: number, end: number];
  readonly nodeSecondsByHour: Float64Array;
}

export interface JobUsage {
  readonly kind: 'job';
  readonly job: Job;
  readonly run: FarmRun;
  readonly work: FarmWork;
  /** Share of the job's work with its band, when samples measured it. */
  readonly estimate: WorkEstimate | null;
  readonly nodeSecondsByHour: Float64Array;
  readonly warnings: readonly Issue[];
}

export interface OtherUsage extends PartUse {
  readonly kind: 'part';
}

export type PlacementUsage = ServiceUsage | JobUsage | OtherUsage;

/** Capacity of a service by share and time: scenarios that differ in price only share it. */
export type CapacityMemory = Map<string, ServiceUsage>;

/** Nodes a service placement runs in each hour. Computed once for each share and time of a service. */
export const serviceUsage = (
  placement: Placement,
  service: Service,
  demandByHour: Float64Array,
  { horizon }: DemandPlan,
  memory: CapacityMemory,
): ServiceUsage => {
  const activeHours = planHours(horizon, placement.from, placement.to);
  const name = [service.id, placement.share, ...activeHours].join('|');
  const known = memory.get(name);
  if (known) return known;
  const capacity = serviceCapacity({
    sizing: service.sizing,
    demandByHour,
    share: placement.share,
    activeHours,
    periods: horizon.months.map(({ startHour, endHour }) => [startHour, endHour] as const),
  });
  const { nodeSecondsByHour } = capacity;
  const usage: ServiceUsage = { kind: 'service', service, capacity, activeHours, nodeSecondsByHour };
  memory.set(name, usage);
  return usage;
};

const findNode = (book: PriceBook, { key }: Placement): NodeType | undefined =>
  book.nodeTypes.get(nodeTypeKey(key.provider, key.nodeType))?.nodeType;

/** What a part's work runs in a placement; null when its node type is unknown (its price says so). */
export const partUsage = (
  placement: Placement,
  workload: PartWorkload,
  book: PriceBook,
  placements: readonly Placement[],
): Result<OtherUsage> | null => {
  const nodeType = findNode(book, placement);
  const beside = (): PlacedNode[] =>
    placements.flatMap(other => {
      const node = other.workload === workload && other.scenarioId === placement.scenarioId ? findNode(book, other) : undefined;
      return node ? [{ placement: other, node }] : [];
    });
  const use = nodeType && workload.use(placement, nodeType, beside());
  if (!use) return null;
  return use.ok ? ok({ kind: 'part', ...use.value }) : use;
};

/** Cores the job's work is counted in, of one node: physical cores, or GPUs; null when not known. */
const coresOf = (nodeType: NodeType, { workUnit }: Job): number | null =>
  workUnit === 'gpu-hours' ? nodeType.gpuCount || null : nodeType.physicalCoreCount;

/** Core counts of the node types a job is placed on: samples may leave theirs open when there is only one. */
export const coreCountsByJob = (
  placements: readonly Placement[],
  book: PriceBook,
): ReadonlyMap<Job, ReadonlySet<number>> => {
  const counts = new Map<Job, Set<number>>();
  for (const placement of placements) {
    const { workload } = placement;
    if (workload.kind !== 'job') continue;
    const nodeType = findNode(book, placement);
    const cores = nodeType && coresOf(nodeType, workload);
    const known = counts.get(workload) ?? new Set<number>();
    counts.set(workload, cores ? known.add(cores) : known);
  }
  return counts;
};

/** Work of the whole job; a sample that leaves its cores open ran on the one core count the job is placed on. */
const jobWork = (
  job: Job,
  coreCounts: ReadonlySet<number>,
): Result<{ workHours: number; estimate: WorkEstimate | null }> => {
  if (typeof job.work === 'number') return ok({ workHours: job.work, estimate: null });
  const { samples, totalUnits, coresLocation } = job.work;
  const [only] = coreCounts;
  if (coresLocation && (coreCounts.size !== 1 || only === undefined)) {
    const values = { job: job.id, coreCounts: [...coreCounts].sort((a, b) => a - b).join(', ') };
    return fail(makeIssue('sample-cores-unknown', values, { location: coresLocation }));
  }
  const estimate = extrapolateWork(
    samples.map(sample => ({ ...sample, coresPerNode: sample.coresPerNode ?? only ?? 1 })),
    totalUnits,
  );
  return ok({ workHours: estimate.workHours, estimate });
};

const scaled = (estimate: WorkEstimate, share: number): WorkEstimate => ({
  ...estimate,
  workHours: estimate.workHours * share,
  lowWorkHours: estimate.lowWorkHours === null ? null : estimate.lowWorkHours * share,
  highWorkHours: estimate.highWorkHours === null ? null : estimate.highWorkHours * share,
});

/**
 * The run of a job placement. Null when its node type is unknown (its price says so). Reports `node-type-without-
 * cores`, `sample-cores-unknown`, `job-outside-placement`; warns of `job-ends-late`: what lies beyond is not in the
 * ledger.
 */
export const jobUsage = (
  placement: Placement,
  job: Job,
  book: PriceBook,
  { horizon, timeZone }: DemandPlan,
  coreCounts: ReadonlySet<number>,
): Result<JobUsage> | null => {
  const nodeType = findNode(book, placement);
  if (!nodeType) return null;
  const issues: Issue[] = [];
  const coresPerNode = coresOf(nodeType, job);
  if (!coresPerNode) {
    const values = { nodeType: nodeType.name, workUnit: job.workUnit };
    issues.push(makeIssue('node-type-without-cores', values, { location: placement.at('NodeType') }));
  }
  const whole = jobWork(job, coreCounts);
  if (!whole.ok && coreCounts.size > 0) issues.push(...whole.issues);

  const [earliest, latest] = [Math.max(placement.from, horizon.start), Math.min(placement.to, horizon.end)];
  const start = job.localStart === null ? earliest : timeZone.instantOf(job.localStart);
  if (start < earliest || start >= latest) {
    const values = { job: job.id, start: isoOfInstant(start), from: isoOfInstant(earliest), to: isoOfInstant(latest) };
    issues.push(
      makeIssue('job-outside-placement', values, { location: job.at(job.localStart === null ? 'JobId' : 'Start') }),
    );
  }
  if (issues.length > 0 || !coresPerNode || !whole.ok) return fail(...issues);

  const { bootSeconds, efficiency, sigma, kappa, quantumSeconds, nodeCount } = job;
  const work: FarmWork = {
    workHours: whole.value.workHours * placement.share,
    coresPerNode,
    bootSeconds,
    efficiency,
    sigma,
    kappa,
  };
  const run = farmRun({ work, nodeCount, quantumSeconds, start }, horizon);
  const values = { job: job.id, end: isoOfInstant(run.billedEnd), limit: isoOfInstant(latest) };
  const warnings =
    run.billedEnd > latest
      ? [makeIssue('job-ends-late', values, { severity: 'warning', location: job.at('Nodes') })]
      : [];
  const estimate = whole.value.estimate && scaled(whole.value.estimate, placement.share);
  return ok({ kind: 'job', job, run, work, estimate, nodeSecondsByHour: run.nodeSecondsByHour, warnings });
};
