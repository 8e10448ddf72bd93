import type { Sample } from './sample.ts';

export const rackPlan: Sample = {
  id: 'rack-plan',
  title: 'Servers in racks',
  question: 'How many racks do these servers need, and what runs out first: space, ports, power, cooling or weight?',
  background: [
    'A rack looks like space. Seventeen servers of two units fill one of 42 units when eight stay empty; but a circuit of 100 volts and 15 amperes feeds '
      + 'seventeen of them only as long as each draws no more than 88 watts. A server of 740 watts stands there alone.',
    'Old racks and new ones, light servers and nodes with eight GPUs: the plan puts the largest first, small ones into the room that is left, and tells for '
      + 'every rack what stopped the next server.',
  ],
  figures: [
    { figure: 'Rack of 42 units, 8 empty, 24 ports, 100 V and 15 A', source: 'The example of the literature; a circuit may carry 80 % of its rating without end (NEC 210.19).' },
    { figure: 'High-density rack: 48 units, 400 V and 63 A, 20 kW of cooling', source: 'Made up for this sample; 10 to 30 kW a rack is what data centres build for GPUs (Uptime Institute, 2025).' },
    { figure: 'Node of eight GPUs: 8 units, 10.2 kW, 130 kg', source: 'Data sheet of an 8 x H100 server, 2023.' },
  ],
  results: [
    { sheet: 'Results Racks', meaning: 'What stands in each rack, what binds, and how full it is of everything else.' },
    { sheet: 'Results Checks', meaning: 'Every server stands in a rack, or is told to have found no room.' },
  ],
  liveFormulas: [
    {
      question: 'Light servers of 88.2 VA in one old rack, without derating', formula: '=INDEX(CLOUD.RACKFIT(42,8,2,24,100,15,88.2,1),1,1)', unit: 'servers',
      numberFormat: '0',
    },
    { question: 'Servers of 740 W in one old rack', formula: '=INDEX(CLOUD.RACKFIT(42,8,2,24,100,15,740,0.8),1,1)', unit: 'servers', numberFormat: '0' },
  ],
  sheets: [
    {
      name: 'Racks',
      tables: [
        {
          tableId: 'Racks',
          note: 'Filled in the order of their names.',
          columns: ['RackId', 'Count', 'RackUnits', 'EmptyUnits', 'SwitchPorts', 'Volts', 'Amperes', 'Derating', 'CoolingKw', 'CarriedKg'],
          rows: [
            ['old', 6, 42, 8, 24, 100, 15, 0.8, null, null],
            ['rack of GPUs', 8, 48, 4, 48, 690, 63, 0.8, 34, 1200],
          ],
        },
      ],
    },
    {
      name: 'Servers',
      tables: [
        {
          tableId: 'Servers',
          note: 'What each draws at most is given off as heat.',
          columns: ['ServerId', 'Count', 'Units', 'Ports', 'Watts', 'WeightKg'],
          rows: [
            ['node of eight GPUs', 10, 8, 10, 10_200, 130],
            ['database', 8, 2, 2, 740, 30],
            ['light', 60, 2, 1, 70, 18],
          ],
        },
      ],
    },
  ],
};
