import { purchaseName } from '../../catalog/purchase-name.ts';
import { countText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import { say } from '../sentence.ts';

export const pricesTable = defineResultTable({
  id: 'OutPrices',
  version: 1,
  sheetName: 'Results Prices',
  title: 'Prices used',
  question: 'Which prices does the plan stand on, and where do they come from?',
  description: 'One row per price that entered the ledger, in the currency it is stated in.',
  columns: [
    { id: 'Provider', title: 'Provider', format: 'text', description: 'Who sells it.' },
    { id: 'Region', title: 'Region', format: 'text', description: 'Region of the price.' },
    { id: 'NodeType', title: 'Node type', format: 'text', description: 'Node type.' },
    { id: 'Os', title: 'Operating system', format: 'text', description: 'Operating system or licence included.' },
    { id: 'Tenancy', title: 'Tenancy', format: 'text', description: 'Whether the hardware is shared.' },
    { id: 'Purchase', title: 'Bought as', format: 'text', description: 'How it is bought.' },
    {
      id: 'EffectivePerHour',
      title: 'Effective price',
      unit: 'per node-hour',
      format: 'unitPrice',
      description: 'Upfront spread over the term, plus the recurring part.',
    },
    {
      id: 'RecurringPerHour',
      title: 'Recurring price',
      unit: 'per node-hour',
      format: 'unitPrice',
      description: 'Due for each hour.',
    },
    { id: 'Upfront', title: 'Upfront', unit: 'per node', format: 'unitPrice', description: 'Due at purchase.' },
    { id: 'Currency', title: 'Currency', format: 'text', description: 'Currency the price is stated in (ISO 4217).' },
    {
      id: 'TermHours',
      title: 'Term',
      unit: 'h',
      format: 'integer',
      description: '8,760 or 26,280 hours; blank without a commitment.',
    },
    {
      id: 'ExchangeRate',
      title: 'Exchange rate',
      unit: 'base currency per unit',
      format: 'unitPrice',
      description: 'Rate the price was converted at; blank when it is stated in the base currency.',
    },
    {
      id: 'Basis',
      title: 'Basis',
      format: 'text',
      description: 'listed, built from components, or an assumed discount on the on-demand price.',
    },
    { id: 'Source', title: 'Source', format: 'text', description: 'Where the price was read.' },
    { id: 'AsOf', title: 'As of', format: 'date', description: 'When it was read.' },
    { id: 'FirstUse', title: 'First used for', format: 'date', description: 'First day of the plan it was asked for.' },
    { id: 'Placements', title: 'Placements', format: 'text', description: 'Placements and commitments that use it.' },
  ],
});

const basisText = { listed: 'listed', built: 'built from components', 'assumed-discount': 'assumed discount' } as const;

export const buildPrices = ({ prices }: RunResults): ComposedTable | null => {
  const assumed = prices.filter(({ price }) => price.basis === 'assumed-discount').length;
  const all = countText(prices.length, 'price');
  const some = assumed === 1
    ? say`${all}; one of them is an assumption: replace it by your own in PriceSheet.`
    : say`${all}; ${assumed} of them are assumptions: replace them by your own in PriceSheet.`;
  const answer = assumed > 0 ? some : say`${all}, all from price lists.`;
  return fillTable(pricesTable, {
    answer,
    rows: prices.map(({ price, exchangeRate, firstDate, placementIds }) => ({
      Provider: price.key.provider,
      Region: price.key.region,
      NodeType: price.key.nodeType,
      Os: price.key.operatingSystem,
      Tenancy: price.key.tenancy,
      Purchase: purchaseName(price.purchase),
      EffectivePerHour: price.effectivePerHour.amount.toNumber(),
      RecurringPerHour: price.recurringPerHour.amount.toNumber(),
      Upfront: price.upfront.amount.toNumber(),
      Currency: price.effectivePerHour.currency,
      TermHours: price.termHours,
      ExchangeRate: exchangeRate?.toNumber() ?? null,
      Basis: basisText[price.basis],
      Source: price.source,
      AsOf: price.asOf || null,
      FirstUse: firstDate,
      Placements: placementIds.join(', '),
    })),
  });
};
