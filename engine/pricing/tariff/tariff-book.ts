import type { Catalog } from '../../catalog/catalog.ts';
import type { ExitRule } from '../../catalog/exit-rule.ts';
import { nearestNames } from '../../catalog/nearest-names.ts';
import type { Allowance, TierTable } from '../../catalog/tier-table.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { holdingOn } from '../holding-on.ts';
import type { Tariff } from './tariff.ts';

/** Tariffs and allowances by meter: the workbook's own in place of the catalog's of the same name. */
export interface TariffBook {
  readonly catalogDate: string;
  /** By meter in small letters. */
  readonly tariffs: ReadonlyMap<string, readonly Tariff[]>;
  readonly allowances: ReadonlyMap<string, readonly Allowance[]>;
  readonly exitRules: readonly ExitRule[];
}

export interface TariffQuery {
  readonly meterId: string;
  readonly zone: string | null;
  readonly eligibility: string | null;
  /** ISO date the prices must hold on. */
  readonly date: string;
}

/** `aws/us-east-1/internet-egress`: how a workbook calls a meter of the catalog. */
const catalogMeterId = ({ provider, region, meter }: Pick<TierTable, 'provider' | 'region' | 'meter'>): string =>
  `${provider}/${region}/${meter}`;

const tariffOfTable = (table: TierTable): Tariff => ({
  meterId: catalogMeterId(table),
  zone: table.zone,
  eligibility: null,
  service: {
    providerName: table.provider,
    regionId: table.region,
    serviceCategory: table.serviceCategory,
    serviceSubcategory: table.serviceSubcategory,
    serviceName: table.serviceName,
  },
  unit: table.unit,
  currency: table.currency,
  mode: 'graduated',
  tiers: table.tiers,
  limit: table.limit,
  tierGroup: null,
  allowanceId: table.allowanceId,
  minimumCharge: null,
  step: null,
  validFrom: table.validFrom,
  validTo: table.validTo,
  source: table.source,
  asOf: table.asOf,
});

const byName = <Item>(items: readonly Item[], nameOf: (item: Item) => string): Map<string, Item[]> => {
  const map = new Map<string, Item[]>();
  for (const item of items) {
    const name = nameOf(item).toLowerCase();
    const found = map.get(name);
    if (found) found.push(item);
    else map.set(name, [item]);
  }
  return map;
};

export interface OwnTariffs {
  readonly tariffs: readonly Tariff[];
  readonly allowances: readonly Allowance[];
}

export const makeTariffBook = (
  { date, tierTables, allowances, exitRules }: Pick<Catalog, 'date' | 'tierTables' | 'allowances' | 'exitRules'>,
  own: OwnTariffs = { tariffs: [], allowances: [] },
): TariffBook => ({
  catalogDate: date,
  tariffs: new Map([
    ...byName(tierTables.map(tariffOfTable), ({ meterId }) => meterId),
    ...byName(own.tariffs, ({ meterId }) => meterId),
  ]),
  allowances: new Map([...byName(allowances, ({ id }) => id), ...byName(own.allowances, ({ id }) => id)]),
  exitRules,
});

const same = (a: string | null, b: string | null): boolean => (a ?? '').toLowerCase() === (b ?? '').toLowerCase();

const listed = (names: readonly (string | null)[]): string => [...new Set(names.map(name => name ?? '(blank)'))].join(', ');

/**
 * The tariff of a meter that holds on a day: the latest begun. Zone and condition must be stated exactly, also where
 * they are blank: a price for others is no price. Reports `unknown-meter`, `unknown-zone`, `unknown-eligibility` or
 * `no-tariff`.
 */
export const findTariff = (book: TariffBook, { meterId, zone, eligibility, date }: TariffQuery): Result<Tariff> => {
  const ofMeter = book.tariffs.get(meterId.toLowerCase());
  if (!ofMeter) {
    const suggestion = nearestNames(meterId, book.tariffs.keys(), 1)[0] ?? '';
    return fail(makeIssue('unknown-meter', { meter: meterId, suggestion }));
  }
  const ofZone = ofMeter.filter(tariff => same(tariff.zone, zone));
  if (ofZone.length === 0) {
    const known = listed(ofMeter.map(tariff => tariff.zone));
    return fail(makeIssue('unknown-zone', { meter: meterId, zone: zone ?? '(blank)', known }));
  }
  const ofCustomer = ofZone.filter(tariff => same(tariff.eligibility, eligibility));
  if (ofCustomer.length === 0) {
    const known = listed(ofZone.map(tariff => tariff.eligibility));
    return fail(makeIssue('unknown-eligibility', { meter: meterId, eligibility: eligibility ?? '(blank)', known }));
  }
  const tariff = holdingOn(ofCustomer, date);
  if (tariff) return ok(tariff);
  const available = ofCustomer.map(({ validFrom, validTo }) => `${validFrom ?? ''}..${validTo ?? ''}`).join(', ');
  return fail(makeIssue('no-tariff', { meter: meterId, date, available }));
};

/** The allowance of that name on a day; null when none is granted then. */
export const findAllowance = (book: TariffBook, id: string, date: string): Allowance | null =>
  holdingOn(book.allowances.get(id.toLowerCase()) ?? [], date) ?? null;
