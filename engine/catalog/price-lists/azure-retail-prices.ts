import type { PriceKey } from '../price-key.ts';
import type { Decimal } from '../../numeric/decimal.ts';
import { cellText, isRecord, type JsonRecord } from './json-record.ts';
import type { SkipReason } from './import-report.ts';
import type { JsonListReader, ReaderParts } from './list-reader.ts';

const terms: Readonly<Record<string, string>> = { '1 year': '1y', '3 years': '3y' };

/** What keeps an item from being the price of a virtual machine's hour, whatever its node type. */
const obstacle = (item: JsonRecord): SkipReason | null => {
  const product = cellText(item['productName']).toLowerCase();
  if (cellText(item['serviceName']) !== 'Virtual Machines' || /cloud ?services|dedicated host/.test(product)) return 'not-a-node';
  if (cellText(item['armSkuName']) === '' || cellText(item['armRegionName']) === '') return 'not-a-node';
  if (cellText(item['type']) === 'DevTestConsumption') return 'dev-test';
  if (item['isPrimaryMeterRegion'] === false) return 'secondary-meter';
  if (/\blow priority\b/i.test(`${cellText(item['skuName'])} ${cellText(item['meterName'])}`)) return 'low-priority';
  return null;
};

const isSpot = (item: JsonRecord): boolean => /\bspot\b/i.test(`${cellText(item['skuName'])} ${cellText(item['meterName'])}`);
const isWindows = (item: JsonRecord): boolean => /\bwindows\b/i.test(cellText(item['productName']));

/**
 * Reads the items of the Azure Retail Prices API. `unitPrice` of a reservation is the total of its term, not an hourly
 * price; `savingsPlan` of a pay-as-you-go item holds hourly rates. Reservations and plans cover the machine: they are
 * prices of Linux, and on the Windows meter of nothing.
 */
export const azureRetailReader = ({ ledger, test, identity }: ReaderParts): JsonListReader => {
  const priceOf = (item: JsonRecord, row: number): Decimal | null => {
    const stated = item['unitPrice'] ?? item['retailPrice'] ?? null;
    if (stated === null) {
      ledger.skip('not-offered', row);
      return null;
    }
    return ledger.amount(cellText(stated), 'unitPrice', row);
  };

  const keyOf = (item: JsonRecord): PriceKey => ({
    provider: 'azure',
    region: cellText(item['armRegionName']),
    nodeType: cellText(item['armSkuName']),
    operatingSystem: isWindows(item) ? 'windows' : 'linux',
    tenancy: 'shared',
  });

  const reservation = (item: JsonRecord, key: PriceKey, row: number): string | null => {
    const term = terms[cellText(item['reservationTerm']).toLowerCase()];
    const reason: SkipReason | null = isWindows(item) ? 'license-not-covered' : term === undefined ? 'other-term' : null;
    if (reason !== null) ledger.skip(reason, row);
    return reason === null ? `reserved-${term}-upfront` : null;
  };

  /** The hourly rates of savings plans beside a pay-as-you-go price; those of a Windows meter cover no licence. */
  const addPlans = (item: JsonRecord, shared: { key: PriceKey; currency: string; validFrom: string | null }, row: number): boolean => {
    const plans = item['savingsPlan'];
    if (!Array.isArray(plans) || isWindows(item)) return true;
    for (const plan of plans.filter(isRecord)) {
      const term = terms[cellText(plan['term']).toLowerCase()];
      const stated = plan['unitPrice'] ?? plan['retailPrice'] ?? null;
      if (term === undefined || stated === null) continue;
      const rate = ledger.amount(cellText(stated), 'savingsPlan', row);
      if (rate === null) return false;
      if (!rate.isZero()) ledger.add({ ...shared, purchase: `azure-sp-${term}`, recurringPerHour: rate }, identity);
    }
    return true;
  };

  return {
    onItem(item, row) {
      if (!isRecord(item)) return ledger.skip('not-a-node', row);
      const reason = obstacle(item);
      if (reason !== null) return ledger.skip(reason, row);
      const key = keyOf(item);
      if (!test.takes(key)) return ledger.skip('not-wanted', row);
      const isReserved = cellText(item['type']) === 'Reservation';
      const purchase = isReserved ? reservation(item, key, row) : isSpot(item) ? 'spot' : 'on-demand';
      if (purchase === null) return;
      if (Number(item['tierMinimumUnits'] ?? 0) > 0) return ledger.skip('tiered', row);
      if (cellText(item['unitOfMeasure']) !== '1 Hour') return ledger.skip('not-a-node', row);
      const amount = priceOf(item, row);
      if (amount === null) return;
      const currency = ledger.currency(cellText(item['currencyCode']), row);
      if (currency === null) return;
      const validFrom = ledger.day(cellText(item['effectiveStartDate']), 'effectiveStartDate', row);
      if (validFrom === undefined) return;
      if (amount.isZero()) return ledger.skip('not-offered', row);
      const shared = { key, currency, validFrom };
      if (purchase === 'on-demand' && !addPlans(item, shared, row)) return;
      const found = isReserved
        ? { ...shared, purchase, recurringPerHour: amount.times(0), upfront: amount }
        : { ...shared, purchase, recurringPerHour: amount };
      ledger.bookPrice(found, identity, row);
    },
    end: () => [],
  };
};
