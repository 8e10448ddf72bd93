import { operatingSystems, tenancies } from '../../catalog/price-key.ts';
import { suggestedPurchaseNames } from '../../catalog/purchase-name.ts';
import { defineTable, type ColumnDeclaration } from './table-spec.ts';

/** The columns that name a price: the same on placements and on the workbook's own prices. */
export const priceKeyColumns: readonly ColumnDeclaration[] = [
  {
    id: 'Provider',
    title: 'Provider',
    type: 'text',
    isRequired: true,
    choices: ['aws', 'azure', 'gcp'],
    choicesAreOpen: true,
    description: 'aws, azure, gcp, a GPU cloud, or a name of your own with own prices.',
  },
  {
    id: 'Region',
    title: 'Region',
    type: 'text',
    isRequired: true,
    description: "The provider's name of the region, e.g. us-east-1.",
  },
  {
    id: 'NodeType',
    title: 'Node type',
    type: 'text',
    isRequired: true,
    description: "The provider's name of the node type, e.g. m7i.xlarge.",
  },
  {
    id: 'Os',
    title: 'Operating system',
    type: 'choice',
    isRequired: false,
    choices: operatingSystems,
    default: { value: 'linux', source: 'A-MOD-11' },
    description: 'Operating system or licence the price includes.',
  },
  {
    id: 'Tenancy',
    title: 'Tenancy',
    type: 'choice',
    isRequired: false,
    choices: tenancies,
    default: { value: 'shared', source: 'A-MOD-11' },
    description: 'Whether the hardware is shared with other customers.',
  },
  {
    id: 'Purchase',
    title: 'Bought as',
    type: 'choice',
    isRequired: false,
    choices: suggestedPurchaseNames,
    choicesAreOpen: true,
    default: { value: 'on-demand', source: 'A-MOD-11' },
    description: 'on-demand, spot, or a commitment by term and payment, such as convertible-1y-no-upfront.',
  },
];

export const placementsTable = defineTable({
  id: 'Placements',
  version: 1,
  title: 'Placements',
  sheetName: 'Placements',
  key: ['PlacementId'],
  question: 'What runs where, on what, bought how, in which scenario?',
  description:
    'One placement per row: a workload, or a share of it, on one node type of one region. Scenarios are compared with each other.',
  columns: [
    { id: 'PlacementId', title: 'Placement', type: 'text', isRequired: true, description: 'Name of the placement.' },
    {
      id: 'WorkloadId',
      title: 'Workload',
      type: 'text',
      isRequired: true,
      references: [
        { tableId: 'Services', columnId: 'ServiceId' },
        { tableId: 'FarmJobs', columnId: 'JobId' },
        { tableId: 'Queues', columnId: 'QueueId' },
      ],
      description: 'A service of Services, a job of FarmJobs or a queue of Queues.',
    },
    {
      id: 'ScenarioId',
      title: 'Scenario',
      type: 'text',
      isRequired: false,
      default: { value: 'Base', source: 'A-MOD-12' },
      description: 'Scenario the placement belongs to.',
    },
    ...priceKeyColumns,
    {
      id: 'Zone',
      title: 'Zone',
      type: 'text',
      isRequired: false,
      description: 'Availability zone; only a zonal reservation of Commitments asks for it.',
    },
    {
      id: 'CommittedNodes',
      title: 'Committed nodes',
      unit: 'nodes',
      type: 'integer',
      isRequired: false,
      minimum: 1,
      maximum: 1_000_000,
      description:
        'Nodes of a reservation, paid in every hour of its term, used or not. Blank: as many as the peak needs.',
    },
    {
      id: 'Share',
      title: 'Share',
      unit: 'fraction',
      type: 'fraction',
      isRequired: false,
      minimum: 0,
      isMinimumExclusive: true,
      maximum: 1,
      default: { value: 1, source: 'A-MOD-13' },
      description: "Share of the service's demand or of the job's work this placement takes.",
    },
    {
      id: 'From',
      title: 'From',
      unit: 'date, UTC',
      type: 'date',
      isRequired: false,
      description: "First day; a reservation's term begins here. Blank: start of the plan.",
    },
    {
      id: 'To',
      title: 'To',
      unit: 'date, UTC',
      type: 'date',
      isRequired: false,
      description: 'First day after; blank: end of the plan.',
    },
  ],
});
