import type { Sample } from './sample.ts';

/** Factor on the base demand by hour, midnight first: a quiet night, a working day, and a show at eight in the evening. */
const day = [
  0.35, 0.3, 0.25, 0.25, 0.3, 0.4, 0.55, 0.75, 0.95, 1.05, 1.1, 1.15,
  1.2, 1.15, 1.1, 1.1, 1.1, 1.15, 1.2, 1.5, 3.2, 1.8, 0.9, 0.5,
];

const node = ['aws', 'us-east-1', 'm7i.2xlarge'];
const requests = 'requests/s';
/** Lags in the order of the columns: scale-out, warm-up, scale-in, cooldown. */
const none = [null, null, null, null];
const linux = [60, 97, 300, 60];
const windows = [60, 810, 900, 60];

export const autoscale: Sample = {
  id: 'autoscale',
  title: 'What slow scaling costs',
  question: 'Nodes come late and leave late: how many requests are lost, how long do they wait, and what does it take to lose none?',
  background: [
    'A service carries 6,000 requests a second on average and three times as many when a show begins at eight in the evening. Scaling out is '
      + 'easy to want; a node still takes minutes until it serves, and coming back down is slower still.',
    'The same demand is told six ways: nodes that are there when they are wanted; Linux nodes, which start in 97 seconds; Windows nodes, which '
      + 'take 810; the same with twice the headroom; Linux nodes that must also keep a wait; and requests that may be put off.',
    'Every lag is a column of its own, because they are not alike: a node is paid while it warms up and while it waits to be stopped, and it is '
      + 'missed while it is being noticed, started and warmed up.',
  ],
  figures: [
    { figure: '6,000 requests per second and their daily cycle', source: 'Made up for this sample: replace them by your own in the sheet Demand.' },
    { figure: '97 s and 810 s until a node serves', source: 'Mao and Humphrey 2012: Linux and Windows nodes on EC2. Today\'s are faster: measure your own.' },
    { figure: '60 s to notice, 300 and 900 s until nodes are stopped', source: 'Made up; horizontal scaling in Kubernetes waits 300 s before it stops any.' },
    { figure: '450 requests per second and node, 36 at a time of 0.08 s each', source: 'Made up: a load test tells yours (36 / 0.08 s = 450 a second).' },
    { figure: '0.4032 USD an hour', source: 'From the catalog: m7i.2xlarge on demand, AWS us-east-1, Linux. The same price is used for all six, so that only the lags differ.' },
  ],
  results: [
    {
      sheet: 'Results Capacity',
      meaning: 'Demand unserved and node-hours of each telling; what binds when the show begins; how long 99 of 100 requests wait at most.',
    },
    { sheet: 'Results Summary', meaning: 'What each telling costs in the month. They are tellings of one service: do not add them.' },
    { sheet: 'Results Day', meaning: 'How the nodes follow the hours of the day, and how far behind they stay.' },
  ],
  liveFormulas: [
    {
      question: 'Nodes for the show, if all were there at once', formula: '=CLOUD.NODESFOR(6000*3.2,450*{Services.linux.TargetUtilization})',
      unit: 'nodes', numberFormat: '0',
    },
    {
      id: 'slots', question: 'Requests the nodes of an ordinary hour work on at the same time',
      formula: '=CLOUD.NODESFOR(6000*1.1,450*{Services.linux.TargetUtilization})*{Services.linux.SlotsPerNode}', unit: 'requests', numberFormat: '0',
    },
    { question: 'Part of the requests that must wait then', formula: '=CLOUD.ERLANGC({@slots},6000*1.1*0.08)', unit: 'of the requests', numberFormat: '0.0000%' },
    {
      question: 'Fewest of them that keep 99 % of the requests within 2 ms', formula: '=CLOUD.SERVERSFOR(6000*1.1,0.08,0.002,0.99)',
      unit: 'requests at a time', numberFormat: '0',
    },
    {
      question: 'Wait that 99 % of the requests do not exceed with 15 nodes', formula: '=CLOUD.QUEUEWAIT(15*36,6000*1.1,0.08,1,1,0.99)',
      unit: 's', numberFormat: '0.0000',
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
            ['HorizonStart', '2027-01-01', 'A month is enough: every day is alike.'],
            ['HorizonMonths', 1, 'January 2027.'],
          ],
        },
      ],
    },
    {
      name: 'Workloads',
      tables: [
        {
          tableId: 'Services',
          note: 'One service told six ways. Lags are seconds; blank: nodes follow demand hour by hour, at once.',
          columns: [
            'ServiceId', 'DemandId', 'DemandUnit', 'CapacityPerNode', 'TargetUtilization', 'MinNodes', 'MaxNodes', 'ServiceSeconds', 'SlotsPerNode',
            'TargetWaitSeconds', 'TargetWaitShare', 'DeferrableSeconds', 'ScaleOutSeconds', 'WarmUpSeconds', 'ScaleInSeconds', 'CooldownSeconds',
          ],
          rows: [
            ['prompt', 'visitors', requests, 450, 0.8, 2, 120, 0.08, 36, null, null, null, ...none],
            ['linux', 'visitors', requests, 450, 0.8, 2, 120, 0.08, 36, null, null, null, ...linux],
            ['windows', 'visitors', requests, 450, 0.8, 2, 120, 0.08, 36, null, null, null, ...windows],
            ['headroom', 'visitors', requests, 450, 0.4, 2, 120, 0.08, 36, null, null, null, ...windows],
            ['keeps-wait', 'visitors', requests, 450, 1, 2, 120, 0.08, 36, 0.002, 0.99, null, ...linux],
            ['puts-off', 'visitors', requests, 450, 0.8, 2, 120, null, null, null, null, 900, ...windows],
          ],
        },
      ],
    },
    {
      name: 'Demand',
      tables: [
        { tableId: 'DemandProfiles', columns: ['DemandId', 'Base', 'GrowthPerYear'], rows: [['visitors', 6_000, 0]], numberFormats: { Base: '#,##0' } },
        {
          tableId: 'DemandShapes',
          columns: ['DemandId', 'DayOfWeek', 'HourOfDay', 'Factor'],
          rows: day.map((factor, hour) => ['visitors', 'all', hour, factor]),
          numberFormats: { Factor: '0.00' },
        },
      ],
    },
    {
      name: 'Placements',
      tables: [
        {
          tableId: 'Placements',
          note: 'Each telling in a scenario of its own, on the same node at the same price.',
          columns: ['PlacementId', 'WorkloadId', 'ScenarioId', 'Provider', 'Region', 'NodeType', 'Purchase'],
          rows: [
            ['prompt', 'prompt', '1 No lag', ...node, 'on-demand'],
            ['linux', 'linux', '2 Linux', ...node, 'on-demand'],
            ['windows', 'windows', '3 Windows', ...node, 'on-demand'],
            ['headroom', 'headroom', '4 Windows, headroom', ...node, 'on-demand'],
            ['keeps-wait', 'keeps-wait', '5 Linux, target wait', ...node, 'on-demand'],
            ['puts-off', 'puts-off', '6 Windows, put off', ...node, 'on-demand'],
          ],
        },
      ],
    },
  ],
};
