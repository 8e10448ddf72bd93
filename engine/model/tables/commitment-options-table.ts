import { paymentForms } from '../../catalog/purchase.ts';
import { commitmentKinds } from '../../pricing/commitments/held-commitment.ts';
import { commitmentTerms } from './commitments-table.ts';
import { defineTable } from './table-spec.ts';

/** A plan for databases covers nothing that is placed here. */
const kindsToConsider = commitmentKinds.filter(kind => kind !== 'database-sp');

export const commitmentOptionsTable = defineTable({
  id: 'CommitmentOptions',
  version: 1,
  title: 'Commitments to consider',
  sheetName: 'Commitments',
  key: ['OptionId'],
  question: 'Which commitments could be bought at the start of the plan?',
  description:
    'One kind of commitment per row. A run finds how much of each to buy on the first day of the plan, beside what is held, for all usage ' +
    'that is placed on-demand.',
  columns: [
    { id: 'OptionId', title: 'Option', type: 'text', isRequired: true, description: 'Name of the option.' },
    {
      id: 'Provider', title: 'Provider', type: 'text', isRequired: true, choices: ['aws', 'azure', 'gcp'], choicesAreOpen: true,
      description: 'Who sells it.',
    },
    {
      id: 'Kind', title: 'Kind', type: 'choice', isRequired: true, choices: kindsToConsider,
      description: 'As in Commitments: reserved and convertible for nodes, cud for vCPUs, memory and GPUs, the others an amount per hour.',
    },
    { id: 'Term', title: 'Term', type: 'choice', isRequired: true, choices: commitmentTerms, description: 'One or three years.' },
    {
      id: 'Payment', title: 'Payment', type: 'choice', isRequired: false, choices: paymentForms,
      description: 'How it is paid. Blank: no-upfront for AWS, monthly for others.',
    },
    {
      id: 'ScenarioId', title: 'Scenario', type: 'text', isRequired: false,
      description: 'Scenario it is considered in. Blank: in every scenario.',
    },
    { id: 'Region', title: 'Region', type: 'text', isRequired: false, description: 'Only for this region. Blank: for every region in use.' },
    {
      id: 'NodeTypeOrFamily', title: 'Node type or family', type: 'text', isRequired: false,
      description: 'Only for this node type, family (of an ec2-sp) or series (of a cud). Blank: for every one in use.',
    },
    {
      id: 'Step', title: 'Sold in steps of', unit: 'units, or currency per hour', type: 'number', isRequired: false, minimum: 0,
      isMinimumExclusive: true, maximum: 1_000_000,
      description: 'Bought in multiples of it. Blank: 1 node, vCPU, GiB or GPU; 0.001 of a plan.',
    },
    {
      id: 'Most', title: 'At most', unit: 'units, or currency per hour', type: 'number', isRequired: false, minimum: 0,
      description: 'No more than this is bought. Blank: no limit.',
    },
    {
      id: 'Least', title: 'At least, if any', unit: 'units, or currency per hour', type: 'number', isRequired: false, minimum: 0,
      description: 'The smallest amount that is sold: less is not bought at all. Blank: one step.',
    },
    {
      id: 'MostCoverage', title: 'Cover at most', type: 'fraction', isRequired: false, minimum: 0, maximum: 1,
      description: 'Share of the usage it may cover of which it covers no more, so that demand may fall. Blank: all of it.',
    },
    {
      id: 'LeaveBy', title: 'May be given up by', type: 'choice', isRequired: false, choices: ['resale', 'refund'],
      description: 'Month by month, it may be sold (AWS reserved) or returned (Azure reserved) before its end. Blank: it is kept.',
    },
    {
      id: 'PriceCut', title: 'Sold below value by', type: 'fraction', isRequired: false, minimum: 0, maximum: 1,
      default: { value: 0, source: 'A-COM-14' }, description: 'Share of the remaining upfront value that a buyer is let off.',
    },
  ],
});
