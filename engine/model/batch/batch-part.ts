import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { PlacedQueue } from '../../report/queue-outcome.ts';
import { buildQueues, queueChecks } from '../../report/tables/queues.ts';
import { buildQueueWaits } from '../../report/tables/queue-waits.ts';
import { instantOfHour, planHours } from '../../workload/horizon.ts';
import { makeLocalClock } from '../../workload/local-clock.ts';
import type { ModelPart, PartInput } from '../parts/model-part.ts';
import type { PartUse, PartWorkload, Placement } from '../plan.ts';
import { departmentsTable, jobsTable, queueNodesTable, queuesTable } from '../tables/queue-tables.ts';
import { queueOutcome } from './queue-outcome.ts';
import { queuedJobs } from './queued-jobs.ts';
import { jobsWithoutRoom, queueFleet, type FleetNodes } from './queue-fleet.ts';
import { readQueues, type Queue } from './read-queues.ts';
import { runQueue } from './run-queue.ts';

/** A queue on the nodes of a scenario: what is paid of each type, and what came of its jobs. */
interface RanQueue {
  /** By node type. */
  readonly uses: ReadonlyMap<string, PartUse>;
  readonly outcome: PlacedQueue['outcome'];
}

/** A load above what the fleet can do is a result: told with the instant since which somebody always waited. */
const backlogWarnings = (queue: Queue, placement: Placement, { all, backlogSince, offeredLoad }: PlacedQueue['outcome']): Issue[] => {
  if (backlogSince === null || offeredLoad <= 1) return [];
  const values = { queue: queue.id, placement: placement.id, count: all.waiting, since: isoOfInstant(backlogSince) };
  return [makeIssue('queue-backlog', values, { severity: 'warning', location: queue.at('MaxNodes') })];
};

/** 1 for each hour of the plan to which work is held back; none when nothing is. */
const preferredHours = ({ preferred }: Queue, { settings, horizon }: PartInput): Uint8Array => {
  if (!preferred) return new Uint8Array(0);
  const [from, to] = preferred;
  return makeLocalClock(horizon, settings.timeZone).hourOfDay.map(hour =>
    Number(from < to ? hour >= from && hour < to : hour >= from || hour < to));
};

const run = (
  queue: Queue,
  placement: Placement,
  fleet: readonly FleetNodes[],
  part: PartInput,
  shares: ReadonlyMap<string, number>,
): Result<RanQueue> => {
  const { settings, horizon } = part;
  const problems = jobsWithoutRoom(queue, fleet);
  if (problems.length > 0) return fail(...problems);
  const [first, end] = planHours(horizon, placement.from, placement.to);
  const period = { start: instantOfHour(horizon, first), end: instantOfHour(horizon, end) };
  const jobs = queuedJobs(queue, period, settings.timeZone, settings.randomSeed);
  if (!jobs.ok) return jobs;
  const preferred = preferredHours(queue, part).subarray(first, end);
  const ran = runQueue(queue, jobs.value, fleet, end - first, preferred, shares);
  const outcome = queueOutcome(queue, jobs.value, ran, fleet, period);
  const warnings = backlogWarnings(queue, placement, outcome);
  const uses = fleet.map(({ nodeType }, index): readonly [string, PartUse] => {
    const nodeSecondsByHour = new Float64Array(horizon.hourCount);
    nodeSecondsByHour.set(ran.nodeSecondsByHour[index] ?? new Float64Array(0), first);
    return [nodeType, { nodeSecondsByHour, period, warnings: index === 0 ? warnings : [] }];
  });
  return ok({ uses: new Map(uses), outcome });
};

/** Jobs that wait for nodes, departments that share them: asked by the tables Queues and Jobs. */
export const batchPart: ModelPart = {
  id: 'batch',
  specs: [queuesTable, queueNodesTable, departmentsTable, jobsTable],
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
      isSpreadOverNodeTypes: queue.nodes.length > 0,
      use(placement, node, beside) {
        const fleet = queueFleet(queue, beside);
        if (!fleet.ok) return fleet;
        // Scenarios that differ in price alone share the work.
        const sizes = fleet.value.map(({ placementId: _, ...size }) => size);
        const key = JSON.stringify([queue.id, sizes, ...planHours(part.horizon, placement.from, placement.to)]);
        const ran = known.get(key) ?? run(queue, placement, fleet.value, part, shares);
        known.set(key, ran);
        if (!ran.ok) return ran;
        const placementIds = fleet.value.map(({ placementId }) => placementId);
        const [main] = placementIds;
        if (main === placement.id) placed.set(main, { placementIds, queueId: queue.id, outcome: ran.value.outcome });
        const use = ran.value.uses.get(node.name);
        if (!use) throw new Error(`${node.name} is not of the fleet of ${queue.id}`);
        return ok(use);
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
