import { interruptionBands } from '../../pricing/spot/interruption.ts';
import { defineTable } from './table-spec.ts';

export const spotRiskTable = defineTable({
  id: 'SpotRisk',
  version: 1,
  title: 'Risk of spot nodes',
  sheetName: 'Prices',
  key: ['Provider', 'Region', 'NodeType'],
  question: 'How often are spot nodes taken back, and what does that cost in time?',
  description:
    'One row per node type bought as spot. Gives the price of an hour of work kept; the time jobs take is not made longer by it.',
  columns: [
    { id: 'Provider', title: 'Provider', type: 'text', isRequired: true, description: 'Provider of the node type.' },
    { id: 'Region', title: 'Region', type: 'text', isRequired: false, description: 'Region it is for; blank: all.' },
    { id: 'NodeType', title: 'Node type', type: 'text', isRequired: true, description: 'Node type, as in Placements.' },
    {
      id: 'InterruptionBand',
      title: 'Interruptions',
      type: 'choice',
      isRequired: false,
      choices: interruptionBands,
      description: 'Part of the nodes taken back in a month, as AWS states it; its upper end counts. Or fill in MonthlyInterruption.',
    },
    {
      id: 'MonthlyInterruption',
      title: 'Interrupted in a month',
      unit: 'fraction',
      type: 'fraction',
      isRequired: false,
      minimum: 0,
      maximum: 0.99,
      description: 'Chance that a node is taken back within a month; comes before InterruptionBand.',
    },
    {
      id: 'CheckpointSeconds',
      title: 'Checkpoint',
      unit: 's',
      type: 'number',
      isRequired: true,
      minimum: 0,
      description: 'Time it takes to save the work once.',
    },
    {
      id: 'RestartSeconds',
      title: 'Restart',
      unit: 's',
      type: 'number',
      isRequired: false,
      minimum: 0,
      default: { value: 0, source: 'definition: a restart takes no time unless stated' },
      description: 'Time from a new node to where the last checkpoint was.',
    },
  ],
});
