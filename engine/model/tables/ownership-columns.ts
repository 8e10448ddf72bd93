import type { ColumnDeclaration, OpenColumns } from './table-spec.ts';

/** Who answers for a workload: columns of a bill, the same on services and on jobs. */
export const ownershipColumns: readonly ColumnDeclaration[] = [
  {
    id: 'Account',
    title: 'Account',
    type: 'text',
    isRequired: false,
    description: 'Sub-account, subscription or project the charges are booked to.',
  },
  { id: 'CostCentre', title: 'Cost centre', type: 'text', isRequired: false, description: 'Cost centre that pays.' },
  { id: 'Owner', title: 'Owner', type: 'text', isRequired: false, description: 'Who answers for the workload.' },
  {
    id: 'Environment',
    title: 'Environment',
    type: 'text',
    isRequired: false,
    choices: ['production', 'staging', 'test', 'development'],
    choicesAreOpen: true,
    description: 'Stage the workload belongs to.',
  },
];

export const tagColumns: OpenColumns = {
  prefix: 'Tag',
  description:
    'Free tags: each column headed Tag... appears in the Tags of the cost detail under the rest of its header.',
};
