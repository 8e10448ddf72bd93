import type { PurchaseOption } from '../catalog/purchase.ts';
import type { Issue } from '../issue/issue.ts';
import type { ChargeLine, ChargePeriod } from '../pricing/charge.ts';
import type { CommittedPeriod } from '../pricing/commitment.ts';
import { commitmentCharges } from '../pricing/commitment-charges.ts';
import type { HourlyPrice } from '../pricing/hourly-price.ts';
import { usageCharge } from '../pricing/usage-charge.ts';
import { isoOfEpochDay, type EpochSeconds } from '../quantity/calendar.ts';
import { secondsPerDay, secondsPerHour } from '../quantity/conversion.ts';
import { coverByCommitment } from '../simulation/commitment-cover.ts';
import type { CommitmentResult, PricedCharge } from '../report/run-results.ts';
import { instantOfHour, planHours, type Horizon } from '../workload/horizon.ts';
import type { Placement, PlacementPrice } from './plan.ts';
import type { PlanPrice, PlanPrices } from './plan-prices.ts';

export interface ChargedPlacement {
  readonly lines: readonly PricedCharge[];
  readonly commitment: CommitmentResult | null;
  readonly prices: readonly PlanPrice[];
  /** Prices that are not known, each once, at the placement's cell. */
  readonly issues: readonly Issue[];
}

export interface ChargeInput {
  readonly placement: Placement;
  readonly nodeSecondsByHour: Float64Array;
  /** When anything of it runs. */
  readonly activePeriod: ChargePeriod;
  readonly horizon: Horizon;
  readonly prices: PlanPrices;
}

const isoDateOf = (instant: EpochSeconds): string => isoOfEpochDay(Math.floor(instant / secondsPerDay));

const columnOfIssue: Readonly<Record<string, string>> = {
  'unknown-provider': 'Provider',
  'unknown-region': 'Region',
  'purchase-not-sold': 'Purchase',
};

/** A price problem at the cell of the placement that names what is unknown. */
const atPlacement = (issue: Issue, placement: PlacementPrice): Issue => ({
  ...issue,
  location: placement.at(columnOfIssue[issue.code] ?? 'NodeType'),
});

/** What is wrong with the price of a placement whose workload or usage is not known. */
export const priceProblems = (placement: PlacementPrice, horizon: Horizon, prices: PlanPrices): Issue[] => {
  const { key, purchase, from } = placement;
  const date = isoDateOf(purchase.kind === 'reserved' ? from : Math.max(from, horizon.start));
  const found = prices.find(key, purchase, date, null);
  return found.ok ? [] : found.issues.map(issue => atPlacement(issue, placement));
};

/** Months of the plan cut to `[first, end)`, empty ones left out. */
const monthPieces = ({ months }: Horizon, [first, end]: readonly [number, number]): (readonly [number, number])[] =>
  months.flatMap(({ startHour, endHour }) => {
    const piece = [Math.max(first, startHour), Math.min(end, endHour)] as const;
    return piece[0] < piece[1] ? [piece] : [];
  });

/** The commitment of a reserved placement as far as it lies in the plan; null when its term has ended before. */
const findCommitment = (
  { placement, nodeSecondsByHour, horizon }: ChargeInput,
  price: HourlyPrice,
): CommitmentResult | null => {
  if (price.termHours === null) return null;
  const termStart = placement.from;
  const termEnd = termStart + price.termHours * secondsPerHour;
  const hours = planHours(horizon, termStart, termEnd);
  let peakSeconds = 0;
  for (let hour = hours[0]; hour < hours[1]; hour += 1) {
    peakSeconds = Math.max(peakSeconds, nodeSecondsByHour[hour] as number);
  }
  const nodeCount = placement.committedNodes ?? Math.ceil(peakSeconds / secondsPerHour);
  return hours[0] < hours[1] && nodeCount > 0 ? { nodeCount, price, termStart, termEnd, planHours: hours } : null;
};

const chargeCommitment = (input: ChargeInput, { nodeCount, price, termStart, planHours: hours }: CommitmentResult) => {
  const { placement, nodeSecondsByHour, horizon, prices } = input;
  const date = isoDateOf(placement.from);
  const onDemand = prices.find(placement.key, { kind: 'on-demand' }, date, placement.workload.ownership.account);
  const contracted = onDemand.ok ? onDemand.value.converted.effectivePerHour : null;
  const periods = monthPieces(horizon, hours).map((piece): CommittedPeriod => {
    const { used } = coverByCommitment({ nodeSecondsByHour, committedNodes: nodeCount, hours: piece });
    return { start: instantOfHour(horizon, piece[0]), end: instantOfHour(horizon, piece[1]), usedNodeSeconds: used };
  });
  return commitmentCharges({
    price,
    // Without a public price the contracted one is all that is known, as for usage.
    listPerHour: prices.listPerHour(placement.key, date) ?? contracted,
    ...(contracted ? { contractedPerHour: contracted } : {}),
    commitmentId: placement.id,
    nodeCount,
    termStart,
    periods,
  });
};

/** Node-seconds of some hours that no commitment covers. */
const uncoveredSeconds = (
  { nodeSecondsByHour }: ChargeInput,
  commitment: CommitmentResult | null,
  [first, end]: readonly [number, number],
): number => {
  const [coveredFrom, coveredTo] = commitment?.planHours ?? [0, 0];
  const covered = (commitment?.nodeCount ?? 0) * secondsPerHour;
  let total = 0;
  for (let hour = first; hour < end; hour += 1) {
    const seconds = nodeSecondsByHour[hour] as number;
    total += hour >= coveredFrom && hour < coveredTo ? Math.max(0, seconds - covered) : seconds;
  }
  return total;
};

/**
 * Ledger lines of a placement, month by month. A commitment is paid in every hour of its term, used or not, even after
 * the placement itself has ended; usage beyond it, and after its term, is on-demand. Prices hold from the first day of
 * a month's use; a commitment's price and exchange rate are those of the first day of its term.
 */
export const chargePlacement = (input: ChargeInput): ChargedPlacement => {
  const { placement, activePeriod, horizon, prices } = input;
  const { key, purchase } = placement;
  const lines: PricedCharge[] = [];
  const used: PlanPrice[] = [];
  const issues = new Map<string, Issue>();
  const priceOn = (option: PurchaseOption, instant: EpochSeconds): PlanPrice | null => {
    const found = prices.find(key, option, isoDateOf(instant), placement.workload.ownership.account);
    if (found.ok) return found.value;
    for (const issue of found.issues) {
      const name = JSON.stringify([issue.code, { ...issue.values, date: '' }]);
      if (!issues.has(name)) issues.set(name, atPlacement(issue, placement));
    }
    return null;
  };
  const add = (price: PlanPrice, charges: readonly ChargeLine[]): void => {
    used.push(price);
    lines.push(...charges.map(charge => ({ charge, basis: price.stated.basis })));
  };

  let commitment: CommitmentResult | null = null;
  if (purchase.kind === 'reserved') {
    const price = priceOn(purchase, placement.from);
    if (!price) return { lines, commitment, prices: used, issues: [...issues.values()] };
    commitment = findCommitment(input, price.converted);
    if (commitment) add(price, chargeCommitment(input, commitment));
  }
  const paidAsUsed: PurchaseOption = purchase.kind === 'spot' ? purchase : { kind: 'on-demand' };
  for (const piece of monthPieces(horizon, planHours(horizon, activePeriod.start, activePeriod.end))) {
    const nodeSeconds = uncoveredSeconds(input, commitment, piece);
    if (nodeSeconds === 0) continue;
    const period = {
      start: Math.max(activePeriod.start, instantOfHour(horizon, piece[0])),
      end: Math.min(activePeriod.end, instantOfHour(horizon, piece[1])),
    };
    const price = priceOn(paidAsUsed, period.start);
    if (!price) continue;
    const listPerHour = prices.listPerHour(key, isoDateOf(period.start));
    add(price, [usageCharge({ price: price.converted, listPerHour, period, nodeSeconds })]);
  }
  return { lines, commitment, prices: used, issues: [...issues.values()] };
};
