import { optimizeSchedules, type ScheduleLimits } from '../../commitment/limited-schedules.ts';
import type { SchedulePlan } from '../../commitment/optimize-schedule.ts';
import { horizonRules, type Schedule, type ScheduleOption, type SchedulePeriod } from '../../commitment/schedule.ts';
import { unitsPerReservedNode, unitsTaken } from '../../pricing/commitments/eligibility.ts';
import type { CommitmentTarget } from '../../pricing/commitments/held-commitment.ts';
import { resaleFeeShare, type Exit } from '../../pricing/exit-value.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { FamilyAdvice } from '../../report/commitment-advice.ts';
import { groupBy } from '../../report/group-by.ts';
import { instantOfHour, type Horizon } from '../../workload/horizon.ts';
import type { Placement } from '../plan.ts';
import type { MeterRates } from '../rating/meter-rates.ts';
import { endOf, type PlannedCommitment } from '../rating/resolve-commitments.ts';
import type { PlacementMeter } from '../rating/usage-meters.ts';
import { sizedCandidate, type SizedCandidate } from './advised-portfolio.ts';
import type { CommitmentCandidate } from './commitment-candidates.ts';
import { compareRules } from './compare-rules.ts';
import type { ConsideredOption } from './read-commitment-options.ts';
import { hoursBefore } from './usage-before.ts';

const monthsPerYear = 12;

const nameOf = ({ provider, region, nodeTypeOrFamily, operatingSystem, tenancy, component }: CommitmentTarget): string =>
  [provider, region, nodeTypeOrFamily, operatingSystem, tenancy, component].join('|').toLowerCase();

/** Usage a reservation of exactly this node type, or series and component, could cover. */
const usageOf = (target: CommitmentTarget, meters: readonly PlacementMeter[]): PlacementMeter[] =>
  meters.filter(({ placement, component, series }) =>
    placement.purchase.kind === 'on-demand' &&
    unitsTaken(target, { key: placement.key, zone: placement.zone, component, series }) === unitsPerReservedNode(target));

/** Demand, mean price and what is held of the same, month by month; null where a price in use is not known. */
const periodsOf = (
  target: CommitmentTarget,
  meters: readonly PlacementMeter[],
  held: readonly PlannedCommitment[],
  horizon: Horizon,
  rates: MeterRates,
): SchedulePeriod[] | null => {
  const periods: SchedulePeriod[] = [];
  for (const [month, { startHour, endHour }] of horizon.months.entries()) {
    const unitsByHour = new Float64Array(endHour - startHour);
    let [cost, seconds] = [0, 0];
    for (const meter of meters) {
      let own = 0;
      for (let hour = startHour; hour < endHour; hour += 1) {
        const used = meter.secondsByHour[hour] as number;
        unitsByHour[hour - startHour] = (unitsByHour[hour - startHour] as number) + used / secondsPerHour;
        own += used;
      }
      const price = own > 0 ? rates.coverable(meter, month) : null;
      if (own > 0 && !price) return null;
      cost += own * (price?.amount.toNumber() ?? 0);
      seconds += own;
    }
    const [start, end] = [instantOfHour(horizon, startHour), instantOfHour(horizon, endHour)];
    const isLive = (commitment: PlannedCommitment): boolean => commitment.terms.term.start <= start && endOf(commitment) >= end;
    const live = held.filter(each => nameOf(each.target) === nameOf(target) && isLive(each));
    const heldUnits = live.reduce((total, { unitCount }) => total + unitCount, 0);
    periods.push({ unitsByHour, onDemandPerHour: seconds > 0 ? cost / seconds : 0, heldUnits });
  }
  return periods;
};

const exitOf = ({ leaveBy, priceCut }: ConsideredOption): Exit | null => {
  if (leaveBy === 'resale') return { kind: 'resale', priceCut, feeShare: resaleFeeShare };
  // The pool is a limit of all purchases together.
  return leaveBy === 'refund' ? { kind: 'refund', poolLeft: Infinity } : null;
};

const scheduleOption = ({ candidate: { option, commitment }, upfront, recurringPerHour, termHours }: SizedCandidate): ScheduleOption => {
  const termPeriods = option.termYears * monthsPerYear;
  const exit = exitOf(option);
  return {
    id: commitment.id, termPeriods, upfrontPerUnit: upfront, recurringPerUnitPeriod: (recurringPerHour * termHours) / termPeriods,
    ...(exit ? { exit } : {}),
  };
};

/** What the months of the plan are, what its meters cost, and what ran in the 30 days before: null where that is not known. */
export interface FamilySetting {
  readonly horizon: Horizon;
  readonly rates: MeterRates;
  readonly limits: ScheduleLimits;
  metersBefore(placement: Placement): readonly PlacementMeter[] | null;
}

/** Units in each of the hours before the plan; null where they are not known. */
const unitsBefore = (target: CommitmentTarget, meters: readonly PlacementMeter[], metersBefore: FamilySetting['metersBefore']): Float64Array | null => {
  const units = new Float64Array(hoursBefore);
  for (const placement of new Set(usageOf(target, meters).map(meter => meter.placement))) {
    const before = metersBefore(placement);
    if (!before) return null;
    for (const { secondsByHour } of usageOf(target, before)) {
      secondsByHour.forEach((seconds, hour) => (units[hour] = (units[hour] as number) + seconds / secondsPerHour));
    }
  }
  return units;
};

/** One kind of node or component, and what could be bought for it. */
interface Family {
  readonly name: string;
  readonly unit: string;
  readonly sized: readonly SizedCandidate[];
  readonly schedule: Omit<Schedule, 'rule'>;
  readonly before: Float64Array | null;
}

const familyOf = (
  own: readonly CommitmentCandidate[],
  meters: readonly PlacementMeter[],
  held: readonly PlannedCommitment[],
  { horizon, rates, metersBefore }: FamilySetting,
): Family | null => {
  const { target, unit } = (own[0] as CommitmentCandidate).commitment;
  const periods = periodsOf(target, usageOf(target, meters), held, horizon, rates);
  if (!periods || periods.every(({ unitsByHour }) => unitsByHour.every(units => units === 0))) return null;
  const sized = own.map(candidate => sizedCandidate(candidate, 1, horizon.hourCount));
  const step = Math.max(...own.map(({ option }) => option.step ?? 1));
  return {
    name: `${target.region ?? ''} ${target.nodeTypeOrFamily ?? ''}`, unit, sized,
    schedule: { periods, options: sized.map(scheduleOption), step },
    before: unitsBefore(target, meters, metersBefore),
  };
};

/**
 * For each node type, or series and component, of the plan: what to buy in which month, and give up in which, under each
 * way to count what lies beyond, within limits they all keep together; and what two common habits would cost instead.
 * Reservations only: a plan of spend is for many at once.
 */
export const adviseFamilies = (
  scenarioId: string,
  meters: readonly PlacementMeter[],
  held: readonly PlannedCommitment[],
  candidates: readonly CommitmentCandidate[],
  setting: FamilySetting,
): FamilyAdvice[] => {
  const reservations = candidates.filter(({ commitment }) => commitment.amountPerHour === null);
  const families = [...groupBy(reservations, ({ commitment }) => nameOf(commitment.target)).values()]
    .flatMap(own => familyOf(own, meters, held, setting) ?? []);
  const underRules = horizonRules.map(rule => optimizeSchedules(families.map(({ schedule }) => ({ ...schedule, rule })), setting.limits));
  return families.map(({ name, unit, sized, schedule, before }, index): FamilyAdvice => {
    const labelOf = new Map(
      sized.map(({ candidate: { option, commitment } }) => [commitment.id, { optionId: option.id, what: commitment.label }]),
    );
    const plans = underRules.map(({ plans: ofRule, lowerBound }) => {
      const { rule, countedCost, countedCostOfDoingNothing, purchases } = ofRule[index] as SchedulePlan;
      const all = ofRule.reduce((total, plan) => total + plan.countedCost, 0);
      return {
        rule,
        cost: countedCost,
        costWithout: countedCostOfDoingNothing,
        couldMiss: all > 0 ? Math.max(0, all - lowerBound) / all : 0,
        purchases: purchases.map(({ option: { id, exit }, period, endPeriod, units, left }) => ({
          ...(labelOf.get(id) ?? { optionId: id, what: id }), month: period, endMonth: endPeriod, units,
          leaveBy: left && exit ? exit.kind : null, proceeds: left ? left.proceeds * units : null,
        })),
      };
    });
    const comparisons = sized.map((each, place) =>
      compareRules(each, { ...schedule, options: [withoutExit(schedule.options[place] as ScheduleOption)] }, before));
    return { scenarioId, family: name, unit, plans, comparisons };
  });
};

/** Habits are compared with what is kept. */
const withoutExit = ({ id, termPeriods, upfrontPerUnit, recurringPerUnitPeriod }: ScheduleOption): ScheduleOption =>
  ({ id, termPeriods, upfrontPerUnit, recurringPerUnitPeriod });
