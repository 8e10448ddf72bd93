import { inputTables, isoOfInstant, localSecondsOfSerial, type DateSystem, type InputTable, type ModelInput } from '../../engine/index.ts';
import { formatFigure } from '../localization/format-figure.ts';
import { translate, translateText } from '../localization/translate.ts';
import type { ExplainedCharge, Explanation, InputLink } from '../taskpane/pane-services.ts';
import { addressOf } from '../workbook/cell-box.ts';
import type { SelectedRow } from '../workbook/selected-row.ts';

/** What charges a row is about: each key with the column of the ledger it is looked for in. */
const keys = [
  { headers: ['ScenarioId', 'x_ScenarioId'], column: 'x_ScenarioId' },
  { headers: ['WorkloadId', 'x_WorkloadId', 'JobId', 'QueueId', 'ServiceId'], column: 'x_WorkloadId' },
  { headers: ['PlacementId', 'x_PlacementId'], column: 'x_PlacementId' },
  { headers: ['CommitmentId', 'CommitmentDiscountId'], column: 'CommitmentDiscountId' },
  { headers: ['CostCentre', 'x_CostCentre'], column: 'x_CostCentre' },
  { headers: ['Environment', 'x_Environment'], column: 'x_Environment' },
  { headers: ['Account', 'SubAccountId'], column: 'SubAccountId' },
  { headers: ['ResourceId'], column: 'ResourceId' },
  { headers: ['ChargeDescription'], column: 'ChargeDescription' },
] as const;
/** The month a row is about: a date, or a text such as 2027-03. */
const monthHeaders = ['Month', 'Period', 'BillingPeriodStart'];

type Cell = unknown;
type Row = Readonly<Record<string, Cell>>;

const rowsOf = ({ headers, rows }: InputTable): Row[] =>
  rows.map(cells => Object.fromEntries(headers.map((header, place) => [header, cells[place] ?? null])));
const text = (cell: Cell): string => (cell === null || cell === undefined ? '' : String(cell)).trim();
const number = (cell: Cell): number => (typeof cell === 'number' ? cell : 0);
const isSame = (a: Cell, b: Cell): boolean => text(a).toLowerCase() === text(b).toLowerCase();

/** ISO date of a serial; the text of anything else. */
const dateText = (cell: Cell, dateSystem: DateSystem): string => {
  const instant = typeof cell === 'number' ? localSecondsOfSerial(cell, dateSystem) : null;
  return instant?.ok ? isoOfInstant(instant.value).slice(0, 10) : text(cell);
};

const monthText = (cell: Cell, dateSystem: DateSystem): string =>
  typeof cell === 'number' ? dateText(cell, dateSystem).slice(0, 7) : (/^\d{4}-\d{2}/.exec(text(cell))?.[0] ?? '');

interface Wanted {
  readonly column: string;
  readonly value: string;
}

interface Asked {
  readonly wanted: readonly Wanted[];
  /** Year and month; empty: all of them. */
  readonly month: string;
}

/** What the row names; null when that is nothing a charge has. */
function askedOf({ headers, cells }: SelectedRow, dateSystem: DateSystem): Asked | null {
  const at = (header: string): Cell => cells[headers.findIndex(each => isSame(each, header))];
  const wanted = keys.flatMap(({ headers: names, column }): Wanted[] => {
    const value = text(names.map(at).find(cell => text(cell) !== ''));
    // A row by workload without one is about charges no workload answers for; elsewhere a blank says nothing
    const isOfNone = column === 'x_WorkloadId' && headers.some(header => isSame(header, 'WorkloadId'));
    return value === '' && !isOfNone ? [] : [{ column, value }];
  });
  const month = monthHeaders.map(header => monthText(at(header), dateSystem)).find(found => found !== '') ?? '';
  return wanted.every(({ value }) => value === '') && month === '' ? null : { wanted, month };
}

const sumOf = (lines: readonly Row[], column: string): number => lines.reduce((sum, line) => sum + number(line[column]), 0);

const groupsOf = (lines: readonly Row[]): Row[][] => {
  const groups = new Map<string, Row[]>();
  for (const line of lines) {
    const name = ['ChargeDescription', 'ResourceId', 'ContractedUnitPrice', 'PricingUnit'].map(column => text(line[column])).join('|');
    groups.set(name, [...(groups.get(name) ?? []), line]);
  }
  return [...groups.values()].sort((a, b) => Math.abs(sumOf(b, 'EffectiveCost')) - Math.abs(sumOf(a, 'EffectiveCost')));
};

/** Where the price of a charge is from: the row of OutPrices for its node type and its way of buying. */
function sourceOf(line: Row, prices: readonly Row[], dateSystem: DateSystem): string {
  const sku = text(line['SkuPriceId']).toLowerCase();
  const found = prices.find(
    price => isSame(price['NodeType'], line['ResourceType']) && isSame(price['Region'], line['RegionId']) && sku.endsWith(text(price['Purchase']).toLowerCase()),
  );
  if (!found) return '';
  return [text(found['Source']), dateText(found['AsOf'], dateSystem)].filter(Boolean).join(', ');
}

function chargeOf(group: readonly Row[], prices: readonly Row[], dateSystem: DateSystem): ExplainedCharge {
  const [line = {}] = group;
  const currency = text(line['BillingCurrency']);
  const money = (value: number): string => formatFigure({ value, format: 'money', currency });
  const price = line['ContractedUnitPrice'];
  const quantity = formatFigure({ value: sumOf(group, 'PricingQuantity'), format: 'decimal', unit: text(line['PricingUnit']) });
  const [contracted, effective, billed] = [sumOf(group, 'ContractedCost'), sumOf(group, 'EffectiveCost'), sumOf(group, 'BilledCost')];
  const unitPrice = typeof price === 'number' ? formatFigure({ value: price, format: 'unitPrice', currency }) : '';
  return {
    what: [text(line['ResourceId']), text(line['ChargeDescription'])].filter(Boolean).join(': '),
    // Taxes and shortfalls have no quantity that multiplies to their cost
    formula: unitPrice === '' || text(line['ChargeCategory']) !== 'Usage' ? '' : `${quantity} × ${unitPrice} = ${money(contracted)}`,
    commitment: text(line['CommitmentDiscountId']),
    source: sourceOf(line, prices, dateSystem),
    effective: money(effective),
    billed: money(billed),
  };
}

/** Input tables whose rows a charge stands on, by the column that names them. */
const linked: readonly { readonly tableId: string; readonly column: string; readonly from: string }[] = [
  { tableId: 'Placements', column: 'PlacementId', from: 'x_PlacementId' },
  { tableId: 'Services', column: 'ServiceId', from: 'x_WorkloadId' },
  { tableId: 'FarmJobs', column: 'JobId', from: 'x_WorkloadId' },
  { tableId: 'Queues', column: 'QueueId', from: 'x_WorkloadId' },
  { tableId: 'Commitments', column: 'CommitmentId', from: 'CommitmentDiscountId' },
  { tableId: 'MeterUsage', column: 'UsageId', from: 'ResourceId' },
  { tableId: 'PriceSheet', column: 'NodeType', from: 'ResourceType' },
];

/** More would be no help. */
const mostLinks = 12;

function linksOf(lines: readonly Row[], input: ModelInput): InputLink[] {
  return linked
    .flatMap(({ tableId, column, from }): InputLink[] => {
      const table = input.tables.find(({ tableName }) => tableName === tableId);
      const place = table?.headers.findIndex(header => isSame(header, column)) ?? -1;
      if (!table || place < 0) return [];
      const named = new Set(lines.map(line => text(line[from]).toLowerCase()).filter(Boolean));
      const title = translateText(inputTables.find(({ id }) => id === tableId)?.title ?? tableId);
      return table.rows.flatMap((row, index): InputLink[] => {
        const value = text(row[place]);
        if (!named.has(value.toLowerCase())) return [];
        const cell = { row: table.headerRowIndex + 1 + index, column: table.firstColumnIndex + place, rowCount: 1, columnCount: 1 };
        return [{ label: `${title}: ${value}`, sheetName: table.sheetName, cellAddress: addressOf(cell) }];
      });
    })
    .slice(0, mostLinks);
}

/** Charges shown one by one; the others are summed up. */
const mostCharges = 12;

/** How a row of a result table came about, from the ledger and the prices that stand in the workbook beside it. */
export function explainRow(row: SelectedRow, input: ModelInput): Explanation {
  const { dateSystem } = input;
  const ledger = input.tables.find(({ tableName }) => tableName === 'OutCostDetail');
  const asked = askedOf(row, dateSystem);
  if (!row.tableName.startsWith('Out') || !ledger || !asked) return { kind: 'none', message: translate('explain-not-of-charges') };
  const { wanted, month } = asked;
  const lines = rowsOf(ledger).filter(
    line =>
      wanted.every(({ column, value }) => isSame(line[column], value)) &&
      (month === '' || monthText(line['BillingPeriodStart'], dateSystem) === month),
  );
  if (lines.length === 0) return { kind: 'none', message: translate('explain-no-charges') };
  const prices = input.tables.find(({ tableName }) => tableName === 'OutPrices');
  const groups = groupsOf(lines);
  const charges = groups.slice(0, mostCharges).map(group => chargeOf(group, prices ? rowsOf(prices) : [], dateSystem));
  const currency = text(lines[0]?.['BillingCurrency']);
  const money = (value: number): string => formatFigure({ value, format: 'money', currency });
  const rest = groups.slice(mostCharges).flat();
  return {
    kind: 'charges',
    about: [...wanted.map(({ value }) => value), month].filter(Boolean).join(' · '),
    charges,
    rest: rest.length === 0 ? '' : translate('explain-rest', { count: groups.length - mostCharges, amount: money(sumOf(rest, 'EffectiveCost')) }),
    effective: money(sumOf(lines, 'EffectiveCost')),
    billed: money(sumOf(lines, 'BilledCost')),
    links: linksOf(lines, input),
  };
}
