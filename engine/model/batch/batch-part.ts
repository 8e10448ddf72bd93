import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { PlacedQueue } from '../../report/queue-outcome.ts';
import { buildQueues, queueChecks } from '../../report/tables/queues.ts';
import { buildQueueWaits } from '../../report/tables/queue-waits.ts';
import { instantOfHour, planHours } from '../../workload/horizon.ts';
import type { ModelPart, PartInput } from '../parts/model-part.ts';
import type { PartUse, PartWorkload, Placement } from '../plan.ts';
import { departmentsTable, jobsTable, queuesTable } from '../tables/queue-tables.ts';
import { queueOutcome } from './queue-outcome.ts';
import { queuedJobs } from './queued-jobs.ts';
import { readQueues, type Queue } from './read-queues.ts';
import { runQueue } from './run-queue.ts';

/** A queue on the nodes of a placement: what is paid, and what came of its jobs. */
interface RanQueue {
  readonly use: PartUse;
  readonly outcome: PlacedQueue['outcome'];
}

/** What a node has to have for the jobs of a queue. */
interface NodeSize {
  readonly name: string;
  readonly cores: number;
  readonly memoryGib: number | null;
}

/** Jobs no node, or not the whole fleet, has room for. */
const tooLarge = ({ policy, maxNodes, streams }: Queue, node: NodeSize): Issue[] =>
  streams.flatMap(({ id, cores, tasks, isCoupled, memoryGib, at }) => {
    const countsCores = policy !== 'best-fit';
    const [asked, available] = countsCores ? [cores * tasks, maxNodes * node.cores] : [cores, node.cores];
    if (asked > available) {
      const values = { job: id, asked, available, nodeType: node.name, nodes: countsCores ? maxNodes : 1 };
      return [makeIssue('queued-job-too-large', values, { location: at('Cores') })];
    }
    if (countsCores) return [];
    const byMemory = memoryGib === null || memoryGib === 0 || node.memoryGib === null ? Infinity : Math.floor(node.memoryGib / memoryGib);
    if (byMemory === 0) {
      const values = { job: id, asked: memoryGib ?? 0, available: node.memoryGib ?? 0, nodeType: node.name };
      return [makeIssue('queued-job-memory', values, { location: at('MemoryGiB') })];
    }
    const room = maxNodes * Math.min(byMemory, Math.floor(node.cores / cores));
    if (!isCoupled || tasks <= room) return [];
    return [makeIssue('queued-job-too-large', { job: id, asked: tasks, available: room, nodeType: node.name, nodes: maxNodes }, { location: at('Tasks') })];
  });

/** A load above what the fleet can do is a result: told with the instant since which somebody always waited. */
const backlogWarnings = (queue: Queue, placement: Placement, { all, backlogSince, offeredLoad }: PlacedQueue['outcome']): Issue[] => {
  if (backlogSince === null || offeredLoad <= 1) return [];
  const values = { queue: queue.id, placement: placement.id, count: all.waiting, since: isoOfInstant(backlogSince) };
  return [makeIssue('queue-backlog', values, { severity: 'warning', location: queue.at('MaxNodes') })];
};

const run = (
  queue: Queue,
  placement: Placement,
  node: NodeSize,
  { settings, horizon }: PartInput,
  shares: ReadonlyMap<string, number>,
): Result<RanQueue> => {
  const problems = tooLarge(queue, node);
  if (problems.length > 0) return fail(...problems);
  const [first, end] = planHours(horizon, placement.from, placement.to);
  const period = { start: instantOfHour(horizon, first), end: instantOfHour(horizon, end) };
  const jobs = queuedJobs(queue, period, settings.timeZone, settings.randomSeed);
  if (!jobs.ok) return jobs;
  const ran = runQueue(queue, jobs.value, node, end - first, shares);
  const outcome = queueOutcome(queue, jobs.value, ran, node.cores, period);
  const nodeSecondsByHour = new Float64Array(horizon.hourCount);
  nodeSecondsByHour.set(ran.nodeSecondsByHour, first);
  return ok({ use: { nodeSecondsByHour, period, warnings: backlogWarnings(queue, placement, outcome) }, outcome });
};

/** Jobs that wait for nodes, departments that share them: asked by the tables Queues and Jobs. */
export const batchPart: ModelPart = {
  id: 'batch',
  specs: [queuesTable, departmentsTable, jobsTable],
  ask(part) {
    const { queues, shares, tables, issues } = readQueues(part.input);
    const placed = new Map<string, PlacedQueue>();
    const known = new Map<string, Result<RanQueue>>();
    const workloads = queues.map((queue): PartWorkload => ({
      kind: 'part',
      id: queue.id,
      keyColumn: 'QueueId',
      ownership: queue.ownership,
      at: queue.at,
      use(placement, { name, physicalCoreCount: cores, memoryGib }) {
        if (placement.share !== 1) {
          return fail(makeIssue('queue-not-shared', { queue: queue.id, share: placement.share }, { location: placement.at('Share') }));
        }
        if (cores === null) {
          return fail(makeIssue('node-type-without-cores', { nodeType: name, workUnit: 'cores' }, { location: placement.at('NodeType') }));
        }
        // Scenarios that differ in price alone share the work.
        const key = JSON.stringify([queue.id, cores, memoryGib, ...planHours(part.horizon, placement.from, placement.to)]);
        const ran = known.get(key) ?? run(queue, placement, { name, cores, memoryGib }, part, shares);
        known.set(key, ran);
        if (!ran.ok) return ran;
        placed.set(placement.id, { placementId: placement.id, queueId: queue.id, outcome: ran.value.outcome });
        return ok(ran.value.use);
      },
    }));
    return {
      issues,
      tables,
      workloads,
      answer: () => ({
        issues: [],
        makeReport(results, ledger) {
          const waits = buildQueueWaits(placed, results);
          return {
            tables: [buildQueues(placed, results, ledger), waits.table],
            charts: waits.charts,
            checks: queueChecks(placed, results, ledger),
          };
        },
      }),
    };
  },
};
