import type { Sample } from './sample.ts';

/** The cluster: servers, sockets, cores of a socket, and what a core costs a year under the old contract. */
export const cluster = { servers: 30, sockets: 2, cores: 12, price: 60 };

export const vmwareRenewal: Sample = {
  id: 'vmware-renewal',
  title: 'A hypervisor whose price changes',
  question: 'What if the licence is many times as dear when it is renewed, and from which price on does another product pay?',
  background: [
    'A private cloud of thirty servers runs on a hypervisor that is licensed by the core. Its contract ends in the middle of 2028. After the vendor was sold, '
      + 'customers reported renewals at eight to fifteen times their price.',
    'A socket counts as sixteen cores at least: processors of twelve cores pay for four that are not there.',
    'Another product costs 90,000 a year with support, and the move 400,000. From which multiple on it pays is a figure of its own; that the vendor changes its '
      + 'prices at all is a chance, and the expected cost weighs it.',
    'A layer that makes the next move cheaper has its own cost, and is a lock-in itself. Those who know the old platform may leave meanwhile.',
  ],
  figures: [
    { figure: 'Rises of eight to fifteen times', source: 'Reported by CISPE and ECCO after the takeover of VMware, 2024; at the least two times: a judgement.' },
    { figure: 'Sixteen cores of a socket at least', source: 'VMware by Broadcom, licensing by core, 2024.' },
    { figure: 'Chance of 3 % a year that a vendor changes its prices for good', source: 'A judgement: docs/assumptions.md, A-LIC-2.' },
    { figure: 'Prices, the other product, the move, layers and people', source: 'Made up for this sample: replace them by your own.' },
  ],
  results: [
    { sheet: 'Results Licences', meaning: 'Year by year: as contracted, expected, changed for certain, and the other product. Break-even is in the last columns.' },
    { sheet: 'Results Portability', meaning: 'What a layer costs, and what the right to leave gains by it.' },
    { sheet: 'Results Key persons', meaning: 'What a departure costs, and how likely it is in the plan.' },
    { sheet: 'Results Leaving', meaning: 'What the move costs once, with what may go wrong.' },
    { sheet: 'Results Lock-in', meaning: 'What leaving is worth at today\'s price, and how far it may rise.' },
  ],
  liveFormulas: [
    {
      id: 'licensed', question: 'Cores to be licensed', unit: 'cores', numberFormat: '#,##0',
      formula: '={Licences.hypervisor.Servers}*CLOUD.LICENCECORES({Licences.hypervisor.SocketsPerServer},{Licences.hypervisor.CoresPerSocket},16)',
    },
    { question: 'A year as contracted', formula: '={@licensed}*{Licences.hypervisor.PricePerCoreYear}', unit: 'USD', numberFormat: '#,##0' },
    {
      question: 'A year at the likely change', formula: '={@licensed}*{Licences.hypervisor.PricePerCoreYear}*{Licences.hypervisor.MultiplierLikely}', unit: 'USD',
      numberFormat: '#,##0',
    },
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
            ['HorizonMonths', 60, 'Five years.'],
            ['DiscountRate', 0.08, 'What money costs a year.'],
            ['SavingVolatility', 0.3, 'A judgement: how much the worth of leaving moves in a year.'],
          ],
        },
      ],
    },
    {
      name: 'Licences',
      tables: [
        {
          tableId: 'Licences',
          note: 'A change of price multiplies the licence from the renewal on.',
          columns: [
            'LicenceId', 'Servers', 'SocketsPerServer', 'CoresPerSocket', 'PricePerCoreYear', 'EscalationPerYear', 'RenewalDate', 'HazardPerYear', 'MultiplierLeast',
            'MultiplierLikely', 'MultiplierMost', 'AlternativePerYear', 'SwitchCost',
          ],
          rows: [['hypervisor', cluster.servers, cluster.sockets, cluster.cores, cluster.price, 0.03, '2028-07-01', 0.03, 2, 8, 15, 90_000, 400_000]],
          numberFormats: { AlternativePerYear: '#,##0', SwitchCost: '#,##0' },
        },
      ],
    },
    {
      name: 'Leaving',
      tables: [
        {
          tableId: 'MigrationPlan',
          note: 'The move as a project: staying at today\'s price of the licences.',
          columns: [
            'WorkloadId', 'Strategy', 'MonthlyCostBefore', 'MonthlyCostAfter', 'Start', 'DurationWeeks', 'HoursLeast', 'HoursLikely', 'HoursMost', 'RatePerHour',
            'ParallelLeast', 'ParallelLikely', 'ParallelMost', 'OtherCost',
          ],
          rows: [['virtual machines', 'replatform', 4800, 7500, '2027-10-01', 26, 1200, 2400, 5000, 120, 1, 3, 6, 60_000]],
          numberFormats: { MonthlyCostBefore: '#,##0', MonthlyCostAfter: '#,##0', OtherCost: '#,##0' },
        },
      ],
    },
    {
      name: 'Portability',
      tables: [
        {
          tableId: 'PortabilityLayers',
          note: 'Leaving would save what a change of price costs: worth today, a judgement.',
          columns: [
            'LayerId', 'SetUpCost', 'LicencePerMonth', 'RunPerMonth', 'ComputePerMonth', 'OverheadShare', 'SwitchCostWithout', 'SwitchCostWith', 'NewLockIn', 'Saving',
            'NativeBenefitPerMonth', 'ExitChance',
          ],
          rows: [
            ['containers', 120_000, 0, 6000, 20_000, 0.03, 400_000, 120_000, 80_000, 900_000, 3000, 0.3],
            ['machines as code', 25_000, 500, 1000, 20_000, 0, 400_000, 300_000, 15_000, 900_000, 0, 0.3],
          ],
          numberFormats: { SetUpCost: '#,##0', SwitchCostWithout: '#,##0', SwitchCostWith: '#,##0', NewLockIn: '#,##0', Saving: '#,##0' },
        },
      ],
    },
    {
      name: 'Key persons',
      tables: [
        {
          tableId: 'KeyPersons',
          columns: ['Role', 'Persons', 'LeavesPerYear', 'WeeksWithout', 'LossPerWeek', 'RehireCost', 'OutageHours', 'LossPerHour'],
          rows: [['platform', 2, 0.12, 16, 4500, 25_000, 6, 3000], ['storage', 1, 0.12, 12, 4500, 20_000, 12, 3000]],
        },
      ],
    },
  ],
};
