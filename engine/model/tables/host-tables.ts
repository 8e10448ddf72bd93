import { operatingSystems } from '../../catalog/price-key.ts';
import { numberColumnOf as number, shareColumnOf } from './column-declarations.ts';
import { defineTable, type ColumnDeclaration } from './table-spec.ts';

const whole = (id: string, title: string, description: string, more: Partial<ColumnDeclaration> = {}): ColumnDeclaration => ({
  id, title, type: 'integer', isRequired: false, minimum: 0, description, ...more,
});

export const hostPoolsTable = defineTable({
  id: 'HostPools',
  version: 1,
  title: 'Hosts of guests',
  sheetName: 'Hosts',
  key: ['HostId'],
  question: 'Which hosts are to carry virtual machines or containers, and what may be filled?',
  description:
    'Equal hosts in a row: a node type at its on-demand price, or what is stated. What is stated goes before what is known of the node type.',
  columns: [
    { id: 'HostId', title: 'Hosts', type: 'text', isRequired: true, description: 'Name of the pool of hosts.' },
    { id: 'Provider', title: 'Provider', type: 'text', isRequired: false, description: 'Of the node type. Blank: hosts of your own, as stated.' },
    { id: 'Region', title: 'Region', type: 'text', isRequired: false, description: 'Of the node type.' },
    { id: 'NodeType', title: 'Node type', type: 'text', isRequired: false, description: 'With its cores, memory, GPUs and price.' },
    {
      id: 'Os', title: 'Operating system', type: 'choice', isRequired: false, choices: operatingSystems,
      default: { value: 'linux', source: 'A-MOD-11' }, description: 'Of the node type.',
    },
    number('Cores', 'Cores', 'cores', 'Physical cores. Blank: of the node type.', { isMinimumExclusive: true }),
    number('MemoryGiB', 'Memory', 'GiB', 'Blank: of the node type.', { isMinimumExclusive: true }),
    whole('Gpus', 'GPUs', 'Blank: of the node type, else none.'),
    number('ScratchGB', 'Local disk', 'GB', 'Blank: does not bind.'),
    number('DiskIops', 'Disk operations', 'per second', 'That the local or shared disks give each host. Blank: does not bind.'),
    number('NetworkGbps', 'Network', 'Gb/s', 'Of each host. Blank: does not bind.'),
    number('CostPerMonth', 'Host a month', 'base currency', 'Blank: the node type for 730 hours at its on-demand price.'),
    whole('MostHosts', 'At most', 'Hosts there are. Blank: as many as are needed.', { minimum: 1, maximum: 1_000_000 }),
    number('ReservedMemoryGiB', 'Memory kept', 'GiB', 'By the hypervisor or the system of the host.', { default: { value: 0.5, source: 'A-SIM-34' } }),
    shareColumnOf('LayerOverhead', 'Hypervisor', 'Part of the cores that the layer takes.', { maximum: 0.99 }),
    shareColumnOf('NestedOverhead', 'Layer within', 'Part of what is left that a second layer takes: containers in virtual machines, nested hypervisors.', {
      maximum: 0.99,
    }),
    shareColumnOf('TargetUtilization', 'Busy at most', 'Part of the cores, for guests with BusyShare.', {
      isMinimumExclusive: true, default: { value: 0.7, source: 'A-SIM-35' },
    }),
    shareColumnOf('Headroom', 'Kept free', 'Part of cores and memory into which guests can grow and move.', { maximum: 0.99 }),
    whole('SpareHosts', 'Spare hosts', 'Empty until one fails or is set up again.', { default: { value: 0, source: 'definition: none' } }),
    whole('ReplacedServers', 'Servers replaced', 'Old servers that go.'),
    number('ReplacedCostPerMonth', 'They cost a month', 'base currency', 'What really ends with them, all together: energy, space, maintenance, licences.'),
    number('ReplacedBookValue', 'Their book value', 'base currency', 'Not yet written off: spent in any case, told apart and part of no comparison.'),
    whole('PilotHosts', 'Hosts of a pilot', 'Tried before the others are bought.'),
    number('PilotMonths', 'Pilot', 'months', 'Paid beside the old servers.'),
    number('MoveGbps', 'Link of moves', 'Gb/s', 'Over which running guests move to other hosts. Blank: not asked.', { isMinimumExclusive: true }),
    number('ReimageMinutes', 'Set up again', 'min', 'A host from an image, without people.'),
  ],
});

/** vCPUs promised per core, by what guests do. A-SIM-36 */
export const vcpuPerCoreOf = { computing: 1, server: 4, light: 7, desktop: 10 } as const;
export type GuestClass = keyof typeof vcpuPerCoreOf;

export const guestsTable = defineTable({
  id: 'Guests',
  version: 1,
  title: 'Guests of hosts',
  sheetName: 'Hosts',
  key: ['GuestId'],
  question: 'Which virtual machines or containers are to run, and what does each take?',
  description: 'Equal guests in a row. Large ones are placed first, each on the first host with room.',
  columns: [
    { id: 'GuestId', title: 'Guest', type: 'text', isRequired: true, description: 'Name of the kind of guest.' },
    {
      id: 'HostId', title: 'Hosts', type: 'text', isRequired: true, references: [{ tableId: 'HostPools', columnId: 'HostId' }],
      description: 'Pool that carries it.',
    },
    { id: 'Application', title: 'Application', type: 'text', isRequired: false, description: 'Whose part of the hosts it is. Blank: the guest itself.' },
    whole('Count', 'How many', 'Equal guests.', { isRequired: true, minimum: 1, maximum: 10_000_000 }),
    number('VCpus', 'vCPUs', 'vCPUs', 'Of each.', { isRequired: true, isMinimumExclusive: true }),
    number('MemoryGiB', 'Memory', 'GiB', 'Of each, without a system of its own.', { isRequired: true }),
    whole('Gpus', 'GPUs', 'Passed through to each. Blank: none.'),
    number('ScratchGB', 'Local disk', 'GB', 'Of each. Blank: none.'),
    number('DiskIops', 'Disk operations', 'per second', 'Of each. Blank: none.'),
    number('NetworkGbps', 'Network', 'Gb/s', 'Of each. Blank: none.'),
    number('SystemCores', 'Cores of its system', 'cores', 'Of a virtual machine; 0 of a container.', { default: { value: 0, source: 'definition: a container' } }),
    number('SystemMemoryGiB', 'Memory of its system', 'GiB', 'Of a virtual machine; 0 of a container.', { default: { value: 0, source: 'definition: a container' } }),
    {
      id: 'Class', title: 'Kind of work', type: 'choice', isRequired: false, choices: Object.keys(vcpuPerCoreOf),
      default: { value: 'computing', source: 'A-SIM-36' }, description: 'How many vCPUs a core may promise: computing 1, server 4, light 7, desktop 10.',
    },
    number('VCpuPerCore', 'vCPUs per core', '1', 'In place of that of the kind of work.', { isMinimumExclusive: true, maximum: 32 }),
    { id: 'BusyShare', title: 'Busy', type: 'fraction', isRequired: false, minimum: 0, isMinimumExclusive: true, maximum: 1, description: 'Measured part of the time its vCPUs are busy. It goes before any promise.' },
  ],
});
