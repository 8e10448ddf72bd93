import type { HostResource } from '../../simulation/sizing/host-pool.ts';
import type { ConsolidatedHosts } from '../consolidated-hosts.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { countText, numberText } from '../number-text.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say, type Sentence } from '../sentence.ts';

export const consolidationTable = defineResultTable({
  id: 'OutConsolidation',
  version: 1,
  sheetName: 'Results Hosts',
  title: 'Hosts of guests',
  question: 'How many hosts carry the guests, and what is used up first?',
  description: 'One row per pool of hosts.',
  columns: [
    { id: 'HostId', title: 'Hosts', format: 'text', description: 'Row of HostPools.' },
    { id: 'NodeType', title: 'Node type', format: 'text', description: 'Blank: hosts of your own.' },
    { id: 'Guests', title: 'Guests', format: 'integer', description: 'That found a host.' },
    { id: 'Hosts', title: 'With guests', format: 'integer', description: 'Hosts that carry guests.' },
    { id: 'SpareHosts', title: 'Spare', format: 'integer', description: 'Hosts that carry nothing.' },
    { id: 'LeastHosts', title: 'At least', format: 'integer', description: 'Hosts with guests that any packing needs.' },
    { id: 'GuestsPerHost', title: 'Guests a host', format: 'decimal', description: 'Of hosts with guests.' },
    { id: 'Binding', title: 'Binds', format: 'text', description: 'What had no room for the next guest, most often first.' },
    { id: 'CoreShare', title: 'Cores', format: 'percent', description: 'Promised or busy, of what guests may have.' },
    { id: 'MemoryShare', title: 'Memory', format: 'percent', description: 'Of what guests may have.' },
    { id: 'GpuShare', title: 'GPUs', format: 'percent', description: 'Blank: none.' },
    { id: 'ScratchShare', title: 'Local disk', format: 'percent', description: 'Blank: not limited.' },
    { id: 'DiskShare', title: 'Disk operations', format: 'percent', description: 'Blank: not limited.' },
    { id: 'NetworkShare', title: 'Network', format: 'percent', description: 'Blank: not limited.' },
    { id: 'CostPerMonth', title: 'Hosts a month', format: 'money', description: 'All hosts, spare ones too, at 730 hours.' },
    { id: 'EvacuationMinutes', title: 'To empty a host', unit: 'min', format: 'decimal', description: 'All guests of the fullest host move while they run.' },
    { id: 'RollingUpdateHours', title: 'To set up all again', unit: 'h', format: 'decimal', description: 'Emptied and set up one after another, as many at a time as stand spare.' },
    { id: 'Remark', title: 'Remark', format: 'text', description: 'What to know.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const shareColumns = {
  cores: 'CoreShare', memory: 'MemoryShare', GPUs: 'GpuShare', scratch: 'ScratchShare', 'disk operations': 'DiskShare', network: 'NetworkShare',
} as const satisfies Record<HostResource, string>;

/** Hosts of a pool, and what they cost in a month. */
export const poolCost = ({ filled, spareHosts, perHostMonth }: ConsolidatedHosts, ledger: Ledger): number =>
  roundedAmount((filled.hosts + spareHosts) * perHostMonth, ledger);

const rowOf = (hosts: ConsolidatedHosts, ledger: Ledger) => {
  const { filled, spareHosts } = hosts;
  const guests = filled.guests.reduce((sum, { placed }) => sum + placed, 0);
  return {
    HostId: hosts.hostId,
    NodeType: hosts.nodeType,
    Guests: guests,
    Hosts: filled.hosts,
    SpareHosts: spareHosts,
    LeastHosts: filled.leastHosts,
    GuestsPerHost: filled.hosts > 0 ? guests / filled.hosts : null,
    Binding: filled.binding.join(', ') || null,
    CoreShare: filled.used.cores,
    MemoryShare: filled.used.memory,
    GpuShare: filled.used.GPUs,
    ScratchShare: filled.used.scratch,
    DiskShare: filled.used['disk operations'],
    NetworkShare: filled.used.network,
    CostPerMonth: poolCost(hosts, ledger),
    EvacuationMinutes: hosts.evacuationMinutes,
    RollingUpdateHours: hosts.rollingUpdateHours,
    Remark: filled.hosts > 0 && !filled.canEvacuate ? 'Other hosts have no room for the guests of the fullest one: when it fails, they stand still.' : null,
    BillingCurrency: ledger.currency,
  };
};

export const buildConsolidation = (
  pools: readonly ConsolidatedHosts[],
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const rows = pools.map(hosts => rowOf(hosts, ledger));
  const [first] = [...rows].sort((a, b) => b.Guests - a.Guests);
  const told = (row: typeof first & object): Sentence => oneByOne(
    say`${row.HostId}: ${countText(row.Guests, 'guest')} on ${countText(row.Hosts, 'host')}, ${numberText(row.GuestsPerHost ?? 0, 1)} on each.`,
    row.Binding ? say`First to run out: ${row.Binding}.` : say``,
  );
  const answer = first ? told(first) : say``;
  const shown = Object.values(shareColumns).filter(column => rows.some(row => row[column] !== null));
  const chart: ComposedChart = {
    id: 'ChartConsolidation',
    tableId: consolidationTable.id,
    kind: 'columnClustered',
    title: say`How full hosts are`,
    categoryColumn: 'HostId',
    valueColumns: shown,
    series: columnSeries(consolidationTable, shown, rows.length),
    categoryAxisTitle: say`Hosts`,
    valueAxisTitle: say`Used of what guests may have`,
  };
  return { table: fillTable(consolidationTable, { rows, answer, currency: ledger.currency }), charts: rows.length > 0 ? [chart] : [] };
};
