import { hybridSplits } from '../../owning/hybrid-split.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText, percentText } from '../number-text.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable } from '../result-table.ts';
import { say } from '../sentence.ts';

export const hybridTable = defineResultTable({
  id: 'OutHybrid',
  version: 1,
  sheetName: 'Results Own the base',
  title: 'Own the base, rent the peak',
  question: 'How many units should be owned, when the rest can be rented by the hour?',
  description: 'One row for each count of units owned, over the hours of the plan. The load is that of the workload in the first scenario, in units of the hardware.',
  columns: [
    { id: 'AssetId', title: 'Hardware', format: 'text', description: 'Row of OwnHardware.' },
    { id: 'WorkloadId', title: 'Workload', format: 'text', description: 'Whose load it carries.' },
    { id: 'OwnedUnits', title: 'Units owned', format: 'integer', description: 'The rest is rented.' },
    { id: 'CarriedShare', title: 'Carried', format: 'percent', description: 'Part of the load on units owned.' },
    { id: 'OwnCost', title: 'Owned', format: 'money', description: 'Of the units, used or not.' },
    { id: 'RentCost', title: 'Rented', format: 'money', description: 'What they do not carry.' },
    { id: 'Cost', title: 'Together', format: 'money', description: 'Both.' },
    { id: 'IsBest', title: 'Best', format: 'text', description: 'yes in the row that costs least.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

/** A load that hardware could carry. */
export interface HybridLoad {
  readonly assetName: string;
  readonly workloadId: string;
  /** Units wanted in the mean of each hour of the plan. */
  readonly loadByHour: Float64Array;
  /** Of one unit over the plan, and of renting one for an hour. */
  readonly ownPerUnit: number;
  readonly rentPerHour: number;
}

/** Points of the curve, the best count put among them. */
const curvePoints = 20;

export const buildHybrid = (
  loads: readonly HybridLoad[],
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const rounded = (amount: number): number => roundedAmount(amount, ledger);
  const blocks = loads.map(load => {
    const { best, of, most } = hybridSplits(load.loadByHour, load);
    const counts = Array.from({ length: curvePoints + 1 }, (_, place) => Math.round((most * place) / curvePoints));
    const rows = [...new Set([...counts, best.owned])].sort((a, b) => a - b).map(of).map(({ owned, ownCost, rentCost, carried }) => ({
      AssetId: load.assetName,
      WorkloadId: load.workloadId,
      OwnedUnits: owned,
      CarriedShare: carried,
      OwnCost: rounded(ownCost),
      RentCost: rounded(rentCost),
      Cost: rounded(ownCost + rentCost),
      IsBest: owned === best.owned ? 'yes' : null,
      BillingCurrency: ledger.currency,
    }));
    return { best, rows, all: of(most), none: of(0) };
  });
  const [first] = blocks;
  const text = (amount: number): string => moneyText(rounded(amount), ledger.currency, ledger.decimals);
  const answer = first
    ? say`Own ${first.best.owned} and rent the rest, ${percentText(1 - first.best.carried)} of the load: ${text(first.best.total)}, against ${
        text(first.none.total)
      } all rented and ${text(first.all.total)} all owned.`
    : say``;
  const chart: ComposedChart = {
    id: 'ChartHybrid',
    tableId: hybridTable.id,
    kind: 'line',
    title: say`Own the base, rent the peak: ${loads[0]?.workloadId ?? ''}`,
    categoryColumn: 'OwnedUnits',
    valueColumns: ['OwnCost', 'RentCost', 'Cost'],
    series: columnSeries(hybridTable, ['OwnCost', 'RentCost', 'Cost'], first?.rows.length ?? 0),
    categoryAxisTitle: say`Units owned`,
    valueAxisTitle: say`${ledger.currency}`,
  };
  return { table: fillTable(hybridTable, {
    rows: blocks.flatMap(({ rows }) => rows), answer, currency: ledger.currency
  }), charts: first ? [chart] : [] };
};
