import { numberColumnOf as amount, shareColumnOf } from './column-declarations.ts';
import { defineTable, type ColumnDeclaration } from './table-spec.ts';

const base = 'base currency';
const name = (id: string, title: string, description: string): ColumnDeclaration => ({ id, title, type: 'text', isRequired: true, description });
const note = (id: string, title: string, description: string): ColumnDeclaration => ({ id, title, type: 'text', isRequired: false, description });

export const licencesTable = defineTable({
  id: 'Licences',
  version: 1,
  title: 'Licences',
  sheetName: 'Licences',
  key: ['LicenceId'],
  question: 'What do licences by the core cost, and what if their price changes?',
  description: 'One licence per row. Chances and multipliers of a change of price are judgement: state your own.',
  columns: [
    name('LicenceId', 'Licence', 'Name of it.'),
    amount('Servers', 'Servers', 'servers', 'Licensed alike.', { type: 'integer', minimum: 1, maximum: 1_000_000, default: { value: 1, source: 'definition: one server' } }),
    amount('SocketsPerServer', 'Sockets', 'of a server', 'Processors of a server.', { type: 'integer', minimum: 1, maximum: 64, default: { value: 2, source: 'A-LIC-1' } }),
    amount('CoresPerSocket', 'Cores', 'of a socket', 'Physical cores of a processor.', { isRequired: true, type: 'integer', minimum: 1, maximum: 10_000 }),
    amount('LeastPerSocket', 'Licensed at least', 'cores of a socket', 'Fewer are counted as so many.', { type: 'integer', maximum: 10_000, default: { value: 16, source: 'A-OWN-1' } }),
    amount('LeastPerServer', 'Licensed at least', 'cores of a server', 'Blank: no such rule.', { type: 'integer', maximum: 10_000 }),
    amount('PricePerCoreYear', 'Price of a core', `${base} a year`, 'As contracted.', { isRequired: true }),
    shareColumnOf('CreditShare', 'Own licences take off', 'Share of the price that licences brought along take off it.'),
    { ...shareColumnOf('EscalationPerYear', 'Rise a year', 'By contract, once a year.'), maximum: 10 },
    { id: 'RenewalDate', title: 'Renewed on', type: 'date', isRequired: false, description: 'Until then the price is under contract. Blank: from the first day of the plan it may change.' },
    shareColumnOf('HazardPerYear', 'Chance of a change a year', 'That the vendor changes its prices for good.', { default: { value: 0.03, source: 'A-LIC-2' } }),
    amount('MultiplierLeast', 'Price times, at least', 'times', 'When it changes.', { minimum: 0, default: { value: 2, source: 'A-LIC-3' } }),
    amount('MultiplierLikely', 'Price times', 'times', 'Most likely.', { minimum: 0, default: { value: 8, source: 'A-LIC-3' } }),
    amount('MultiplierMost', 'Price times, at most', 'times', 'At most.', { minimum: 0, default: { value: 15, source: 'A-LIC-3' } }),
    amount('AlternativePerYear', 'Another product', `${base} a year`, 'With everything. Blank: nothing is compared.'),
    amount('SwitchCost', 'Switching to it', base, 'Once, at the renewal. Blank: 0.'),
  ],
});

export const portabilityLayersTable = defineTable({
  id: 'PortabilityLayers',
  version: 1,
  title: 'Portability layers',
  sheetName: 'Portability',
  key: ['LayerId'],
  question: 'Is a layer that makes leaving cheaper worth what it costs?',
  description: 'One layer per row: Kubernetes, a hypervisor, declarative infrastructure. What leaving costs and saves is judgement.',
  columns: [
    name('LayerId', 'Layer', 'Name of it.'),
    amount('SetUpCost', 'Set-up', base, 'Once. Blank: 0.'),
    amount('LicencePerMonth', 'Licence', `${base} a month`, 'Blank: 0.'),
    amount('RunPerMonth', 'People', `${base} a month`, 'Who run it. Blank: 0.'),
    amount('ComputePerMonth', 'Compute under it', `${base} a month`, 'That its overhead is counted on. Blank: 0.'),
    shareColumnOf('OverheadShare', 'Overhead', 'Share of the compute the layer itself uses.', { default: { value: 0.03, source: 'A-POR-1' } }),
    shareColumnOf('LostDiscountShare', 'Discounts lost', 'Share of the compute that native services would have cost less.'),
    amount('SwitchCostWithout', 'Leaving without it', base, 'What leaving would cost.', { isRequired: true }),
    amount('SwitchCostWith', 'Leaving with it', base, 'What leaving would cost.', { isRequired: true }),
    amount('NewLockIn', 'Leaving the layer', base, 'What giving up the layer itself would cost: the new lock-in. Blank: 0.'),
    amount('Saving', 'Leaving would save', base, 'Worth today, over the plan.', { isRequired: true }),
    amount('NativeBenefitPerMonth', 'Gained by native services', `${base} a month`, 'What being locked in brings. Blank: 0.'),
    shareColumnOf('ExitChance', 'Chance of leaving', 'Within the plan.', { default: { value: 0.05, source: 'A-POR-2' } }),
  ],
});

export const keyPersonsTable = defineTable({
  id: 'KeyPersons',
  version: 1,
  title: 'Key persons',
  sheetName: 'Key persons',
  key: ['Role'],
  question: 'What does it cost when those leave without whom it does not run?',
  description: 'One role per row. All of it is judgement.',
  columns: [
    name('Role', 'Role', 'What they do.'),
    amount('Persons', 'Persons', '', 'Who do it.', { type: 'integer', minimum: 1, maximum: 100_000, default: { value: 1, source: 'definition: one person' } }),
    shareColumnOf('LeavesPerYear', 'Leaves within a year', 'Chance of each.', { default: { value: 0.1, source: 'A-KEY-1' } }),
    amount('WeeksWithout', 'Vacant', 'weeks', 'Until somebody else can do it.', { maximum: 520, default: { value: 12, source: 'A-KEY-1' } }),
    amount('LossPerWeek', 'Loss of a week', base, 'Contractors, work not done. Blank: 0.'),
    amount('RehireCost', 'Finding another', base, 'Blank: 0.'),
    amount('OutageHours', 'Down', 'h', 'Hours the business stands still because of it. Blank: none.', { maximum: 100_000 }),
    amount('LossPerHour', 'Loss of an hour', base, 'Blank: 0.'),
  ],
});

export const cloudMixesTable = defineTable({
  id: 'CloudMixes',
  version: 1,
  title: 'Several clouds',
  sheetName: 'Several clouds',
  key: ['MixId'],
  question: 'What does it cost to run on several providers?',
  description: 'One choice per row. The share a further provider costs is weakly founded: read it as a sensitivity.',
  columns: [
    name('MixId', 'Choice', 'Name of it.'),
    amount('Providers', 'Providers', '', 'How many.', { isRequired: true, type: 'integer', minimum: 1, maximum: 100 }),
    amount('BillPerMonth', 'Bill', `${base} a month`, 'Of all providers.', { isRequired: true }),
    shareColumnOf('OverheadLeast', 'Further provider, at least', 'Share of the bill that each provider after the first costs.', { default: { value: 0.15, source: 'A-MUL-1' } }),
    shareColumnOf('OverheadLikely', 'Further provider', 'Most likely.', { default: { value: 0.2, source: 'A-MUL-1' } }),
    shareColumnOf('OverheadMost', 'Further provider, at most', 'At most.', { default: { value: 0.3, source: 'A-MUL-1' } }),
    amount('DuplicatedPerMonth', 'There twice', `${base} a month`, 'Tools and people for each further provider. Blank: 0.'),
    amount('LossAvoidedPerYear', 'Losses avoided', `${base} a year`, 'By outages it survives. Blank: 0.'),
  ],
});

export const serviceLevelsTable = defineTable({
  id: 'ServiceLevels',
  version: 1,
  title: 'Service levels',
  sheetName: 'Service levels',
  key: ['SlaId'],
  question: 'What would the provider credit, and what would the business lose?',
  description: 'One service per row. A credit must be claimed and proved, and is no money.',
  columns: [
    name('SlaId', 'Service', 'Name of it.'),
    note('WorkloadId', 'Workload', 'Whose charges are the bill, where BillPerMonth is blank.'),
    name('Provider', 'Provider', 'Whose terms hold: aws, azure or google.'),
    { id: 'Availability', title: 'Available', type: 'fraction', isRequired: true, minimum: 0, maximum: 1, description: 'Share of the hours of a month, as you expect it.' },
    amount('BillPerMonth', 'Bill', `${base} a month`, 'For the service. Blank: what the plan charges for the workload, on the mean.'),
    amount('LossPerHour', 'Loss of an hour', base, 'Of the business while it stands still. Blank: 0.'),
    shareColumnOf('ClaimChance', 'Claim succeeds', 'Chance that it is claimed in time and proved.', { default: { value: 1, source: 'definition: every claim succeeds' } }),
  ],
});
