import { precisions } from '../../catalog/accelerator.ts';
import { ownershipColumns, tagColumns } from './ownership-columns.ts';
import { numberColumnOf as amount } from './column-declarations.ts';
import { defineTable } from './table-spec.ts';

const above0 = { isMinimumExclusive: true };

export const modelTrainingTable = defineTable({
  id: 'ModelTraining',
  version: 1,
  title: 'Model training',
  sheetName: 'Workloads',
  key: ['TrainingId'],
  question: 'Which models are trained on how many tokens, and on how many nodes?',
  description:
    'One training run per row, a workload that Placements put on nodes with GPUs. It takes as long as TrainingRuns measured, else as the peak of the GPUs, what ' +
    'the nodes exchange, and what failures cost say.',
  columns: [
    { id: 'TrainingId', title: 'Training', type: 'text', isRequired: true, description: 'Name of the run, unique among workloads.' },
    amount('ParametersBillion', 'Parameters', 'billion', 'Of the model; of a mixture of experts those that are active.', { isRequired: true, ...above0, maximum: 1e6 }),
    amount('TokensBillion', 'Tokens', 'billion', 'Or samples, images, anything each parameter sees.', { isRequired: true, ...above0, maximum: 1e9 }),
    amount('FlopsPerParameter', 'Operations', 'per parameter and token', '6 forwards and backwards; 8 where activations are computed again.', {
      ...above0, maximum: 1000, default: { value: 6, source: 'A-TRN-1' },
    }),
    { id: 'Precision', title: 'Precision', type: 'choice', isRequired: false, choices: precisions, default: { value: 'half', source: 'A-TRN-2' }, description: 'Of multiplying.' },
    {
      id: 'Efficiency', title: 'Of the peak', type: 'fraction', isRequired: false, minimum: 0, isMinimumExclusive: true, maximum: 1,
      default: { value: 0.4, source: 'A-TRN-3' }, description: 'Part of the peak that the model itself reaches (MFU), exchange and failures left out.',
    },
    { id: 'Nodes', title: 'Nodes', type: 'integer', isRequired: true, minimum: 1, maximum: 100_000, description: 'That train together.' },
    { id: 'MostNodes', title: 'Tried up to', type: 'integer', isRequired: false, minimum: 1, maximum: 100_000, description: 'Powers of two from an eighth of Nodes on are tried beside. Blank: up to four times as many.' },
    amount('TokensPerStepMillion', 'Tokens of a step', 'million', 'After each of which the nodes exchange gradients.', { ...above0, default: { value: 4, source: 'A-TRN-4' } }),
    amount('InterconnectGbps', 'Interconnect', 'Gb/s of a node', '10 for 10 GbE; 100 to 3,200 for InfiniBand and its like.', { ...above0, default: { value: 100, source: 'A-TRN-5' } }),
    {
      id: 'Overlap', title: 'Hidden', type: 'fraction', isRequired: false, minimum: 0, maximum: 1, default: { value: 0, source: 'definition: nothing is hidden' },
      description: 'Part of the exchange that runs while the GPUs compute.',
    },
    amount('MemoryPerParameter', 'Memory', 'bytes per parameter', 'Weights, gradients and what the optimiser keeps, over all GPUs.', { default: { value: 16, source: 'A-TRN-6' } }),
    amount('FailuresPerNodeMonth', 'Failures', 'per node and month', 'Or spot nodes taken back. Blank: none.', { maximum: 1000 }),
    amount('CheckpointSeconds', 'Checkpoint', 's', 'The run stands still for. Taken at the interval that loses least.', { default: { value: 60, source: 'A-TRN-7' } }),
    amount('RestartSeconds', 'Restart', 's', 'From a failure to where the last checkpoint was.', { default: { value: 600, source: 'A-TRN-7' } }),
    { id: 'Start', title: 'Start', type: 'dateTime', isRequired: false, description: 'Local date and time. Blank: with the placement.' },
    ...ownershipColumns,
  ],
  openColumns: tagColumns,
});

export const trainingRunsTable = defineTable({
  id: 'TrainingRuns',
  version: 1,
  title: 'Measured training',
  sheetName: 'Workloads',
  key: [],
  question: 'How fast did it train, on how many nodes of which type?',
  description:
    'One measurement per row. On the node type measured these count before the peak: three node counts or more are fitted (USL), fewer scale as the model says.',
  columns: [
    {
      id: 'TrainingId', title: 'Training', type: 'text', isRequired: true, references: [{ tableId: 'ModelTraining', columnId: 'TrainingId' }],
      description: 'Row of ModelTraining.',
    },
    { id: 'NodeType', title: 'Node type', type: 'text', isRequired: true, description: 'It was measured on.' },
    { id: 'Nodes', title: 'Nodes', type: 'integer', isRequired: true, minimum: 1, maximum: 100_000, description: 'That trained together.' },
    amount('TokensPerSecond', 'Tokens', 'per second', 'Of all nodes together.', { isRequired: true, ...above0 }),
  ],
});
