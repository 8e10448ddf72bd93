import { ownershipColumns, tagColumns } from './ownership-columns.ts';
import { defineTable } from './table-spec.ts';

/** How waiting jobs are chosen; best-fit looks at the cores and memory of each node. */
const queuePolicies = ['best-fit', 'fcfs', 'easy', 'conservative', 'sjf', 'fair-share'] as const;
export type QueuePolicy = (typeof queuePolicies)[number];

const arrivalKinds = ['even', 'random'] as const;

const yesNo = ['yes', 'no'] as const;

export const queuesTable = defineTable({
  id: 'Queues',
  version: 1,
  title: 'Queues',
  sheetName: 'Workloads',
  key: ['QueueId'],
  question: 'Which nodes do jobs wait for, and in which order do they get them?',
  description:
    'One queue per row: a fleet of nodes, fixed or growing and shrinking, for the jobs that name it. Placements say on what it runs; the numbers of several node ' +
    'types are those of QueueNodes.',
  columns: [
    { id: 'QueueId', title: 'Queue', type: 'text', isRequired: true, description: 'Name of the queue, unique among workloads.' },
    {
      id: 'Policy', title: 'Order', type: 'choice', isRequired: false, choices: queuePolicies,
      default: { value: 'best-fit', source: 'A-BAT-8' },
      description:
        'best-fit: first come, first served, each task on the fullest node with room for its cores and memory. The others count the cores of the whole ' +
        'fleet: fcfs, easy and conservative backfilling, shortest job first, fair share between departments.',
    },
    { id: 'MaxNodes', title: 'Nodes at most', unit: 'nodes', type: 'integer', isRequired: true, minimum: 1, maximum: 100_000, description: 'Largest fleet.' },
    {
      id: 'MinNodes', title: 'Nodes at least', unit: 'nodes', type: 'integer', isRequired: false, minimum: 0, maximum: 100_000,
      description: 'Nodes that always run. Blank: the fleet is fixed. Growing fleets serve best-fit.',
    },
    {
      id: 'BootSeconds', title: 'Start-up', unit: 's', type: 'integer', isRequired: false, minimum: 0, maximum: 86_400,
      default: { value: 0, source: 'definition: nodes that start at once' }, description: 'Seconds from starting a node, from when it is paid, to its first task.',
    },
    {
      id: 'IdleSeconds', title: 'Kept idle', unit: 's', type: 'integer', isRequired: false, minimum: 0, maximum: 86_400,
      default: { value: 0, source: 'definition: stopped at once' }, description: 'Seconds without a task after which a node above the least is stopped.',
    },
    {
      id: 'HalfLifeDays', title: 'Use counts half after', unit: 'days', type: 'number', isRequired: false, minimum: 0, isMinimumExclusive: true,
      default: { value: 7, source: 'A-BAT-3' }, description: 'Of fair share: after so many days past use counts half.',
    },
    {
      id: 'PreferredFrom', title: 'Preferred from', unit: 'local hour', type: 'integer', isRequired: false, minimum: 0, maximum: 23,
      description: 'Work that may be put off is held back to these hours: cheap, green or quiet ones. Blank: nothing is held back.',
    },
    {
      id: 'PreferredTo', title: 'Preferred to', unit: 'local hour', type: 'integer', isRequired: false, minimum: 1, maximum: 24,
      description: 'First hour that is no longer preferred; before PreferredFrom: on the next day. Blank: 24.',
    },
    ...ownershipColumns,
  ],
  openColumns: tagColumns,
});

export const queueNodesTable = defineTable({
  id: 'QueueNodes',
  version: 1,
  title: 'Several node types of a queue',
  sheetName: 'Workloads',
  key: ['QueueId', 'NodeType'],
  question: 'How many nodes of each type may a queue have, and which are filled first?',
  description: 'One row per queue and node type, in place of the numbers of Queues. A scenario has the node types on which it places the queue.',
  columns: [
    {
      id: 'QueueId', title: 'Queue', type: 'text', isRequired: true, references: [{ tableId: 'Queues', columnId: 'QueueId' }], description: 'Queue of best-fit order.',
    },
    { id: 'NodeType', title: 'Node type', type: 'text', isRequired: true, description: 'As in Placements.' },
    {
      id: 'FillOrder', title: 'Filled', type: 'integer', isRequired: false, minimum: 1, maximum: 1000, default: { value: 1, source: 'definition: by name' },
      description: 'Nodes of the lowest number first; equal ones by name.',
    },
    { id: 'MaxNodes', title: 'Nodes at most', unit: 'nodes', type: 'integer', isRequired: true, minimum: 1, maximum: 100_000, description: 'Of this type.' },
    {
      id: 'MinNodes', title: 'Nodes at least', unit: 'nodes', type: 'integer', isRequired: false, minimum: 0, maximum: 100_000,
      description: 'Nodes that always run. Blank: as many as at most.',
    },
    { id: 'BootSeconds', title: 'Start-up', unit: 's', type: 'integer', isRequired: false, minimum: 0, maximum: 86_400, description: 'Blank: as the queue.' },
    { id: 'IdleSeconds', title: 'Kept idle', unit: 's', type: 'integer', isRequired: false, minimum: 0, maximum: 86_400, description: 'Blank: as the queue.' },
  ],
});

export const departmentsTable = defineTable({
  id: 'Departments',
  version: 1,
  title: 'Departments',
  sheetName: 'Workloads',
  key: ['DepartmentId'],
  question: 'What share of the machine may each department have?',
  description: 'Shares of fair share. A department that is not named has one share.',
  columns: [
    { id: 'DepartmentId', title: 'Department', type: 'text', isRequired: true, description: 'Name of the department, as in Jobs.' },
    {
      id: 'Share', title: 'Share', type: 'number', isRequired: true, minimum: 0, isMinimumExclusive: true,
      description: 'In any unit: twice the share may use twice as much.',
    },
  ],
});

export const jobsTable = defineTable({
  id: 'Jobs',
  version: 1,
  title: 'Jobs',
  sheetName: 'Jobs',
  key: ['JobId'],
  question: 'Which jobs come, when, and what do they ask for?',
  description: 'One stream of equal jobs per row: a single job, an array of tasks, or one that comes again and again.',
  columns: [
    { id: 'JobId', title: 'Job', type: 'text', isRequired: true, description: 'Name of the stream.' },
    {
      id: 'QueueId', title: 'Queue', type: 'text', isRequired: true, references: [{ tableId: 'Queues', columnId: 'QueueId' }],
      description: 'Queue it waits in.',
    },
    { id: 'DepartmentId', title: 'Department', type: 'text', isRequired: false, description: 'Who sends it, and is charged for it.' },
    {
      id: 'Start', title: 'First', unit: 'local date and time', type: 'dateTime', isRequired: false,
      description: 'When the first one comes; blank: at the start of the placement.',
    },
    { id: 'Cores', title: 'Cores', unit: 'cores', type: 'integer', isRequired: true, minimum: 1, maximum: 65_535, description: 'Physical cores of a task.' },
    {
      id: 'Tasks', title: 'Tasks', type: 'integer', isRequired: false, minimum: 1, maximum: 1_000_000, default: { value: 1, source: 'definition: a job is one task' },
      description: 'Equal tasks of a job.',
    },
    {
      id: 'Coupled', title: 'Tightly coupled', type: 'choice', isRequired: false, choices: yesNo, default: { value: 'no', source: 'definition: tasks of an array are free' },
      description: 'yes: all its tasks start in the same second. The orders that count cores start every job as a whole.',
    },
    {
      id: 'MemoryGiB', title: 'Memory', unit: 'GiB', type: 'number', isRequired: false, minimum: 0, maximum: 1_000_000,
      description: 'Of a task; looked at by best-fit only. Blank: any.',
    },
    {
      id: 'Gpus', title: 'GPUs', type: 'integer', isRequired: false, minimum: 0, maximum: 255, default: { value: 0, source: 'definition: none' },
      description: 'Whole GPUs of a task, on its node; of the order best-fit.',
    },
    {
      id: 'RunMinutes', title: 'Run time', unit: 'min', type: 'number', isRequired: true, minimum: 0, isMinimumExclusive: true, maximum: 1_000_000,
      description: 'Minutes it runs, on the mean.',
    },
    {
      id: 'RunTimes', title: 'Run times', type: 'choice', isRequired: false, choices: arrivalKinds, default: { value: 'even', source: 'definition: stated as they are' },
      description: 'even: all alike. random: exponential around the mean.',
    },
    {
      id: 'EstimateMinutes', title: 'Asked for', unit: 'min', type: 'number', isRequired: false, minimum: 0, isMinimumExclusive: true, maximum: 1_000_000,
      description: 'Minutes the sender asks for: backfilling plans with them, and a job that runs longer is ended. Blank: its run time.',
    },
    {
      id: 'Count', title: 'How many', type: 'integer', isRequired: false, minimum: 1, maximum: 10_000_000,
      description: 'Jobs of the stream. Blank: one, or as many as come until the end when they come again.',
    },
    {
      id: 'EveryMinutes', title: 'Comes every', unit: 'min', type: 'number', isRequired: false, minimum: 0, maximum: 1_000_000,
      description: 'Minutes between two of them, on the mean; 0: all at once.',
    },
    {
      id: 'Arrivals', title: 'Arrivals', type: 'choice', isRequired: false, choices: arrivalKinds, default: { value: 'even', source: 'definition: stated as they are' },
      description: 'even: at equal distances. random: exponential distances.',
    },
    {
      id: 'DeadlineHours', title: 'Wanted within', unit: 'h', type: 'number', isRequired: false, minimum: 0, isMinimumExclusive: true, maximum: 100_000,
      description: 'Hours from coming to the end within which it is wanted.',
    },
    {
      id: 'DeferrableHours', title: 'May be put off', unit: 'h', type: 'number', isRequired: false, minimum: 0, maximum: 100_000,
      default: { value: 0, source: 'definition: at once' },
      description: 'Hours it may be held back for the preferred hours of its queue; that counts as waiting. Of the order best-fit.',
    },
  ],
});
