import { describe, expect, it } from '@jest/globals';
import { issuesOf, type Cells } from '../../test/fleet.ts';
import { runTables } from '../../test/own-box.ts';
import { rowsOf, type Row } from '../../test/report-rows.ts';
import type { Rows } from '../../test/workbook.ts';

const lab = { Provider: 'lab', Region: 'here' };
const node = (NodeType: string, PhysicalCores: number, MemoryGiB: number): Cells => ({ Provider: 'lab', NodeType, VCpu: 2 * PhysicalCores, PhysicalCores, MemoryGiB });
const price = (NodeType: string, UnitPrice: number): Cells => ({ PriceId: NodeType, ...lab, NodeType, Purchase: 'on-demand', UnitPrice, Currency: 'USD' });
const common: Readonly<Record<string, Rows>> = {
  NodeTypes: [node('small', 32, 256), node('big', 128, 4096), node('bigger', 448, 24_576)],
  PriceSheet: [price('small', 2), price('big', 40), price('bigger', 220)],
};
const work: Cells = { WorkId: 'w', ...lab, NodeType: 'small', Tasks: 100, MemoryGiB: 2048 };
const ways = (more: Cells = {}): Readonly<Record<string, Row>> => {
  const report = runTables({ ...common, ScalingWays: [{ ...work, ...more }] });
  return Object.fromEntries(rowsOf(report, 'OutScaling').map(row => [String(row['Way']), row]));
};

describe('work that outgrows a machine', () => {
  it('runs on the cheapest machine that holds it, on many, or on many as one', () => {
    const { 'one machine': one, many, 'many as one': asOne } = ways({ RefactorHours: 1000, RatePerHour: 100, RemoteShare: 0.01 });
    expect(one).toMatchObject({ NodeType: 'big', Nodes: 1, UsedCores: 100, Slowdown: 1, CostPerMonth: 40 * 730, OnceCost: 0 });
    // Memory asks for 8 nodes, cores for 4
    expect(many).toMatchObject({ NodeType: 'small', Nodes: 8, CostPerMonth: 8 * 2 * 730, OnceCost: 100_000, CostPerMonthAllIn: Math.round((8 * 2 * 730 + 1e5 / 36) * 100) / 100 });
    // Twice the cores for what waits: 200 of 8 x 32 = 256
    expect(asOne).toMatchObject({ Nodes: 8, UsedCores: 200, Slowdown: 1, OnceCost: 0, CostPerMonthAllIn: 8 * 2 * 730 });
  });

  it('makes no use of cores that one process cannot use, and needs none for what waits', () => {
    expect(ways({ MostCores: 1, MemoryGiB: 100 })['one machine']).toMatchObject({ NodeType: 'small', UsedCores: 1, WastedShare: 31 / 32, Slowdown: 100 });
    // Each node a process of its own: a hundred of them
    expect(ways({ MostCores: 1, MemoryGiB: 100 })['many']).toMatchObject({ Nodes: 100, Slowdown: 1 });
    expect(ways({ WaitShare: 0.75, MemoryGiB: 100 })['one machine']).toMatchObject({ NodeType: 'small', UsedCores: 25 });
    expect(Number(ways({ Overhead: 0.2 })['one machine']?.['UsedCores'])).toBe(125);
  });

  it('waits longer over a tree of switches, and less when processors and pages have found each other', () => {
    const asOne = (more: Cells): Row => ways({ RemoteShare: 0.01, ...more })['many as one'] as Row;
    expect(asOne({ NodesPerSwitch: 16 })).toMatchObject({ Nodes: 8, Slowdown: 1 });
    // Eight nodes at switches of four: two levels; 300 cores of 32 take ten nodes, still two levels
    expect(asOne({ NodesPerSwitch: 4 })).toMatchObject({ Nodes: 10, UsedCores: 300 });
    // Three levels of two reach eight nodes; 400 cores take 13, which is a fourth level; 500 cores take 16, which four levels reach
    expect(asOne({ NodesPerSwitch: 2 })).toMatchObject({ Nodes: 16, UsedCores: 500 });
    // 3 % at first, half of an hour's run to settle: 1 % + 2 % x 0.5 x (1 - e^-2)
    const share = 0.01 + 0.02 * 0.5 * (1 - Math.exp(-2));
    expect(Number(asOne({ FirstRemoteShare: 0.03, SettleMinutes: 30, RunHours: 1 })['UsedCores'])).toBeCloseTo(100 * (1 + share * 100), 9);
    expect(asOne({ FirstRemoteShare: 0.03, SettleMinutes: 30 })['UsedCores']).toBe(200);
  });

  it('is worth what its results bring in the time they take, less all costs', () => {
    const value = 60_000;
    const [one, many] = ['one machine', 'many'].map(way => ways({ ValuePerMonth: value, RefactorHours: 1000, RatePerHour: 100 })[way]);
    expect(one?.['NetPerMonth']).toBe(value - 40 * 730);
    expect(Number(many?.['NetPerMonth'])).toBeCloseTo(value - 8 * 2 * 730 - 1e5 / 36, 2);
    // A process that uses one core takes a hundred times as long, and brings a hundredth
    expect(ways({ ValuePerMonth: value, MostCores: 1, MemoryGiB: 100 })['one machine']?.['NetPerMonth']).toBe(value / 100 - 2 * 730);
    expect(ways()['many']?.['NetPerMonth']).toBeNull();
  });

  it('says why a way is closed', () => {
    expect(ways({ MemoryGiB: 30_000 })['one machine']).toMatchObject({ Nodes: null, CostPerMonth: null, Remark: '#N/A: no node type of lab in here has 30000 GiB and the cores.' });
    expect(ways({ Tasks: 2000, Sigma: 0.04 })['many']).toMatchObject({ Nodes: null, Remark: '#N/A: contention and crosstalk let no number of nodes get it done.' });
  });

  it('is told of a node without a price, and of cells that cannot be', () => {
    const issues = (more: Cells) => issuesOf({ ...common, ScalingWays: [{ ...work, ...more }] }).map(([code, , column]) => [code, column]);
    expect(issues({ NodeType: 'smal' })).toEqual([['unknown-node-type', 'NodeType']]);
    expect(issues({ WaitShare: 1 })).toEqual([['above-maximum', 'WaitShare']]);
    expect(issues({ Tasks: 0 })).toEqual([['not-above', 'Tasks']]);
  });
});
