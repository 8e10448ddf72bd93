import { describe, expect, it } from '@jest/globals';
import { issuesOf, type Cells } from '../../test/fleet.ts';
import { checksHold, only, runTables } from '../../test/own-box.ts';
import { rowsOf } from '../../test/report-rows.ts';
import type { Rows } from '../../test/workbook.ts';

const host: Cells = { HostId: 'h', Cores: 4, MemoryGiB: 16, CostPerMonth: 300, ReservedMemoryGiB: 2 };
const guest: Cells = { GuestId: 'g', HostId: 'h', Count: 24, VCpus: 1, MemoryGiB: 2, VCpuPerCore: 1.5 };
const run = (hosts: Cells = {}, guests: Cells = {}, more: Readonly<Record<string, Rows>> = {}) =>
  runTables({ ...more, HostPools: [{ ...host, ...hosts }], Guests: [{ ...guest, ...guests }] });
const replacedBy = (hosts: Cells) => only(rowsOf(run(hosts), 'OutReplacement'));
const hostsOf = (hosts: Cells = {}, guests: Cells = {}) => only(rowsOf(run(hosts, guests), 'OutConsolidation'));

describe('guests of the workbook', () => {
  it('are six on a quad-core: 24 old servers become four hosts', () => {
    expect(hostsOf()).toMatchObject({ Guests: 24, Hosts: 4, LeastHosts: 4, GuestsPerHost: 6, CoreShare: 1, CostPerMonth: 1200 });
    const replaced = replacedBy({ ReplacedServers: 24, ReplacedCostPerMonth: 3600, ReplacedBookValue: 5000 });
    expect(replaced).toMatchObject({ Hosts: 4, ReplacedPerHost: 6, CostPerMonth: 1200, SavingPerMonth: 2400, BookLoss: 5000 });
    expect(replaced).toMatchObject({ PilotCost: null, PaybackMonths: null });
    checksHold(run());
  });

  it('leave what was spent on old servers out of the comparison', () => {
    const old = { ReplacedServers: 24, ReplacedCostPerMonth: 3600 };
    const [kept, written] = [0, 1e6].map(ReplacedBookValue => replacedBy({ ...old, ReplacedBookValue }));
    expect({ ...written, BookLoss: 0 }).toEqual(kept);
  });

  it('that compute are promised whole cores, those that wait share them; measured use goes before any promise', () => {
    const hosts = (guests: Cells) => hostsOf({}, { VCpuPerCore: null, MemoryGiB: 0.1, ...guests })['Hosts'];
    expect(hosts({ Class: 'computing' })).toBe(6);
    expect(hosts({})).toBe(6);
    expect(hosts({ Class: 'server' })).toBe(2); // 16 on a host
    expect(hosts({ Class: 'light' })).toBe(1); // 28 on a host
    expect(hosts({ Class: 'server', BusyShare: 0.7 })).toBe(6);
    expect(hosts({ Class: 'computing', BusyShare: 0.05 })).toBe(1);
  });

  it('without a system of their own are more: 7 against 5 by memory', () => {
    const perHost = (guests: Cells) => only(rowsOf(run({}, { VCpus: 0.1, ...guests }), 'OutGuests'))['GuestsPerHost'];
    expect(perHost({ MemoryGiB: 2 })).toBe(7);
    expect(perHost({ MemoryGiB: 2, SystemMemoryGiB: 0.8 })).toBe(5);
  });

  it('are limited by layers, by what is kept free, by GPUs and by local disks', () => {
    expect(hostsOf({ LayerOverhead: 0.1 })['GuestsPerHost']).toBeCloseTo(24 / 5, 9); // 5.4 of 6
    expect(hostsOf({ Headroom: 0.5 })['Hosts']).toBe(8);
    expect(hostsOf({ Gpus: 2 }, { Gpus: 1, Count: 4 })).toMatchObject({ Hosts: 2, Binding: 'GPUs', GpuShare: 1 });
    expect(hostsOf({ ScratchGB: 1690 }, { ScratchGB: 800, Count: 4 })).toMatchObject({ Hosts: 2, Binding: 'scratch' });
    expect(hostsOf({ DiskIops: 1000 }, { DiskIops: 900, Count: 3 })).toMatchObject({ Hosts: 3, Binding: 'disk operations' });
  });

  it('that hosts do not suit leave what is paid for unused', () => {
    const fit = (guests: Cells): unknown => only(rowsOf(run({ ReservedMemoryGiB: 0 }, { VCpuPerCore: null, ...guests }), 'OutGuests'))['Fit'];
    expect(fit({ VCpus: 1, MemoryGiB: 4 })).toBe(1);
    expect(fit({ VCpus: 4, MemoryGiB: 4 })).toBeCloseTo((1 + 0.25) / 2, 12);
    expect(fit({ VCpus: 3, MemoryGiB: 3 })).toBeCloseTo((3 / 4 + 3 / 16) / 2, 12);
  });

  it('take the node type and its price of 730 hours where nothing is stated', () => {
    const NodeTypes = [{ Provider: 'lab', NodeType: 'box', VCpu: 8, PhysicalCores: 4, MemoryGiB: 16, GpuCount: 2, GpuModel: 'M2050', GpuMemoryGiB: 3 }];
    const PriceSheet = [{ PriceId: 'p', Provider: 'lab', Region: 'here', NodeType: 'box', Purchase: 'on-demand', UnitPrice: 0.5, Currency: 'USD' }];
    const node = { Provider: 'lab', Region: 'here', NodeType: 'box', Cores: null, MemoryGiB: null, CostPerMonth: null, SpareHosts: 1, PilotHosts: 2, PilotMonths: 3 };
    const report = run({ ...node, ReplacedServers: 24, ReplacedCostPerMonth: 4015 }, {}, { NodeTypes, PriceSheet });
    expect(only(rowsOf(report, 'OutConsolidation'))).toMatchObject({ Hosts: 4, SpareHosts: 1, CostPerMonth: 5 * 365 });
    expect(only(rowsOf(report, 'OutReplacement'))).toMatchObject({ Hosts: 5, PilotCost: 6 * 365, SavingPerMonth: 2190, PaybackMonths: 1 });
    const tables = (more: Cells) => ({ NodeTypes, PriceSheet, HostPools: [{ ...host, ...node, ...more }], Guests: [guest] });
    const issues = (more: Cells) => issuesOf(tables(more)).map(([code, , column]) => [code, column]);
    expect(issues({ NodeType: 'bax' })).toEqual([['unknown-node-type', 'NodeType']]);
    expect(issues({ NodeType: null })).toEqual([['blank-cell', 'Cores'], ['blank-cell', 'MemoryGiB'], ['blank-cell', 'CostPerMonth']]);
    expect(issues({ Region: 'there' })).toHaveLength(1);
  });

  it('move to other hosts over a link, and hosts are set up again in turns', () => {
    const row = hostsOf({ MoveGbps: 10, ReimageMinutes: 15 });
    const minutes = (12 * 8 * 1.073741824) / 10 / 60;
    expect(row['EvacuationMinutes']).toBeCloseTo(minutes, 9);
    expect(row['RollingUpdateHours']).toBeCloseTo((4 * (15 + minutes)) / 60, 9);
    expect(hostsOf({ MoveGbps: 10, ReimageMinutes: 15, SpareHosts: 2 })['RollingUpdateHours']).toBeCloseTo((2 * (15 + minutes)) / 60, 9);
    expect([row['Remark'], hostsOf({ SpareHosts: 1 })['Remark']]).toEqual([expect.stringContaining('stand still'), null]);
  });

  it('owe what the hosts cost, by application, to the cent', () => {
    const Guests = [guest, { ...guest, GuestId: 'a', Application: 'shop', Count: 7, MemoryGiB: 5 }, { ...guest, GuestId: 'b', Application: 'shop', Count: 3, VCpus: 3 }];
    const report = runTables({ HostPools: [{ ...host, CostPerMonth: 333.33 }], Guests });
    checksHold(report);
    const rows = rowsOf(report, 'OutGuests');
    expect(rows.map(row => row['Application'])).toEqual(['shop', 'shop', 'g']);
    const cents = rows.reduce((sum, row) => sum + Math.round(Number(row['CostPerMonth']) * 100), 0);
    expect(cents).toBe(Math.round(Number(only(rowsOf(report, 'OutConsolidation'))['CostPerMonth']) * 100));
    const turned = runTables({ HostPools: [{ ...host, CostPerMonth: 333.33 }], Guests: Guests.reverse() });
    expect(rowsOf(turned, 'OutGuests')).toEqual(rows);
  });

  it('name what cannot be', () => {
    const issues = (hosts: Cells, guests: Cells) => issuesOf({ HostPools: [{ ...host, ...hosts }], Guests: [{ ...guest, ...guests }] });
    expect(issues({}, { MemoryGiB: 15 })).toEqual([['guest-larger-than-host', 'error', 'HostId']]);
    expect(issues({}, { Gpus: 1 })).toEqual([['guest-larger-than-host', 'error', 'HostId']]);
    expect(issues({ MostHosts: 3 }, {})).toEqual([['guests-without-room', 'warning', 'Count']]);
    expect(issues({}, { HostId: 'x' })).toEqual([['unknown-reference', 'error', 'HostId']]);
    expect(issues({ TargetUtilization: 1.2 }, {})).toEqual([['above-maximum', 'error', 'TargetUtilization']]);
    expect(issues({}, { BusyShare: 0 })).toEqual([['not-above', 'error', 'BusyShare']]);
    expect(issues({ Headroom: 1 }, {})).toContainEqual(['above-maximum', 'error', 'Headroom']);
  });
});
