import { annuityFactor, monthlyRate } from '../numeric/time-value.ts';
import { switchOptionValue } from './switch-option.ts';

/** A layer that makes leaving cheaper later: Kubernetes, a hypervisor, declarative infrastructure. */
export interface PortabilityLayer {
  readonly setUpCost: number;
  readonly licencePerMonth: number;
  readonly runPerMonth: number;
  readonly computePerMonth: number;
  /** Of the compute: what the layer itself uses, and discounts of native services that are lost. */
  readonly overheadShare: number;
  readonly lostDiscountShare: number;
  /** What leaving costs without the layer, with it, and what leaving the layer itself would cost. */
  readonly switchCostWithout: number;
  readonly switchCostWith: number;
  readonly newLockIn: number;
  /** Worth today of what leaving would save. */
  readonly saving: number;
  readonly nativeBenefitPerMonth: number;
  readonly exitChance: number;
}

/** What a month with the layer costs more. [EQ-POR-1] */
export const layerPerMonth = (layer: PortabilityLayer): number =>
  layer.licencePerMonth + layer.runPerMonth + layer.computePerMonth * (layer.overheadShare + layer.lostDiscountShare);

export interface PortabilityFrame {
  readonly annualRate: number;
  readonly months: number;
  /** Null: the right to leave later is worth what leaving now is. */
  readonly volatility: number | null;
}

export interface PortabilityValue {
  readonly perMonth: number;
  /** Worth today of set-up and all months. */
  readonly cost: number;
  readonly optionWithout: number;
  readonly optionWith: number;
  /** What the right to leave gains by the layer, and what is left of it after its cost. */
  readonly gross: number;
  readonly net: number;
  readonly returnOnLockIn: number;
}

const optionSteps = 300;

const rightToLeave = (saving: number, exitCost: number, { annualRate, months, volatility }: PortabilityFrame): number => {
  const now = Math.max(0, saving - exitCost);
  if (volatility === null) return now;
  const option = { saving, exitCost, years: months / 12, sigma: volatility, rate: Math.log1p(annualRate), yield: 0 };
  return switchOptionValue(option, optionSteps) ?? now;
};

/** Worth of portability [EQ-POR-2] and return on lock-in [EQ-POR-3]. */
export const portabilityValue = (layer: PortabilityLayer, frame: PortabilityFrame): PortabilityValue => {
  const factor = annuityFactor(monthlyRate(frame.annualRate), frame.months);
  const perMonth = layerPerMonth(layer);
  const cost = layer.setUpCost + perMonth * factor;
  const optionWithout = rightToLeave(layer.saving, layer.switchCostWithout, frame);
  const optionWith = rightToLeave(layer.saving, layer.switchCostWith + layer.newLockIn, frame);
  const gross = optionWith - optionWithout;
  const returnOnLockIn = layer.nativeBenefitPerMonth * factor - layer.exitChance * layer.switchCostWithout;
  return { perMonth, cost, optionWithout, optionWith, gross, net: gross - cost, returnOnLockIn };
};
