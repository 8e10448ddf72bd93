import { breakEvenUtilizationOf, type FamilyOffer, type FamilyOption } from './family-option.ts';
import { hoursAbove, peakUnits, totalUsage, usageAbove, type LoadDuration } from './load-duration.ts';

/** What one option does inside a stack: it serves demand from level `from` up to level `to`. */
export interface CommitmentBand {
  readonly option: FamilyOption;
  readonly from: number;
  readonly to: number;
  /** Units to commit: `to - from`. */
  readonly units: number;
  /** Unit-hours paid and used, and paid and not used. */
  readonly usedHours: number;
  readonly wastedHours: number;
  /** `usedHours` over all committed hours; null of nothing. */
  readonly utilization: number | null;
  readonly breakEvenUtilization: number | null;
  /** Of the hours of the curve. */
  readonly cost: number;
}

/** Units committed by option, and what becomes of the demand. Costs are of the hours of the curve. */
export interface FamilyPlan {
  /** Bottom of the stack first. */
  readonly bands: readonly CommitmentBand[];
  readonly units: number;
  readonly cost: number;
  readonly onDemandHours: number;
  readonly onDemandCost: number;
  /** Everything on demand. */
  readonly costOfDoingNothing: number;
  readonly upfront: number;
  /** Share of the usage that is committed; null when nothing is used. */
  readonly coverage: number | null;
  /** Share of the committed hours that is used; null when nothing is committed. */
  readonly utilization: number | null;
  readonly wastedHours: number;
}

export interface CommittedUnits {
  readonly option: FamilyOption;
  readonly units: number;
}

/**
 * Rates a stack of commitments, the cheapest to use at the bottom (of equals, in the order given), so that what is paid
 * by use is used last. [EQ-OPT-2] Throws on units that are negative or not a number.
 */
export const rateFamilyPlan = (curve: LoadDuration, offer: FamilyOffer, committed: readonly CommittedUnits[]): FamilyPlan => {
  const { onDemandPerHour } = offer;
  const bands: CommitmentBand[] = [];
  let level = 0;
  let above = totalUsage(curve);
  const stack = committed
    .map((each, index) => ({ ...each, index }))
    .sort((a, b) => a.option.ratePerUsedHour - b.option.ratePerUsedHour || a.index - b.index);
  for (const { option, units } of stack) {
    if (!(units >= 0) || !Number.isFinite(units)) throw new RangeError(`${units} units of ${option.id} cannot be committed`);
    if (units === 0) continue;
    const from = level;
    level += units;
    const aboveNow = usageAbove(curve, level);
    const usedHours = above - aboveNow;
    above = aboveNow;
    const paidHours = units * curve.hourCount;
    bands.push({
      option,
      from,
      to: level,
      units,
      usedHours,
      wastedHours: paidHours - usedHours,
      utilization: usedHours / paidHours,
      breakEvenUtilization: breakEvenUtilizationOf(option, onDemandPerHour),
      cost: option.feePerUnitHour * paidHours + option.ratePerUsedHour * usedHours,
    });
  }
  return planOfBands(curve, onDemandPerHour, bands, above);
};

const planOfBands = (
  curve: LoadDuration,
  onDemandPerHour: number,
  bands: readonly CommitmentBand[],
  onDemandHours: number,
): FamilyPlan => {
  const sum = (figure: (band: CommitmentBand) => number): number => bands.reduce((total, band) => total + figure(band), 0);
  const usage = totalUsage(curve);
  const units = sum(band => band.units);
  const onDemandCost = onDemandPerHour * onDemandHours;
  return {
    bands,
    units,
    cost: sum(band => band.cost) + onDemandCost,
    onDemandHours,
    onDemandCost,
    costOfDoingNothing: onDemandPerHour * usage,
    upfront: sum(band => band.units * band.option.upfrontPerUnit),
    coverage: usage > 0 ? 1 - onDemandHours / usage : null,
    utilization: units > 0 ? sum(band => band.usedHours) / (units * curve.hourCount) : null,
    wastedHours: sum(band => band.wastedHours),
  };
};

/** A point of the load-duration curve: how many units are wanted for at least so many hours. */
export interface DurationPoint {
  readonly hours: number;
  readonly units: number;
}

/** The curve from its peak down, where it steps: for a chart beside the bands. */
export const durationPoints = (curve: LoadDuration): DurationPoint[] => {
  const points: DurationPoint[] = [];
  for (let level = peakUnits(curve), index = curve.hourCount - 1; index >= 0; index -= 1) {
    const below = index > 0 ? (curve.levels[index - 1] as number) : 0;
    if (below === level) continue;
    points.push({ hours: hoursAbove(curve, below), units: level });
    level = below;
  }
  return points;
};
