import type { Sample, SourceCell } from './sample.ts';

const node = (name: string, cloudPrice: number, workload: string | null = null): SourceCell[] =>
  [name, 364_000, 8, 5, 0.15, 10.2, 0.8, 1, 0.09, 184.06, 0.06, 3600, 0.6, 0.107, workload, cloudPrice];

export const ownOrRentGpu: Sample = {
  id: 'own-or-rent-gpu',
  title: 'Own or rent eight GPUs',
  question: 'From which use on is a node with eight GPUs cheaper to own than to rent?',
  background: [
    'Three published answers to the same question: half to two thirds of the hours, four fifths, under four months. They are one formula at three prices of '
      + 'the cloud.',
    'A node with eight GPUs costs 325,000 dollars, a tenth and more for network, colocation and energy for 10.2 kW, six percent of its price for maintenance, a '
      + 'fiftieth of a person. It comes to 1.94 dollars for a GPU-hour when used in every hour, and to twice as much when used in half of them.',
  ],
  figures: [
    { figure: '364,000 USD for the node with its network, 15 % of it left after five years', source: 'Quotes of 250,000 to 400,000 USD, 2024 to 2025; 12 % for the network.' },
    { figure: 'Colocation 184.06 USD per kW and month', source: 'CBRE, North America Data Center Trends H2 2024.' },
    { figure: 'Renting a GPU-hour: 2.50, 4.00 and 12.29 USD', source: 'Prices of specialised clouds, general clouds and on-demand lists, 2024 to 2026.' },
    { figure: 'Demand of the assistant', source: 'Made up for this sample: replace it by your own in the sheet Workload.' },
    { figure: 'One person for 50 nodes, 180,000 USD', source: 'Own judgement, near published ratios for GPU fleets.' },
  ],
  results: [
    { sheet: 'Results Own or rent', meaning: 'Owning against renting by use: the lines cross at the break-even utilization.' },
    { sheet: 'Results Own the base', meaning: 'How many GPUs to own for the assistant when the rest can be rented by the hour.' },
    { sheet: 'Results Presets', meaning: 'The same node under neutral assumptions and those of a vendor\'s business case.' },
    { sheet: 'Results Ownership', meaning: 'What is paid in each year, what it is worth today, and what the books say.' },
  ],
  liveFormulas: [
    {
      id: 'rate', question: 'A GPU-hour on the own node, always used', unit: 'USD', numberFormat: '0.000',
      formula: '=CLOUD.ONPREMRATE(364000,0.08,5,10.2,1,0.09,3600,8,1,0.15,184.06,0.06,0.8)',
    },
    { question: 'Break-even use against 2.50 USD', formula: '=CLOUD.CLOUDVSOWN({@rate}*8*8760,8,2.5)', unit: 'of the hours', numberFormat: '0.0%' },
    { question: 'Break-even use against 12.29 USD', formula: '=CLOUD.CLOUDVSOWN({@rate}*8*8760,8,12.29)', unit: 'of the hours', numberFormat: '0.0%' },
  ],
  sheets: [
    {
      name: 'Settings',
      tables: [
        {
          tableId: 'Settings',
          columns: ['Setting', 'Value', 'Note'],
          rows: [
            ['BaseCurrency', 'USD', 'Currency of all results.'],
            ['HorizonStart', '2027-01-01', 'First day of the plan.'],
            ['HorizonMonths', 12, 'One year.'],
            ['DiscountRate', 0.08, 'What money costs a year.'],
          ],
        },
      ],
    },
    {
      name: 'Workload',
      tables: [
        {
          tableId: 'Services',
          note: 'GPUs wanted by an assistant: a base at night, a peak on working days.',
          columns: ['ServiceId', 'DemandId', 'DemandUnit', 'CapacityPerNode', 'TargetUtilization'],
          rows: [['assistant', 'assistant', 'GPUs', 1, 1]],
        },
        {
          tableId: 'DemandFormulas',
          columns: ['DemandId', 'Formula'],
          rows: [['assistant', 'weekday <= 5 and hour >= 8 and hour < 18 ? 64 : 24']],
        },
        {
          tableId: 'Placements',
          columns: ['PlacementId', 'WorkloadId', 'Provider', 'Region', 'NodeType'],
          rows: [['assistant', 'assistant', 'gpu cloud', 'here', 'one gpu']],
        },
        {
          tableId: 'NodeTypes',
          columns: ['Provider', 'NodeType', 'VCpu', 'PhysicalCores', 'MemoryGiB', 'GpuCount'],
          rows: [['gpu cloud', 'one gpu', 24, 12, 240, 1]],
        },
        {
          tableId: 'PriceSheet',
          columns: ['PriceId', 'Provider', 'Region', 'NodeType', 'Purchase', 'UnitPrice', 'Currency', 'Source'],
          rows: [['gpu', 'gpu cloud', 'here', 'one gpu', 'on-demand', 2.5, 'USD', 'Price of a specialised cloud, 2026']],
        },
      ],
    },
    {
      name: 'Own hardware',
      tables: [
        {
          tableId: 'OwnHardware',
          note: 'The same node against three prices of renting, planned for six of ten hours.',
          columns: [
            'AssetId', 'Capex', 'Units', 'LifeYears', 'SalvageShare', 'PowerKw', 'LoadFactor', 'Pue', 'EnergyPerKwh', 'ColocationPerKwMonth', 'MaintenanceShare',
            'StaffPerYear', 'Utilization', 'NetworkShare', 'WorkloadId', 'CloudPrice',
          ],
          rows: [node('against a specialised cloud', 2.5, 'assistant'), node('against a general cloud', 4), node('against list prices', 12.29)],
          numberFormats: { Capex: '#,##0', StaffPerYear: '#,##0' },
        },
      ],
    },
  ],
};
