import { purchaseName } from '../../catalog/purchase-name.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { isoOfEpochDay } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import type { Horizon } from '../../workload/horizon.ts';
import type { ModelInput } from '../model-input.ts';
import { byName, byScenario } from '../natural-order.ts';
import type { Placement, PlacementPrice, Workload } from '../plan.ts';
import { priceKeyReader } from './read-own-prices.ts';
import { locate, numberColumn, readTable, tableLocation, textColumn, type ReadTable } from './read-table.ts';
import { placementsTable } from '../tables/placements-table.ts';

export interface ReadPlacements {
  readonly placements: readonly Placement[];
  readonly unplaceable: readonly PlacementPrice[];
  readonly table: ReadTable;
  readonly issues: readonly Issue[];
}

/** Why nothing is placed: without anything else to compute, a table that is missing or empty is a problem. */
export const nothingPlaced = ({ source, rows, isIncomplete }: ReadTable): Issue[] => {
  const table = 'Placements';
  if (!source) return [makeIssue('missing-table', { table, neededBy: '' }, { location: { sheetName: '', tableName: table } })];
  return rows.length === 0 && !isIncomplete ? [makeIssue('empty-table', { table }, { location: tableLocation(source) })] : [];
};

/**
 * Placements with all their problems, sorted by scenario, workload and name. A placement of an unknown workload is left
 * to `checkReferences`.
 */
export const readPlacements = (input: ModelInput, workloads: readonly Workload[], horizon: Horizon): ReadPlacements => {
  const { table, issues: tableIssues } = readTable(input, placementsTable);
  const issues = [...tableIssues];
  const [id, workloadId, scenarioId] = [
    textColumn(table, 'PlacementId'),
    textColumn(table, 'WorkloadId'),
    textColumn(table, 'ScenarioId'),
  ];
  const [committed, share] = [numberColumn(table, 'CommittedNodes'), numberColumn(table, 'Share')];
  const [from, to] = [numberColumn(table, 'From'), numberColumn(table, 'To')];
  const zone = textColumn(table, 'Zone');
  const keyOf = priceKeyReader(table);
  const workloadByName = new Map(workloads.map(workload => [workload.id.toLowerCase(), workload]));
  // The first spelling in canonical order stands for all: `base` and `Base` are one scenario.
  const spellings = new Map<string, string>();
  for (const name of table.rows.flatMap(row => scenarioId(row) ?? []).sort(byScenario)) {
    if (!spellings.has(name.toLowerCase())) spellings.set(name.toLowerCase(), name);
  }

  const unplaceable: PlacementPrice[] = [];
  const placements = table.rows.flatMap((row): Placement[] => {
    if (row.isBroken) return [];
    const at = (columnId: string) => locate(table, row, columnId);
    const found = keyOf(row);
    const [begin, end] = [from(row) ?? horizon.start, to(row) ?? horizon.end];
    // A blank end is the plan's, so a start after the plan is outside it, not reversed.
    const isReversed = to(row) !== null && end <= begin;
    if (isReversed) {
      const [start, stop] = [begin, end].map(seconds => isoOfEpochDay(seconds / secondsPerDay)) as [string, string];
      issues.push(makeIssue('end-before-start', { start, end: stop }, { location: at('To') }));
    }
    if (!found.ok) issues.push(...found.issues);
    const workload = workloadByName.get((workloadId(row) ?? '').toLowerCase());
    if (!found.ok || isReversed) return [];
    const { key, purchase } = found.value;
    if (purchase.kind === 'spend-plan') {
      issues.push(makeIssue('purchase-not-for-placement', { purchase: purchaseName(purchase) }, { location: at('Purchase') }));
      return [];
    }
    if (committed(row) !== null && purchase.kind !== 'reserved') {
      issues.push(
        makeIssue(
          'committed-nodes-ignored',
          { purchase: purchase.kind },
          { severity: 'warning', location: at('CommittedNodes') },
        ),
      );
    }
    if (!workload) {
      unplaceable.push({ key, purchase, from: begin, at });
      return [];
    }
    const scenario = scenarioId(row) ?? 'Base';
    return [
      {
        id: id(row) ?? '',
        scenarioId: spellings.get(scenario.toLowerCase()) ?? scenario,
        workload,
        key,
        zone: zone(row),
        purchase,
        committedNodes: committed(row),
        share: share(row) ?? 1,
        from: begin,
        to: end,
        at,
      },
    ];
  });
  placements.sort(
    (a, b) => byScenario(a.scenarioId, b.scenarioId) || byName(a.workload.id, b.workload.id) || byName(a.id, b.id),
  );
  return { placements, unplaceable, table, issues };
};
