import { countText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { UsedTariff } from '../run-results.ts';
import { say } from '../sentence.ts';

export const tariffsTable = defineResultTable({
  id: 'OutTariffs',
  version: 1,
  sheetName: 'Results Tariffs',
  title: 'Tariffs used',
  question: 'Which tariffs is the usage of meters charged by, and where do they come from?',
  description: 'One row per tier of a tariff that entered the ledger, in the currency it is stated in.',
  columns: [
    { id: 'MeterId', title: 'Meter', format: 'text', description: 'The meter.' },
    { id: 'Zone', title: 'Zone', format: 'text', description: 'Zone of the prices; blank where they have none.' },
    { id: 'Eligibility', title: 'Condition', format: 'text', description: 'Condition of the prices; blank: everybody.' },
    { id: 'ProviderName', title: 'Provider', format: 'text', description: 'Who sends the bill.' },
    { id: 'RegionId', title: 'Region', format: 'text', description: 'Region of the prices.' },
    { id: 'ServiceName', title: 'Service', format: 'text', description: "The provider's name of the service." },
    { id: 'TierMode', title: 'Tiers', format: 'text', description: 'graduated, or all-units.' },
    { id: 'FromQuantity', title: 'From', unit: 'units per month', format: 'decimal', description: 'Quantity of a month from which the price holds.' },
    { id: 'Unit', title: 'Unit', format: 'text', description: 'What the price is for.' },
    { id: 'UnitPrice', title: 'Price', unit: 'per unit', format: 'unitPrice', description: 'Price of one unit in the tier.' },
    { id: 'Currency', title: 'Currency', format: 'text', description: 'Currency the price is stated in (ISO 4217).' },
    {
      id: 'ExchangeRate',
      title: 'Exchange rate',
      unit: 'base currency per unit',
      format: 'unitPrice',
      description: 'Rate the price was converted at; blank when it is stated in the base currency.',
    },
    { id: 'AllowanceId', title: 'Allowance', format: 'text', description: 'Free quantity the meter draws on.' },
    { id: 'MinimumCharge', title: 'Minimum', unit: 'per month', format: 'unitPrice', description: 'Least amount of a month.' },
    { id: 'ValidFrom', title: 'Valid from', format: 'date', description: 'First day of the tariff; blank: always.' },
    { id: 'Source', title: 'Source', format: 'text', description: 'Where the tariff was read.' },
    { id: 'AsOf', title: 'As of', format: 'date', description: 'When it was read.' },
    { id: 'FirstUse', title: 'First prices of', format: 'date', description: 'First day whose prices were asked for.' },
    { id: 'Usages', title: 'Usages', format: 'text', description: 'Rows of MeterUsage charged by it.' },
  ],
});

export const buildTariffs = (tariffs: readonly UsedTariff[]): ComposedTable | null =>
  fillTable(tariffsTable, {
    answer: say`${countText(tariffs.length, 'tariff')} entered the ledger; the source of each stands beside it.`,
    rows: tariffs.flatMap(({ tariff, exchangeRate, firstDate, usageIds }) =>
      tariff.tiers.map(({ fromQuantity, unitPrice }) => ({
        MeterId: tariff.meterId,
        Zone: tariff.zone,
        Eligibility: tariff.eligibility,
        ProviderName: tariff.service.providerName,
        RegionId: tariff.service.regionId,
        ServiceName: tariff.service.serviceName,
        TierMode: tariff.mode,
        FromQuantity: fromQuantity.toNumber(),
        Unit: tariff.unit,
        UnitPrice: unitPrice.toNumber(),
        Currency: tariff.currency,
        ExchangeRate: exchangeRate?.toNumber() ?? null,
        AllowanceId: tariff.allowanceId,
        MinimumCharge: tariff.minimumCharge?.toNumber() ?? null,
        ValidFrom: tariff.validFrom,
        Source: tariff.source,
        AsOf: tariff.asOf || null,
        FirstUse: firstDate,
        Usages: usageIds.join(', '),
      })),
    ),
  });
