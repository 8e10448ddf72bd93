import type { NodeFamily, NodeType } from '../../catalog/node-type.ts';
import type { OperatingSystem, PriceKey, Tenancy } from '../../catalog/price-key.ts';
import { parsePurchase, purchaseName } from '../../catalog/purchase-name.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import type { FxRate } from '../../money/exchange.ts';
import { money } from '../../money/money.ts';
import { decimal } from '../../numeric/decimal.ts';
import type { NegotiatedTerm } from '../../pricing/negotiation/negotiated-term.ts';
import type { OwnPrice } from '../../pricing/price-book.ts';
import type { OwnTariffs } from '../../pricing/tariff/tariff-book.ts';
import { isoOfEpochDay } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import { checkReferences } from './check-references.ts';
import type { ModelInput } from '../model-input.ts';
import { readNegotiated } from './read-negotiated.ts';
import { locate, numberColumn, readTable, textColumn, type BodyRow, type ReadTable } from './read-table.ts';
import { readSettings } from './read-settings.ts';
import { readTariffs } from './read-tariffs.ts';
import { fxRatesTable, nodeTypesTable, priceSheetTable } from '../tables/price-tables.ts';

/** What the workbook itself says about prices. */
export interface OwnPrices {
  readonly prices: readonly OwnPrice[];
  readonly nodeTypes: readonly NodeType[];
  readonly fxRates: readonly FxRate[];
  readonly negotiated: readonly NegotiatedTerm[];
  readonly tariffs: OwnTariffs;
  readonly baseCurrency: string;
}

interface Reading<Row> {
  readonly rows: readonly Row[];
  readonly issues: readonly Issue[];
}

const defaultSource = 'own table of the workbook';
const isoDate = (seconds: number | null): string | null =>
  seconds === null ? null : isoOfEpochDay(seconds / secondsPerDay);

/**
 * The columns that name a price, as placements and price rows write them; the purchase word is reported where it
 * stands.
 */
export const priceKeyReader = (
  table: ReadTable,
): ((row: BodyRow) => Result<{ readonly key: PriceKey; readonly purchase: OwnPrice['purchase'] }>) => {
  const [provider, region, nodeType, os, tenancy, purchase] = [
    'Provider',
    'Region',
    'NodeType',
    'Os',
    'Tenancy',
    'Purchase',
  ].map(id => textColumn(table, id)) as [TextReader, TextReader, TextReader, TextReader, TextReader, TextReader];
  return row => {
    const option = parsePurchase(purchase(row) ?? '');
    if (!option.ok)
      return fail(...option.issues.map(issue => ({ ...issue, location: locate(table, row, 'Purchase') })));
    const key: PriceKey = {
      provider: provider(row) ?? '',
      region: region(row) ?? '',
      nodeType: nodeType(row) ?? '',
      operatingSystem: os(row) as OperatingSystem,
      tenancy: tenancy(row) as Tenancy,
    };
    return ok({ key, purchase: option.value });
  };
};
type TextReader = (row: BodyRow) => string | null;

const readPrices = (input: ModelInput): Reading<OwnPrice> => {
  const { table, issues: tableIssues } = readTable(input, priceSheetTable);
  const issues = [...tableIssues];
  const [priceId, currency, source] = [
    textColumn(table, 'PriceId'),
    textColumn(table, 'Currency'),
    textColumn(table, 'Source'),
  ];
  const [unitPrice, upfront] = [numberColumn(table, 'UnitPrice'), numberColumn(table, 'Upfront')];
  const [validFrom, validTo, asOf] = [
    numberColumn(table, 'ValidFrom'),
    numberColumn(table, 'ValidTo'),
    numberColumn(table, 'AsOf'),
  ];
  const keyOf = priceKeyReader(table);
  const firstOf = new Map<string, BodyRow>();
  const rows: OwnPrice[] = [];
  for (const row of table.rows) {
    if (row.isBroken) continue;
    const at = (columnId: string) => ({ location: locate(table, row, columnId) });
    const found = keyOf(row);
    const id = priceId(row) ?? '';
    const [from, to] = [isoDate(validFrom(row)), isoDate(validTo(row))];
    if (from !== null && to !== null && to <= from)
      issues.push(makeIssue('end-before-start', { start: from, end: to }, at('ValidTo')));
    if (!found.ok) {
      issues.push(...found.issues);
      continue;
    }
    const { key, purchase } = found.value;
    // Two prices of one thing from the same day would leave the choice to the order of rows.
    const sameThing = [...Object.values(key), purchaseName(purchase), from ?? ''].join(', ').toLowerCase();
    const other = firstOf.get(sameThing);
    if (other)
      issues.push(
        makeIssue(
          'duplicate-key',
          { key: sameThing, otherCell: locate(table, other, 'PriceId').cellAddress ?? '' },
          at('PriceId'),
        ),
      );
    else firstOf.set(sameThing, row);
    const price = unitPrice(row);
    if (price === null) {
      issues.push(makeIssue('own-price-blank', { price: id }, { severity: 'warning', ...at('UnitPrice') }));
      continue;
    }
    if ((upfront(row) ?? 0) > 0 && purchase.kind !== 'reserved') {
      const values = { price: id, purchase: purchaseName(purchase) };
      issues.push(makeIssue('upfront-without-reservation', values, at('Upfront')));
      continue;
    }
    const code = currency(row) ?? '';
    rows.push({
      priceId: id,
      key,
      purchase,
      recurringPerHour: money(price, code),
      upfront: money(upfront(row) ?? 0, code),
      validFrom: from,
      validTo: to,
      source: source(row) ?? defaultSource,
      asOf: isoDate(asOf(row)) ?? from ?? '',
    });
  }
  return { rows, issues };
};

const readNodeTypes = (input: ModelInput): Reading<NodeType> => {
  const { table, issues } = readTable(input, nodeTypesTable);
  const text = (id: string) => textColumn(table, id);
  const number = (id: string) => numberColumn(table, id);
  const [provider, nodeType, family, gpuModel, source] = [
    text('Provider'),
    text('NodeType'),
    text('Family'),
    text('GpuModel'),
    text('Source'),
  ];
  const [vcpu, cores, memory, gpus, asOf] = [
    number('VCpu'),
    number('PhysicalCores'),
    number('MemoryGiB'),
    number('GpuCount'),
    number('AsOf'),
  ];
  const rows = table.rows
    .filter(row => !row.isBroken)
    .map((row): NodeType => ({
      provider: provider(row) ?? '',
      name: nodeType(row) ?? '',
      family: family(row) as NodeFamily,
      vcpuCount: vcpu(row),
      physicalCoreCount: cores(row),
      memoryGib: memory(row),
      gpuModel: gpuModel(row),
      gpuCount: gpus(row) ?? 0,
      gpuMemoryGib: null,
      architecture: null,
      source: source(row) ?? defaultSource,
      asOf: isoDate(asOf(row)) ?? '',
    }));
  return { rows, issues };
};

const readFxRates = (input: ModelInput): Reading<FxRate> => {
  const { table, issues } = readTable(input, fxRatesTable);
  const [from, to] = [textColumn(table, 'From'), textColumn(table, 'To')];
  const [date, rate] = [numberColumn(table, 'Date'), numberColumn(table, 'Rate')];
  const rows = table.rows
    .filter(row => !row.isBroken)
    .map((row): FxRate => ({
      from: from(row) ?? '',
      to: to(row) ?? '',
      date: isoDate(date(row)) ?? '',
      rate: decimal(rate(row) ?? 0),
    }));
  return { rows, issues };
};

interface ReadOwnPrices {
  readonly own: Omit<OwnPrices, 'tariffs'>;
  readonly issues: readonly Issue[];
}

/** Everything the workbook says about prices but its tariffs, with every problem of those tables; rows with a problem are left out. */
export const readPriceTables = (input: ModelInput, baseCurrency: string): ReadOwnPrices => {
  const [prices, nodeTypes, fxRates] = [readPrices(input), readNodeTypes(input), readFxRates(input)];
  const negotiated = readNegotiated(input);
  return {
    own: {
      prices: prices.rows,
      nodeTypes: nodeTypes.rows,
      fxRates: fxRates.rows,
      negotiated: negotiated.terms,
      baseCurrency,
    },
    issues: [...prices.issues, ...nodeTypes.issues, ...fxRates.issues, ...negotiated.issues],
  };
};

/**
 * Own and negotiated prices, node types and exchange rates of the workbook, for worksheet functions. Fails with every problem of those
 * tables; a blank price is left out (unknown), not a failure.
 */
export const readOwnPrices = (input: ModelInput): Result<OwnPrices> => {
  const { settings } = readSettings(input);
  const { own, issues } = readPriceTables(input, settings.baseCurrency);
  const tariffs = readTariffs(input);
  const errors = [...issues, ...tariffs.issues, ...checkReferences(tariffs.tables)].filter(issue => issue.severity === 'error');
  return errors.length > 0 ? { ok: false, issues: errors } : ok({ ...own, tariffs: tariffs.own });
};
