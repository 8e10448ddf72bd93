import { ownershipColumns, tagColumns } from './ownership-columns.ts';
import { defineTable } from './table-spec.ts';

const workUnits = ['core-hours', 'gpu-hours'] as const;

const jobReference = [{ tableId: 'FarmJobs', columnId: 'JobId' }];

export const farmJobsTable = defineTable({
  id: 'FarmJobs', version: 1, title: 'Farm jobs', sheetName: 'Workloads', key: ['JobId'],
  question: 'Which jobs must be done, and how much work are they?',
  description: 'One job per row: an amount of work that any number of nodes can share, done once.',
  columns: [
    { id: 'JobId', title: 'Job', type: 'text', isRequired: true, description: 'Name of the job, unique among jobs and services.' },
    {
      id: 'WorkUnit', title: 'Unit of the work', type: 'choice', isRequired: false, choices: workUnits,
      default: { value: 'core-hours', source: 'A-MOD-5' },
      description: 'core-hours count physical cores (not vCPUs); gpu-hours count GPUs.',
    },
    {
      id: 'Work', title: 'Work', unit: 'core- or GPU-hours', type: 'number', isRequired: false, minimum: 0, isMinimumExclusive: true,
      description: 'Total work of the job. Blank when rows of SampleRuns measure it.',
    },
    {
      id: 'Nodes', title: 'Planned nodes', unit: 'nodes', type: 'integer', isRequired: true, minimum: 1,
      description: 'Nodes the job is planned to run on: this count is billed in the cost tables.',
    },
    { id: 'Start', title: 'Start', unit: 'local date and time', type: 'dateTime', isRequired: false, description: 'When the nodes are started; blank: at the start of the plan.' },
    {
      id: 'BootSeconds', title: 'Start-up time', unit: 's', type: 'number', isRequired: false, minimum: 0,
      default: { value: 97, source: 'A-MOD-6' }, description: 'Time a node is billed before it works.',
    },
    {
      id: 'BillingQuantumSeconds', title: 'Billing step', unit: 's', type: 'integer', isRequired: false, minimum: 1,
      default: { value: 1, source: 'A-MOD-7' }, description: 'Each node is billed in started steps: 1 per second, 3600 per started hour.',
    },
    {
      id: 'Efficiency', title: 'Efficiency', unit: 'fraction', type: 'fraction', isRequired: false, minimum: 0, isMinimumExclusive: true, maximum: 1,
      default: { value: 1, source: 'A-MOD-8' }, description: 'Share of a core or GPU that does useful work.',
    },
    {
      id: 'Sigma', title: 'Contention', unit: 'fraction', type: 'number', isRequired: false, minimum: 0, maximum: 1,
      default: { value: 0, source: 'A-MOD-9' }, description: 'Serial share of the work (Amdahl; the universal scalability law\'s sigma).',
    },
    {
      id: 'Kappa', title: 'Crosstalk', type: 'number', isRequired: false, minimum: 0, maximum: 1,
      default: { value: 0, source: 'A-MOD-9' }, description: 'Cost of keeping nodes in agreement (the universal scalability law\'s kappa).',
    },
    ...ownershipColumns,
  ],
  openColumns: tagColumns,
});

export const sampleRunsTable = defineTable({
  id: 'SampleRuns', version: 1, title: 'Sample runs', sheetName: 'Workloads', key: [],
  question: 'How long did a part of the job take?',
  description: 'Measured parts of a job, from which the whole is extrapolated. Two or more rows give an error band.',
  columns: [
    { id: 'JobId', title: 'Job', type: 'text', isRequired: true, references: jobReference, description: 'A job of FarmJobs whose Work is blank.' },
    { id: 'SampleUnits', title: 'Units done', unit: 'units', type: 'number', isRequired: true, minimum: 0, isMinimumExclusive: true, description: 'Units the sample did, e.g. frames.' },
    { id: 'SampleSeconds', title: 'Time taken', unit: 's', type: 'number', isRequired: true, minimum: 0, isMinimumExclusive: true, description: 'Wall-clock time of the sample, without start-up.' },
    { id: 'SampleNodes', title: 'Nodes used', unit: 'nodes', type: 'integer', isRequired: false, minimum: 1, default: { value: 1, source: 'A-MOD-10' }, description: 'Nodes the sample ran on.' },
    {
      id: 'CoresPerNode', title: 'Cores or GPUs of a sample node', unit: 'cores or GPUs', type: 'integer', isRequired: false, minimum: 1,
      description: 'Physical cores (GPUs for gpu-hours) of a node of the sample. Blank: as many as the node types the job is placed on.',
    },
    { id: 'TotalUnits', title: 'Units of the whole job', unit: 'units', type: 'number', isRequired: true, minimum: 0, isMinimumExclusive: true, description: 'Units of the whole job; the same in every row of a job.' },
  ],
});

export const nodeCountsTable = defineTable({
  id: 'NodeCounts', version: 1, title: 'Node counts to try', sheetName: 'Workloads', key: ['JobId', 'Nodes'],
  question: 'Which farm sizes are worth comparing?',
  description: 'Each count gives a point of time against money.',
  columns: [
    { id: 'JobId', title: 'Job', type: 'text', isRequired: true, references: jobReference, description: 'A job of FarmJobs.' },
    { id: 'Nodes', title: 'Nodes', unit: 'nodes', type: 'integer', isRequired: true, minimum: 1, description: 'A node count to try.' },
  ],
});
