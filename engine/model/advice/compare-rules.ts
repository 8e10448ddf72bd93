import { consoleHabit } from '../../commitment/console-habit.ts';
import type { FamilyOption } from '../../commitment/family-option.ts';
import { makeLoadDuration } from '../../commitment/load-duration.ts';
import { simulateOnlineRule } from '../../commitment/online-rule.ts';
import { optimizeSchedule } from '../../commitment/optimize-schedule.ts';
import type { Schedule } from '../../commitment/schedule.ts';
import type { RuleComparison } from '../../report/commitment-advice.ts';
import type { SizedCandidate } from './advised-portfolio.ts';
import { hoursBefore } from './usage-before.ts';

/** Costs of one option by foresight and by habit; fees by the share of the term inside the plan. */
export const compareRules = (sized: SizedCandidate, schedule: Omit<Schedule, 'rule'>, wantedBefore: Float64Array | null): RuleComparison => {
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
  const waits = wantedBefore ? 0 : hoursBefore;
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
