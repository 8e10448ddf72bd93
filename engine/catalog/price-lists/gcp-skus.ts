import { componentsOf, type NodeComposition } from '../component-price.ts';
import type { PriceKey } from '../price-key.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import { decimal, type Decimal } from '../../numeric/decimal.ts';
import { quoteHoursPerMonth } from '../../quantity/conversion.ts';
import { isNamedSpot, parseGcpSkuName, type GcpComponent } from './gcp-sku-name.ts';
import { cellText, isRecord, type JsonRecord } from './json-record.ts';
import type { JsonListReader, ReaderParts } from './list-reader.ts';

const purchases: Readonly<Record<string, string>> = {
  OnDemand: 'on-demand', Preemptible: 'spot', Commit1Yr: 'reserved-1y-monthly', Commit3Yr: 'reserved-3y-monthly',
};
/** How a SKU is bought; Google files the local SSD of spot nodes under `OnDemand`, so that its name alone tells. */
const purchaseOf = (usageType: string, description: string): string | undefined => {
  const purchase = purchases[usageType];
  return purchase === 'on-demand' && isNamedSpot(description) ? 'spot' : purchase;
};
/** What a rate is for, and how many hours of it. */
const units: Readonly<Record<GcpComponent['part'], { readonly name: string; readonly hours: number }>> = {
  vcpu: { name: 'h', hours: 1 }, memory: { name: 'GiBy.h', hours: 1 }, gpu: { name: 'h', hours: 1 },
  'local-ssd': { name: 'GiBy.mo', hours: quoteHoursPerMonth },
};
const partNames: Readonly<Record<GcpComponent['part'], string>> = { vcpu: 'vCPU', memory: 'memory', gpu: 'GPU', 'local-ssd': 'local SSD' };

interface ComponentRate {
  readonly amount: Decimal;
  readonly currency: string;
  readonly validFrom: string | null;
}

type Rates = Partial<Record<GcpComponent['part'], ComponentRate>>;

/** `units` whole and `nanos` billionths of the currency, exactly. */
const amountOf = (price: JsonRecord): string | null => {
  const [whole, nanos] = [cellText(price['units']) || '0', cellText(price['nanos']) || '0'];
  return /^-?\d+$/.test(whole) && /^-?\d{1,9}$/.test(nanos) ? decimal(whole).plus(decimal(nanos).dividedBy(1e9)).toFixed() : null;
};

/** The newest price of a SKU. */
const pricingOf = (sku: JsonRecord): JsonRecord | null => {
  const list = sku['pricingInfo'];
  const last: unknown = Array.isArray(list) ? list[list.length - 1] : null;
  return isRecord(last) ? last : null;
};

/**
 * Reads the SKUs of Compute Engine in the Cloud Billing catalog: prices of a vCPU, a GiB, a GPU and a GiB of local SSD per
 * series, region and purchase form. A node type is their sum ([EQ-PRI-3]); it has a price only when each of its components has one.
 */
export const gcpSkuReader = (compositions: readonly NodeComposition[], { ledger, test, identity }: ReaderParts): JsonListReader => {
  const keyOf = (composition: NodeComposition, region: string): PriceKey => ({
    provider: 'gcp', region, nodeType: composition.nodeType, operatingSystem: 'linux', tenancy: 'shared',
  });
  const bySeries = new Map<string, NodeComposition[]>();
  for (const composition of compositions) {
    const others = bySeries.get(composition.series);
    if (others) others.push(composition);
    else bySeries.set(composition.series, [composition]);
  }
  /** By series, region and purchase word; a rate of no series stands under none. */
  const rates = new Map<string, Rates>();
  const rateName = (series: string | null, region: string, purchase: string): string => `${series ?? ''}|${region}|${purchase}`;

  const compositionsOf = ({ series, part }: GcpComponent): readonly NodeComposition[] =>
    (series === null ? compositions.filter(({ counts }) => counts[part] > 0) : bySeries.get(series) ?? []);

  /** The SKU's one price; null after booking the row. */
  const rateOf = (sku: JsonRecord, part: GcpComponent['part'], row: number): ComponentRate | null => {
    const pricing = pricingOf(sku);
    const expression = pricing && isRecord(pricing['pricingExpression']) ? pricing['pricingExpression'] : null;
    const tiers = (expression && Array.isArray(expression['tieredRates']) ? expression['tieredRates'] : []).filter(isRecord);
    const prices = tiers.map(({ unitPrice }) => (isRecord(unitPrice) ? unitPrice : {}));
    const first = prices[0];
    if (!pricing || !expression || !first) {
      ledger.skip('not-offered', row);
      return null;
    }
    const texts = prices.map(amountOf);
    if (new Set(texts).size > 1) {
      ledger.skip('tiered', row);
      return null;
    }
    if (cellText(expression['usageUnit']) !== units[part].name) {
      ledger.refuse(row, makeIssue('price-list-cell', { row, column: 'usageUnit', value: cellText(expression['usageUnit']) }));
      return null;
    }
    const listed = ledger.amount(texts[0] ?? '', 'unitPrice', row);
    if (listed === null) return null;
    const amount = listed.dividedBy(units[part].hours);
    const currency = ledger.currency(cellText(first['currencyCode']), row);
    if (currency === null) return null;
    const validFrom = ledger.day(cellText(pricing['effectiveTime']), 'effectiveTime', row);
    if (validFrom === undefined) return null;
    if (!amount.isZero()) return { amount, currency, validFrom };
    ledger.skip('not-offered', row);
    return null;
  };

  const sum = (composition: NodeComposition, region: string, purchase: string, ofSeries: Rates): string | null => {
    const { counts } = composition;
    const found = { ...rates.get(rateName(null, region, purchase)), ...ofSeries };
    const needed = componentsOf(composition);
    const missing = needed.filter(part => !found[part]).map(part => partNames[part]);
    const currencies = new Set(needed.map(part => found[part]?.currency));
    if (missing.length > 0 || currencies.size !== 1) return `${composition.nodeType} ${region} ${purchase}: ${missing.join(', ')}`;
    const components = needed.map(part => found[part] as ComponentRate);
    const recurringPerHour = needed.reduce(
      (total, part) => total.plus((found[part] as ComponentRate).amount.times(counts[part])), decimal(0),
    );
    // The sum holds from the day on which the last of its components does.
    const validFrom = components.map(rate => rate.validFrom ?? '').sort().at(-1) || null;
    const currency = (components[0] as ComponentRate).currency;
    ledger.add({ key: keyOf(composition, region), purchase, recurringPerHour, currency, validFrom }, identity);
    return null;
  };

  return {
    onItem(item, row) {
      const category = isRecord(item) && isRecord(item['category']) ? item['category'] : null;
      const description = isRecord(item) ? cellText(item['description']) : '';
      const component = parseGcpSkuName(description);
      if (!isRecord(item) || !category || !component) return ledger.skip('not-a-node', row);
      const purchase = purchaseOf(cellText(category['usageType']), description);
      if (purchase === undefined) return ledger.skip('other-term', row);
      const listed = item['serviceRegions'];
      const users = compositionsOf(component);
      const regions = (Array.isArray(listed) ? listed : []).map(cellText)
        .filter(region => users.some(composition => test.takes(keyOf(composition, region))));
      if (regions.length === 0) return ledger.skip(users.length > 0 ? 'not-wanted' : 'component-not-used', row);
      const rate = rateOf(item, component.part, row);
      if (rate === null) return;
      let isNew = false;
      let isOther = false;
      for (const region of regions) {
        const name = rateName(component.series, region, purchase);
        let found = rates.get(name);
        if (!found) rates.set(name, (found = {}));
        const earlier = found[component.part];
        if (!earlier) found[component.part] = rate;
        isNew ||= !earlier;
        isOther ||= earlier !== undefined && !(earlier.amount.equals(rate.amount) && earlier.currency === rate.currency);
      }
      if (isNew) ledger.take();
      else ledger.skip(isOther ? 'stated-differently' : 'stated-twice', row);
    },
    end() {
      const unpriced: string[] = [];
      for (const [name, found] of rates) {
        const [series = '', region = '', purchase = ''] = name.split('|');
        for (const composition of bySeries.get(series) ?? []) {
          if (!test.takes(keyOf(composition, region))) continue;
          const missing = sum(composition, region, purchase, found);
          if (missing !== null) unpriced.push(missing);
        }
      }
      return unpriced.sort();
    },
  };
};
