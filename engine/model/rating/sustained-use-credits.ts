import { zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import { chargePeriods, computeServiceName, unpriced, type ChargeLine, type ChargePeriod } from '../../pricing/charge.ts';
import type { MeterComponent } from '../../pricing/commitments/held-commitment.ts';
import { cover } from '../../pricing/cover/cover.ts';
import { prepareCover } from '../../pricing/cover/prepare-cover.ts';
import type { PriceBook } from '../../pricing/price-book.ts';
import { sustainedUse, sustainedUseDiscount, sustainedUseSchedule } from '../../pricing/sustained-use.ts';
import { daysInMonth, epochDayOf } from '../../quantity/calendar.ts';
import { hoursPerDay, secondsPerDay, secondsPerHour } from '../../quantity/conversion.ts';
import type { OtherCharges } from '../../report/run-results.ts';
import { instantOfHour, type Horizon } from '../../workload/horizon.ts';
import type { MeterRates } from './meter-rates.ts';
import { applyCommitments } from './rate-scenario.ts';
import type { PlannedCommitment } from './resolve-commitments.ts';
import { compositionOf, type PlacementMeter } from './usage-meters.ts';

export interface SustainedUseInput {
  readonly scenarioId: string;
  readonly meters: readonly PlacementMeter[];
  readonly commitments: readonly PlannedCommitment[];
  readonly horizon: Horizon;
  readonly rates: MeterRates;
  readonly book: PriceBook;
  readonly currency: string;
}

/** Use of one component of a series in an account and region, at one rate. */
interface Group {
  readonly account: string | null;
  readonly region: string;
  readonly series: string;
  readonly component: MeterComponent;
  readonly ratePerHour: Decimal;
  readonly secondsByHour: Float64Array;
}

/** Local SSD earns nothing by being used. */
const earning = ['vcpu', 'memory', 'gpu'] as const;

/** Components of a meter that earn, and how many of each one unit of it has. */
const earningComponents = (meter: PlacementMeter, book: PriceBook): readonly (readonly [MeterComponent, number])[] => {
  if (meter.component !== 'node') return earning.some(component => component === meter.component) ? [[meter.component, 1]] : [];
  const composition = compositionOf(book, meter.placement);
  if (!composition) return [];
  return earning.map(component => [component, composition.counts[component]]);
};

const earns = ({ placement, series }: PlacementMeter): boolean =>
  placement.purchase.kind !== 'spot' && series !== null && sustainedUseSchedule(series) !== null;

const lineOf = ({ region, series, component }: Group, period: ChargePeriod, discount: Decimal, currency: string): ChargeLine => ({
  ...chargePeriods(period, currency),
  ChargeCategory: 'Credit',
  ChargeFrequency: 'Usage-Based',
  ChargeDescription: `Sustained use discount (${series}, ${component})`,
  ...unpriced,
  ListCost: discount.negated(),
  ContractedCost: discount.negated(),
  BilledCost: discount.negated(),
  EffectiveCost: discount.negated(),
  CommitmentDiscountCategory: null,
  CommitmentDiscountId: null,
  CommitmentDiscountType: null,
  CommitmentDiscountStatus: null,
  CommitmentDiscountQuantity: null,
  CommitmentDiscountUnit: null,
  ProviderName: 'gcp',
  ServiceCategory: 'Compute',
  ServiceSubcategory: 'Virtual Machines',
  ServiceName: computeServiceName('gcp'),
  RegionId: region,
  ResourceType: null,
  SkuId: null,
  SkuPriceId: null,
});

/**
 * Credits for sustained use of Google Cloud, month by month: on the vCPUs, memory and GPUs of an account and region
 * together, what commitments cover left out. The schedule runs over all hours of the calendar month; what lies outside
 * the plan counts as not used. [EQ-COV-7]
 */
export const sustainedUseCredits = (input: SustainedUseInput): OtherCharges[] => {
  const { scenarioId, commitments, horizon, rates, book, currency } = input;
  const meters = input.meters.filter(earns);
  if (meters.length === 0) return [];
  const { entries, accountOf } = applyCommitments(meters, commitments, horizon, rates);
  const usage = meters.map(({ placement, secondsByHour }) => ({ account: accountOf(placement.workload.ownership.account), secondsByHour }));
  const lines = new Map<string | null, ChargeLine[]>();

  horizon.months.forEach(({ year, month, startHour, endHour }, index) => {
    const hours = endHour - startHour;
    const bucketBounds = Array.from({ length: hours + 1 }, (_, hour) => startHour + hour);
    const { remainderSeconds } = cover(prepareCover({ meters: usage, commitments: entries.map(({ applied }) => applied), bucketBounds }));
    const monthStart = epochDayOf({ year, month, day: 1 }) * secondsPerDay;
    const firstHour = (instantOfHour(horizon, startHour) - monthStart) / secondsPerHour;
    const groups = new Map<string, Group>();
    meters.forEach((meter, place) => {
      const { account } = meter.placement.workload.ownership;
      const { region } = meter.placement.key;
      const series = meter.series ?? '';
      for (const [component, count] of earningComponents(meter, book)) {
        const rate = count > 0 ? rates.onDemand({ ...meter, component }, index) : null;
        if (!rate) continue;
        const name = JSON.stringify([account, region, series, component, rate.amount]).toLowerCase();
        const secondsByHour = new Float64Array(daysInMonth(year, month) * hoursPerDay);
        const group = groups.get(name) ?? { account, region, series, component, ratePerHour: rate.amount, secondsByHour };
        groups.set(name, group);
        for (let hour = 0; hour < hours; hour += 1) {
          const seconds = (remainderSeconds[hour * meters.length + place] as number) * count;
          group.secondsByHour[firstHour + hour] = (group.secondsByHour[firstHour + hour] as number) + seconds;
        }
      }
    });
    const period = { start: instantOfHour(horizon, startHour), end: instantOfHour(horizon, endHour) };
    for (const group of groups.values()) {
      const schedule = sustainedUseSchedule(group.series);
      const discount = schedule ? sustainedUseDiscount(sustainedUse(group.secondsByHour, schedule), group.ratePerHour) : zeroDecimal;
      if (discount.isZero()) continue;
      lines.set(group.account, [...(lines.get(group.account) ?? []), lineOf(group, period, discount, currency)]);
    }
  });
  return [...lines].map(([account, ofAccount]) => ({
    origin: {
      scenarioId, workloadId: null, placementId: null, purchase: null,
      ownership: { account, costCentre: null, owner: null, environment: null, tags: {} },
    },
    lines: ofAccount.map(charge => ({ charge, basis: null })),
  }));
};
