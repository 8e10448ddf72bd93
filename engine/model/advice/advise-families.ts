import { consoleHabit } from '../../commitment/console-habit.ts';
import type { FamilyOption } from '../../commitment/family-option.ts';
import { makeLoadDuration } from '../../commitment/load-duration.ts';
import { simulateOnlineRule } from '../../commitment/online-rule.ts';
import { optimizeSchedule, optimizeUnderEachRule } from '../../commitment/optimize-schedule.ts';
import type { Schedule, ScheduleOption, SchedulePeriod } from '../../commitment/schedule.ts';
import { unitsPerReservedNode, unitsTaken } from '../../pricing/commitments/eligibility.ts';
import type { CommitmentTarget } from '../../pricing/commitments/held-commitment.ts';
import { hoursPerDay, secondsPerHour } from '../../quantity/conversion.ts';
import type { FamilyAdvice, RuleComparison } from '../../report/commitment-advice.ts';
import { groupBy } from '../../report/group-by.ts';
import { instantOfHour, type Horizon } from '../../workload/horizon.ts';
import { sizedCandidate, type SizedCandidate } from './advised-portfolio.ts';
import type { CommitmentCandidate } from './commitment-candidates.ts';
import type { Placement } from '../plan.ts';
import type { MeterRates } from '../rating/meter-rates.ts';
import { endOf, type PlannedCommitment } from '../rating/resolve-commitments.ts';
import type { PlacementMeter } from '../rating/usage-meters.ts';

const monthsPerYear = 12;
/** What a console looks back at in the plan, where nothing is known of the days before. */
const lookBackHours = 30 * hoursPerDay;

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

const scheduleOption = ({ candidate: { option, commitment }, upfront, recurringPerHour, termHours }: SizedCandidate): ScheduleOption => {
  const termPeriods = option.termYears * monthsPerYear;
  return { id: commitment.id, termPeriods, upfrontPerUnit: upfront, recurringPerUnitPeriod: (recurringPerHour * termHours) / termPeriods };
};

/** What the months of the plan are, what its meters cost, and what ran in the 30 days before: null where that is not known. */
export interface FamilySetting {
  readonly horizon: Horizon;
  readonly rates: MeterRates;
  metersBefore(placement: Placement): readonly PlacementMeter[] | null;
}

/** Units in each of the hours before the plan; null where they are not known. */
const unitsBefore = (target: CommitmentTarget, meters: readonly PlacementMeter[], metersBefore: FamilySetting['metersBefore']): Float64Array | null => {
  const units = new Float64Array(lookBackHours);
  for (const placement of new Set(usageOf(target, meters).map(meter => meter.placement))) {
    const before = metersBefore(placement);
    if (!before) return null;
    for (const { secondsByHour } of usageOf(target, before)) {
      secondsByHour.forEach((seconds, hour) => (units[hour] = (units[hour] as number) + seconds / secondsPerHour));
    }
  }
  return units;
};

/**
 * For each node type, or series and component, of the plan: what to buy in which month, under each way to count what
 * lies beyond; and what two common habits would cost instead. Reservations only: a plan of spend is for many at once.
 */
export const adviseFamilies = (
  scenarioId: string,
  meters: readonly PlacementMeter[],
  held: readonly PlannedCommitment[],
  candidates: readonly CommitmentCandidate[],
  { horizon, rates, metersBefore }: FamilySetting,
): FamilyAdvice[] => {
  const reservations = candidates.filter(({ commitment }) => commitment.amountPerHour === null);
  return [...groupBy(reservations, ({ commitment }) => nameOf(commitment.target)).values()].flatMap((own): FamilyAdvice[] => {
    const { target, unit } = (own[0] as CommitmentCandidate).commitment;
    const periods = periodsOf(target, usageOf(target, meters), held, horizon, rates);
    if (!periods || periods.every(({ unitsByHour }) => unitsByHour.every(units => units === 0))) return [];
    const sized = own.map(candidate => sizedCandidate(candidate, 1, horizon.hourCount));
    const options = sized.map(scheduleOption);
    const step = Math.max(...own.map(({ option }) => option.step ?? 1));
    const labelOf = new Map(own.map(({ option, commitment }) => [commitment.id, { optionId: option.id, what: commitment.label }]));
    const plans = optimizeUnderEachRule({ periods, options, step }).map(plan => ({
      rule: plan.rule,
      cost: plan.countedCost,
      costWithout: plan.countedCostOfDoingNothing,
      purchases: plan.purchases.map(({ option: { id }, period, endPeriod, units }) =>
        ({ ...(labelOf.get(id) ?? { optionId: id, what: id }), month: period, endMonth: endPeriod, units })),
    }));
    const before = unitsBefore(target, meters, metersBefore);
    const comparisons = sized.map((each, index) =>
      compareRules(each, { periods, options: [options[index] as ScheduleOption], step }, before));
    return [{ scenarioId, family: `${target.region ?? ''} ${target.nodeTypeOrFamily ?? ''}`, unit, plans, comparisons }];
  });
};

/** Costs of one option by foresight and by habit; fees by the share of the term inside the plan. */
const compareRules = (sized: SizedCandidate, schedule: Omit<Schedule, 'rule'>, wantedBefore: Float64Array | null): RuleComparison => {
  const { candidate: { option, commitment }, upfront, recurringPerHour, termHours } = sized;
  const feePerUnit = upfront + recurringPerHour * termHours;
  const best = optimizeSchedule({ ...schedule, rule: 'amortized' });
  const units = Float64Array.from(schedule.periods.flatMap(({ unitsByHour, heldUnits }) =>
    Array.from(unitsByHour, wanted => Math.max(0, wanted - heldUnits))));
  const usage = units.reduce((total, count) => total + count, 0);
  const onDemandPerHour = usage > 0 ? best.countedCostOfDoingNothing / usage : 0;
  const fees = { feePerUnitHour: feePerUnit / termHours, ratePerUsedHour: 0, upfrontPerUnit: upfront };
  const familyOption: FamilyOption = { id: commitment.id, ...fees };
  const offer = { onDemandPerHour, options: [familyOption] };
  // Of unknown days before the plan its own first ones stand in: then nothing is committed in them.
  const waits = wantedBefore ? 0 : lookBackHours;
  const heldFirst = schedule.periods[0]?.heldUnits ?? 0;
  const before = wantedBefore?.map(wanted => Math.max(0, wanted - heldFirst)) ?? units.slice(0, waits);
  const [onDemandFirst, toCome] = [units.slice(0, waits), units.slice(waits)];
  const habit = toCome.length > 0 ? consoleHabit(before, makeLoadDuration(toCome), offer) : null;
  const isPriced = onDemandPerHour > 0;
  const wholeUnits = units.map(Math.ceil);
  const online = isPriced ? simulateOnlineRule(wholeUnits, { onDemandPerHour, feePerUnit, ratePerUsedHour: 0, termHours }) : null;
  // Fees of what ends after the plan count by their share, as those of the best.
  const beyond = online?.boughtByHour.reduce((total, bought, hour) =>
    total + bought * feePerUnit * Math.max(0, 1 - (units.length - hour) / termHours), 0) ?? 0;
  return {
    optionId: option.id,
    what: commitment.label,
    costWithout: best.countedCostOfDoingNothing,
    bestCost: best.countedCost,
    habitCost: habit && habit.plan.cost + onDemandFirst.reduce((total, count) => total + count, 0) * onDemandPerHour,
    habitLooksAt: wantedBefore ? 'before' : 'first days',
    onlineCost: online && online.cost - beyond,
    onlineUnits: online?.boughtUnits ?? 0,
    onlineBound: online?.competitiveBound ?? null,
  };
};
