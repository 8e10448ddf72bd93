import { numberColumnOf as amount, shareColumnOf } from './column-declarations.ts';
import { defineTable } from './table-spec.ts';

export const ownHardwareTable = defineTable({
  id: 'OwnHardware',
  version: 1,
  title: 'Own hardware',
  sheetName: 'Own hardware',
  key: ['AssetId'],
  question: 'What would hardware of your own cost, and what is it compared with?',
  description: 'One kind of hardware per row, bought on the first day. Amounts in the base currency.',
  columns: [
    { id: 'AssetId', title: 'Hardware', type: 'text', isRequired: true, description: 'Name of the hardware.' },
    amount('Capex', 'Price', 'base currency', 'Of all of it, with network and spares.', { isRequired: true }),
    amount('Units', 'Units', 'units', 'What it is compared by: GPUs, cores, nodes.', { isRequired: true, isMinimumExclusive: true }),
    amount('LifeYears', 'Used for', 'years', 'Until it is sold or thrown away.', {
      type: 'integer', minimum: 1, maximum: 30, default: { value: 5, source: 'A-OWN-4' },
    }),
    shareColumnOf('SalvageShare', 'Sold for', 'Share of the price it is sold for in the end.', { default: { value: 0, source: 'definition: nothing' } }),
    amount('Purchases', 'Bought', 'times', 'One set after the other, each when the last is sold (OutTco).', {
      type: 'integer', minimum: 1, maximum: 10, default: { value: 1, source: 'definition: once' },
    }),
    amount('PriceChange', 'Price a year', 'share', 'By which the price of the next set rises in a year; below 0 it falls.', {
      type: 'fraction', minimum: -0.9, maximum: 1, default: { value: 0, source: 'definition: the same price' },
    }),
    { id: 'ServerId', title: 'Server in racks', type: 'text', isRequired: false, description: 'Row of Servers: its racks are those of OutRackPlan, and its power where PowerKw is blank.' },
    amount('RackPerYear', 'A rack a year', 'base currency', 'Space and circuit of each rack of ServerId. Blank: none.'),
    amount('PowerKw', 'Power', 'kW', 'Of its nameplate. Blank: none, or that of ServerId.'),
    shareColumnOf('LoadFactor', 'Power drawn', 'Share of the nameplate drawn on the mean.', { default: { value: 1, source: 'definition: all of it' } }),
    amount('Pue', 'PUE', 'kW per kW', 'Power of the site over power of the machines; 1 where colocation includes it.', {
      minimum: 1, maximum: 10, default: { value: 1.54, source: 'A-OWN-5' },
    }),
    amount('EnergyPerKwh', 'Energy', 'base currency per kWh', 'Blank: 0, as where colocation includes it.'),
    amount('ColocationPerKwMonth', 'Colocation', 'base currency per kW and month', 'Of the nameplate. Blank: none.'),
    shareColumnOf('MaintenanceShare', 'Maintenance a year', 'Share of the price each year.', { default: { value: 0, source: 'definition: none' } }),
    shareColumnOf('SpareShare', 'Spares a year', 'Share of the price spent on spare parts each year.', { default: { value: 0, source: 'definition: none' } }),
    amount('StaffPerYear', 'Staff a year', 'base currency', 'People who run it. Blank: by ServersPerPerson.'),
    amount('ServersPerPerson', 'Servers a person', 'servers', 'That one person runs. Blank: StaffPerYear says it.', { isMinimumExclusive: true }),
    amount('PersonPerYear', 'A person a year', 'base currency', 'With everything. Needed with ServersPerPerson.'),
    amount('OtherPerYear', 'Other a year', 'base currency', 'Licences, space, network. Blank: none.'),
    shareColumnOf('Utilization', 'Used', 'Share of the hours its units are used.', {
      default: { value: 1, source: 'definition: always' }, isMinimumExclusive: true }),
    amount('Servers', 'Servers', 'servers', 'Of it: what some assumptions count software by.', { type: 'integer', default: { value: 1, source: 'definition: one server' } }),
    shareColumnOf('NetworkShare', 'Network in the price', 'Part of the price that is network: other assumptions put theirs in its place.', { maximum: 0.9 }),
    { id: 'WorkloadId', title: 'Workload', type: 'text', isRequired: false, description: 'Whose load it could carry: the base owned, the peak rented. Blank: not asked.' },
    amount('UnitsPerNode', 'Units of a node', 'units', 'That carry what a node of the workload carries.', { isMinimumExclusive: true, default: { value: 1, source: 'definition: a unit is a node' } }),
    amount('CloudPrice', 'Renting', 'base currency per unit and hour', 'What the same unit costs for an hour in the cloud.', { isRequired: true, isMinimumExclusive: true }),
  ],
});
