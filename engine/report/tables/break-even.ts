import { breakEvenUse, ownedUnitHour, ownedYear } from '../../owning/owned-hardware.ts';
import type { Ledger } from '../ledger.ts';
import { percentText } from '../number-text.ts';
import type { OwnedAsset } from '../owned-asset.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say } from '../sentence.ts';

export const breakEvenTable = defineResultTable({
  id: 'OutBreakEven',
  version: 1,
  sheetName: 'Results Own or rent',
  title: 'Own or rent',
  question: 'From which use on is owning cheaper than renting?',
  description: 'One row for each kind of hardware and share of the hours its units are used. Owning costs less from the break-even utilization on.',
  columns: [
    { id: 'AssetId', title: 'Hardware', format: 'text', description: 'Row of OwnHardware.' },
    { id: 'Used', title: 'Used', format: 'text', description: 'Share of the hours, in words.' },
    { id: 'Utilization', title: 'Utilization', format: 'percent', description: 'Share of the hours its units are used.' },
    { id: 'OwnPerHour', title: 'Owning', unit: 'per unit and hour used', format: 'unitPrice', description: 'A year of it over the hours used.' },
    { id: 'CloudPerHour', title: 'Renting', unit: 'per unit and hour', format: 'unitPrice', description: 'As stated.' },
    { id: 'Cheaper', title: 'Cheaper', format: 'text', description: 'own or rent.' },
    { id: 'BreakEvenUtilization', title: 'Break-even utilization', format: 'percent', description: 'The same in every row of the hardware; above 100 %: never.' },
    { id: 'IsPlanned', title: 'As planned', format: 'text', description: 'yes in the row of the stated use.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the prices (ISO 4217).' },
  ],
});

/** Shares of the hours a curve is drawn for; the stated one is put among them. */
const shares = Array.from({ length: 19 }, (_, index) => (index + 2) / 20);

export const buildBreakEven = (
  assets: readonly OwnedAsset[],
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const blocks = assets.map(({ name, hardware, units, utilization, cloudPrice }) => {
    const { total } = ownedYear(hardware);
    const breakEven = breakEvenUse(total, units, cloudPrice);
    const used = [...new Set([...shares, utilization])].sort((a, b) => a - b);
    const rows = used.map(share => {
      const own = ownedUnitHour(total, units, share);
      return {
        AssetId: name,
        Used: percentText(share),
        Utilization: share,
        OwnPerHour: own,
        CloudPerHour: cloudPrice,
        Cheaper: own <= cloudPrice ? 'own' : 'rent',
        BreakEvenUtilization: breakEven,
        IsPlanned: share === utilization ? 'yes' : null,
        BillingCurrency: ledger.currency,
      };
    });
    return { name, breakEven, utilization, rows };
  });
  const [first] = blocks;
  const answer = first
    ? say`${first.name}: owning is cheaper from ${percentText(first.breakEven)} use on; planned are ${percentText(first.utilization)}.`
    : say``;
  const chart: ComposedChart = {
    id: 'ChartOwnOrRent',
    tableId: breakEvenTable.id,
    kind: 'line',
    title: say`Own or rent: ${first?.name ?? ''}`,
    categoryColumn: 'Used',
    valueColumns: ['OwnPerHour', 'CloudPerHour'],
    series: [
      { name: say`Owning`, valueColumn: 'OwnPerHour', firstRow: 0, rowCount: first?.rows.length ?? 0 },
      { name: say`Renting`, valueColumn: 'CloudPerHour', firstRow: 0, rowCount: first?.rows.length ?? 0 },
    ],
    categoryAxisTitle: say`Share of the hours used`,
    valueAxisTitle: say`${ledger.currency} per unit and hour used`,
  };
  return { table: fillTable(breakEvenTable, { rows: blocks.flatMap(({ rows }) => rows), answer }), charts: first ? [chart] : [] };
};
