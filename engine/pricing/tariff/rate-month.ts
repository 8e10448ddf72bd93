import type { PriceTier } from '../../catalog/tier-table.ts';
import { decimal, sumDecimals, zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import { quantityDecimals, roundQuantity } from './billed-quantity.ts';
import { shareOut } from './share-out.ts';
import type { Tariff } from './tariff.ts';
import { tierQuantities } from './tier-quantities.ts';

/** What one row of usage asks of a tariff in a month. */
export interface MeteredUse {
  readonly tariff: Tariff;
  /** In the tariff's unit, at most 12 decimals, not negative. */
  readonly quantity: Decimal;
}

/** A part of a use at one unit price: a line of the bill. */
export interface RatedPart<Use extends MeteredUse = MeteredUse> {
  readonly use: Use;
  /** `minimum`: what the month's minimum charge adds, as one unit. */
  readonly kind: 'free' | 'tier' | 'minimum';
  /** Where the tier starts; 0 for the rest. */
  readonly fromQuantity: Decimal;
  readonly quantity: Decimal;
  readonly unitPrice: Decimal;
}

interface OpenUse<Use extends MeteredUse> {
  readonly use: Use;
  readonly free: Decimal;
}

/** A minimum charge's shares have as many decimals as a price times a quantity. */
const shareDecimals = 24;

const grouped = <Item>(items: readonly Item[], nameOf: (item: Item) => string): Item[][] => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(nameOf(item));
    if (group) group.push(item);
    else groups.set(nameOf(item), [item]);
  }
  return [...groups.values()];
};

const meterOf = ({ meterId, zone, eligibility }: Tariff): string => JSON.stringify([meterId, zone, eligibility]).toLowerCase();

const poolOf = (tariff: Tariff): string =>
  tariff.tierGroup === null ? meterOf(tariff) : JSON.stringify([tariff.tierGroup]).toLowerCase();

const sumOf = <Item>(items: readonly Item[], quantityOf: (item: Item) => Decimal): Decimal =>
  sumDecimals(items.map(quantityOf));

/** Every use's part of the allowance it names, in proportion to the quantities. [EQ-TAR-5] */
const drawAllowances = <Use extends MeteredUse>(
  uses: readonly Use[],
  allowances: ReadonlyMap<string, Decimal>,
): OpenUse<Use>[] => {
  const freeOf = new Map<Use, Decimal>();
  const drawing = uses.filter(({ tariff }) => tariff.allowanceId !== null);
  for (const group of grouped(drawing, ({ tariff }) => (tariff.allowanceId ?? '').toLowerCase())) {
    const quantities = group.map(({ quantity }) => quantity);
    const used = sumDecimals(quantities);
    const allowed = allowances.get((group[0]?.tariff.allowanceId ?? '').toLowerCase());
    if (!allowed) throw new Error(`no allowance ${group[0]?.tariff.allowanceId ?? ''}`);
    const total = allowed.lessThan(used) ? allowed : used;
    const shares = shareOut({ total, weights: quantities, capacities: quantities, decimals: quantityDecimals });
    group.forEach((use, index) => freeOf.set(use, shares[index] as Decimal));
  }
  return uses.map(use => ({ use, free: freeOf.get(use) ?? zeroDecimal }));
};

/**
 * The uses of one tariff of a pool, tier by tier: the pool's whole quantity finds the tiers, and each use has of every
 * tier its share of the pool. [EQ-TAR-6] Rows and tiers both add up exactly.
 */
const rateTariff = <Use extends MeteredUse>(
  members: readonly OpenUse<Use>[],
  tariff: Tariff,
  poolQuantity: Decimal,
  poolFree: Decimal,
): RatedPart<Use>[] => {
  const paid = members.map(({ use, free }) => use.quantity.minus(free));
  const own = sumDecimals(paid);
  const poolPaid = poolQuantity.minus(poolFree);
  const left = [...paid];
  let reached = zeroDecimal;
  let given = zeroDecimal;
  return tierQuantities(poolQuantity, tariff.tiers, tariff.mode, poolFree).flatMap(({ tier, quantity }) => {
    reached = reached.plus(quantity);
    const upTo = own.equals(poolPaid) ? reached : roundQuantity(reached.times(own).dividedBy(poolPaid));
    const shares = shareOut({
      total: upTo.minus(given),
      weights: paid,
      capacities: left,
      decimals: quantityDecimals,
    });
    given = upTo;
    return members.flatMap(({ use }, index): RatedPart<Use>[] => {
      const share = shares[index] as Decimal;
      left[index] = (left[index] as Decimal).minus(share);
      return share.isZero() ? [] : [tierPart(use, tier, share)];
    });
  });
};

const membersByTariff = <Use extends MeteredUse>(pool: readonly OpenUse<Use>[]): Map<Tariff, OpenUse<Use>[]> => {
  const members = new Map<Tariff, OpenUse<Use>[]>();
  for (const each of pool) {
    const known = members.get(each.use.tariff);
    if (known) known.push(each);
    else members.set(each.use.tariff, [each]);
  }
  return members;
};

const tierPart = <Use extends MeteredUse>(use: Use, { fromQuantity, unitPrice }: PriceTier, quantity: Decimal): RatedPart<Use> => ({
  use, kind: 'tier', fromQuantity, quantity, unitPrice,
});

/** What a meter's month lacks of its minimum charge, shared by its uses. [EQ-TAR-7] */
const topUp = <Use extends MeteredUse>(uses: readonly Use[], parts: readonly RatedPart<Use>[]): RatedPart<Use>[] => {
  const costOf = new Map<Use, Decimal>();
  for (const { use, quantity, unitPrice } of parts) {
    if (use.tariff.minimumCharge) costOf.set(use, quantity.times(unitPrice).plus(costOf.get(use) ?? 0));
  }
  const withMinimum = uses.filter(({ tariff }) => tariff.minimumCharge !== null);
  return grouped(withMinimum, ({ tariff }) => meterOf(tariff)).flatMap(group => {
    const cost = sumOf(group, use => costOf.get(use) ?? zeroDecimal);
    const missing = (group[0]?.tariff.minimumCharge ?? zeroDecimal).minus(cost);
    if (!missing.greaterThan(0)) return [];
    const shares = shareOut({ total: missing, weights: group.map(({ quantity }) => quantity), decimals: shareDecimals });
    return group.flatMap((use, index): RatedPart<Use>[] => {
      const unitPrice = shares[index] as Decimal;
      return unitPrice.isZero() ? [] : [{ use, kind: 'minimum', fromQuantity: zeroDecimal, quantity: decimal(1), unitPrice }];
    });
  });
};

/**
 * A month of usage as lines of quantity times unit price: the allowance first, then tiers, then minimum charges. All
 * uses of a month must be given at once, because they share tiers and allowances; their order does not matter to any
 * total. `allowances` holds free quantities by name in small letters.
 */
export const rateMonth = <Use extends MeteredUse>(
  uses: readonly Use[],
  allowances: ReadonlyMap<string, Decimal>,
): RatedPart<Use>[] => {
  const open = drawAllowances(uses, allowances);
  const freeParts = open.flatMap(({ use, free }): RatedPart<Use>[] =>
    free.isZero() ? [] : [{ use, kind: 'free', fromQuantity: zeroDecimal, quantity: free, unitPrice: zeroDecimal }],
  );
  const tierParts = grouped(open, ({ use }) => poolOf(use.tariff)).flatMap(pool => {
    const quantity = sumOf(pool, ({ use }) => use.quantity);
    const free = sumOf(pool, each => each.free);
    return [...membersByTariff(pool)].flatMap(([tariff, members]) => rateTariff(members, tariff, quantity, free));
  });
  const parts = [...freeParts, ...tierParts];
  return [...parts, ...topUp(uses, parts)];
};

/** A use of a tariff whose pool of the month goes beyond the last price known. */
export interface BeyondLimit<Use extends MeteredUse> {
  readonly use: Use;
  readonly limit: Decimal;
  /** Of the whole pool. */
  readonly quantity: Decimal;
}

export const beyondLimits = <Use extends MeteredUse>(uses: readonly Use[]): BeyondLimit<Use>[] =>
  grouped(uses, ({ tariff }) => poolOf(tariff)).flatMap(pool => {
    const quantity = sumOf(pool, use => use.quantity);
    return pool.flatMap((use): BeyondLimit<Use>[] => {
      const { limit } = use.tariff;
      return limit?.lessThan(quantity) ? [{ use, limit, quantity }] : [];
    });
  });
