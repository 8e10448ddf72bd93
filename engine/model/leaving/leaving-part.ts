import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { scheduleExits, type ScheduledExit } from '../../migration/exit-schedule.ts';
import { convert } from '../../money/exchange.ts';
import { decimal } from '../../numeric/decimal.ts';
import { egressCost } from '../../pricing/tariff/egress-cost.ts';
import { dataActNotice, daysPerMonth, exitCharge, isInEuropeanUnion } from '../../pricing/tariff/exit-charge.ts';
import { makeTariffBook, type TariffBook } from '../../pricing/tariff/tariff-book.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import { buildDependencies } from '../../report/tables/dependencies.ts';
import { buildStranded } from '../../report/tables/stranded.ts';
import { buildExitOrder } from '../../report/tables/exit-order.ts';
import { buildExitCashflow } from '../../report/tables/exit-cashflow.ts';
import { buildExitTimeline } from '../../report/tables/exit-timeline.ts';
import { buildLockIn } from '../../report/tables/lock-in.ts';
import { buildMigration } from '../../report/tables/migration.ts';
import type { Triangular } from '../../migration/triangular.ts';
import { scenarioNamed } from '../../report/scenario-named.ts';
import type { ModelPart, PlanRun } from '../parts/model-part.ts';
import type { Plan } from '../plan.ts';
import { readTariffs } from '../reading/read-tariffs.ts';
import { unknownName } from '../reading/unknown-name.ts';
import { dependenciesTable, migrationCostsTable, migrationPlanTable } from '../tables/leaving-tables.ts';
import { leavingOf, transferDaysOf, type Move } from './leaving.ts';
import { readDependencies, type PlannedDependency } from './read-dependencies.ts';
import { strandedByLeaving, strandedPart, type Stranded } from './stranded-commitments.ts';
import { orderOfLeaving, secondsPerMonth } from './order-of-leaving.ts';
import { readMigrationCosts, type PlannedCost } from './read-migration-costs.ts';
import { readMigrationPlan, type PlannedExit } from './read-migration-plan.ts';

/**
 * What sending the data costs on the day the old place is left, in the base currency. A waiver with a window holds as far
 * as the transfer keeps within it.
 */
const egressOf = (exit: PlannedExit, oldOff: number, book: TariffBook, { fxRates, baseCurrency }: PlanRun['charge']) => {
  const { dataGb, provider, region, jurisdiction, isFullExit, at } = exit;
  if (dataGb === 0 || provider === null) return { cost: 0, issues: [] };
  const date = isoOfInstant(oldOff).slice(0, 10);
  const monthsSinceStart = Math.floor((transferDaysOf(exit) ?? 0) / daysPerMonth);
  const isWaived = isFullExit && exitCharge(book.exitRules, { provider, jurisdiction, date, monthsSinceStart }) === 'waived';
  const cost = egressCost(book, { gbPerMonth: decimal(dataGb), provider, region, date, jurisdiction, isFullExit: isWaived, monthCount: 1 });
  const converted = cost.ok ? convert(cost.value, baseCurrency, date, fxRates) : cost;
  if (!converted.ok) return { cost: 0, issues: converted.issues.map(issue => ({ ...issue, location: at('DataGB') })) };
  const isRelied = isFullExit && !isWaived;
  const issues = isRelied ? [makeIssue('waiver-not-in-force', { provider, date }, { severity: 'warning', location: at('FullExit') })] : [];
  return { cost: converted.value.amount.toNumber(), issues };
};

const dayOf = (instant: number): string => isoOfInstant(instant).slice(0, 10);

/** Workloads the plan charges something for, in small letters. */
const chargedWorkloads = ({ placements, meterUsage }: Plan): ReadonlySet<string> => {
  const names = [...placements.map(({ workload }) => workload.id), ...meterUsage.map(({ workloadId }) => workloadId)];
  return new Set(names.map(name => name.toLowerCase()));
};

interface Planning {
  readonly book: TariffBook;
  readonly charge: PlanRun['charge'];
  readonly charged: ReadonlySet<string>;
  readonly dependencies: readonly PlannedDependency[];
  readonly costs: readonly PlannedCost[];
  readonly scenarioIds: readonly string[];
}

interface OfWorkload {
  readonly workloadId: string;
}

const isOf = (exit: PlannedExit) => ({ workloadId }: OfWorkload): boolean => workloadId.toLowerCase() === exit.name.toLowerCase();

/** Rework of a workload and of the services it stands on. */
const reworkOf = (exit: PlannedExit, dependencies: readonly PlannedDependency[]): Triangular =>
  dependencies.filter(isOf(exit)).reduce(
    (sum, { hours }) => ({ least: sum.least + hours.least, likely: sum.likely + hours.likely, most: sum.most + hours.most }),
    exit.reworkHours,
  );

/** Scenarios the plan does not have. */
const scenarioIssues = (exit: PlannedExit, scenarioIds: readonly string[]): Issue[] =>
  (['ScenarioId', 'ScenarioAfter'] as const).flatMap(column => {
    const value = column === 'ScenarioId' ? exit.scenarioId : exit.scenarioAfter;
    return scenarioIds.length === 0 ? [] : unknownName(value, scenarioIds, column, 'Placements', exit.at);
  });

/** A longer notice than the law of the day allows binds nobody: it is counted as stated, and told. */
const noticeIssues = ({ noticeMonths, jurisdiction, at }: PlannedExit, given: number): Issue[] => {
  const isLimited = jurisdiction !== null && isInEuropeanUnion(jurisdiction) && dayOf(given) >= dataActNotice.from;
  if (!isLimited || noticeMonths <= dataActNotice.months) return [];
  return [makeIssue('notice-above-law', { months: noticeMonths, most: dataActNotice.months }, { severity: 'warning', location: at('NoticeMonths') })];
};

/** A workload's move with its problems: a cost that is not known, an end outside the plan. */
const planMove = (
  exit: PlannedExit,
  when: ScheduledExit,
  { book, charge, charged, dependencies, costs, scenarioIds }: Planning,
): { readonly move: Move; readonly issues: readonly Issue[] } => {
  const { horizon } = charge.demandPlan;
  const oldOff = when.end + Math.round(exit.parallelMonths.likely * secondsPerMonth);
  const paidUntil = Math.max(oldOff, when.end + Math.round(exit.noticeMonths * secondsPerMonth));
  const egress = egressOf(exit, oldOff, book, charge);
  const issues: Issue[] = [...egress.issues, ...noticeIssues(exit, when.end), ...scenarioIssues(exit, scenarioIds)];
  if (exit.monthlyCostBefore === null && !charged.has(exit.name.toLowerCase())) {
    issues.push(makeIssue('exit-cost-unknown', { workload: exit.name }, { location: exit.at('MonthlyCostBefore') }));
  }
  if (oldOff > horizon.end) {
    const values = { workload: exit.name, end: dayOf(oldOff), planEnd: dayOf(horizon.end) };
    issues.push(makeIssue('exit-outside-plan', values, { severity: 'warning', location: exit.at('WorkloadId') }));
  }
  const move = {
    exit, ...when, oldOff, paidUntil, egress: egress.cost, reworkHours: reworkOf(exit, dependencies), costs: costs.filter(isOf(exit)),
  };
  return { move, issues };
};

/** When the last commitment ends that a workload uses or states; null: there is none. */
const lastEnd = ({ exit }: Move, { commitments, promises }: Stranded): number | null => {
  const used = [...commitments, ...promises].filter(({ freedBy }) => freedBy.has(exit.name.toLowerCase()));
  const ends = [...used.map(({ termEnd }) => termEnd), ...(exit.committedUntil === null ? [] : [exit.committedUntil])];
  return ends.length === 0 ? null : Math.max(...ends);
};

/** What leaving costs, when it pays, and what holds it up: asked by the table MigrationPlan. */
export const leavingPart: ModelPart = {
  id: 'leaving',
  specs: [migrationPlanTable, dependenciesTable, migrationCostsTable],
  ask(part) {
    const { exits, table, issues: readIssues } = readMigrationPlan(part.input);
    const scheduled = scheduleExits(exits, part.horizon.start);
    const needed = readDependencies(part.input);
    const { dependencies } = needed;
    const beside = readMigrationCosts(part.input);
    const issues: Issue[] = [...readIssues, ...needed.issues, ...beside.issues];
    for (const { name, at } of exits) {
      if (!scheduled.get(name.toLowerCase())) issues.push(makeIssue('exit-in-circle', { workload: name }, { location: at('After') }));
    }
    const isBroken = table.rows.some(row => row.isBroken);
    const isCostStated = (exit: PlannedExit): boolean => exit.monthlyCostBefore !== null && exit.scenarioAfter === null;
    return {
      issues,
      tables: [table, needed.table, beside.table],
      // Rows with a problem are not blamed for a plan that may not be needed.
      standsAlone: (exits.length > 0 || isBroken) && exits.every(isCostStated),
      answer(run) {
        const { plan, charge } = run;
        const book = makeTariffBook(part.catalog, readTariffs(part.input).own);
        const scenarioIds = charge.scenarios.map(({ id }) => id);
        const planning = { dependencies, costs: beside.costs, scenarioIds, book, charge, charged: chargedWorkloads(plan) };
        const planned = exits.flatMap(exit => {
          const when = scheduled.get(exit.name.toLowerCase());
          return when ? [planMove(exit, when, planning)] : [];
        });
        const moves = planned.map(({ move }) => move);
        return {
          issues: planned.flatMap(each => each.issues),
          makeReport(results, ledger) {
            if (moves.length === 0) return {};
            const stranded = strandedByLeaving(run, moves, results);
            const lost = buildStranded(stranded, ledger);
            const costed = moves.map(move => {
              const scenario = scenarioNamed(results.scenarios, move.exit.scenarioId);
              const isOwn = ({ scenarioId }: { readonly scenarioId: string }): boolean => scenarioId === scenario?.id;
              const own = { commitments: stranded.commitments.filter(isOwn), promises: stranded.promises.filter(isOwn) };
              return { ...move, stranded: move.exit.strandedCost ?? strandedPart(move.exit.name, own), committedUntil: lastEnd(move, own) };
            });
            const leaving = leavingOf(costed, part.settings, results, ledger);
            const rates = new Map(exits.map(({ name, ratePerHour }) => [name.toLowerCase(), ratePerHour]));
            const held = dependencies.map(each => ({ ...each, ratePerHour: rates.get(each.workloadId.toLowerCase()) ?? 0 }));
            const migration = buildMigration(leaving, ledger);
            const cashflow = buildExitCashflow(leaving, results, ledger);
            const timeline = buildExitTimeline(leaving, ledger);
            const inOrder = orderOfLeaving(moves, leaving, part);
            const order = inOrder && buildExitOrder(inOrder, ledger);
            return {
              tables: [
                migration.table,
                cashflow.table,
                buildLockIn(leaving, part.settings.discountRate, ledger),
                timeline.table,
                order?.table ?? null,
                buildDependencies(held, ledger),
                lost.table,
              ],
              charts: [...migration.charts, ...cashflow.charts, ...timeline.charts],
              checks: [...cashflow.checks, ...lost.checks, ...(order?.checks ?? [])],
            };
          },
        };
      },
    };
  },
};
