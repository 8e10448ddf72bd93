import { nodeComponents } from '../../catalog/component-price.ts';
import type { MeterComponent } from '../../pricing/commitments/held-commitment.ts';
import { prepareCover } from '../../pricing/cover/prepare-cover.ts';
import type { Ledger, LedgerLine } from '../../report/ledger.ts';
import type { ReportCell } from '../../report/report.ts';
import { costDetailTable, detailRow } from '../../report/tables/cost-detail.ts';
import { instantOfHour } from '../../workload/horizon.ts';
import type { ModelPart, PlanRun } from '../parts/model-part.ts';
import { ownReservation } from '../rating/charge-placement.ts';
import { isForComponents, planCommitments } from '../rating/charge-scenario.ts';
import { makeMeterRates } from '../rating/meter-rates.ts';
import { applyCommitments } from '../rating/rate-scenario.ts';
import { metersOf } from '../rating/usage-meters.ts';
import { coverMonth, type MonthCover } from './month-cover.ts';
import { splitCharge } from './split-charge.ts';

/** Rows of the ledger by the hour. */
export interface HourlyDetail {
  /** Columns of OutCostDetail. */
  readonly columnIds: readonly string[];
  /**
   * In the order of OutCostDetail, each line of usage in its hours, unrounded: quantities and costs of the hours add up to
   * the line's exactly. What is not metered by the hour (purchases, tariffs, credits, taxes) keeps its period.
   */
  rows(): Iterable<readonly ReportCell[]>;
}

/** A part that answers nothing in the workbook: it keeps what is needed to tell the ledger by the hour. */
export const hourlyPart = (onReady: (detail: HourlyDetail) => void): ModelPart => ({
  id: 'hourly',
  specs: [],
  ask: () => ({
    issues: [],
    answer: run => ({
      issues: [],
      makeReport(_, ledger) {
        onReady({ columnIds: costDetailTable.columns.map(({ id }) => id), rows: () => hourlyRows(run, ledger) });
        return {};
      },
    }),
  }),
});

function* hourlyRows(run: PlanRun, ledger: Ledger): Iterable<readonly ReportCell[]> {
  const { horizon } = run.charge.demandPlan;
  for (const [scenarioId, lines] of ledger.byScenario) {
    const coverOf = scenarioCover(scenarioId, run);
    let covered: MonthCover | null = null;
    let coveredMonth = -1;
    for (const line of lines) {
      if (line.monthIndex !== coveredMonth) {
        coveredMonth = line.monthIndex;
        covered = coverOf(coveredMonth);
      }
      const counts = covered && countsOf(line, covered);
      if (!counts) {
        yield cellsOf(line);
        continue;
      }
      const firstHour = horizon.months[line.monthIndex]?.startHour ?? 0;
      const startOf = (hour: number) => instantOfHour(horizon, firstHour + hour);
      const periodOf = (hour: number) => ({ start: startOf(hour), end: startOf(hour + 1) });
      for (const charge of splitCharge(line.charge, { counts, periodOf })) yield cellsOf({ ...line, charge });
    }
  }
}

const cellsOf = (line: LedgerLine): readonly ReportCell[] => {
  const row = detailRow(line, column => line.charge[column].toNumber());
  return costDetailTable.columns.map(({ id }) => row[id]);
};

const componentOf = (skuId: string | null): MeterComponent => nodeComponents.find(component => skuId?.endsWith(`/${component}`)) ?? 'node';

/** The hours a line of usage is about; undefined for what no meter counts. */
const countsOf = ({ charge, origin: { placementId } }: LedgerLine, covered: MonthCover): Float64Array | undefined => {
  const { ChargeCategory, CommitmentDiscountId: commitmentId, CommitmentDiscountStatus: status, SkuId } = charge;
  if (ChargeCategory !== 'Usage') return undefined;
  if (commitmentId !== null && status === 'Unused') return covered.unused(commitmentId);
  if (placementId === null) return undefined;
  if (commitmentId !== null) return covered.covered(placementId, componentOf(SkuId), commitmentId);
  return SkuId?.endsWith('/licence') ? covered.shared(placementId) : covered.remainder(placementId, componentOf(SkuId));
};

/** The commitments of a scenario applied to its usage, month by month. */
const scenarioCover = (scenarioId: string, { plan, usage, charge }: PlanRun): ((month: number) => MonthCover | null) => {
  const { prices, book } = charge;
  const { horizon } = charge.demandPlan;
  const shared = planCommitments(charge, horizon).ofScenario(scenarioId);
  const used = plan.placements.flatMap(placement => {
    const own = placement.scenarioId === scenarioId ? usage.usageOf.get(placement) : undefined;
    return own ? [{ placement, usage: own }] : [];
  });
  const splitsNodes = isForComponents(shared.map(({ target }) => target));
  const meters = used.flatMap(each => metersOf(each.placement, each.usage, book, splitsNodes));
  if (meters.length === 0) return () => null;
  const own = used.flatMap(each => ownReservation(each.placement, each.usage.nodeSecondsByHour, horizon, prices).commitment ?? []);
  const commitments = [...own, ...shared];
  const applied = applyCommitments(meters, commitments, horizon, makeMeterRates(prices, book, horizon));
  const prepared = prepareCover({
    meters: meters.map(({ placement: { workload }, secondsByHour }) => ({
      account: applied.accountOf(workload.ownership.account), secondsByHour,
    })),
    commitments: applied.entries.map(entry => entry.applied),
    bucketBounds: [0, horizon.hourCount],
  });
  return month => {
    const at = horizon.months[month];
    return at ? coverMonth(meters, commitments, applied, prepared, at) : null;
  };
};
