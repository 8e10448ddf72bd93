import { chargeCommitment } from '../../pricing/commitments/charge-commitment.ts';
import type { CommittedPeriod, CoveredUsage } from '../../pricing/commitments/commitment-to-charge.ts';
import type { ChargeLine } from '../../pricing/charge.ts';
import type { CommitmentResult, PricedCharge } from '../../report/run-results.ts';
import { instantOfHour, type Horizon } from '../../workload/horizon.ts';
import { asComponent } from './charge-placement.ts';
import { computeKey, type MeterRates } from './meter-rates.ts';
import type { Placement } from '../plan.ts';
import type { PlanPrice } from './plan-prices.ts';
import { roughCost, type MeterCover, type RatedCommitment } from './rate-scenario.ts';
import { hoursUnit } from './resolve-commitments.ts';

/** A price of the price lists, and the placement or commitment that uses it. */
export interface PriceUse {
  readonly placementId: string;
  readonly price: PlanPrice;
}

/** Ledger lines of a commitment, by whom they stand for. */
export interface ChargedCommitment {
  readonly result: CommitmentResult;
  /** Purchases, and what nobody used. */
  readonly ownLines: readonly PricedCharge[];
  readonly linesOf: ReadonlyMap<Placement, readonly PricedCharge[]>;
  /** Prices it stands on, and what uses them. */
  readonly uses: readonly PriceUse[];
}

/** On-demand cost of all usage it could have covered while it is live; null where a price of it is not known. */
const eligibleCost = ({ eligible, months }: RatedCommitment, rates: MeterRates): number | null => {
  let total = 0;
  for (const meter of eligible) {
    for (const { month, hours } of months) {
      let seconds = 0;
      for (let hour = hours[0]; hour < hours[1]; hour += 1) seconds += meter.secondsByHour[hour] as number;
      if (seconds === 0) continue;
      const perHour = rates.coverable(meter, month);
      if (!perHour) return null;
      total += roughCost(seconds, perHour);
    }
  }
  return total;
};

/** The price it is bought at, and the rates that what it covers draws. */
const usesOf = ({ commitment, months }: RatedCommitment, rates: MeterRates): PriceUse[] => {
  const bought = commitment.price ? [{ placementId: commitment.id, price: commitment.price }] : [];
  if (commitment.amountPerHour === null) return bought;
  const drawn = months.flatMap(({ month, used }) =>
    used.flatMap(({ meter }): PriceUse[] => {
      const price = rates.planPrice(meter, commitment, month);
      return price ? [{ placementId: meter.placement.id, price }] : [];
    }),
  );
  return [...bought, ...drawn];
};

/** Exact ledger lines of what was applied. A placement's own reservation stands with it line by line. */
export const chargeRated = (rated: RatedCommitment, scenarioId: string, horizon: Horizon, rates: MeterRates): ChargedCommitment => {
  const { commitment, months, countsPerQuantity, planHours } = rated;
  const { terms, columns, label, unitCount, unit, amountPerHour, placement, purchase, basis } = commitment;
  const covered = (month: number, { meter, counts, seconds }: MeterCover): CoveredUsage => {
    if (!purchase) throw new Error(`${commitment.id} covers what it has no price for`);
    const { key } = meter.placement;
    return {
      counts, seconds, purchase,
      key: placement ? key : computeKey(key),
      unit: hoursUnit(meter.component),
      listPerHour: placement ? rates.wholeList(meter, month) : rates.list(meter, month),
      contractedPerHour: placement ? rates.onDemand(meter, month) : rates.coverable(meter, month),
    };
  };
  const periods = months.map(({ month, hours, used, unusedCounts }): CommittedPeriod => ({
    start: instantOfHour(horizon, hours[0]),
    end: instantOfHour(horizon, hours[1]),
    used: used.map(part => covered(month, part)),
    unusedCounts,
  }));
  const committedPerUnitHour = amountPerHour ?? 1;
  const charges = chargeCommitment({ ...terms, columns, label, unitCount, unit, committedPerUnitHour, countsPerQuantity, periods });

  const priced = (charge: ChargeLine): PricedCharge => ({ charge, basis });
  const ownLines: PricedCharge[] = charges.purchases.map(priced);
  const linesOf = new Map<Placement, PricedCharge[]>();
  const all: ChargeLine[] = [...charges.purchases];
  charges.periods.forEach(({ used, unused }, index) => {
    used.forEach((line, place) => {
      const { meter } = months[index]?.used[place] as MeterCover;
      const charge = asComponent(line, meter);
      all.push(charge);
      const lines = linesOf.get(meter.placement);
      if (lines) lines.push(priced(charge));
      else linesOf.set(meter.placement, [priced(charge)]);
      // Its own reservation: used and unused hours of a month stand together.
      if (placement) ownLines.push(priced(charge));
    });
    if (!unused) return;
    all.push(unused);
    ownLines.push(priced(unused));
  });
  const { exit } = commitment;
  const leaving = exit && exit.at >= horizon.start && exit.at < horizon.end ? exit.lines(commitment) : [];
  all.push(...leaving);
  ownLines.push(...leaving.map(charge => ({ charge, basis: null })));
  if (placement) linesOf.clear();
  const result: CommitmentResult = {
    id: commitment.id, scenarioId, placementId: placement?.id ?? null, account: commitment.account, leftAt: exit?.at ?? null,
    isShared: commitment.isShared, columns, label, terms, unitCount, unit, committedPerUnitHour, planHours, lines: all,
    eligibleOnDemandCost: eligibleCost(rated, rates),
  };
  return { result, ownLines, linesOf, uses: usesOf(rated, rates) };
};
