import { ownershipColumns, tagColumns } from './ownership-columns.ts';
import { defineTable } from './table-spec.ts';

export const servicesTable = defineTable({
  id: 'Services', version: 1, title: 'Services', sheetName: 'Workloads', key: ['ServiceId'],
  question: 'Which services run, and how much can one node carry?',
  description: 'One service per row: it must carry its demand in every hour, with as many nodes as that takes.',
  columns: [
    { id: 'ServiceId', title: 'Service', type: 'text', isRequired: true, description: 'Name of the service, unique among services and jobs.' },
    {
      id: 'DemandId', title: 'Demand', type: 'text', isRequired: true,
      references: [
        { tableId: 'DemandProfiles', columnId: 'DemandId' },
        { tableId: 'DemandSeries', columnId: 'DemandId' },
        { tableId: 'DemandFormulas', columnId: 'DemandId' },
      ],
      description: 'The demand it carries: a profile, a series or a formula.',
    },
    { id: 'DemandUnit', title: 'Unit of the demand', type: 'text', isRequired: false, description: 'What is counted, e.g. requests/s. For the reader.' },
    {
      id: 'CapacityPerNode', title: 'Capacity of one node', unit: 'demand unit per node', type: 'number', isRequired: true,
      minimum: 0, isMinimumExclusive: true, description: 'How much demand one fully used node carries.',
    },
    {
      id: 'TargetUtilization', title: 'Target utilization', unit: 'fraction', type: 'fraction', isRequired: false,
      default: { value: 0.7, source: 'A-MOD-1' }, minimum: 0, isMinimumExclusive: true, maximum: 1,
      description: 'Share of a node that may be used in the mean; the rest is headroom for peaks within the hour.',
    },
    {
      id: 'MinNodes', title: 'Least nodes', unit: 'nodes', type: 'integer', isRequired: false,
      default: { value: 0, source: 'A-MOD-2' }, minimum: 0, description: 'Nodes that run even without demand.',
    },
    {
      id: 'MaxNodes', title: 'Most nodes', unit: 'nodes', type: 'integer', isRequired: false, minimum: 1,
      description: 'Nodes that may run at most; demand beyond them is reported as unserved. Blank: no limit.',
    },
    ...ownershipColumns,
  ],
  openColumns: tagColumns,
});
