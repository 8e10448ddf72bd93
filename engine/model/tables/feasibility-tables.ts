import { numberColumnOf as amount } from './column-declarations.ts';
import { defineTable, type ColumnDeclaration } from './table-spec.ts';

const yesOrNo = ['yes', 'no'] as const;
const flag = (id: string, title: string, description: string): ColumnDeclaration =>
  ({ id, title, type: 'choice', isRequired: false, choices: yesOrNo, description: `${description} Blank: not known.` });

export const gpuChecksTable = defineTable({
  id: 'GpuChecks',
  version: 1,
  title: 'Can this node share its GPUs?',
  sheetName: 'Workloads',
  key: ['CheckId'],
  question: 'Does a node have all that work on GPUs in guests needs?',
  description: 'One row per work and node type: seven points, each of which must hold. vCPUs and GPUs are those of the node type.',
  columns: [
    { id: 'CheckId', title: 'Check', type: 'text', isRequired: true, description: 'Name of the check.' },
    { id: 'Provider', title: 'Provider', type: 'text', isRequired: true, description: 'Of the node type.' },
    { id: 'NodeType', title: 'Node type', type: 'text', isRequired: true, description: 'Of the catalog, or of NodeTypes.' },
    { id: 'Guests', title: 'Guests', type: 'integer', isRequired: true, minimum: 1, maximum: 10_000, description: 'Virtual machines of a node, each with a GPU of its own.' },
    flag('Cuda', 'CUDA', 'Whether card and driver support it.'),
    flag('Passthrough', 'Passed through', 'Whether firmware and hypervisor pass a GPU through to a guest.'),
    flag('MultiOs', 'Several systems', 'Whether the cards serve guests of several operating systems at once.'),
    amount('NeedsDiskMBps', 'Disks needed', 'MB/s', 'Of all guests together. Blank: none.'),
    amount('DiskMBps', 'Disks', 'MB/s', 'Of the node. Blank: not known.'),
    amount('NeedsNetworkGbps', 'Network needed', 'Gb/s', 'Blank, or less: 10, the least that counts.'),
    amount('NetworkGbps', 'Network', 'Gb/s', 'Of the node: 10 and more, or InfiniBand. Blank: not known.'),
    amount('ResultGiB', 'Results', 'GiB', 'That must be kept. Blank: none.'),
    amount('StorageGiB', 'Storage', 'GiB', 'That is there for them. Blank: not known.'),
  ],
});
