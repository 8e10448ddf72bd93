import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import type { PlacedNode } from '../plan.ts';
import type { JobStream, Queue, QueueNodes } from './read-queues.ts';

/** Nodes of one type of a queue's fleet. */
export interface FleetNodes extends QueueNodes {
  readonly placementId: string;
  readonly nodeType: string;
  readonly cores: number;
  readonly memoryGib: number | null;
  readonly gpus: number;
}

/**
 * The fleet of a queue in a scenario: its one placement with the numbers of the queue, or each of several with its row of
 * QueueNodes, in the order in which they are filled. Reports what does not go together.
 */
export const queueFleet = (queue: Queue, placed: readonly PlacedNode[]): Result<readonly FleetNodes[]> => {
  const issues: Issue[] = [];
  const nodesOf = (each: PlacedNode, numbers: QueueNodes): FleetNodes[] => {
    const { placement, node } = each;
    if (node.physicalCoreCount === null) {
      issues.push(makeIssue('node-type-without-cores', { nodeType: node.name, workUnit: 'cores' }, { location: placement.at('NodeType') }));
      return [];
    }
    const { minNodes, maxNodes, bootSeconds, idleSeconds } = numbers;
    const size = { cores: node.physicalCoreCount, memoryGib: node.memoryGib, gpus: node.gpuCount };
    return [{ minNodes, maxNodes, bootSeconds, idleSeconds, placementId: placement.id, nodeType: node.name, ...size }];
  };
  for (const { placement } of placed) {
    if (placement.share !== 1) issues.push(makeIssue('queue-not-shared', { queue: queue.id, share: placement.share }, { location: placement.at('Share') }));
  }
  const [first] = placed;
  if (!first) return fail();
  if (queue.nodes.length === 0 && placed.length === 1) {
    const fleet = nodesOf(first, queue);
    return issues.length > 0 ? fail(...issues) : ok(fleet);
  }
  for (const { placement, node } of placed) {
    const alike = placed.filter(each => each.node.name === node.name).length;
    const rows = queue.nodes.filter(({ nodeType }) => nodeType === node.name.toLowerCase()).length;
    if (alike !== 1 || rows !== 1) {
      issues.push(makeIssue('queue-nodes-unmatched', { queue: queue.id, nodeType: node.name }, { location: placement.at('NodeType') }));
    }
    if (placement.from !== first.placement.from || placement.to !== first.placement.to) {
      const values = { queue: queue.id, placement: placement.id, other: first.placement.id };
      issues.push(makeIssue('queue-dates-differ', values, { location: placement.at('From') }));
    }
  }
  if (issues.length > 0) return fail(...issues);
  const fleet = queue.nodes.flatMap(stated =>
    placed.filter(({ node }) => node.name.toLowerCase() === stated.nodeType).flatMap(each => nodesOf(each, stated)));
  return issues.length > 0 ? fail(...issues) : ok(fleet);
};

const timesIn = (there: number | null, need: number): number => (need === 0 || there === null ? Infinity : Math.floor(there / need));

/** Tasks of a stream a node has room for, when nothing else is on it. */
const tasksOn = ({ cores, memoryGib, gpus }: FleetNodes, stream: JobStream): number =>
  Math.min(timesIn(cores, stream.cores), timesIn(memoryGib, stream.memoryGib ?? 0), timesIn(gpus, stream.gpus));

/** Jobs no node, or not the whole fleet, has room for. Told of the type with the most cores, or the one that comes nearest. */
export const jobsWithoutRoom = ({ policy, streams }: Queue, fleet: readonly FleetNodes[]): Issue[] =>
  streams.flatMap((stream): Issue[] => {
    const { id, cores, tasks, isCoupled, memoryGib, gpus, at } = stream;
    const largest = fleet.reduce((most, each) => (each.cores > most.cores ? each : most));
    const tooLarge = (column: string, asked: number, available: number, { nodeType }: FleetNodes, nodes: number): Issue[] =>
      [makeIssue('queued-job-too-large', { job: id, asked, available, nodeType, nodes }, { location: at(column) })];
    if (policy !== 'best-fit') {
      const all = fleet.reduce((sum, each) => sum + each.maxNodes * each.cores, 0);
      return cores * tasks > all ? tooLarge('Cores', cores * tasks, all, largest, largest.maxNodes) : [];
    }
    const wanted = isCoupled ? tasks : 1;
    const roomOf = (each: FleetNodes): number => each.maxNodes * tasksOn(each, stream);
    if (fleet.some(each => roomOf(each) >= wanted)) return [];
    if (largest.cores < cores) return tooLarge('Cores', cores, largest.cores, largest, 1);
    const most = (amountOf: (each: FleetNodes) => number): FleetNodes =>
      fleet.reduce((best, each) => (amountOf(each) > amountOf(best) ? each : best));
    const [byMemory, byGpus, nearest] = [most(each => each.memoryGib ?? Infinity), most(each => each.gpus), most(roomOf)];
    if (timesIn(byMemory.memoryGib, memoryGib ?? 0) === 0) {
      const values = { job: id, asked: memoryGib ?? 0, available: byMemory.memoryGib ?? 0, nodeType: byMemory.nodeType };
      return [makeIssue('queued-job-memory', values, { location: at('MemoryGiB') })];
    }
    if (byGpus.gpus < gpus) return tooLarge('Gpus', gpus, byGpus.gpus, byGpus, 1);
    return tooLarge('Tasks', wanted, roomOf(nearest), nearest, nearest.maxNodes);
  });
