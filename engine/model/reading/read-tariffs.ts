import { nearestNames } from '../../catalog/nearest-names.ts';
import type { ServiceCategory } from '../../catalog/service-category.ts';
import type { Allowance } from '../../catalog/tier-table.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { decimal } from '../../numeric/decimal.ts';
import type { BillingStep } from '../../pricing/tariff/billed-quantity.ts';
import { checkTiers } from '../../pricing/tariff/check-tiers.ts';
import type { Tariff } from '../../pricing/tariff/tariff.ts';
import type { OwnTariffs, TariffBook } from '../../pricing/tariff/tariff-book.ts';
import type { TierMode } from '../../pricing/tariff/tier-quantities.ts';
import { isoOfEpochDay } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import { sameUnit } from '../../quantity/unit.ts';
import { groupBy } from '../../report/group-by.ts';
import type { ModelInput } from '../model-input.ts';
import { locate, numberColumn, readTable, textColumn, type BodyRow, type ReadTable } from './read-table.ts';
import { meterAllowancesTable, metersTable, meterTiersTable } from '../tables/tariff-tables.ts';

export interface ReadTariffs {
  readonly own: OwnTariffs;
  readonly meters: ReadTable;
  /** Meters stated in tables that hold a problem, in small letters: what depends on them is not told again. */
  readonly unreadable: ReadonlySet<string>;
  readonly tables: readonly ReadTable[];
  readonly issues: readonly Issue[];
}

const defaultSource = 'own table of the workbook';
const isoDate = (seconds: number | null): string | null =>
  seconds === null ? null : isoOfEpochDay(seconds / secondsPerDay);

/** Days a row holds, and where it comes from; reports `end-before-start`. */
const provenanceReader = (table: ReadTable, issues: Issue[]) => {
  const [from, to, asOf] = ['ValidFrom', 'ValidTo', 'AsOf'].map(id => numberColumn(table, id)) as [
    NumberReader,
    NumberReader,
    NumberReader,
  ];
  const source = textColumn(table, 'Source');
  return (row: BodyRow) => {
    const [validFrom, validTo] = [isoDate(from(row)), isoDate(to(row))];
    if (validFrom !== null && validTo !== null && validTo <= validFrom) {
      const location = locate(table, row, 'ValidTo');
      issues.push(makeIssue('end-before-start', { start: validFrom, end: validTo }, { location }));
    }
    return { validFrom, validTo, source: source(row) ?? defaultSource, asOf: isoDate(asOf(row)) ?? '' };
  };
};
type NumberReader = (row: BodyRow) => number | null;

const readAllowances = (table: ReadTable, issues: Issue[]): Allowance[] => {
  const [id, unit] = [textColumn(table, 'AllowanceId'), textColumn(table, 'Unit')];
  const free = numberColumn(table, 'FreeQuantity');
  const provenance = provenanceReader(table, issues);
  return table.rows
    .filter(row => !row.isBroken)
    .map(row => ({
      id: id(row) ?? '',
      freeQuantity: decimal(free(row) ?? 0),
      unit: unit(row) ?? '',
      ...provenance(row),
    }));
};

type Meter = Omit<Tariff, 'zone' | 'eligibility' | 'tiers' | 'limit' | 'validFrom' | 'validTo' | 'source' | 'asOf'>;

/** Meters by name in small letters. */
const readMeters = (table: ReadTable): Map<string, Meter> => {
  const text = (id: string) => textColumn(table, id);
  const [meterId, provider, region, category, service] = [
    text('MeterId'), text('Provider'), text('Region'), text('ServiceCategory'), text('ServiceName'),
  ];
  const [unit, currency, mode, tierGroup, allowanceId, stepUnit] = [
    text('Unit'), text('Currency'), text('Mode'), text('TierGroup'), text('AllowanceId'), text('StepUnit'),
  ];
  const [minimumCharge, billingStep, minimumPerUse] = ['MinimumCharge', 'BillingStep', 'MinimumPerUse'].map(id =>
    numberColumn(table, id),
  ) as [NumberReader, NumberReader, NumberReader];
  const amount = (value: number | null) => (value === null ? null : decimal(value));
  const stepOf = (row: BodyRow): BillingStep | null =>
    billingStep(row) === null && minimumPerUse(row) === null
      ? null
      : {
          stepQuantity: amount(billingStep(row)),
          minimumQuantity: amount(minimumPerUse(row)),
          unit: stepUnit(row) ?? unit(row) ?? '',
        };
  const meters = table.rows
    .filter(row => !row.isBroken)
    .map((row): Meter => {
      const serviceCategory = category(row) as ServiceCategory;
      return {
        meterId: meterId(row) ?? '',
        service: {
          providerName: provider(row) ?? '',
          regionId: region(row),
          serviceCategory,
          serviceSubcategory: `Other (${serviceCategory})`,
          serviceName: service(row) ?? meterId(row) ?? '',
        },
        unit: unit(row) ?? '',
        currency: currency(row) ?? '',
        mode: mode(row) as TierMode,
        tierGroup: tierGroup(row),
        allowanceId: allowanceId(row),
        minimumCharge: amount(minimumCharge(row)),
        step: stepOf(row),
      };
    });
  return new Map(meters.map(meter => [meter.meterId.toLowerCase(), meter]));
};

/** Rows of one meter, zone, condition and first day are the tiers of one table. */
const readTiers = (table: ReadTable, meters: ReadonlyMap<string, Meter>, issues: Issue[]): Tariff[] => {
  const [meterId, zone, eligibility] = [textColumn(table, 'MeterId'), textColumn(table, 'Zone'), textColumn(table, 'Eligibility')];
  const [from, to, price] = ['FromQuantity', 'ToQuantity', 'UnitPrice'].map(id => numberColumn(table, id)) as [
    NumberReader,
    NumberReader,
    NumberReader,
  ];
  const provenance = provenanceReader(table, issues);
  const rows = table.rows.map(row => ({ row, ...provenance(row) }));
  const groups = groupBy(rows, ({ row, validFrom }) =>
    JSON.stringify([meterId(row), zone(row), eligibility(row), validFrom]).toLowerCase(),
  );
  return [...groups.values()].flatMap((group): Tariff[] => {
    const [first] = group as [(typeof group)[number]];
    const meter = meters.get((meterId(first.row) ?? '').toLowerCase());
    // A row that cannot be read leaves a gap that is not the analyst's.
    if (!meter || group.some(({ row }) => row.isBroken)) return [];
    const tierRows = [...new Map([...group].reverse().map(each => [from(each.row), each])).values()].reverse();
    const other = group.find(({ validTo }) => validTo !== first.validTo);
    if (other) {
      const location = locate(table, other.row, 'ValidTo');
      const values = { meter: meter.meterId, value: other.validTo ?? '(blank)', other: first.validTo ?? '(blank)' };
      issues.push(makeIssue('tier-ends-differ', values, { location }));
    }
    const stated = tierRows.map(({ row }) => ({
      fromQuantity: decimal(from(row) ?? 0),
      toQuantity: to(row) === null ? null : decimal(to(row) ?? 0),
      unitPrice: decimal(price(row) ?? 0),
    }));
    const { tiers, limit, problems } = checkTiers(stated, meter.meterId);
    for (const { place, issue } of problems) {
      const row = tierRows[place]?.row;
      if (row) issues.push({ ...issue, location: locate(table, row, 'FromQuantity') });
    }
    if (problems.length > 0) return [];
    const ordered = [...group].sort((a, b) => (from(a.row) ?? 0) - (from(b.row) ?? 0));
    return [
      {
        ...meter,
        zone: zone(first.row),
        eligibility: eligibility(first.row),
        tiers,
        limit,
        validFrom: first.validFrom,
        validTo: first.validTo,
        source: [...new Set(ordered.map(({ source }) => source))].join('; '),
        asOf: ordered.map(({ asOf }) => asOf).sort().at(-1) ?? '',
      },
    ];
  });
};

const statedMeters = (...tables: readonly ReadTable[]): Set<string> =>
  new Set(tables.flatMap(table => table.rows.map(row => (textColumn(table, 'MeterId')(row) ?? '').toLowerCase())));

/**
 * Allowances that nobody grants or that count in another unit than their meter, and groups of meters in two units, with
 * their cells: reports `unknown-reference` and `unit-mismatch`.
 */
export const meterProblems = ({ meters }: ReadTariffs, book: TariffBook): Issue[] => {
  const [allowanceId, unit, tierGroup] = [textColumn(meters, 'AllowanceId'), textColumn(meters, 'Unit'), textColumn(meters, 'TierGroup')];
  const unitOfGroup = new Map<string, string>();
  return meters.rows.flatMap((row): Issue[] => {
    if (row.isBroken) return [];
    const issues: Issue[] = [];
    const own = unit(row) ?? '';
    const id = allowanceId(row);
    const granted = id === null ? undefined : book.allowances.get(id.toLowerCase());
    const differing = granted?.find(allowance => !sameUnit(allowance.unit, own));
    const location = locate(meters, row, 'AllowanceId');
    if (id !== null && !granted) {
      const suggestion = nearestNames(id, book.allowances.keys(), 1)[0] ?? '';
      const values = { column: 'AllowanceId', value: id, tables: 'MeterAllowances', suggestion };
      issues.push(makeIssue('unknown-reference', values, { location }));
    } else if (differing) issues.push(makeIssue('unit-mismatch', { unit: own, expected: differing.unit }, { location }));
    const group = tierGroup(row)?.toLowerCase();
    if (group === undefined) return issues;
    const expected = unitOfGroup.get(group) ?? own;
    unitOfGroup.set(group, expected);
    if (!sameUnit(own, expected)) {
      issues.push(makeIssue('unit-mismatch', { unit: own, expected }, { location: locate(meters, row, 'TierGroup') }));
    }
    return issues;
  });
};

/**
 * Tariffs the workbook states, with every problem of their tables: `tier-gap`, `tier-overlap`, `tier-ends-differ`,
 * `end-before-start`, and what `readTable` reports. Names of other tables are left to `checkReferences`.
 */
export const readTariffs = (input: ModelInput): ReadTariffs => {
  const [meters, tiers, allowances] = [metersTable, meterTiersTable, meterAllowancesTable].map(spec => readTable(input, spec)) as [
    ReturnType<typeof readTable>,
    ReturnType<typeof readTable>,
    ReturnType<typeof readTable>,
  ];
  const issues = [...meters.issues, ...tiers.issues, ...allowances.issues];
  const own = {
    tariffs: readTiers(tiers.table, readMeters(meters.table), issues),
    allowances: readAllowances(allowances.table, issues),
  };
  return {
    own,
    meters: meters.table,
    unreadable: issues.length > 0 ? statedMeters(meters.table, tiers.table) : new Set(),
    tables: [meters.table, tiers.table, allowances.table],
    issues,
  };
};
