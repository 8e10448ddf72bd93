import type { ComponentPrice, NodeComposition } from '../catalog/component-price.ts';
import { money } from '../money/money.ts';
import { termHoursOf } from './amortize.ts';
import { holdingOn } from './holding-on.ts';
import type { HourlyPrice, PriceQuery } from './hourly-price.ts';
import { componentKey, nodeTypeKey, type PriceBook } from './price-book.ts';

/** Sums already made: a workbook asks for the same few prices thousands of times. */
const sums = new WeakMap<ComponentPrice, Map<NodeComposition, HourlyPrice>>();

const sum = (composition: NodeComposition, row: ComponentPrice): HourlyPrice => {
  const { provider, nodeType, vcpuCount, memoryGib, gpuCount } = composition;
  const { perVcpuHour, perMemoryGibHour, perGpuHour } = row;
  const host = perVcpuHour.amount.times(vcpuCount).plus(perMemoryGibHour.amount.times(memoryGib));
  const currency = perVcpuHour.currency;
  const amount = perGpuHour ? host.plus(perGpuHour.amount.times(gpuCount)) : host;
  const { region, operatingSystem, tenancy, purchase, source, asOf, validFrom, validTo } = row;
  return {
    key: { provider, region, nodeType, operatingSystem, tenancy },
    purchase,
    effectivePerHour: { amount, currency },
    upfront: money(0, currency),
    recurringPerHour: { amount, currency },
    termHours: termHoursOf(purchase),
    basis: 'built',
    source,
    asOf,
    validFrom,
    validTo,
  };
};

/**
 * The price of a node type as the sum of its vCPUs, GiB of memory and GPUs at the prices of its series, or undefined
 * when a component of it has no price. [EQ-PRI-3]
 */
export const buildPrice = (book: PriceBook, query: PriceQuery): HourlyPrice | undefined => {
  const composition = book.compositions.get(nodeTypeKey(query.provider, query.nodeType));
  if (!composition) return undefined;
  const rows = book.components.get(componentKey({ ...query, series: composition.series }, query.purchase));
  const row = rows && holdingOn(rows, query.date);
  if (!row || (composition.gpuCount > 0 && !row.perGpuHour)) return undefined;
  let made = sums.get(row);
  if (!made) sums.set(row, (made = new Map()));
  let price = made.get(composition);
  if (!price) made.set(composition, (price = sum(composition, row)));
  return price;
};
