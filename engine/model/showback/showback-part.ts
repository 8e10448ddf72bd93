import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { groupBy } from '../../report/group-by.ts';
import type { AllocationRow, UnitRow } from '../../report/showback.ts';
import { buildBudget } from '../../report/tables/budget.ts';
import { buildShowback } from '../../report/tables/showback.ts';
import { buildStatement } from '../../report/tables/statement.ts';
import { buildUnitCost } from '../../report/tables/unit-cost.ts';
import type { ModelInput } from '../model-input.ts';
import type { ModelPart, PlanRun } from '../parts/model-part.ts';
import type { Locator } from '../plan.ts';
import { namedRows, type NamedRow } from '../reading/named-rows.ts';
import { readBudgets } from '../reading/read-budgets.ts';
import { unknownName } from '../reading/unknown-name.ts';
import { allocationTable, budgetsTable, otherCharges, unitCostsTable, unusedCommitments } from '../tables/showback-tables.ts';

type At<Row> = Row & { readonly at: Locator };

const allocationOf = (row: NamedRow): At<AllocationRow> =>
  ({ sharedCost: row.name, costCentre: row.text('CostCentre') ?? '', share: row.stated('Share'), driver: row.stated('Driver'), at: row.at });

const unitOf = (row: NamedRow): At<UnitRow> => ({
  workloadId: row.name,
  unit: row.text('Unit') ?? '',
  per: row.number('Per'),
  unitsPerDemand: row.number('UnitsPerDemand'),
  unitsPerMonth: row.stated('UnitsPerMonth'),
  unitsInAll: row.stated('UnitsInAll'),
  scenarioId: row.text('ScenarioId'),
  at: row.at,
});

const shareSlack = 1e-9;

/** Shares of one cost that do not add to one, or stand for some receivers only. */
const shareIssues = (allocation: readonly At<AllocationRow>[]): Issue[] =>
  [...groupBy(allocation, ({ sharedCost }) => sharedCost.toLowerCase()).values()].flatMap(receivers => {
    const shares = receivers.flatMap(({ share }) => share ?? []);
    const [first] = receivers;
    if (!first || shares.length === 0) return [];
    const sum = shares.reduce((total, share) => total + share, 0);
    const isWhole = shares.length === receivers.length && Math.abs(sum - 1) <= shareSlack;
    return isWhole ? [] : [makeIssue('allocation-not-whole', { cost: first.sharedCost, share: sum }, { location: first.at('Share') })];
  });

/** Names of the plan that a row may name, in small letters, by what they are. */
const knownNames = ({ plan, charge }: PlanRun) => {
  const owned = [...plan.placements.map(({ workload }) => workload), ...plan.meterUsage.map(
    ({ workloadId, ownership }) => ({ id: workloadId, ownership }),
  )];
  return {
    workloads: [...new Set(owned.map(({ id }) => id))],
    centres: [...new Set(owned.flatMap(({ ownership }) => ownership.costCentre ?? []))],
    scenarios: charge.scenarios.map(({ id }) => id),
  };
};

/** Budgets, who bears which cost, and what a unit costs: asked by a table for each. */
export const showbackPart: ModelPart = {
  id: 'showback',
  specs: [budgetsTable, allocationTable, unitCostsTable],
  ask({ input }) {
    const issues: Issue[] = [];
    const read = <Row>(spec: Parameters<typeof namedRows>[1], make: (row: NamedRow) => Row): Row[] => {
      const { rows, issues: found } = namedRows(input, spec);
      issues.push(...found);
      return rows.map(make);
    };
    const { budgets, issues: budgetIssues } = readBudgets(input);
    const [allocation, units] = [read(allocationTable, allocationOf), read(unitCostsTable, unitOf)];
    issues.push(...budgetIssues, ...shareIssues(allocation));
    return {
      issues,
      answer(run) {
        const { workloads, centres, scenarios } = knownNames(run);
        const shared = [...workloads, ...centres, unusedCommitments, otherCharges];
        return {
          issues: [
            ...budgets.flatMap(({ costCentre, at }) => unknownName(costCentre, centres, 'CostCentre', 'Services', at)),
            ...[...budgets, ...units].flatMap(({ scenarioId, at }) => unknownName(scenarioId, scenarios, 'ScenarioId', 'Placements', at)),
            ...allocation.flatMap(({ sharedCost, at }) => unknownName(sharedCost, shared, 'SharedCost', 'Services', at)),
            ...units.flatMap(({ workloadId, at }) => unknownName(workloadId, workloads, 'WorkloadId', 'Placements, MeterUsage', at)),
          ],
          makeReport(results, ledger) {
            const budget = buildBudget(budgets, results, ledger);
            const isAsked = hasTable(input, allocationTable.id) || hasTable(input, budgetsTable.id);
            const showback = isAsked ? buildShowback(ledger, allocation, { unused: unusedCommitments, other: otherCharges }) : null;
            return {
              tables: [buildStatement(results, ledger), budget.table, showback?.table ?? null, buildUnitCost(units, results, ledger)],
              charts: [...budget.charts, ...(showback?.charts ?? [])],
              checks: showback?.checks ?? [],
            };
          },
        };
      },
    };
  },
};

const hasTable = ({ tables }: ModelInput, id: string): boolean => tables.some(
  ({ tableName }) => tableName.trim().toLowerCase() === id.toLowerCase(),
);
