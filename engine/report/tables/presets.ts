import { breakEvenUse, ownedUnitHour } from '../../owning/owned-hardware.ts';
import { yearsUnderPresets } from '../../owning/ownership-presets.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { percentText } from '../number-text.ts';
import type { OwnedAsset } from '../owned-asset.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say } from '../sentence.ts';

export const presetsTable = defineResultTable({
  id: 'OutPresets',
  version: 1,
  sheetName: 'Results Presets',
  title: 'The same hardware under other assumptions',
  question: 'Does the answer depend on whose assumptions are used?',
  description: 'One row for each kind of hardware and set of assumptions. Analyst is as stated; Neutral and Azure Migrate change what they name and nothing else. What is known in US dollars needs their rate of exchange on the first day.',
  columns: [
    { id: 'AssetId', title: 'Hardware', format: 'text', description: 'Row of OwnHardware.' },
    { id: 'Preset', title: 'Assumptions', format: 'text', description: 'Whose they are.' },
    { id: 'LifeYears', title: 'Used for', unit: 'years', format: 'integer', description: 'Until it is sold or thrown away.' },
    { id: 'InterestRate', title: 'Interest a year', format: 'percent', description: 'What money costs.' },
    { id: 'SalvageShare', title: 'Sold for', format: 'percent', description: 'Of the price.' },
    { id: 'Pue', title: 'PUE', format: 'decimal', description: 'Power of the site over power of the machines.' },
    { id: 'UnusedPower', title: 'Power unused', format: 'percent', description: 'Of what is paid for.' },
    { id: 'NetworkShare', title: 'Network', format: 'percent', description: 'Of the price of the machines.' },
    { id: 'SoftwarePerServer', title: 'Software', unit: 'a server and year', format: 'money', description: 'Security, monitoring, patches, backup.' },
    { id: 'CostPerYear', title: 'A year', format: 'money', description: 'With everything.' },
    { id: 'OwnPerHour', title: 'Owning', unit: 'per unit and hour used', format: 'unitPrice', description: 'At the stated use.' },
    { id: 'CloudPerHour', title: 'Renting', unit: 'per unit and hour', format: 'unitPrice', description: 'As stated.' },
    { id: 'BreakEvenUtilization', title: 'Break-even utilization', format: 'percent', description: 'From which use on owning is cheaper; above 100 %: never.' },
    { id: 'Cheaper', title: 'Cheaper', format: 'text', description: 'own or rent, at the stated use.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildPresets = (
  assets: readonly OwnedAsset[],
  dollar: number | null,
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const blocks = assets.map(asset =>
    yearsUnderPresets(asset, dollar).map(({ preset, hardware, total }) => {
      const own = ownedUnitHour(total, asset.units, asset.utilization);
      return {
        AssetId: asset.name,
        Preset: preset.name,
        LifeYears: hardware.lifeYears,
        InterestRate: hardware.annualRate,
        SalvageShare: hardware.salvageShare,
        Pue: hardware.pue,
        UnusedPower: preset.unusedPower,
        NetworkShare: preset.networkShare ?? asset.networkShare / (1 - asset.networkShare),
        SoftwarePerServer: preset.softwarePerServer * (dollar ?? 0),
        CostPerYear: roundedAmount(total, ledger),
        OwnPerHour: own,
        CloudPerHour: asset.cloudPrice,
        BreakEvenUtilization: breakEvenUse(total, asset.units, asset.cloudPrice),
        Cheaper: own <= asset.cloudPrice ? 'own' : 'rent',
        BillingCurrency: ledger.currency,
      };
    }));
  const [first = []] = blocks;
  const name = first[0]?.AssetId ?? '';
  const uses = first.map(({ BreakEvenUtilization }) => BreakEvenUtilization);
  const isSplit = new Set(first.map(({ Cheaper }) => Cheaper)).size > 1;
  const answer = first.length === 0 ? say`` : oneByOne(
    say`${name}: the break-even use runs from ${percentText(Math.min(...uses))} to ${percentText(Math.max(...uses))} by whose assumptions are used.`,
    isSplit ? say`At the stated use they disagree.` : say`At the stated use all agree.`,
  );
  const chart: ComposedChart = {
    id: 'ChartPresets',
    tableId: presetsTable.id,
    kind: 'columnClustered',
    title: say`Own or rent by assumptions: ${name}`,
    categoryColumn: 'Preset',
    valueColumns: ['OwnPerHour', 'CloudPerHour'],
    series: columnSeries(presetsTable, ['OwnPerHour', 'CloudPerHour'], first.length),
    categoryAxisTitle: say`Assumptions`,
    valueAxisTitle: say`${ledger.currency} per unit and hour used`,
  };
  return {
    table: fillTable(presetsTable, { rows: blocks.flat(), answer, currency: ledger.currency }), charts: first.length > 0 ? [chart] : [],
  };
};
