import type { DiscountAssumption } from '../catalog/discount-assumption.ts';
import type { PurchaseOption } from '../catalog/purchase.ts';
import type { ListedPrice } from '../catalog/listed-price.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { money, timesMoney } from '../money/money.ts';
import { decimal, divideFinitely } from '../numeric/decimal.ts';
import { amortize, termHoursOf, termTotal } from './amortize.ts';
import { buildPrice } from './build-price.ts';
import { computeServiceName } from './charge.ts';
import { explainMissingPrice } from './explain-missing-price.ts';
import { holdingOn } from './holding-on.ts';
import type { HourlyPrice, PriceQuery } from './hourly-price.ts';
import { contractedPrice } from './negotiation/contracted-price.ts';
import { negotiatedTermFor } from './negotiation/negotiated-term.ts';
import { discountKey, nodeTypeKey, rowKey, type PriceBook } from './price-book.ts';
import { samePriceForm } from './provider-terms.ts';

const fromRow = (row: ListedPrice): HourlyPrice => {
  const termHours = termHoursOf(row.purchase);
  const { key, purchase, upfront, recurringPerHour, source, asOf, validFrom, validTo } = row;
  const effectivePerHour = termHours === null ? recurringPerHour : amortize(upfront, recurringPerHour, termHours);
  return { key, purchase, effectivePerHour, upfront, recurringPerHour, termHours, basis: 'listed', source, asOf, validFrom, validTo };
};

/** The same term total, paid in the other form. */
const inForm = (price: HourlyPrice, purchase: PurchaseOption): HourlyPrice => {
  if (purchase.kind !== 'reserved' || price.termHours === null) return price;
  const total = termTotal(price.upfront, price.recurringPerHour, price.termHours);
  const none = money(0, total.currency);
  const perHour = { amount: divideFinitely(total.amount, price.termHours), currency: total.currency };
  const isPaidAtOnce = purchase.payment === 'upfront';
  return { ...price, purchase, upfront: isPaidAtOnce ? total : none, recurringPerHour: isPaidAtOnce ? none : perHour };
};

type Side = 'own' | 'catalog';

/** Stated for exactly this payment form: a row, or in the catalog the components of its series. */
const stated = (book: PriceBook, query: PriceQuery, side: Side, key: string): HourlyPrice | undefined => {
  const rows = book.rows.get(key)?.[side];
  const row = rows && holdingOn(rows, query.date);
  if (row) return fromRow(row);
  return side === 'catalog' ? buildPrice(book, query) : undefined;
};

/** As stated in this payment form, or in the other form of the same total. */
const known = (book: PriceBook, query: PriceQuery, side: Side, key?: string): HourlyPrice | undefined => {
  const price = stated(book, query, side, key ?? rowKey(query, query.purchase));
  if (price) return price;
  const otherForm = samePriceForm(query.provider, query.purchase);
  if (!otherForm) return undefined;
  const other = stated(book, { ...query, purchase: otherForm }, side, rowKey(query, otherForm));
  return other && inForm(other, query.purchase);
};

/** The assumption about the node type's series or family; a type is in a series of its provider or it is not. */
const assumptionOf = (book: PriceBook, { provider, nodeType, purchase }: PriceQuery): DiscountAssumption | undefined => {
  const key = nodeTypeKey(provider, nodeType);
  const series = book.compositions.get(key)?.series;
  if (series !== undefined) return book.discounts.get(discountKey({ provider, family: null, series }, purchase));
  const family = book.nodeTypes.get(key)?.nodeType.family;
  return family && book.discounts.get(discountKey({ provider, family, series: null }, purchase));
};

/** On-demand less the assumed discount. The assumption is about list prices, so those come first. */
const assumed = (book: PriceBook, query: PriceQuery): HourlyPrice | undefined => {
  const { purchase } = query;
  const termHours = termHoursOf(purchase);
  if (termHours === null || query.operatingSystem !== 'linux' || query.tenancy !== 'shared') return undefined;
  const discount = assumptionOf(book, query);
  if (!discount) return undefined;
  const onDemandQuery: PriceQuery = { ...query, purchase: { kind: 'on-demand' } };
  const onDemand = known(book, onDemandQuery, 'catalog') ?? known(book, onDemandQuery, 'own');
  if (!onDemand) return undefined;
  const perHour = timesMoney(onDemand.effectivePerHour, decimal(1).minus(discount.discountFraction));
  return {
    ...onDemand,
    purchase,
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
 * The price of one node for one hour before negotiation: the workbook's own, else as listed in the catalog, else built
 * from components, else on-demand less an assumed discount. Names match in any letter case.
 *
 * Reports `unknown-provider`, `purchase-not-sold`, `unknown-region`, `unknown-node-type` or `no-price`; never a price
 * of another combination, never zero for unknown.
 */
export const findStatedPrice = (book: PriceBook, query: PriceQuery): Result<HourlyPrice> => {
  const key = rowKey(query, query.purchase);
  const price = known(book, query, 'own', key) ?? known(book, query, 'catalog', key) ?? assumed(book, query);
  return price ? ok(price) : fail(explainMissingPrice(book, query));
};

/** Spot has a price of its own, which no agreement lowers. */
const feeOf = ({ kind }: PurchaseOption): 'on-demand' | 'commitment-fees' | null => {
  switch (kind) {
    case 'on-demand':
      return 'on-demand';
    case 'spot':
      return null;
    case 'reserved':
    case 'spend-plan':
      return 'commitment-fees';
  }
};

/**
 * What a node-hour costs this customer: the stated price, lowered by the negotiated term that holds for its account,
 * node type and day. Reports what {@link findStatedPrice} reports.
 */
export const findPrice = (book: PriceBook, query: PriceQuery): Result<HourlyPrice> => {
  const stated = findStatedPrice(book, query);
  const fee = feeOf(query.purchase);
  if (!stated.ok || fee === null) return stated;
  const { provider, region, nodeType } = stated.value.key;
  const term = negotiatedTermFor(book.negotiated, {
    account: query.account ?? null, provider, region, sku: nodeType, service: computeServiceName(provider), fee, date: query.date,
  });
  return term ? ok(contractedPrice(stated.value, term)) : stated;
};
