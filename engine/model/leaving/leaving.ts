import { exitCashflow, exitWorth, type ExitFlow } from '../../migration/exit-cashflow.ts';
import { exitCost, statedComponents, type WorkloadExit } from '../../migration/exit-cost.ts';
import { expectedOverrun } from '../../migration/overrun.ts';
import { switchOptionValue } from '../../migration/switch-option.ts';
import type { Triangular } from '../../migration/triangular.ts';
import { transferDays, usualLinkEfficiency } from '../../migration/transfer-time.ts';
import type { Ledger } from '../../report/ledger.ts';
import type { Leaving, LeavingWorkload } from '../../report/migration.ts';
import type { RunResults } from '../../report/run-results.ts';
import { workloadCostByMonth } from '../../report/workload-cost.ts';
import { instantOfHour } from '../../workload/horizon.ts';
import type { Settings } from '../reading/read-settings.ts';
import type { PlannedCost } from './read-migration-costs.ts';
import type { PlannedExit } from './read-migration-plan.ts';

const optionSteps = 300;
const bytesPerTb = 1e12;
const bytesPerGib = 2 ** 30;

/** A workload with when it moves and what its data cost to send. */
export interface Move {
  readonly exit: PlannedExit;
  readonly start: number;
  readonly end: number;
  readonly blocker: string | null;
  readonly oldOff: number;
  /** Later than it is left where notice is longer. */
  readonly paidUntil: number;
  readonly egress: number;
  /** Of the workload and of the services it stands on. */
  readonly reworkHours: Triangular;
  /** Beside it, once. */
  readonly costs: readonly PlannedCost[];
}

/** A move with what it strands. */
export interface CostedMove extends Move {
  readonly stranded: number;
  /** The last of its commitments ends; null: it has none. */
  readonly committedUntil: number | null;
}

/** Days its data take over its link; null: no link is stated. */
export const transferDaysOf = ({ dataGb, linkGbps }: PlannedExit): number | null =>
  linkGbps === null ? null : transferDays((dataGb * bytesPerGib) / bytesPerTb, linkGbps, usualLinkEfficiency);

const asWorkloadExit = ({ exit, egress, reworkHours, stranded, costs }: CostedMove, monthlyCost: number): WorkloadExit => ({
  name: exit.name,
  monthlyCost,
  egressCost: egress,
  strandedCost: stranded,
  reworkHours,
  ratePerHour: exit.ratePerHour,
  parallelMonths: exit.parallelMonths,
  cutoverHours: exit.cutoverHours,
  lossPerHour: exit.lossPerHour,
  noticeMonths: exit.noticeMonths,
  costs,
});

/** What the plan charges for a workload in each month, or what is stated. */
const stayByMonth = ({ exit }: Move, results: RunResults, ledger: Ledger): number[] =>
  exit.monthlyCostBefore === null
    ? workloadCostByMonth(exit.name, exit.scenarioId, results, ledger)
    : results.horizon.months.map(() => exit.monthlyCostBefore ?? 0);

/** The same at the new place: what its scenario charges, and what is stated beside. */
const goByMonth = ({ exit }: Move, results: RunResults, ledger: Ledger): number[] => {
  const charged = exit.scenarioAfter === null ? [] : workloadCostByMonth(exit.name, exit.scenarioAfter, results, ledger);
  return results.horizon.months.map((_, month) => exit.monthlyCostAfter + (charged[month] ?? 0));
};

/** What is due at a time, as likely; work with the mean of its overrun. */
const likelyDue = ({ costs }: Move, at: PlannedCost['due']): number =>
  costs.reduce((sum, { component, amount, due }) => {
    const overrun = statedComponents[component].isWork ? expectedOverrun : 0;
    return due === at ? sum + amount.likely * (1 + overrun) : sum;
  }, 0);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const onceOf = (flow: ExitFlow | undefined): number => (flow ? flow.work + flow.dueAtStart + flow.dueAtGoLive + flow.dueAtOldOff : 0);

/** What leaving comes to, from what the plan costs. */
export const leavingOf = (moves: readonly CostedMove[], settings: Settings, results: RunResults, ledger: Ledger): Leaving => {
  const { horizon } = results;
  const months = horizon.months.map(({ startHour, endHour }) =>
    ({ start: instantOfHour(horizon, startHour), end: instantOfHour(horizon, endHour) }));
  const stays = moves.map(move => stayByMonth(move, results, ledger));
  const exits = moves.map((move, index) => asWorkloadExit(move, mean(stays[index] ?? [])));
  const risk = { percentiles: [0.5, 0.9], correlation: settings.effortCorrelation, seed: settings.randomSeed };
  const goes = moves.map(move => goByMonth(move, results, ledger));
  const flows = moves.map((move, index): ExitFlow => {
    const { exit, start, end, oldOff, paidUntil, egress, reworkHours, stranded } = move;
    return {
      oldByMonth: stays[index] ?? [],
      newByMonth: goes[index] ?? [],
      goLive: end,
      oldOff,
      paidUntil,
      workStart: start,
      work: reworkHours.likely * exit.ratePerHour * (1 + expectedOverrun),
      dueAtStart: likelyDue(move, 'start'),
      dueAtGoLive: exit.cutoverHours * exit.lossPerHour + exit.otherCost + likelyDue(move, 'go-live'),
      dueAtOldOff: egress + stranded + likelyDue(move, 'old-off'),
    };
  });
  const cash = exitCashflow(flows, months);
  const worth = exitWorth(cash, settings.discountRate);
  const workloads = moves.map(({ exit, start, end, blocker, oldOff, paidUntil, committedUntil }, index): LeavingWorkload => ({
    name: exit.name,
    start,
    end,
    blocker,
    oldOff,
    boundUntil: exit.noticeMonths > 0 ? Math.max(paidUntil, committedUntil ?? 0) : committedUntil,
    transferDays: transferDaysOf(exit),
    stayPerMonth: mean(stays[index] ?? []),
    goPerMonth: mean(goes[index] ?? []),
    exitCost: onceOf(flows[index]),
  }));
  const { discountRate, savingVolatility } = settings;
  const optionValue =
    savingVolatility === null
      ? null
      : switchOptionValue(
          {
            saving: Math.max(0, worth.stay - worth.go + worth.oneTime),
            exitCost: worth.oneTime,
            years: horizon.months.length / 12,
            sigma: savingVolatility,
            rate: Math.log1p(discountRate),
            yield: 0,
          },
          optionSteps,
        );
  return {
    workloads,
    costs: exitCost(exits, risk).map(({ percentiles: [median = 0, ninetyPercent = 0], ...row }) => ({ ...row, median, ninetyPercent })),
    otherCost: moves.reduce((sum, { exit }) => sum + exit.otherCost, 0),
    months: cash,
    worth,
    optionValue,
  };
};
