import { componentsOf, sumOfComponents, type ComponentPrice, type NodeComposition } from '../../catalog/component-price.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Money } from '../../money/money.ts';
import type { MeterComponent } from '../../pricing/commitments/held-commitment.ts';
import { isCountable } from '../../pricing/cover/cover-scale.ts';
import { holdingOn } from '../../pricing/holding-on.ts';
import { componentKey, nodeTypeKey, type PriceBook } from '../../pricing/price-book.ts';
import type { PlacementUsage } from '../usage/placement-usage.ts';
import type { Placement } from '../plan.ts';

/** One stream of usage of a placement: its nodes, or one kind of component of them. */
export interface PlacementMeter {
  readonly placement: Placement;
  readonly component: MeterComponent;
  /** Machine series where components are sold by it, else null. */
  readonly series: string | null;
  /** Components of one node; 1 of whole nodes. */
  readonly perNode: number;
  readonly secondsByHour: Float64Array;
}

/** Composition of a placement's nodes, when its provider sells components. */
export const compositionOf = (book: PriceBook, { key }: Pick<Placement, 'key'>): NodeComposition | undefined =>
  book.compositions.get(nodeTypeKey(key.provider, key.nodeType));

/** Whole GiB-seconds: half a second of a GiB is less than a millionth of a cent (A-COM-10). */
const multiplied = (seconds: Float64Array, factor: number): Float64Array => seconds.map(value => Math.round(value * factor));

/**
 * Meters of a placement. With `splitsNodes`, a placement paid on demand whose node type has components is metered by
 * them: commitments are bought for vCPUs and memory apart.
 */
export const metersOf = (placement: Placement, usage: PlacementUsage, book: PriceBook, splitsNodes: boolean): PlacementMeter[] => {
  const { nodeSecondsByHour } = usage;
  const composition = compositionOf(book, placement);
  const whole: PlacementMeter = {
    placement, component: 'node', series: composition?.series ?? null, perNode: 1, secondsByHour: nodeSecondsByHour,
  };
  if (!splitsNodes || !composition || placement.purchase.kind !== 'on-demand' || !componentShares(book, placement)) return [whole];
  return componentsOf(composition).map(component => {
    const perNode = composition.counts[component];
    return { ...whole, component, perNode, secondsByHour: multiplied(nodeSecondsByHour, perNode) };
  });
};

/** Usage of more nodes than can be counted to the second: a slip of a cell, not a plan. */
export const usageProblems = (placement: Placement, usage: PlacementUsage, book: PriceBook): Issue[] => {
  const isTooLarge = metersOf(placement, usage, book, true).some(({ secondsByHour }) => !isCountable(secondsByHour));
  const values = { workload: placement.workload.id, placement: placement.id };
  return isTooLarge ? [makeIssue('usage-too-large', values, { location: placement.at('WorkloadId') })] : [];
};

/** On-demand prices of the components of a node, and their sum; null where one has no price. */
const componentShares = (
  book: PriceBook,
  placement: Pick<Placement, 'key'>,
  date?: string,
): { readonly perHour: ComponentPrice['perHour']; readonly node: Money } | null => {
  const composition = compositionOf(book, placement);
  if (!composition) return null;
  const { series } = composition;
  const rows = book.components.get(componentKey({ ...placement.key, series }, { kind: 'on-demand' })) ?? [];
  const row = holdingOn(rows, date);
  const node = row && sumOfComponents(composition, row);
  return row && node ? { perHour: row.perHour, node } : null;
};

/** Decimals of a component's price: its products with quantities stay exact. */
const rateDecimals = 12;

/**
 * Price of an hour of one component, out of a node's price per hour: in proportion to the component prices of its
 * series, so that what was negotiated for the node holds for its parts. The node's own price for whole nodes. Null where
 * components have no price on that day.
 */
export const componentPrice = (
  { placement, component }: PlacementMeter,
  perNodeHour: Money,
  book: PriceBook,
  date: string,
): Money | null => {
  if (component === 'node') return perNodeHour;
  const shares = componentShares(book, placement, date);
  const amount = shares?.perHour[component]?.amount;
  if (!shares || !amount) return null;
  const isSame = perNodeHour.currency === shares.node.currency && perNodeHour.amount.equals(shares.node.amount);
  if (isSame || shares.node.amount.isZero()) return { amount, currency: perNodeHour.currency };
  const ratio = perNodeHour.amount.dividedBy(shares.node.amount);
  return { amount: amount.times(ratio).toDecimalPlaces(rateDecimals), currency: perNodeHour.currency };
};
