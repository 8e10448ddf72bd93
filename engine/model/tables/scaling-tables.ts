import { operatingSystems } from '../../catalog/price-key.ts';
import { numberColumnOf as number, shareColumnOf } from './column-declarations.ts';
import { defineTable } from './table-spec.ts';

export const scalingWaysTable = defineTable({
  id: 'ScalingWays',
  version: 1,
  title: 'Work that outgrows a machine',
  sheetName: 'Workloads',
  key: ['WorkId'],
  question: 'Is it to run on one large machine, on many, or on many that pass for one?',
  description:
    'One piece of work per row. Three ways to run it are compared: the cheapest machine of the provider that holds it, nodes of NodeType with the work spread over ' +
    'them, and the same nodes as one software-defined server.',
  columns: [
    { id: 'WorkId', title: 'Work', type: 'text', isRequired: true, description: 'Name of the work.' },
    { id: 'Provider', title: 'Provider', type: 'text', isRequired: true, description: 'Of all machines.' },
    { id: 'Region', title: 'Region', type: 'text', isRequired: true, description: 'Of all machines.' },
    { id: 'NodeType', title: 'Small node', type: 'text', isRequired: true, description: 'What many of would be taken: all alike.' },
    {
      id: 'Os', title: 'Operating system', type: 'choice', isRequired: false, choices: operatingSystems,
      default: { value: 'linux', source: 'A-MOD-11' }, description: 'Of all machines.',
    },
    number('Tasks', 'Tasks at once', 'tasks', 'Threads, workers or guests that are busy at the same time.', { isRequired: true, isMinimumExclusive: true, maximum: 1e7 }),
    number('MemoryGiB', 'Memory', 'GiB', 'Of all of it together.', { isRequired: true, isMinimumExclusive: true }),
    shareColumnOf('WaitShare', 'Waiting', 'Part of its time a task waits for disks, networks or people, and needs no core.', { maximum: 0.999 }),
    number('MostCores', 'Usable cores', 'cores', 'That one process can use: 1 where one thread runs at a time. Blank: any number.', { minimum: 1 }),
    shareColumnOf('Overhead', 'Overhead', 'Part of a core that layers below take: hypervisors, containers, emulation.', { maximum: 0.99 }),
    shareColumnOf('RemoteShare', 'Remote accesses', 'Of a software-defined server: memory accesses that wait for another node. Measure your own.', {
      default: { value: 0.01, source: 'A-SIM-32' },
    }),
    {
      id: 'FirstRemoteShare', title: 'Remote at first', type: 'fraction', isRequired: false, minimum: 0, maximum: 1,
      description: 'Of a software-defined server: before processors and pages have found each other. Blank: as when settled.',
    },
    number('SettleMinutes', 'Settles in', 'min', 'Until two thirds of the difference are gone. Blank: at once.'),
    number('RunHours', 'Runs for', 'h', 'Before it starts and settles anew. Blank: without end.', { isMinimumExclusive: true }),
    number('NodesPerSwitch', 'Nodes at a switch', 'nodes', 'Of a software-defined server: more nodes stand in a tree, and pages cross each level. Blank: any number at one.', {
      type: 'integer', minimum: 2, maximum: 100_000,
    }),
    number('Sigma', 'Contention', '1', 'Of many: part of the work that cannot be spread (USL).', { maximum: 1, default: { value: 0, source: 'definition: spread evenly' } }),
    number('Kappa', 'Crosstalk', '1', 'Of many: cost of agreeing with each other (USL).', { maximum: 1, default: { value: 0, source: 'definition: none' } }),
    number('RefactorHours', 'Rewriting', 'h', 'Of many: to make the work run on several nodes. Blank: none.'),
    number('RatePerHour', 'Rate', 'base currency per hour', 'Of those hours. Blank: 0.'),
    number('ValuePerMonth', 'Worth a month', 'base currency', 'What its results bring when nothing slows it; what takes twice as long brings half. Blank: not asked.'),
    number('Months', 'Used for', 'months', 'That the rewriting is spread over.', { isMinimumExclusive: true, default: { value: 36, source: 'A-SIM-33' } }),
  ],
});
