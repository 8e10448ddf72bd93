import { sumDecimals, type Decimal } from '../numeric/decimal.ts';
import { groupBy } from './group-by.ts';
import type { LedgerLine } from './ledger.ts';

/** What one kind of usage comes to: a workload on a node type or meter of a region, by how it is priced. */
interface UsedKind {
  readonly unit: string;
  readonly quantity: number;
  /** At negotiated prices, before commitments. */
  readonly contracted: number;
}

/** A bill as a bridge takes it apart. Amounts in the base currency, unrounded. */
export interface CostProfile {
  readonly effective: number;
  readonly kinds: ReadonlyMap<string, UsedKind>;
  /** What commitments save on the usage they cover, less what of them nobody used. */
  readonly committedSaving: number;
  /** What is no counted usage and no commitment: taxes, support, shortfalls, credits. */
  readonly rest: number;
}

const isCounted = ({ charge }: LedgerLine): boolean =>
  charge.ChargeCategory === 'Usage' && charge.CommitmentDiscountStatus !== 'Unused' && charge.ConsumedQuantity !== null;

/** Usage that a commitment covers is the same kind as if it were paid on demand. */
const kindOf = ({ charge, origin }: LedgerLine): string =>
  [
    (origin.workloadId ?? '').toLowerCase(), charge.ResourceType ?? charge.SkuId, charge.RegionId, charge.ConsumedUnit,
    charge.CommitmentDiscountStatus === null ? charge.PricingCategory : 'Standard',
  ].join('|');

/** Of a line without a commitment: all of it, or what counted usage costs beside its price. */
const restOf = (line: LedgerLine): Decimal =>
  isCounted(line) ? line.charge.EffectiveCost.minus(line.charge.ContractedCost) : line.charge.EffectiveCost;

export const costProfile = (lines: readonly LedgerLine[]): CostProfile => {
  const kinds = new Map(
    [...groupBy(lines.filter(isCounted), kindOf)].map(([kind, own]) => [
      kind,
      {
        unit: own[0]?.charge.ConsumedUnit ?? '',
        quantity: sumDecimals(own.flatMap(({ charge }) => charge.ConsumedQuantity ?? [])).toNumber(),
        contracted: sumDecimals(own.map(({ charge }) => charge.ContractedCost)).toNumber(),
      },
    ]),
  );
  const committed = lines.filter(({ charge }) => charge.CommitmentDiscountStatus !== null);
  const uncommitted = lines.filter(({ charge }) => charge.CommitmentDiscountStatus === null);
  const covered = committed.filter(isCounted).map(({ charge }) => charge.ContractedCost);
  return {
    effective: sumDecimals(lines.map(({ charge }) => charge.EffectiveCost)).toNumber(),
    kinds,
    rest: sumDecimals(uncommitted.map(restOf)).toNumber(),
    committedSaving: sumDecimals(covered).toNumber() - sumDecimals(committed.map(({ charge }) => charge.EffectiveCost)).toNumber(),
  };
};

export const bridgeSteps = ['volume', 'mix', 'price', 'commitment', 'currency', 'other'] as const;
export type BridgeStep = (typeof bridgeSteps)[number];

/** Why a cost changed; the steps add up to the whole change. */
export type CostBridge = Readonly<Record<BridgeStep, number>>;

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);

/**
 * From one bill to another [EQ-BRG-1] to [EQ-BRG-5]: more of the same, other kinds of usage, other prices, what commitments
 * save, and what is left (taxes, support, shortfalls, credits). Exchange rates enter `price`; see `currencyStep`.
 */
export const costBridge = (before: CostProfile, after: CostProfile): CostBridge => {
  const units = new Set([...before.kinds.values(), ...after.kinds.values()].map(({ unit }) => unit));
  let [volume, mix, price] = [0, 0, 0];
  for (const unit of units) {
    const of = ({ kinds }: CostProfile): [string, UsedKind][] => [...kinds].filter(([, kind]) => kind.unit === unit);
    const [old, now] = [of(before), of(after)];
    const [oldQuantity, nowQuantity] = [old, now].map(kinds => sumOf(kinds.map(([, { quantity }]) => quantity))) as [number, number];
    const [oldCost, nowCost] = [old, now].map(kinds => sumOf(kinds.map(([, { contracted }]) => contracted))) as [number, number];
    // At the old price of its kind, or at its own where there was none of it
    const atOldPrices = sumOf(
      now.map(([name, { quantity, contracted }]) => {
        const known = before.kinds.get(name);
        return known && known.quantity > 0 ? (quantity * known.contracted) / known.quantity : contracted;
      }),
    );
    const atOldMean = oldQuantity > 0 ? (nowQuantity * oldCost) / oldQuantity : atOldPrices;
    volume += atOldMean - oldCost;
    mix += atOldPrices - atOldMean;
    price += nowCost - atOldPrices;
  }
  const commitment = before.committedSaving - after.committedSaving;
  const other = after.rest - before.rest;
  return { volume, mix, price, commitment, currency: 0, other };
};

/** The steps in whole minor units, so that they add up to the change of the rounded totals: the largest bears what rounding leaves. */
export const bridgeInUnits = (bridge: CostBridge, minorUnit: number, change: number): Record<BridgeStep, number> => {
  const units = Object.fromEntries(bridgeSteps.map(step => [step, Math.round(bridge[step] / minorUnit) + 0])) as Record<BridgeStep, number>;
  const [largest] = [...bridgeSteps].sort((a, b) => Math.abs(bridge[b]) - Math.abs(bridge[a]));
  if (largest) units[largest] += change - sumOf(bridgeSteps.map(step => units[step]));
  return units;
};
