import { sumOfComponents, type ComponentPrice, type NodeComposition } from '../catalog/component-price.ts';
import { money, type Money } from '../money/money.ts';
import { termHoursOf } from './amortize.ts';
import { holdingOn } from './holding-on.ts';
import type { HourlyPrice, PriceQuery } from './hourly-price.ts';
import { componentKey, nodeTypeKey, type PriceBook } from './price-book.ts';

/** Sums already made: a workbook asks for the same few prices thousands of times. */
const sums = new WeakMap<ComponentPrice, Map<NodeComposition, HourlyPrice>>();

const sum = ({ provider, nodeType }: NodeComposition, row: ComponentPrice, perHour: Money): HourlyPrice => {
  const { region, operatingSystem, tenancy, purchase, source, asOf, validFrom, validTo, currency } = row;
  return {
    key: { provider, region, nodeType, operatingSystem, tenancy },
    purchase,
    effectivePerHour: perHour,
    upfront: money(0, currency),
    recurringPerHour: perHour,
    termHours: termHoursOf(purchase),
    basis: 'built',
    source,
    asOf,
    validFrom,
    validTo,
  };
};

/**
 * The price of a node type as the sum of its components at the prices of its series, or undefined when one of them has no
 * price. [EQ-PRI-3]
 */
export const buildPrice = (book: PriceBook, query: PriceQuery): HourlyPrice | undefined => {
  const composition = book.compositions.get(nodeTypeKey(query.provider, query.nodeType));
  if (!composition) return undefined;
  const rows = book.components.get(componentKey({ ...query, series: composition.series }, query.purchase));
  const row = rows && holdingOn(rows, query.date);
  const perHour = row && sumOfComponents(composition, row);
  if (!perHour) return undefined;
  let made = sums.get(row);
  if (!made) sums.set(row, (made = new Map()));
  let price = made.get(composition);
  if (!price) made.set(composition, (price = sum(composition, row, perHour)));
  return price;
};
