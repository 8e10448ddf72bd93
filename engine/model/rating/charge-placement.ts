import type { PurchaseOption } from '../../catalog/purchase.ts';
import type { Issue } from '../../issue/issue.ts';
import { subtractMoney, type Money } from '../../money/money.ts';
import type { ChargeLine, ChargePeriod } from '../../pricing/charge.ts';
import { reservedColumns, reservedLabel, reservedTerms } from '../../pricing/commitments/reserved-nodes.ts';
import type { HourlyPrice } from '../../pricing/hourly-price.ts';
import type { PriceBook } from '../../pricing/price-book.ts';
import { usageCharge } from '../../pricing/usage-charge.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { PricedCharge } from '../../report/run-results.ts';
import { instantOfHour, planHours, type Horizon } from '../../workload/horizon.ts';
import { computeKey, isoDayOf } from './meter-rates.ts';
import type { Placement, PlacementPrice } from '../plan.ts';
import type { PlanPrice, PlanPrices } from './plan-prices.ts';
import type { RatedScenario } from './rate-scenario.ts';
import { hoursUnit, type PlannedCommitment } from './resolve-commitments.ts';
import { componentPrice, type PlacementMeter } from './usage-meters.ts';

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
  const found = prices.find(key, purchase, isoDayOf(purchase.kind === 'reserved' ? from : Math.max(from, horizon.start)), null);
  return found.ok ? [] : found.issues.map(issue => atPlacement(issue, placement));
};

/** The reservation a placement brings along. */
export interface OwnReservation {
  /** Null when the placement is not bought as reserved, or nothing of the term lies in the plan. */
  readonly commitment: PlannedCommitment | null;
  /** Its price is not known: then the rest of the placement is not priced either. */
  readonly issues: readonly Issue[];
}

/**
 * The reservation of a placement bought as reserved: as many nodes as it states, else as its peak within the term needs.
 * Its price and exchange rate are those of the first day of its term. It is paid in every hour, used or not, even after
 * the placement itself has ended.
 */
export const ownReservation = (
  placement: Placement,
  nodeSecondsByHour: Float64Array,
  horizon: Horizon,
  prices: PlanPrices,
): OwnReservation => {
  const { id, scenarioId, key, purchase, from, at } = placement;
  const { account } = placement.workload.ownership;
  if (purchase.kind !== 'reserved') return { commitment: null, issues: [] };
  const found = prices.find(key, purchase, isoDayOf(from), account);
  if (!found.ok) return { commitment: null, issues: found.issues.map(issue => atPlacement(issue, placement)) };
  const terms = reservedTerms(found.value.converted, from);
  const [first, end] = planHours(horizon, terms.term.start, terms.term.end);
  let peakSeconds = 0;
  for (let hour = first; hour < end; hour += 1) peakSeconds = Math.max(peakSeconds, nodeSecondsByHour[hour] as number);
  const unitCount = placement.committedNodes ?? Math.ceil(peakSeconds / secondsPerHour);
  if (first === end || unitCount === 0) return { commitment: null, issues: [] };
  const { provider, region, nodeType, operatingSystem, tenancy } = key;
  const commitment: PlannedCommitment = {
    id, scenarioId, account, isShared: false, isRateLocked: true, at, purchase, terms, unitCount, unit: 'Nodes', amountPerHour: null,
    target: { provider, kind: 'reserved', region, zone: null, nodeTypeOrFamily: nodeType, operatingSystem, tenancy, component: 'node' },
    columns: reservedColumns(key, purchase, id),
    label: reservedLabel(key, purchase),
    basis: found.value.stated.basis,
    price: found.value,
    placement,
    exit: null,
  };
  return { commitment, issues: [] };
};

export interface ChargedUsage {
  readonly lines: readonly PricedCharge[];
  readonly prices: readonly PlanPrice[];
  /** Prices that are not known, each once, at the placement's cell. */
  readonly issues: readonly Issue[];
}

export interface UsageToPrice {
  readonly placement: Placement;
  readonly meters: readonly PlacementMeter[];
  /** When anything of it runs. */
  readonly activePeriod: ChargePeriod;
  readonly rated: RatedScenario;
  readonly horizon: Horizon;
  readonly prices: PlanPrices;
  readonly book: PriceBook;
}

/** Tells a licence's hours from the node's own, which they run beside. */
const licenceHours = 'Licence-Hours';

/** A node price turned into that of a component. */
const atRate = (price: HourlyPrice, perHour: Money): HourlyPrice => ({ ...price, effectivePerHour: perHour, recurringPerHour: perHour });

/** Columns that tell a component's line from a node's. */
export const asComponent = (line: ChargeLine, { component }: PlacementMeter): ChargeLine =>
  component === 'node'
    ? line
    : {
        ...line,
        PricingUnit: hoursUnit(component),
        ConsumedUnit: hoursUnit(component),
        SkuId: `${line.SkuId ?? ''}/${component}`,
        SkuPriceId: `${line.SkuPriceId ?? ''}/${component}`,
      };

/**
 * What a placement pays as it is used, month by month: what no commitment covers, on-demand or spot; and of what one
 * covers on Azure, the Windows licence. Prices hold from the first day of a month's use.
 */
export const chargeUsage = ({ placement, meters, activePeriod, rated, horizon, prices, book }: UsageToPrice): ChargedUsage => {
  const { key, purchase } = placement;
  const lines: PricedCharge[] = [];
  const used: PlanPrice[] = [];
  const issues = new Map<string, Issue>();
  const priceOn = (of: typeof key, option: PurchaseOption, date: string): PlanPrice | null => {
    const found = prices.find(of, option, date, placement.workload.ownership.account);
    if (found.ok) return found.value;
    for (const issue of found.issues) {
      const name = JSON.stringify([issue.code, { ...issue.values, date: '' }]);
      if (!issues.has(name)) issues.set(name, atPlacement(issue, placement));
    }
    return null;
  };
  const paidAsUsed: PurchaseOption = purchase.kind === 'spot' ? purchase : { kind: 'on-demand' };
  const [first, end] = planHours(horizon, activePeriod.start, activePeriod.end);

  const chargeRemainder = (meter: PlacementMeter, period: ChargePeriod, nodeSeconds: number): void => {
    const date = isoDayOf(period.start);
    const price = priceOn(key, paidAsUsed, date);
    const perHour = price && componentPrice(meter, price.converted.effectivePerHour, book, date);
    if (!price || !perHour) return;
    const list = prices.listPerHour(key, date);
    const listPerHour = list && componentPrice(meter, list, book, date);
    const line = usageCharge({ price: atRate(price.converted, perHour), listPerHour, period, nodeSeconds });
    used.push(price);
    lines.push({ charge: asComponent(line, meter), basis: price.stated.basis });
  };

  /** A commitment on Azure is for compute: the licence of what it covers is paid as it is used. */
  const chargeLicence = (period: ChargePeriod, nodeSeconds: number): void => {
    const date = isoDayOf(period.start);
    const [whole, compute] = [priceOn(key, paidAsUsed, date), priceOn(computeKey(key), paidAsUsed, date)];
    if (!whole || !compute) return;
    const licence = subtractMoney(whole.converted.effectivePerHour, compute.converted.effectivePerHour);
    const [list, computeList] = [prices.listPerHour(key, date), prices.listPerHour(computeKey(key), date)];
    const listPerHour = list && computeList && subtractMoney(list, computeList);
    const line = usageCharge({ price: atRate(whole.converted, licence), listPerHour, period, nodeSeconds });
    const { SkuId, SkuPriceId, ...rest } = line;
    const charge = {
      ...rest, SkuId: `${SkuId ?? ''}/licence`, SkuPriceId: `${SkuPriceId ?? ''}/licence`, PricingUnit: licenceHours, ConsumedUnit: licenceHours,
      ChargeDescription: `Windows licence (on-demand, ${key.nodeType})`,
    };
    lines.push({ charge, basis: whole.stated.basis });
  };

  horizon.months.forEach(({ startHour, endHour }, month) => {
    const hours = [Math.max(first, startHour), Math.min(end, endHour)] as const;
    if (hours[0] >= hours[1]) return;
    const period = {
      start: Math.max(activePeriod.start, instantOfHour(horizon, hours[0])),
      end: Math.min(activePeriod.end, instantOfHour(horizon, hours[1])),
    };
    for (const meter of meters) {
      const seconds = rated.remainderSeconds(meter, month);
      if (seconds > 0) chargeRemainder(meter, period, seconds);
      const licensed = computeKey(key) === key ? 0 : rated.sharedSeconds(meter, month);
      if (licensed > 0) chargeLicence(period, licensed);
    }
  });
  return { lines, prices: used, issues: [...issues.values()] };
};
