import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { decimal } from '../../numeric/decimal.ts';
import { isoOfEpochDay } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import type { Horizon } from '../../workload/horizon.ts';
import type { Ownership } from '../../workload/ownership.ts';
import type { ModelInput } from '../model-input.ts';
import { byName, byScenario } from '../natural-order.ts';
import type { PlannedUsage, Workload } from '../plan.ts';
import { ownershipReader } from './read-ownership.ts';
import { locate, numberColumn, readTable, textColumn } from './read-table.ts';
import { meterUsageTable } from '../tables/meter-usage-table.ts';

export interface ReadMeterUsage {
  readonly usage: readonly PlannedUsage[];
  /** The workbook states usage, readable or not. */
  readonly isStated: boolean;
  readonly issues: readonly Issue[];
}

/** What the usage itself does not say, its workload does. */
const inherit = (own: Ownership, workload: Ownership | undefined): Ownership =>
  workload
    ? {
        account: own.account ?? workload.account,
        costCentre: own.costCentre ?? workload.costCentre,
        owner: own.owner ?? workload.owner,
        environment: own.environment ?? workload.environment,
        tags: { ...workload.tags, ...own.tags },
      }
    : own;

/** Usage of meters with all its problems, sorted by scenario, workload and name. Whether a meter has a price is found later. */
export const readMeterUsage = (input: ModelInput, workloads: readonly Workload[], horizon: Horizon): ReadMeterUsage => {
  const { table, issues: tableIssues } = readTable(input, meterUsageTable);
  const issues = [...tableIssues];
  const text = (id: string) => textColumn(table, id);
  const number = (id: string) => numberColumn(table, id);
  const [id, scenarioId, workloadId, meterId] = [text('UsageId'), text('ScenarioId'), text('WorkloadId'), text('MeterId')];
  const [zone, eligibility, unit] = [text('Zone'), text('Eligibility'), text('Unit')];
  const [quantity, useCount, growth] = [number('Quantity'), number('UsesPerMonth'), number('GrowthPerYear')];
  const [from, to, pricesOf] = [number('From'), number('To'), number('PricesOf')];
  const ownershipOf = ownershipReader(table);
  const workloadByName = new Map(workloads.map(workload => [workload.id.toLowerCase(), workload]));
  const isoDate = (seconds: number): string => isoOfEpochDay(seconds / secondsPerDay);

  const usage = table.rows.flatMap((row): PlannedUsage[] => {
    if (row.isBroken) return [];
    const [begin, end] = [from(row) ?? horizon.start, to(row) ?? horizon.end];
    if (to(row) !== null && end <= begin) {
      const values = { start: isoDate(begin), end: isoDate(end) };
      issues.push(makeIssue('end-before-start', values, { location: locate(table, row, 'To') }));
      return [];
    }
    const name = id(row) ?? '';
    const workload = workloadByName.get((workloadId(row) ?? '').toLowerCase());
    const uses = useCount(row);
    const asOf = pricesOf(row);
    return [
      {
        id: name,
        scenarioId: scenarioId(row),
        workloadId: workload?.id ?? workloadId(row) ?? name,
        meterId: meterId(row) ?? '',
        zone: zone(row),
        eligibility: eligibility(row),
        quantity: decimal(quantity(row) ?? 0),
        unit: unit(row),
        useCount: uses === null ? null : decimal(uses),
        growthPerYear: growth(row) ?? 0,
        from: begin,
        to: end,
        pricesOf: asOf === null ? null : isoDate(asOf),
        ownership: inherit(ownershipOf(row), workload?.ownership),
        at: columnId => locate(table, row, columnId),
      },
    ];
  });
  usage.sort(
    (a, b) =>
      byScenario(a.scenarioId ?? '', b.scenarioId ?? '') || byName(a.workloadId, b.workloadId) || byName(a.id, b.id),
  );
  return { usage, isStated: table.rows.length > 0 || table.isIncomplete, issues };
};
