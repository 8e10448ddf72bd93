import type { ComponentPrice, NodeComposition } from '../catalog/component-price.ts';
import type { ListedPrice } from '../catalog/listed-price.ts';
import type { PriceKey } from '../catalog/price-key.ts';
import type { PurchaseOption } from '../catalog/purchase.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { money, timesMoney, type Money } from '../money/money.ts';
import { decimal } from '../numeric/decimal.ts';
import { amortize, termHoursOf, termTotal } from './amortize.ts';
import { explainMissingPrice } from './explain-missing-price.ts';
import type { HourlyPrice, PriceQuery } from './hourly-price.ts';
import { componentKey, discountKey, nodeTypeKey, rowKey, type PriceBook } from './price-book.ts';
import { samePriceForm } from './provider-terms.ts';

interface Dated {
  readonly validFrom: string | null;
  readonly validTo: string | null;
}

/** The row that holds on `date`, the latest begun when several do; without a date, the newest of all. */
const holding = <Row extends Dated>(rows: readonly Row[], date: string | undefined): Row | undefined => {
  let best: Row | undefined;
  const end = (row: Row): string => (date === undefined ? row.validTo ?? '9999-12-31' : '');
  for (const row of rows) {
    if (date !== undefined && ((row.validFrom ?? '') > date || (row.validTo ?? '9999-12-31') <= date)) continue;
    if (!best || end(row) > end(best) || (end(row) === end(best) && (row.validFrom ?? '') >= (best.validFrom ?? ''))) best = row;
  }
  return best;
};

const fromRow = (row: ListedPrice): HourlyPrice => {
  const termHours = termHoursOf(row.purchase);
  return {
    key: row.key,
    purchase: row.purchase,
    effectivePerHour: termHours === null ? row.recurringPerHour : amortize(row.upfront, row.recurringPerHour, termHours),
    upfront: row.upfront,
    recurringPerHour: row.recurringPerHour,
    termHours,
    basis: 'listed',
    source: row.source,
    asOf: row.asOf,
  };
};

/** The same term total, paid in the other form. */
const inForm = (price: HourlyPrice, purchase: PurchaseOption): HourlyPrice => {
  if (purchase.kind !== 'reserved' || price.termHours === null) return price;
  const total = termTotal(price.upfront, price.recurringPerHour, price.termHours);
  const currency = total.currency;
  const atOnce = purchase.payment === 'upfront';
  return {
    ...price,
    purchase,
    upfront: atOnce ? total : money(0, currency),
    recurringPerHour: atOnce ? money(0, currency) : { amount: total.amount.dividedBy(price.termHours), currency },
  };
};

const build = (composition: NodeComposition, component: ComponentPrice, key: PriceKey): HourlyPrice | undefined => {
  if (composition.gpuCount > 0 && !component.perGpuHour) return undefined;
  const amount = component.perVcpuHour.amount
    .times(composition.vcpuCount)
    .plus(component.perMemoryGibHour.amount.times(composition.memoryGib))
    .plus(component.perGpuHour ? component.perGpuHour.amount.times(composition.gpuCount) : 0);
  const perHour: Money = { amount, currency: component.perVcpuHour.currency };
  return {
    key: { ...key, provider: composition.provider, region: component.region, nodeType: composition.nodeType },
    purchase: component.purchase,
    effectivePerHour: perHour,
    upfront: money(0, perHour.currency),
    recurringPerHour: perHour,
    termHours: termHoursOf(component.purchase),
    basis: 'built',
    source: component.source,
    asOf: component.asOf,
  };
};

const known = (book: PriceBook, query: PriceQuery, side: 'own' | 'catalog'): HourlyPrice | undefined => {
  const row = holding(book.rows.get(rowKey(query, query.purchase))?.[side] ?? [], query.date);
  if (row) return fromRow(row);
  if (side === 'own') return undefined;
  const composition = book.compositions.get(nodeTypeKey(query.provider, query.nodeType));
  if (!composition) return undefined;
  const components = book.components.get(componentKey({ ...query, series: composition.series }, query.purchase)) ?? [];
  const component = holding(components, query.date);
  return component && build(composition, component, query);
};

/** As stated in this payment form, or in the other form of the same total. */
const knownInAnyForm = (book: PriceBook, query: PriceQuery, side: 'own' | 'catalog'): HourlyPrice | undefined => {
  const stated = known(book, query, side);
  if (stated) return stated;
  const other = samePriceForm(query.provider, query.purchase);
  const price = other && known(book, { ...query, purchase: other }, side);
  return price ? inForm(price, query.purchase) : undefined;
};

/** On-demand price less the assumed discount of its family. The assumption is about list prices, so those come first. */
const assume = (book: PriceBook, query: PriceQuery): HourlyPrice | undefined => {
  if (query.purchase.kind !== 'reserved' || query.operatingSystem !== 'linux' || query.tenancy !== 'shared') return undefined;
  const offering = book.nodeTypes.get(nodeTypeKey(query.provider, query.nodeType));
  const discount = offering && book.discounts.get(discountKey(query.provider, offering.nodeType.family, query.purchase));
  if (!discount) return undefined;
  const onDemandQuery: PriceQuery = { ...query, purchase: { kind: 'on-demand' } };
  const onDemand = known(book, onDemandQuery, 'catalog') ?? known(book, onDemandQuery, 'own');
  const termHours = termHoursOf(query.purchase);
  if (!onDemand || termHours === null) return undefined;
  const perHour = timesMoney(onDemand.effectivePerHour, decimal(1).minus(discount.discountFraction));
  return {
    key: onDemand.key,
    purchase: query.purchase,
    effectivePerHour: perHour,
    upfront: timesMoney(perHour, decimal(termHours).times(discount.upfrontFraction)),
    recurringPerHour: timesMoney(perHour, decimal(1).minus(discount.upfrontFraction)),
    termHours,
    basis: 'assumed-discount',
    source: `${discount.id}: ${discount.source}`,
    asOf: discount.asOf,
  };
};

/**
 * The price of one node for one hour: the workbook's own, else as listed in the catalog, else built from components, else
 * on-demand less an assumed discount. Names match in any letter case.
 *
 * Reports `unknown-provider`, `purchase-not-sold`, `unknown-region`, `unknown-node-type` or `no-price`; never a price of
 * another combination, never zero for unknown.
 */
export const findPrice = (book: PriceBook, query: PriceQuery): Result<HourlyPrice> => {
  const price = knownInAnyForm(book, query, 'own') ?? knownInAnyForm(book, query, 'catalog') ?? assume(book, query);
  return price ? ok(price) : fail(explainMissingPrice(book, query));
};
