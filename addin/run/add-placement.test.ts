import { describe, expect, it } from '@jest/globals';
import { inputTables, runModel, starterCatalog } from '../../engine/index.ts';
import { useTestHost } from '../../host/test-addin/use-test-host.ts';
import { insertExample } from '../workbook/insert-example.ts';
import { readInput } from '../workbook/read-input.ts';
import { addPlacement, placementChoices } from './add-placement.ts';

const host = useTestHost();

const web = { tableId: 'Services', columns: ['ServiceId', 'DemandId', 'CapacityPerNode'], rows: [['web', 'd', 10], ['api', 'd', 10]] };
const demand = { tableId: 'DemandProfiles', columns: ['DemandId', 'Base'], rows: [['d', 30]] };
const on = (nodeType: string, more: object = {}) =>
  ({ workloadId: 'web', scenarioId: '', provider: 'aws', region: 'us-east-1', nodeType, purchase: 'on-demand', ...more });
const rowsOf = async (tableName: string) => {
  const { tables } = await readInput([tableName]);
  return tables[0]?.rows.map(row => Object.fromEntries(tables[0]!.headers.map((header, place) => [header, row[place]])));
};

describe('placing a workload by the form', () => {
  it('offers the workloads and scenarios of the workbook', async () => {
    expect(await placementChoices()).toEqual({ workloads: [], scenarios: [] });
    await insertExample({ tables: [web, demand] });
    await addPlacement(on('m7i.xlarge', { scenarioId: ' spot ' }));
    expect(await placementChoices()).toEqual({ workloads: ['web', 'api'], scenarios: ['spot'] });
  });

  it('makes the table where there is none, adds rows that a run prices, and names them apart', async () => {
    await insertExample({ tables: [web, demand] });
    expect(await addPlacement(on('m7i.xlarge'))).toEqual({ name: 'web on m7i.xlarge', sheetName: 'Placements' });
    expect(await addPlacement(on('m7i.xlarge', { scenarioId: 'reserved', purchase: 'reserved-1y-no-upfront' }))).toMatchObject({ name: 'web on m7i.xlarge (2)' });
    await addPlacement(on('m7i.2xlarge', { workloadId: 'api' }));
    const rows = await rowsOf('Placements');
    expect(rows).toHaveLength(3);
    expect(rows?.[0]).toMatchObject({ PlacementId: 'web on m7i.xlarge', ScenarioId: null, WorkloadId: 'web', NodeType: 'm7i.xlarge', Purchase: null });
    expect(rows?.[1]).toMatchObject({ ScenarioId: 'reserved', Purchase: 'reserved-1y-no-upfront' });
    const outcome = runModel(await readInput(inputTables.map(({ id }) => id)), starterCatalog);
    expect(outcome.ok ? outcome.report.tables.find(({ id }) => id === 'OutSummary')?.rows.length : outcome.issues).toBe(2);
    expect(host.current.session.stats.unknown).toEqual([]);
  });

  it('keeps what stands in the table: other rows, columns and formulas of the analyst', async () => {
    await insertExample({ tables: [web, demand] });
    await addPlacement(on('m7i.xlarge'));
    await host.current.run(async context => {
      const table = context.workbook.tables.getItem('Placements');
      table.columns.add(undefined, [['Note'], ['=1+1']]);
      await context.sync();
    });
    await addPlacement(on('m7i.2xlarge'));
    const rows = await rowsOf('Placements');
    expect(rows?.map(({ NodeType, Note }) => [NodeType, Note])).toEqual([['m7i.xlarge', 2], ['m7i.2xlarge', 2]]);
  });
});
