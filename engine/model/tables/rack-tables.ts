import { circuitDerating } from '../../simulation/sizing/rack-fit.ts';
import { defineTable } from './table-spec.ts';

export const racksTable = defineTable({
  id: 'Racks',
  version: 1,
  title: 'Racks',
  sheetName: 'Racks',
  key: ['RackId'],
  question: 'Which racks are there, and what has each to give?',
  description: 'Equal racks in a row. Servers fill them in the order of their names. A blank limit does not bind.',
  columns: [
    { id: 'RackId', title: 'Rack', type: 'text', isRequired: true, description: 'Name of the kind of rack.' },
    { id: 'Count', title: 'How many', type: 'integer', isRequired: true, minimum: 1, maximum: 100_000, description: 'Equal racks of this kind.' },
    { id: 'RackUnits', title: 'Height', unit: 'U', type: 'number', isRequired: true, minimum: 0, isMinimumExclusive: true, description: 'Units of the rack.' },
    {
      id: 'EmptyUnits', title: 'Kept empty', unit: 'U', type: 'number', isRequired: false, minimum: 0, default: { value: 0, source: 'definition: none' },
      description: 'Units taken by switches, or left for air.',
    },
    { id: 'SwitchPorts', title: 'Ports', type: 'integer', isRequired: false, minimum: 0, description: 'Ports of its switches. Blank: enough.' },
    { id: 'Volts', title: 'Voltage', unit: 'V', type: 'number', isRequired: false, minimum: 0, isMinimumExclusive: true, description: 'Of its circuit. Blank: power does not bind.' },
    { id: 'Amperes', title: 'Circuit', unit: 'A', type: 'number', isRequired: false, minimum: 0, isMinimumExclusive: true, description: 'Of its circuit. Blank: power does not bind.' },
    {
      id: 'Derating', title: 'May be loaded', type: 'fraction', isRequired: false, minimum: 0, isMinimumExclusive: true, maximum: 1,
      default: { value: circuitDerating, source: '' }, description: 'Part of the circuit that may be loaded without end.',
    },
    { id: 'CoolingKw', title: 'Cooling', unit: 'kW', type: 'number', isRequired: false, minimum: 0, description: 'Heat that can be taken away. Blank: enough.' },
    { id: 'CarriedKg', title: 'Carries', unit: 'kg', type: 'number', isRequired: false, minimum: 0, description: 'Servers the floor carries. Blank: enough.' },
  ],
});

export const serversTable = defineTable({
  id: 'Servers',
  version: 1,
  title: 'Servers',
  sheetName: 'Racks',
  key: ['ServerId'],
  question: 'Which servers are to be put in racks, and what does each take?',
  description: 'Equal servers in a row. Those that fill most of a rack are placed first.',
  columns: [
    { id: 'ServerId', title: 'Server', type: 'text', isRequired: true, description: 'Name of the kind of server.' },
    { id: 'Count', title: 'How many', type: 'integer', isRequired: true, minimum: 1, maximum: 1_000_000, description: 'Equal servers of this kind.' },
    { id: 'Units', title: 'Height', unit: 'U', type: 'number', isRequired: true, minimum: 0, isMinimumExclusive: true, description: 'Units of a server.' },
    {
      id: 'Ports', title: 'Ports', type: 'integer', isRequired: false, minimum: 0, default: { value: 1, source: 'definition: one cable' },
      description: 'Switch ports of a server.',
    },
    { id: 'Watts', title: 'Power', unit: 'W', type: 'number', isRequired: true, minimum: 0, isMinimumExclusive: true, description: 'Drawn at most, and given off as heat.' },
    { id: 'WeightKg', title: 'Weight', unit: 'kg', type: 'number', isRequired: false, minimum: 0, description: 'Of a server. Blank: not known, does not bind.' },
  ],
});
