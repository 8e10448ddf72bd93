import { loadParts, runModel, starterCatalog } from '../engine/index.ts';
import type { InputCell, InputTable, ModelInput } from '../engine/index.ts';
import { ratio } from './benchmark.ts';
import type { Benchmark, Finding } from './benchmark.ts';
import { clocked, inTurns } from './measure.ts';

const serviceCount = 60;
const scenarioCount = 11;
const place = ['Provider', 'Region', 'NodeType'];
const node = ['aws', 'us-east-1', 'm7i.xlarge'];
const changed = ['ScenarioId', 'TableName', 'RowKey', 'ColumnName', 'Change', 'Value'];

export const scenariosBenchmark: Benchmark = {
  name: 'scenarios',
  title: `${scenarioCount} scenarios of a year of ${serviceCount} services`,
  async run(): Promise<readonly Finding[]> {
    const plain = workbook([]);
    const priced = workbook(scenarios('PriceSheet', 'own', 'UnitPrice'));
    const grown = workbook(scenarios('DemandProfiles', null, 'Base'));
    const times = await inTurns(
      { plain: () => clocked(() => run(plain)), priced: () => clocked(() => run(priced)), grown: () => clocked(() => run(grown)) },
      { warmUps: 1, runs: 5 },
    );
    return [
      {
        what: `${scenarioCount} scenarios in which only a price differs`,
        ours: times.priced,
        reference: { name: 'the same workbook without scenarios', measured: times.plain },
        figure: ratio(times.priced, times.plain, 3),
      },
      {
        what: `${scenarioCount} scenarios in which demand differs`,
        ours: times.grown,
        reference: { name: 'the same workbook without scenarios', measured: times.plain },
        figure: ratio(times.grown, times.plain),
      },
    ];
  },
};

async function run(input: ModelInput): Promise<void> {
  const outcome = runModel(input, starterCatalog, { parts: await loadParts(input) });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues[0]));
}

const scenarios = (table: string, row: string | null, column: string): InputCell[][] =>
  Array.from({ length: scenarioCount }, (_, index) => [`scenario ${index}`, table, row, column, 'times', 1 + (index + 1) / 20]);

function workbook(changes: readonly (readonly InputCell[])[]): ModelInput {
  const names = Array.from({ length: serviceCount }, (_, index) => `service ${index}`);
  const tables: InputTable[] = [
    table('Services', ['ServiceId', 'DemandId', 'CapacityPerNode', 'TargetUtilization'], names.map(name => [name, name, 50, 0.7])),
    table('DemandProfiles', ['DemandId', 'Base', 'GrowthPerYear'], names.map((name, index) => [name, 500 + 40 * index, 0.3])),
    table('DemandShapes', ['DemandId', 'DayOfWeek', 'HourOfDay', 'Factor'], names.flatMap(name => [8, 12, 18].map(hour => [name, 'all', hour, 1.7]))),
    table('Placements', ['PlacementId', 'WorkloadId', ...place], names.map(name => [name, name, ...node])),
    table('PriceSheet', ['PriceId', ...place, 'Purchase', 'UnitPrice', 'Currency'], [['own', ...node, 'on-demand', 0.2, 'USD']]),
    ...(changes.length > 0 ? [table('Scenarios', changed, changes)] : []),
  ];
  return { tables, dateSystem: 1900 };
}

const table = (tableName: string, headers: readonly string[], rows: readonly (readonly InputCell[])[]): InputTable =>
  ({ tableName, sheetName: tableName, headerRowIndex: 0, firstColumnIndex: 0, headers, rows });
