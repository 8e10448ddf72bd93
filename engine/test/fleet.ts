import { expect } from '@jest/globals';
import { runModel, type ModelOutcome } from '../model/run-model.ts';
import type { ComposedReport } from '../report/report.ts';
import { allParts } from './all-parts.ts';
import { essentialRules } from './focus-essentials.ts';
import { checksHold } from './own-box.ts';
import { rowsOf, type Row } from './report-rows.ts';
import { emptyCatalog } from './small-catalog.ts';
import { serial, workbook, type Rows } from './workbook.ts';

type Tables = Readonly<Record<string, Rows>>;
export type Cells = Rows[number];

interface Group {
  readonly nodes: number;
  readonly nodeType: string;
  readonly account?: string;
  readonly more?: Cells;
}

/** Steady nodes by name, one service each, in one region of AWS. */
export const fleet = (groups: Readonly<Record<string, Group>>): Tables => ({
  Services: Object.entries(groups).map(([id, { account }]) => ({
    ServiceId: id, DemandId: id, CapacityPerNode: 1, TargetUtilization: 1, Account: account ?? null,
  })),
  DemandProfiles: Object.entries(groups).map(([id, { nodes }]) => ({ DemandId: id, Base: nodes })),
  Placements: Object.entries(groups).map(([id, { nodeType, more }]) => ({
    PlacementId: id, WorkloadId: id, Provider: 'aws', Region: 'us-east-1', NodeType: nodeType, ...more,
  })),
});
export const settings = (start: string, months: number): Tables => ({
  Settings: [{ Setting: 'HorizonStart', Value: serial(start) }, { Setting: 'HorizonMonths', Value: months }],
});
export const january = settings('2027-01-01', 1);
const hours = 744;

let priceCount = 0;
export const price = (NodeType: string, UnitPrice: number, Purchase = 'on-demand', more: Cells = {}): Cells => {
  priceCount += 1;
  return {
    PriceId: `p${priceCount}`, Provider: 'aws', Region: 'us-east-1', NodeType, Purchase, UnitPrice, Currency: 'USD', ...more,
  };
};
export const plan = (CommitmentId: string, Kind: string, HourlyCommit: number, more: Cells = {}): Cells => ({
  CommitmentId, Provider: 'aws', Kind, Term: '1y', HourlyCommit, Start: serial('2027-01-01'), ...more,
});
export const reservation = (CommitmentId: string, NodeTypeOrFamily: string, Quantity: number, more: Cells = {}): Cells => ({
  CommitmentId, Provider: 'aws', Kind: 'reserved', Term: '1y', Region: 'us-east-1', NodeTypeOrFamily, Quantity,
  RecurringPerHour: 0.05, Start: serial('2027-01-01'), ...more,
});

const outcomeOf = (tables: Tables, catalog = emptyCatalog): ModelOutcome => runModel(workbook(tables), catalog, { parts: allParts });
export const reportOf = (tables: Tables, catalog = emptyCatalog): ComposedReport => {
  const outcome = outcomeOf(tables, catalog);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  checksHold(outcome.report);
  for (const row of detail(outcome.report)) {
    expect([row, Object.entries(essentialRules).flatMap(([rule, holds]) => (holds(row) ? [] : [rule]))]).toEqual([row, []]);
  }
  return outcome.report;
};
export const issuesOf = (tables: Tables): [code: string, severity: string, column: string | undefined][] => {
  const outcome = outcomeOf(tables);
  const issues = outcome.ok ? outcome.report.warnings : outcome.issues;
  return issues.map(({ code, severity, location }) => [code, severity, location?.columnName]);
};
export const detail = (report: ComposedReport): Row[] => rowsOf(report, 'OutCostDetail');
/** Node-hours by placement and what pays for them: a commitment's name, or how it is bought. */
export const hoursBy = (report: ComposedReport): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const row of detail(report)) {
    if (row['ConsumedQuantity'] === null || row['ConsumedUnit'] === 'Licence-Hours') continue;
    const name = `${String(row['x_PlacementId'])} ${String(row['CommitmentDiscountId'] ?? 'on-demand')}`;
    sums[name] = (sums[name] ?? 0) + Number(row['ConsumedQuantity']) / hours;
  }
  return sums;
};
