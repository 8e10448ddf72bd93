import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue, IssueLocation } from '../../issue/issue.ts';
import type { DayPattern, ShapeFactor } from '../../workload/profile-demand.ts';
import type { SeriesPoint } from '../../workload/series-demand.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { PlannedDemand } from '../plan.ts';
import { locate, numberColumn, readTable, textColumn, type BodyRow, type ReadTable } from './read-table.ts';
import {
  demandFormulasTable,
  demandProfilesTable,
  demandSeriesTable,
  demandShapesTable,
} from '../tables/demand-tables.ts';

export interface ReadDemands {
  readonly demands: readonly PlannedDemand[];
  readonly tables: readonly ReadTable[];
  readonly issues: readonly Issue[];
}

/** Rows of a table by their demand, in the order of first appearance; rows with a problem are left out. */
const groupByDemand = <Item>(table: ReadTable, read: (row: BodyRow) => Item) => {
  const id = textColumn(table, 'DemandId');
  const groups = new Map<string, { id: string; items: Item[]; location: IssueLocation }>();
  for (const row of table.rows) {
    const name = id(row);
    if (row.isBroken || name === null) continue;
    const key = name.toLowerCase();
    let group = groups.get(key);
    if (!group) groups.set(key, (group = { id: name, items: [], location: locate(table, row, 'DemandId') }));
    group.items.push(read(row));
  }
  return groups;
};

const readShapes = (table: ReadTable): ReadonlyMap<string, { readonly items: readonly ShapeFactor[] }> => {
  const day = textColumn(table, 'DayOfWeek');
  const [hour, factor] = [numberColumn(table, 'HourOfDay'), numberColumn(table, 'Factor')];
  return groupByDemand(table, row => ({ day: day(row) as DayPattern, hourOfDay: hour(row), factor: factor(row) ?? 1 }));
};

/** Demands of all tables; one that stands in two of them is reported, and rows with a problem are left out. */
export const readDemands = (input: ModelInput): ReadDemands => {
  const read = [demandProfilesTable, demandShapesTable, demandSeriesTable, demandFormulasTable].map(spec =>
    readTable(input, spec),
  );
  const [profiles, shapes, series, formulas] = read.map(({ table }) => table) as [
    ReadTable,
    ReadTable,
    ReadTable,
    ReadTable,
  ];
  const issues = read.flatMap(reading => reading.issues);
  const demands: PlannedDemand[] = [];
  const placeOf = new Map<string, { table: string; location: IssueLocation }>();
  const add = (demand: PlannedDemand, table: ReadTable, location: IssueLocation): void => {
    const other = placeOf.get(demand.id.toLowerCase());
    if (other && other.table !== table.spec.id) {
      const otherCell = other.location.cellAddress ?? '';
      issues.push(makeIssue('stated-twice', { name: demand.id, otherTable: other.table, otherCell }, { location }));
    }
    if (other) return;
    placeOf.set(demand.id.toLowerCase(), { table: table.spec.id, location });
    demands.push(demand);
  };

  const shapeOf = readShapes(shapes);
  const [base, growth] = [numberColumn(profiles, 'Base'), numberColumn(profiles, 'GrowthPerYear')];
  for (const { id, items, location } of groupByDemand(profiles, row => ({
    base: base(row) ?? 0,
    growthPerYear: growth(row) ?? 0,
  })).values()) {
    const shape = shapeOf.get(id.toLowerCase())?.items ?? [];
    for (const item of items) add({ id, shape: { kind: 'profile', ...item, shape }, location }, profiles, location);
  }
  const [start, quantity] = [numberColumn(series, 'PeriodStart'), numberColumn(series, 'Quantity')];
  const pointOf = (row: BodyRow): SeriesPoint => ({ localStart: start(row) ?? 0, quantity: quantity(row) ?? 0 });
  for (const { id, items, location } of groupByDemand(series, pointOf).values()) {
    add({ id, shape: { kind: 'series', points: items }, location }, series, location);
  }
  const formula = textColumn(formulas, 'Formula');
  for (const group of groupByDemand(formulas, row => ({
    formula: formula(row) ?? '',
    location: locate(formulas, row, 'Formula'),
  })).values()) {
    for (const item of group.items) {
      add(
        { id: group.id, shape: { kind: 'formula', formula: item.formula }, location: item.location },
        formulas,
        group.location,
      );
    }
  }
  for (const table of [profiles, series, formulas]) {
    const id = textColumn(table, 'DemandId');
    for (const row of table.rows) {
      const name = row.isBroken ? id(row) : null;
      if (name === null || placeOf.has(name.toLowerCase())) continue;
      add(
        { id: name, shape: { kind: 'unreadable' }, location: locate(table, row, 'DemandId') },
        table,
        locate(table, row, 'DemandId'),
      );
    }
  }
  demands.sort((a, b) => byName(a.id, b.id));
  return { demands, tables: [profiles, shapes, series, formulas], issues };
};
