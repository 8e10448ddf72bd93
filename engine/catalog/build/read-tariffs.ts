import type { Catalog } from '../catalog.ts';
import { exitCharges, type ExitRule } from '../exit-rule.ts';
import { serviceCategories } from '../service-category.ts';
import type { Allowance, Meter, PriceTier, TierTable } from '../tier-table.ts';
import { zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import type { CatalogRow } from './catalog-table.ts';

const columns = {
  meters: ['Provider', 'Meter', 'Unit', 'ServiceCategory', 'ServiceSubcategory', 'ServiceName'],
  tiers: [
    'Meter', 'Provider', 'Region', 'Zone', 'Currency', 'FromQuantity', 'ToQuantity', 'UnitPrice', 'AllowanceId',
    'ValidFrom', 'ValidTo', 'SourceId',
  ],
  allowances: ['AllowanceId', 'FreeQuantity', 'Unit', 'ValidFrom', 'ValidTo', 'SourceId'],
  exitRules: ['Provider', 'Jurisdiction', 'Charge', 'ValidFrom', 'ValidTo', 'WindowDays', 'Conditions', 'SourceId'],
} as const;

/** How the files of a catalog are read. */
export interface CatalogReading {
  rowsOf(file: string, header: readonly string[]): CatalogRow[];
  sourceOf(row: CatalogRow): { readonly source: string; readonly asOf: string };
  currencyOf(row: CatalogRow): string;
}

const readMeters = ({ rowsOf }: CatalogReading): Map<string, Meter> => {
  const meters = new Map<string, Meter>();
  for (const row of rowsOf('meters.csv', columns.meters)) {
    const meter: Meter = {
      provider: row.text('Provider'), meter: row.text('Meter'), unit: row.text('Unit'),
      serviceCategory: row.choice('ServiceCategory', serviceCategories), serviceSubcategory: row.text('ServiceSubcategory'),
      serviceName: row.text('ServiceName'),
    };
    const id = `${meter.provider}/${meter.meter}`;
    if (meters.has(id)) row.problem(`${id} is stated twice`);
    meters.set(id, meter);
  }
  return meters;
};

interface OpenTable {
  readonly head: Omit<TierTable, 'tiers' | 'limit'>;
  readonly tiers: PriceTier[];
  limit: Decimal | null;
}

/** Consecutive rows of one meter, place and validity are the tiers of one table. */
const readTiers = (reading: CatalogReading, meters: ReadonlyMap<string, Meter>): TierTable[] => {
  const tables = new Map<string, OpenTable>();
  for (const row of reading.rowsOf('tiers.csv', columns.tiers)) {
    const meter = meters.get(`${row.text('Provider')}/${row.text('Meter')}`);
    if (!meter) {
      row.problem(`Meter ${row.text('Meter')} is not in meters.csv`);
      continue;
    }
    const head = {
      ...meter, region: row.text('Region'), zone: row.optionalText('Zone'), currency: reading.currencyOf(row),
      allowanceId: row.optionalText('AllowanceId'), ...row.validity(), ...reading.sourceOf(row),
    };
    const id = [head.meter, head.provider, head.region, head.zone, head.validFrom, head.validTo].join('|');
    let table = tables.get(id);
    if (!table) tables.set(id, (table = { head, tiers: [], limit: null }));
    const fromQuantity = row.decimal('FromQuantity');
    const unitPrice = row.decimal('UnitPrice');
    const previous = table.tiers.at(-1);
    const isNext = previous ? fromQuantity?.greaterThan(previous.fromQuantity) : fromQuantity?.isZero();
    if (fromQuantity && (!isNext || (table.limit && !table.limit.equals(fromQuantity)))) row.problem('tiers do not ascend from 0');
    if (fromQuantity && unitPrice) table.tiers.push({ fromQuantity, unitPrice });
    table.limit = row.optionalDecimal('ToQuantity');
    if (table.limit && fromQuantity && !table.limit.greaterThan(fromQuantity)) row.problem('ToQuantity is not above FromQuantity');
  }
  return [...tables.values()].map(({ head, tiers, limit }) => ({ ...head, tiers, limit }));
};

/** Tariffs with steps, free quantities, and what leaving costs. */
export const readTariffs = (reading: CatalogReading): Pick<Catalog, 'tierTables' | 'allowances' | 'exitRules'> => {
  const tierTables = readTiers(reading, readMeters(reading));
  const allowances = reading.rowsOf('allowances.csv', columns.allowances).map(
    (row): Allowance => ({
      id: row.text('AllowanceId'), freeQuantity: row.decimal('FreeQuantity') ?? zeroDecimal, unit: row.text('Unit'),
      ...row.validity(), ...reading.sourceOf(row),
    }),
  );
  const exitRules = reading.rowsOf('exit-rules.csv', columns.exitRules).map(
    (row): ExitRule => ({
      provider: row.optionalText('Provider'), jurisdiction: row.optionalText('Jurisdiction'),
      charge: row.choice('Charge', exitCharges), windowDays: row.optionalNumber('WindowDays'),
      conditions: row.text('Conditions'), ...row.validity(), ...reading.sourceOf(row),
    }),
  );
  return { tierTables, allowances, exitRules };
};
