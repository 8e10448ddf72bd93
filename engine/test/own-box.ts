import { expect } from '@jest/globals';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import { runModel } from '../model/run-model.ts';
import type { ComposedReport } from '../report/report.ts';
import { allParts } from './all-parts.ts';
import { rowsOf } from './report-rows.ts';
import { workbook, type Rows } from './workbook.ts';

export const runTables = (tables: Readonly<Record<string, Rows>>): ComposedReport => {
  const outcome = runModel(workbook(tables), starterCatalog, { parts: allParts });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues, null, 1));
  return outcome.report;
};
export const settings = (values: Readonly<Record<string, string | number>>): Rows =>
  Object.entries(values).map(([Setting, Value]) => ({ Setting, Value }));
export const checksHold = (report: ComposedReport): void => {
  const checks = rowsOf(report, 'OutChecks').filter(({ Status }) => Status !== 'warning');
  expect(checks.length).toBeGreaterThan(0);
  expect(checks.filter(({ Status }) => Status !== 'ok')).toEqual([]);
};
export const only = <Item>(items: readonly Item[]): Item => {
  expect(items).toHaveLength(1);
  return items[0] as Item;
};

/** Own price of 0.10 USD on demand, for nodes of one core. */
export const ownPrices: Rows = [
  {
    PriceId: 'od',
    Provider: 'lab',
    Region: 'here',
    NodeType: 'box',
    Purchase: 'on-demand',
    UnitPrice: 0.1,
    Currency: 'USD',
    Source: 'test',
  },
  {
    PriceId: 'ri',
    Provider: 'lab',
    Region: 'here',
    NodeType: 'box',
    Purchase: 'reserved-1y-partial-upfront',
    UnitPrice: 0.02,
    Upfront: 350.4,
    Currency: 'USD',
    Source: 'test',
  },
];
export const box = { Provider: 'lab', Region: 'here', NodeType: 'box' };
export const boxType: Rows = [{ Provider: 'lab', NodeType: 'box', VCpu: 2, PhysicalCores: 1, MemoryGiB: 4 }];
export const steady: Rows = [{ ServiceId: 's', DemandId: 'd', CapacityPerNode: 10, TargetUtilization: 1 }];
