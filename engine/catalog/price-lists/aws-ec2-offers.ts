import type { OperatingSystem, Tenancy } from '../price-key.ts';
import type { Decimal } from '../../numeric/decimal.ts';
import type { CsvColumns } from './csv-columns.ts';
import type { CsvRow } from './csv-rows.ts';
import type { SkipReason } from './import-report.ts';
import type { CsvListReader, ReaderParts } from './list-reader.ts';
import type { FoundPrice } from './row-ledger.ts';

/** Columns of the AmazonEC2 offer file (format v1.0) that decide about a price. */
export const ec2OfferColumns = [
  'SKU', 'OfferTermCode', 'TermType', 'EffectiveDate', 'Unit', 'PricePerUnit', 'Currency', 'LeaseContractLength',
  'PurchaseOption', 'OfferingClass', 'Product Family', 'Location Type', 'Instance Type', 'Tenancy', 'Operating System',
  'License Model', 'CapacityStatus', 'Pre Installed S/W', 'Region Code',
] as const;

const nodeFamilies = new Set(['compute instance', 'compute instance (bare metal)']);
const systems: Readonly<Record<string, OperatingSystem>> = { linux: 'linux', windows: 'windows', rhel: 'rhel', suse: 'sles' };
const tenancies: Readonly<Record<string, Tenancy>> = { shared: 'shared', dedicated: 'dedicated' };
const terms: Readonly<Record<string, string>> = { '1yr': '1y', '1 yr': '1y', '3yr': '3y', '3 yr': '3y' };
const payments: Readonly<Record<string, string>> = {
  'no upfront': 'no-upfront', 'partial upfront': 'partial-upfront', 'all upfront': 'all-upfront',
};
const classes: Readonly<Record<string, string>> = { standard: 'reserved', convertible: 'convertible' };

/** `reserved-3y-all-upfront`, from AWS's own words; null for a term or form the product does not know. */
const reservedWord = (offeringClass: string, term: string, payment: string): string | null => {
  const parts = [classes[offeringClass.toLowerCase()], terms[term.toLowerCase()], payments[payment.toLowerCase()]];
  return parts.includes(undefined) ? null : parts.join('-');
};

/** The legs of a reservation seen so far: what is due at purchase, and for each hour. */
interface Legs {
  readonly price: Omit<FoundPrice, 'recurringPerHour' | 'upfront'>;
  readonly row: number;
  upfront: Decimal | null;
  hourly: Decimal | null;
}

/**
 * Reads the rows of an AmazonEC2 offer file: on-demand prices, and reservations, whose upfront fee (unit `Quantity`) and
 * hourly price (unit `Hrs`) are two rows of one offer term. A no-upfront reservation has the hourly row alone; of any
 * other a single leg is no price.
 */
export const ec2OfferReader = (columns: CsvColumns, { ledger, test, identity }: ReaderParts): CsvListReader => {
  const text = (name: (typeof ec2OfferColumns)[number]) => columns.text(name);
  const [family, nodeType, region, location] = [text('Product Family'), text('Instance Type'), text('Region Code'), text('Location Type')];
  const [system, license, software, capacity] = [text('Operating System'), text('License Model'), text('Pre Installed S/W'), text('CapacityStatus')];
  const [tenancy, termType, unit, price] = [text('Tenancy'), text('TermType'), text('Unit'), text('PricePerUnit')];
  const [currency, effective, sku, term] = [text('Currency'), text('EffectiveDate'), text('SKU'), text('OfferTermCode')];
  const [length, option, offeringClass] = [text('LeaseContractLength'), text('PurchaseOption'), text('OfferingClass')];
  /** Newer lists only: capacity blocks are sold apart. */
  const market = columns.text('MarketOption');
  const pending = new Map<string, Legs>();

  const systemOf = (row: CsvRow): OperatingSystem | undefined =>
    license(row).toLowerCase() === 'bring your own license' ? 'byol' : systems[system(row).toLowerCase()];

  const isBlankOr = (value: string, word: string): boolean => value === '' || value.toLowerCase() === word;

  /** What keeps a row from being the price of a node's hour. */
  const obstacle = (row: CsvRow): SkipReason | null => {
    if (!nodeFamilies.has(family(row).toLowerCase())) return 'not-a-node';
    if (!test.mayTake('aws', region(row), nodeType(row))) return 'not-wanted';
    if (!isBlankOr(location(row), 'aws region')) return 'other-location';
    if (!isBlankOr(market(row), 'ondemand')) return 'other-market';
    if (!isBlankOr(capacity(row), 'used')) return 'capacity-reservation';
    if (!isBlankOr(software(row), 'na')) return 'other-software';
    if (systemOf(row) === undefined) return 'other-operating-system';
    return tenancies[tenancy(row).toLowerCase()] === undefined ? 'dedicated-host' : null;
  };

  const reserve = (row: CsvRow, amount: Decimal, found: Omit<FoundPrice, 'recurringPerHour' | 'upfront'>): void => {
    const isHourly = unit(row).toLowerCase() === 'hrs';
    if (found.purchase.endsWith('no-upfront')) {
      if (amount.isZero()) ledger.skip('not-offered', row.row);
      else ledger.bookPrice({ ...found, recurringPerHour: amount }, identity, row.row);
      return;
    }
    const offer = `${sku(row)}.${term(row)}`;
    let legs = pending.get(offer);
    if (!legs) pending.set(offer, (legs = { price: found, row: row.row, upfront: null, hourly: null }));
    const leg = isHourly ? 'hourly' : 'upfront';
    if (legs[leg] !== null) {
      ledger.skip('stated-twice', row.row);
      return;
    }
    legs[leg] = amount;
    const { upfront, hourly, price: shared } = legs;
    if (upfront === null || hourly === null) return;
    pending.delete(offer);
    if (upfront.isZero() && hourly.isZero()) ledger.skip('not-offered', legs.row, 2);
    else ledger.bookPrice({ ...shared, recurringPerHour: hourly, upfront }, identity, legs.row, 2);
  };

  return {
    onRow(row) {
      const reason = obstacle(row);
      if (reason !== null) return ledger.skip(reason, row.row);
      const key = {
        provider: 'aws',
        region: region(row),
        nodeType: nodeType(row),
        operatingSystem: systemOf(row) as OperatingSystem,
        tenancy: tenancies[tenancy(row).toLowerCase()] as Tenancy,
      };
      if (!test.takes(key)) return ledger.skip('not-wanted', row.row);
      const isReserved = termType(row).toLowerCase() === 'reserved';
      const purchase = isReserved ? reservedWord(offeringClass(row), length(row), option(row)) : 'on-demand';
      if (purchase === null) return ledger.skip('other-term', row.row);
      const measure = unit(row).toLowerCase();
      const isFee = isReserved && measure === 'quantity' && !purchase.endsWith('no-upfront');
      if (measure !== 'hrs' && !isFee) return ledger.skip('not-a-node', row.row);
      const amount = ledger.amount(price(row), 'PricePerUnit', row.row);
      if (amount === null) return;
      const code = ledger.currency(currency(row), row.row);
      if (code === null) return;
      const validFrom = ledger.day(effective(row), 'EffectiveDate', row.row);
      if (validFrom === undefined) return;
      const found = { key, purchase, currency: code, validFrom };
      if (isReserved) reserve(row, amount, found);
      else if (amount.isZero()) ledger.skip('not-offered', row.row);
      else ledger.bookPrice({ ...found, recurringPerHour: amount }, identity, row.row);
    },
    end() {
      for (const legs of pending.values()) ledger.skip('leg-missing', legs.row);
    },
  };
};
