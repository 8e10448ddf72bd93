import { exitCashflow, exitWorth, type ExitFlow } from '../../migration/exit-cashflow.ts';
import { exitCost, type WorkloadExit } from '../../migration/exit-cost.ts';
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
import type { PlannedExit } from './read-migration-plan.ts';

/** Efforts of workloads go together so far (A-MIG-2). */
const correlation = 0.5;
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
  readonly egress: number;
  /** Of the workload and of the services it stands on. */
  readonly reworkHours: Triangular;
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

const asWorkloadExit = ({ exit, egress, reworkHours, stranded }: CostedMove, monthlyCost: number): WorkloadExit => ({
  name: exit.name,
  monthlyCost,
  egressCost: egress,
  strandedCost: stranded,
  reworkHours,
  ratePerHour: exit.ratePerHour,
  parallelMonths: exit.parallelMonths,
  cutoverHours: exit.cutoverHours,
  lossPerHour: exit.lossPerHour,
});

/** What the plan charges for a workload in each month, or what is stated. */
const stayByMonth = ({ exit }: Move, results: RunResults, ledger: Ledger): number[] =>
  exit.monthlyCostBefore === null
    ? workloadCostByMonth(exit.name, exit.scenarioId, results, ledger)
    : results.horizon.months.map(() => exit.monthlyCostBefore ?? 0);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const onceOf = (flow: ExitFlow | undefined): number => (flow ? flow.work + flow.dueAtGoLive + flow.dueAtOldOff : 0);

/** What leaving comes to, from what the plan costs. */
export const leavingOf = (moves: readonly CostedMove[], settings: Settings, results: RunResults, ledger: Ledger): Leaving => {
  const { horizon } = results;
  const months = horizon.months.map(({ startHour, endHour }) =>
    ({ start: instantOfHour(horizon, startHour), end: instantOfHour(horizon, endHour) }));
  const stays = moves.map(move => stayByMonth(move, results, ledger));
  const exits = moves.map((move, index) => asWorkloadExit(move, mean(stays[index] ?? [])));
  const drawn = [0.5, 0.9].map(percentile => exitCost(exits, { percentile, correlation, seed: settings.randomSeed }));
  const flows = moves.map(({ exit, start, end, oldOff, egress, reworkHours, stranded }, index): ExitFlow => ({
    oldByMonth: stays[index] ?? [],
    newPerMonth: exit.monthlyCostAfter,
    goLive: end,
    oldOff,
    workStart: start,
    work: reworkHours.likely * exit.ratePerHour * (1 + expectedOverrun),
    dueAtGoLive: exit.cutoverHours * exit.lossPerHour + exit.otherCost,
    dueAtOldOff: egress + stranded,
  }));
  const cash = exitCashflow(flows, months);
  const worth = exitWorth(cash, settings.discountRate);
  const workloads = moves.map(({ exit, start, end, blocker, oldOff, committedUntil }, index): LeavingWorkload => ({
    name: exit.name,
    start,
    end,
    blocker,
    oldOff,
    committedUntil,
    transferDays: transferDaysOf(exit),
    stayPerMonth: mean(stays[index] ?? []),
    goPerMonth: exit.monthlyCostAfter,
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
    costs: (drawn[1] ?? []).map((row, index) => ({ ...row, median: drawn[0]?.[index]?.percentile ?? 0 })),
    otherCost: moves.reduce((sum, { exit }) => sum + exit.otherCost, 0),
    months: cash,
    worth,
    optionValue,
  };
};
