import type { Issue } from '../../issue/issue.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { EpochSeconds } from '../../quantity/calendar.ts';
import { secondsPerDay, secondsPerHour } from '../../quantity/conversion.ts';
import type { Ownership } from '../../workload/ownership.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { Locator } from '../plan.ts';
import { ownershipReader } from '../reading/read-ownership.ts';
import { locate, numberColumn, readTable, textColumn, type ReadTable } from '../reading/read-table.ts';
import { departmentsTable, jobsTable, queueNodesTable, queuesTable, type QueuePolicy } from '../tables/queue-tables.ts';

/** Equal jobs that come once, at once, or again and again. */
export interface JobStream {
  readonly id: string;
  readonly department: string;
  /** Seconds the local clock shows; null: when the placement starts. */
  readonly localStart: EpochSeconds | null;
  readonly cores: number;
  readonly tasks: number;
  readonly isCoupled: boolean;
  /** Of a task; null: any. */
  readonly memoryGib: number | null;
  /** Whole ones of a task. */
  readonly gpus: number;
  readonly meanRunSeconds: number;
  readonly hasRandomRunTimes: boolean;
  readonly estimateSeconds: number | null;
  /** Null: until the end. */
  readonly count: number | null;
  readonly meanGapSeconds: number;
  readonly hasRandomArrivals: boolean;
  readonly deadlineSeconds: number | null;
  readonly deferrableSeconds: number;
  readonly at: Locator;
}

/** Nodes of a type in a queue: how many, and how they come and go. */
export interface QueueNodes {
  readonly minNodes: number;
  readonly maxNodes: number;
  readonly bootSeconds: number;
  readonly idleSeconds: number;
}

/** A row of QueueNodes. */
export interface StatedNodes extends QueueNodes {
  /** In small letters. */
  readonly nodeType: string;
}

export interface Queue extends QueueNodes {
  readonly id: string;
  readonly policy: QueuePolicy;
  /** Local hours to which work that may be put off is held back, `[from, to)`, over midnight when `to` is not after `from`; null: none. */
  readonly preferred: readonly [from: number, to: number] | null;
  /** In the order in which they are filled; none: the numbers of the queue hold for the one node type it is placed on. */
  readonly nodes: readonly StatedNodes[];
  readonly halfLifeSeconds: number;
  readonly streams: readonly JobStream[];
  readonly ownership: Ownership;
  readonly at: Locator;
}

export interface ReadQueues {
  readonly queues: readonly Queue[];
  /** Share of a department, by its name in small letters. */
  readonly shares: ReadonlyMap<string, number>;
  readonly tables: readonly ReadTable[];
  readonly issues: readonly Issue[];
}

const secondsPerMinute = 60;

const readStreams = (table: ReadTable): Map<string, JobStream[]> => {
  const text = (id: string) => textColumn(table, id);
  const number = (id: string) => numberColumn(table, id);
  const [id, queue, department, coupled, runTimes, arrivals] = [
    text('JobId'), text('QueueId'), text('DepartmentId'), text('Coupled'), text('RunTimes'), text('Arrivals'),
  ];
  const [start, cores, tasks, memory, run, estimate] = [
    number('Start'), number('Cores'), number('Tasks'), number('MemoryGiB'), number('RunMinutes'), number('EstimateMinutes'),
  ];
  const [count, every, deadline, gpus, deferrable] = [
    number('Count'), number('EveryMinutes'), number('DeadlineHours'), number('Gpus'), number('DeferrableHours'),
  ];
  const streams = new Map<string, JobStream[]>();
  for (const row of table.rows) {
    if (row.isBroken) continue;
    const asked = estimate(row);
    const gap = every(row);
    const within = deadline(row);
    const stream: JobStream = {
      id: id(row) ?? '',
      department: department(row) ?? '',
      localStart: start(row),
      cores: cores(row) ?? 1,
      tasks: tasks(row) ?? 1,
      isCoupled: coupled(row) === 'yes',
      memoryGib: memory(row),
      gpus: gpus(row) ?? 0,
      meanRunSeconds: (run(row) ?? 0) * secondsPerMinute,
      hasRandomRunTimes: runTimes(row) === 'random',
      estimateSeconds: asked === null ? null : asked * secondsPerMinute,
      count: count(row) ?? (gap === null || gap === 0 ? 1 : null),
      meanGapSeconds: (gap ?? 0) * secondsPerMinute,
      hasRandomArrivals: arrivals(row) === 'random',
      deadlineSeconds: within === null ? null : Math.round(within * secondsPerHour),
      deferrableSeconds: Math.round((deferrable(row) ?? 0) * secondsPerHour),
      at: columnId => locate(table, row, columnId),
    };
    const key = (queue(row) ?? '').toLowerCase();
    streams.set(key, [...(streams.get(key) ?? []), stream]);
  }
  return streams;
};

const hoursPerDay = 24;

const preferredHours = (from: number | null, to: number | null): Queue['preferred'] =>
  from === null && to === null ? null : [from ?? 0, to ?? hoursPerDay];

/** Rows of QueueNodes by queue, in the order in which nodes are filled. */
const readQueueNodes = (table: ReadTable, issues: Issue[]) => {
  const [queue, nodeType] = [textColumn(table, 'QueueId'), textColumn(table, 'NodeType')];
  const number = (id: string) => numberColumn(table, id);
  const [order, most, least, boot, idle] = [
    number('FillOrder'), number('MaxNodes'), number('MinNodes'), number('BootSeconds'), number('IdleSeconds'),
  ];
  const rows = table.rows.filter(({ isBroken }) => !isBroken).map(row => {
    const [name, maxNodes] = [nodeType(row) ?? '', most(row) ?? 1];
    const minNodes = least(row) ?? maxNodes;
    if (minNodes > maxNodes) issues.push(makeIssue('above-maximum', { column: 'MinNodes', value: minNodes, maximum: maxNodes }, { location: locate(table, row, 'MinNodes') }));
    return { queue: (queue(row) ?? '').toLowerCase(), name, order: order(row) ?? 1, minNodes, maxNodes, boot: boot(row), idle: idle(row) };
  });
  rows.sort((a, b) => a.order - b.order || byName(a.name, b.name));
  return (queueId: string, { bootSeconds, idleSeconds }: Pick<QueueNodes, 'bootSeconds' | 'idleSeconds'>): StatedNodes[] =>
    rows.filter(row => row.queue === queueId.toLowerCase()).map(({ name, minNodes, maxNodes, boot: own, idle: kept }) =>
      ({ nodeType: name.toLowerCase(), minNodes, maxNodes, bootSeconds: own ?? bootSeconds, idleSeconds: kept ?? idleSeconds }));
};

/** Queues with their jobs, and departments; sorted by name, so that no result depends on the order of rows. */
export const readQueues = (input: ModelInput): ReadQueues => {
  const read = [queuesTable, departmentsTable, jobsTable, queueNodesTable].map(spec => readTable(input, spec));
  const issues = read.flatMap(reading => reading.issues);
  const tables = read.map(({ table }) => table);
  const [queueTable, departmentTable, jobTable, nodesTable] = tables as [ReadTable, ReadTable, ReadTable, ReadTable];
  const nodesOf = readQueueNodes(nodesTable, issues);
  const streams = readStreams(jobTable);
  const [id, policy] = [textColumn(queueTable, 'QueueId'), textColumn(queueTable, 'Policy')];
  const number = (columnId: string) => numberColumn(queueTable, columnId);
  const [most, least, boot, idle, halfLife] = [
    number('MaxNodes'), number('MinNodes'), number('BootSeconds'), number('IdleSeconds'), number('HalfLifeDays'),
  ];
  const [from, to] = [number('PreferredFrom'), number('PreferredTo')];
  const ownership = ownershipReader(queueTable);
  const queues = queueTable.rows.flatMap((row): Queue[] => {
    if (row.isBroken) return [];
    const at = (columnId: string) => locate(queueTable, row, columnId);
    const [maxNodes, stated] = [most(row) ?? 1, least(row)];
    const minNodes = stated ?? maxNodes;
    const order = (policy(row) ?? 'best-fit') as QueuePolicy;
    const problems: Issue[] = [];
    if (minNodes > maxNodes) problems.push(makeIssue('above-maximum', { column: 'MinNodes', value: minNodes, maximum: maxNodes }, { location: at('MinNodes') }));
    if (minNodes < maxNodes && order !== 'best-fit') problems.push(makeIssue('queue-not-growing', { queue: id(row) ?? '', policy: order }, { location: at('Policy') }));
    const own = streams.get((id(row) ?? '').toLowerCase()) ?? [];
    const pauses = { bootSeconds: boot(row) ?? 0, idleSeconds: idle(row) ?? 0 };
    const nodes = nodesOf(id(row) ?? '', pauses);
    if (order !== 'best-fit' && (nodes.length > 0 || own.some(({ gpus, deferrableSeconds }) => gpus > 0 || deferrableSeconds > 0))) {
      problems.push(makeIssue('queue-order-of-nodes', { queue: id(row) ?? '', policy: order }, { location: at('Policy') }));
    }
    issues.push(...problems);
    if (problems.length > 0) return [];
    return [
      {
        id: id(row) ?? '', policy: order, minNodes, maxNodes, ...pauses, nodes,
        preferred: preferredHours(from(row), to(row)),
        halfLifeSeconds: (halfLife(row) ?? 7) * secondsPerDay,
        streams: own.sort((a, b) => byName(a.id, b.id)),
        ownership: ownership(row),
        at,
      },
    ];
  });
  const [department, share] = [textColumn(departmentTable, 'DepartmentId'), numberColumn(departmentTable, 'Share')];
  const shares = new Map(
    departmentTable.rows.flatMap(row => (row.isBroken ? [] : [[(department(row) ?? '').toLowerCase(), share(row) ?? 1] as const])),
  );
  return { queues: queues.sort((a, b) => byName(a.id, b.id)), shares, tables, issues };
};
