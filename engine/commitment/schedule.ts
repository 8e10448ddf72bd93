import { exitValue, type Exit, type ExitValue } from '../pricing/exit-value.ts';

/** A stretch of the plan, commonly a month, in which commitments may start or end. */
export interface SchedulePeriod {
  /** Units wanted in each hour. */
  readonly unitsByHour: Float64Array;
  readonly onDemandPerHour: number;
  /** Units of commitments held already that are still live: they are used first. */
  readonly heldUnits: number;
}

/** A commitment for a number of periods. A price that changes by date is two options. */
export interface ScheduleOption {
  readonly id: string;
  readonly termPeriods: number;
  readonly upfrontPerUnit: number;
  readonly recurringPerUnitPeriod: number;
  /** Periods it may be bought in, `[first, end)`; all when absent. What is sold to the end is sold on in an extension. */
  readonly purchasePeriods?: readonly [first: number, end: number];
  /** How it may be given up before its term ends; kept when absent. */
  readonly exit?: Exit;
}

/**
 * What a term that ends beyond the horizon counts for:
 * `liability`: all of it, as if nothing came after; `amortized`: the share of the fees that falls inside the horizon, as
 * if the rest were worth its money; `extended`: the last year of demand is repeated for the longest term, bought for in
 * the same way, and only what ends beyond that is counted by its share.
 */
export type HorizonRule = 'liability' | 'amortized' | 'extended';
export const horizonRules: readonly HorizonRule[] = ['liability', 'amortized', 'extended'];

export interface Schedule {
  readonly periods: readonly SchedulePeriod[];
  readonly options: readonly ScheduleOption[];
  readonly rule: HorizonRule;
  /** Units are bought in whole multiples of it; in fractions when absent. */
  readonly step?: number;
}

/** Units of an option bought in one period. */
export interface SchedulePurchase {
  readonly option: ScheduleOption;
  readonly period: number;
  readonly units: number;
  /** Period after the last one it is held. */
  readonly endPeriod: number;
  /** What giving a unit up at that time brings; absent when it is kept to the end of its term. */
  readonly left?: ExitValue;
}

const repeatedPeriods = 12;

/** The periods costs are counted over: those of the horizon and, where demand is extended, those that repeat its last year. */
export const countedPeriods = ({ periods, options, rule }: Schedule): readonly SchedulePeriod[] => {
  if (rule !== 'extended') return periods;
  const longest = options.reduce((most, { termPeriods }) => Math.max(most, termPeriods), 0);
  const year = periods.slice(-repeatedPeriods);
  // What is held and still live at the end is not known to go on.
  const repeated = Array.from({ length: longest }, (_, index) => ({ ...(year[index % year.length] as SchedulePeriod), heldUnits: 0 }));
  return [...periods, ...repeated];
};

/** Fees of a unit over its whole term. */
export const termFee = ({ upfrontPerUnit, recurringPerUnitPeriod, termPeriods }: ScheduleOption): number =>
  upfrontPerUnit + recurringPerUnitPeriod * termPeriods;

/** What giving a unit up after so many periods brings; null where it cannot be. Periods are months. [EQ-OPT-15] */
export const valueAfter = (option: ScheduleOption, held: number): ExitValue | null => {
  const { exit, termPeriods: termMonths, upfrontPerUnit: upfront, recurringPerUnitPeriod: recurringPerMonth } = option;
  if (!exit || held < 1 || held >= termMonths) return null;
  const value = exitValue(exit, { termMonths, heldMonths: held, upfront, recurringPerMonth });
  return value.proceeds + value.releasedFees > 0 ? value : null;
};

/** All that is paid for a unit given up, less what that brings. */
export const feeUntilLeft = ({ option, period, endPeriod, left }: SchedulePurchase): number =>
  option.upfrontPerUnit + option.recurringPerUnitPeriod * (endPeriod - period) - (left?.proceeds ?? 0);

/** What the rule counts of the fees of a unit bought in one of the counted periods. [EQ-OPT-9] */
export const countedFee = (option: ScheduleOption, period: number, countedCount: number, rule: HorizonRule): number => {
  const inside = Math.min(option.termPeriods, countedCount - period);
  return rule === 'liability' ? termFee(option) : (termFee(option) * inside) / option.termPeriods;
};

/** Throws on what is no schedule: no period, a term that is not a whole number of periods, a fee below zero. */
export const demandSchedule = ({ periods, options, step = 1 }: Schedule): void => {
  if (!(step > 0)) throw new RangeError('a step of units is more than 0');
  if (periods.length === 0) throw new RangeError('a schedule needs at least one period');
  for (const { id, termPeriods, upfrontPerUnit, recurringPerUnitPeriod } of options) {
    if (!(Number.isInteger(termPeriods) && termPeriods > 0 && upfrontPerUnit >= 0 && recurringPerUnitPeriod >= 0)) {
      throw new RangeError(`${id} is no commitment that is sold`);
    }
  }
  if (!periods.every(({ onDemandPerHour, heldUnits }) => onDemandPerHour >= 0 && heldUnits >= 0)) {
    throw new RangeError('prices and held units are 0 or more');
  }
};
