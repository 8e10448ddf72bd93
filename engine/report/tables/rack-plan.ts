import type { FilledBins, Packing } from '../../simulation/sizing/first-fit.ts';
import { rackResources, type RackResource, type ServerKind } from '../../simulation/sizing/rack-plan.ts';
import type { Check } from '../checks.ts';
import { groupBy } from '../group-by.ts';
import { countText } from '../number-text.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say } from '../sentence.ts';

export const rackPlanTable = defineResultTable({
  id: 'OutRackPlan',
  version: 1,
  sheetName: 'Results Racks',
  title: 'Rack plan',
  question: 'How many racks are needed, what stands in each, and what is used up first?',
  description: 'One row for racks filled alike. What binds is what had no room for the next server.',
  columns: [
    { id: 'Racks', title: 'Racks', format: 'text', description: 'Kind of rack, and number of those filled alike.' },
    { id: 'RackId', title: 'Kind', format: 'text', description: 'Row of Racks.' },
    { id: 'Count', title: 'How many', format: 'integer', description: 'Racks filled alike.' },
    { id: 'Servers', title: 'Servers in each', format: 'text', description: 'Number and kind.' },
    { id: 'ServersEach', title: 'Servers', format: 'integer', description: 'Servers in each of these racks.' },
    { id: 'Binding', title: 'Binds', format: 'text', description: 'Space, ports, power, cooling or weight; blank where room is left.' },
    { id: 'UnitsUsed', title: 'Units used', unit: 'U', format: 'decimal', description: 'In each.' },
    { id: 'PortsUsed', title: 'Ports used', format: 'integer', description: 'In each.' },
    { id: 'PowerKw', title: 'Power', unit: 'kW', format: 'decimal', description: 'Drawn at most by the servers of each.' },
    { id: 'WeightKg', title: 'Weight', unit: 'kg', format: 'decimal', description: 'Of the servers in each, as far as known.' },
    { id: 'SpaceShare', title: 'Space', format: 'percent', description: 'Used of what there is.' },
    { id: 'PortShare', title: 'Ports', format: 'percent', description: 'Used of what there is; blank: not limited.' },
    { id: 'PowerShare', title: 'Power', format: 'percent', description: 'Used of what the circuit may carry; blank: not limited.' },
    { id: 'CoolingShare', title: 'Cooling', format: 'percent', description: 'Used of what can be taken away; blank: not limited.' },
    { id: 'WeightShare', title: 'Weight', format: 'percent', description: 'Used of what the floor carries; blank: not limited.' },
  ],
});

const shareColumns = {
  space: 'SpaceShare', ports: 'PortShare', power: 'PowerShare', cooling: 'CoolingShare', weight: 'WeightShare',
} as const satisfies Record<RackResource, string>;

const wattsPerKw = 1000;
/** Groups a chart can show. */
const mostGroups = 40;

type FilledRacks = FilledBins<RackResource>;

const countOf = (racks: readonly FilledRacks[]): number => racks.reduce((sum, { count }) => sum + count, 0);

const serversIn = ({ items }: FilledRacks): number => [...items.values()].reduce((sum, count) => sum + count, 0);

const shareOf = ({ used, room }: FilledRacks, resource: RackResource): number | null => {
  const most = room[resource];
  return most === null || most === 0 ? null : used[resource] / most;
};

const contents = ({ items }: FilledRacks): string => [...items].map(([id, count]) => `${count} ${id}`).join(', ');

export const buildRackPlan = (
  { bins: racks, unplaced, leastBins }: Packing<RackResource>,
  servers: readonly ServerKind[],
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[]; readonly checks: readonly Check[] } => {
  const groups = [...groupBy(racks, rack => JSON.stringify([rack.binId, ...rack.items])).values()];
  const rows = groups.map((alike, index) => {
    const rack = alike[0] as FilledRacks;
    const count = countOf(alike);
    return {
      Racks: `${index + 1}: ${count} x ${rack.binId}`,
      RackId: rack.binId,
      Count: count,
      Servers: contents(rack),
      ServersEach: serversIn(rack),
      Binding: [...new Set(alike.flatMap(({ binding }) => binding))].join(', ') || null,
      UnitsUsed: rack.used.space,
      PortsUsed: rack.used.ports,
      PowerKw: rack.used.power / wattsPerKw,
      WeightKg: rack.used.weight,
      SpaceShare: shareOf(rack, 'space'),
      PortShare: shareOf(rack, 'ports'),
      PowerShare: shareOf(rack, 'power'),
      CoolingShare: shareOf(rack, 'cooling'),
      WeightShare: shareOf(rack, 'weight'),
    };
  });
  const bound = rackResources
    .map(resource => ({ resource, count: countOf(racks.filter(({ binding }) => binding.includes(resource))) }))
    .sort((a, b) => b.count - a.count)[0];
  const left = [...unplaced.values()].reduce((sum, count) => sum + count, 0);
  const answer = oneByOne(
    say`${countText(countOf(racks), 'rack')}, at least ${leastBins} in any plan.`,
    bound && bound.count > 0 ? say`${bound.resource} binds in ${bound.count} of them.` : say``,
    left > 0 ? say`${countText(left, 'server')} found no room.` : say``,
  );
  const shown = Object.values(shareColumns).filter(column => rows.some(row => row[column] !== null));
  const chart: ComposedChart = {
    id: 'ChartRackPlan',
    tableId: rackPlanTable.id,
    kind: 'columnClustered',
    title: say`How full racks are`,
    categoryColumn: 'Racks',
    valueColumns: shown,
    series: columnSeries(rackPlanTable, shown, rows.length),
    categoryAxisTitle: say`Racks filled alike`,
    valueAxisTitle: say`Used of what there is`,
  };
  const wanted = servers.reduce((sum, { count }) => sum + count, 0);
  const placed = racks.reduce((sum, rack) => sum + rack.count * serversIn(rack), 0);
  const check: Check = { check: 'Servers stand in a rack or found no room', scenarioId: '', expected: wanted, actual: placed + left, tolerance: 0 };
  return {
    table: fillTable(rackPlanTable, { rows, answer }),
    charts: rows.length > 0 && rows.length <= mostGroups ? [chart] : [],
    checks: [check],
  };
};
