import { operatingSystems, tenancies } from '../../catalog/price-key.ts';
import { paymentForms } from '../../catalog/purchase.ts';
import { commitmentKinds } from '../../pricing/commitments/held-commitment.ts';
import { defineTable } from './table-spec.ts';

export const commitmentTerms = ['1y', '3y'] as const;
const sharingScopes = ['organization', 'account'] as const;
const quantityUnits = ['nodes', 'vcpu', 'gib', 'gpu', 'local-ssd-gib'] as const;
const commitBases = ['discounted', 'on-demand'] as const;
const yesOrNo = ['yes', 'no'] as const;

export const commitmentsTable = defineTable({
  id: 'Commitments',
  version: 1,
  title: 'Commitments',
  sheetName: 'Commitments',
  key: ['CommitmentId'],
  question: 'Which reservations, savings plans and committed use discounts are held or planned, and from when?',
  description:
    'One commitment per row, bought before the plan or in it. The provider applies it to what is placed on-demand, and to what other ' +
    'reservations leave over; placements that are bought as reserved bring a commitment of their own.',
  columns: [
    { id: 'CommitmentId', title: 'Commitment', type: 'text', isRequired: true, description: 'Name of the commitment.' },
    {
      id: 'Provider', title: 'Provider', type: 'text', isRequired: true, choices: ['aws', 'azure', 'gcp'], choicesAreOpen: true,
      description: 'Who sold it.',
    },
    {
      id: 'Kind', title: 'Kind', type: 'choice', isRequired: true, choices: commitmentKinds,
      description:
        'reserved and convertible: nodes of one type. cud: vCPUs, memory, GPUs or local SSD of a series of Google Cloud. The others: an amount per hour.',
    },
    { id: 'Term', title: 'Term', type: 'choice', isRequired: true, choices: commitmentTerms, description: 'One or three years.' },
    {
      id: 'Payment', title: 'Payment', type: 'choice', isRequired: false, choices: paymentForms,
      description: 'How it is paid. Blank: no-upfront for AWS, monthly for others.',
    },
    {
      id: 'ScenarioId', title: 'Scenario', type: 'text', isRequired: false,
      description: 'Scenario it is held in. Blank: in every scenario.',
    },
    { id: 'Account', title: 'Account', type: 'text', isRequired: false, description: 'Account that owns it: its usage is served first.' },
    {
      id: 'SharingScope', title: 'Shared with', type: 'choice', isRequired: false, choices: sharingScopes,
      default: { value: 'organization', source: 'A-COM-6' },
      description: 'Whether what the account leaves over goes to the rest of the organization.',
    },
    {
      id: 'Region', title: 'Region', type: 'text', isRequired: false,
      description: 'Region it holds in: of reservations, cud and ec2-sp. Blank for the others.',
    },
    {
      id: 'Zone', title: 'Zone', type: 'text', isRequired: false,
      description: 'Availability zone of a zonal reservation; it covers placements of that zone and exactly its node type.',
    },
    {
      id: 'NodeTypeOrFamily', title: 'Node type or family', type: 'text', isRequired: false,
      description: 'Node type of a reservation, family of an ec2-sp (m7i), series of a cud (n2). Blank for the others.',
    },
    {
      id: 'Os', title: 'Operating system', type: 'choice', isRequired: false, choices: operatingSystems,
      default: { value: 'linux', source: 'A-MOD-11' },
      description: 'Platform a reservation is for.',
    },
    {
      id: 'Tenancy', title: 'Tenancy', type: 'choice', isRequired: false, choices: tenancies,
      default: { value: 'shared', source: 'A-MOD-11' },
      description: 'Tenancy a reservation is for.',
    },
    {
      id: 'Quantity', title: 'Quantity', type: 'number', isRequired: false, minimum: 0, isMinimumExclusive: true,
      maximum: 1_000_000,
      description: 'How many nodes, vCPUs, GiB or GPUs are committed. Blank for plans of spend.',
    },
    {
      id: 'QuantityUnit', title: 'Unit of quantity', type: 'choice', isRequired: false, choices: quantityUnits,
      default: { value: 'nodes', source: 'definition: reservations are for nodes' },
      description: 'nodes of a reservation; vcpu, gib (of memory), gpu or local-ssd-gib of a cud.',
    },
    {
      id: 'HourlyCommit', title: 'Hourly commitment', unit: 'currency per hour', type: 'number', isRequired: false, minimum: 0,
      isMinimumExclusive: true, maximum: 1_000_000_000,
      description: 'Amount committed per hour, of plans of spend.',
    },
    {
      id: 'CommitBasis', title: 'Commitment is', type: 'choice', isRequired: false, choices: commitBases,
      default: { value: 'discounted', source: 'A-COM-7' },
      description: 'Whether the hourly amount is what is paid, or the on-demand cost it covers (older flex-cud).',
    },
    {
      id: 'Upfront', title: 'Upfront', unit: 'currency per unit', type: 'number', isRequired: false, minimum: 0,
      description: 'Paid at purchase, for each unit of Quantity. Blank here and in RecurringPerHour: from the price lists.',
    },
    {
      id: 'RecurringPerHour', title: 'Recurring', unit: 'currency per unit and hour', type: 'number', isRequired: false, minimum: 0,
      description: 'Paid for every hour of the term, for each unit of Quantity.',
    },
    {
      id: 'Currency', title: 'Currency', type: 'currency', isRequired: false,
      description: 'Currency of the amounts (ISO 4217). Blank: the base currency.',
    },
    { id: 'Start', title: 'Start', unit: 'date, UTC', type: 'date', isRequired: true, description: 'First day; may lie before the plan.' },
    {
      id: 'End', title: 'End', unit: 'date, UTC', type: 'date', isRequired: false,
      description: 'First day after; blank: one or three years of 8,760 hours after the start.',
    },
    {
      id: 'RateLocked', title: 'Rates locked', type: 'choice', isRequired: false, choices: yesOrNo,
      description: 'Whether a plan keeps the rates of its first day. Blank: yes, but not for azure-sp.',
    },
  ],
});
