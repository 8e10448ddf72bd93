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
import { departmentsTable, jobsTable, queuesTable, type QueuePolicy } from '../tables/queue-tables.ts';

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
  readonly meanRunSeconds: number;
  readonly hasRandomRunTimes: boolean;
  readonly estimateSeconds: number | null;
  /** Null: until the end. */
  readonly count: number | null;
  readonly meanGapSeconds: number;
  readonly hasRandomArrivals: boolean;
  readonly deadlineSeconds: number | null;
  readonly at: Locator;
}

export interface Queue {
  readonly id: string;
  readonly policy: QueuePolicy;
  readonly minNodes: number;
  readonly maxNodes: number;
  readonly bootSeconds: number;
  readonly idleSeconds: number;
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
  const [count, every, deadline] = [number('Count'), number('EveryMinutes'), number('DeadlineHours')];
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
      meanRunSeconds: (run(row) ?? 0) * secondsPerMinute,
      hasRandomRunTimes: runTimes(row) === 'random',
      estimateSeconds: asked === null ? null : asked * secondsPerMinute,
      count: count(row) ?? (gap === null || gap === 0 ? 1 : null),
      meanGapSeconds: (gap ?? 0) * secondsPerMinute,
      hasRandomArrivals: arrivals(row) === 'random',
      deadlineSeconds: within === null ? null : Math.round(within * secondsPerHour),
      at: columnId => locate(table, row, columnId),
    };
    const key = (queue(row) ?? '').toLowerCase();
    streams.set(key, [...(streams.get(key) ?? []), stream]);
  }
  return streams;
};

/** Queues with their jobs, and departments; sorted by name, so that no result depends on the order of rows. */
export const readQueues = (input: ModelInput): ReadQueues => {
  const read = [queuesTable, departmentsTable, jobsTable].map(spec => readTable(input, spec));
  const issues = read.flatMap(reading => reading.issues);
  const [queueTable, departmentTable, jobTable] = read.map(({ table }) => table) as [ReadTable, ReadTable, ReadTable];
  const streams = readStreams(jobTable);
  const [id, policy] = [textColumn(queueTable, 'QueueId'), textColumn(queueTable, 'Policy')];
  const number = (columnId: string) => numberColumn(queueTable, columnId);
  const [most, least, boot, idle, halfLife] = [
    number('MaxNodes'), number('MinNodes'), number('BootSeconds'), number('IdleSeconds'), number('HalfLifeDays'),
  ];
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
    issues.push(...problems);
    if (problems.length > 0) return [];
    const own = streams.get((id(row) ?? '').toLowerCase()) ?? [];
    return [
      {
        id: id(row) ?? '', policy: order, minNodes, maxNodes, bootSeconds: boot(row) ?? 0, idleSeconds: idle(row) ?? 0,
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
  return { queues: queues.sort((a, b) => byName(a.id, b.id)), shares, tables: read.map(({ table }) => table), issues };
};
