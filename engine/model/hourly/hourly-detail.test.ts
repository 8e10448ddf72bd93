import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../../catalog/starter-catalog.ts';
import { decimal, sumDecimals } from '../../numeric/decimal.ts';
import { allParts } from '../../test/all-parts.ts';
import { detail, fleet, january, plan, price, reservation, type Cells } from '../../test/fleet.ts';
import { emptyCatalog } from '../../test/small-catalog.ts';
import { serial, workbook, type Rows } from '../../test/workbook.ts';
import type { ComposedReport } from '../../report/report.ts';
import { groupBy } from '../../report/group-by.ts';
import { runModel } from '../run-model.ts';
import { hourlyPart, type HourlyDetail } from './hourly-detail.ts';

type Row = Readonly<Record<string, string | number | boolean | null>>;

const hourly = (tables: Readonly<Record<string, Rows>>, catalog = emptyCatalog): { report: ComposedReport; rows: Row[] } => {
  let ready: HourlyDetail | null = null;
  const outcome = runModel(workbook(tables), catalog, { parts: allParts, beside: [hourlyPart(given => (ready = given))] });
  if (!outcome.ok || !ready) throw new Error(JSON.stringify(outcome));
  const { columnIds, rows } = ready as HourlyDetail;
  return {
    report: outcome.report,
    rows: [...rows()].map(cells => Object.fromEntries(columnIds.map((id, index) => [id, cells[index] ?? null]))),
  };
};
const hoursOf = (rows: readonly Row[], hour: string): Row[] => rows.filter(row => row['ChargePeriodStart'] === hour && row['ChargeCategory'] === 'Usage');
const total = (rows: readonly Row[], column: string): number => sumDecimals(rows.map(row => decimal(Number(row[column])))).toNumber();

/** Two nodes by day and none by night; one of them is reserved, a plan covers half of the other. */
const shape = (factors: readonly [from: number, to: number, factor: number][]): Rows =>
  factors.flatMap(([from, to, Factor]) =>
    Array.from({ length: to - from }, (_, index) => ({ DemandId: 'a', DayOfWeek: 'all', HourOfDay: from + index, Factor })));
const days = {
  ...january, ...fleet({ a: { nodes: 1, nodeType: 'm5.large' } }),
  DemandShapes: shape([[0, 8, 0], [8, 20, 2], [20, 24, 0]]),
  PriceSheet: [price('m5.large', 0.1), price('m5.large', 0.07, 'compute-sp-1y-no-upfront')],
  Commitments: [reservation('ri', 'm5.large', 1), plan('sp', 'compute-sp', 0.035)],
};

describe('the ledger by the hour', () => {
  it('says in each hour what ran, and what paid for it', () => {
    const { rows } = hourly(days);
    const shown = (hour: string) =>
      hoursOf(rows, hour).map(row => [row['CommitmentDiscountId'], row['CommitmentDiscountStatus'], row['ConsumedQuantity'], row['EffectiveCost']]);
    expect(shown('2027-01-05T10:00:00Z')).toEqual([['ri', 'Used', 1, 0.05], ['sp', 'Used', 0.5, 0.035], [null, null, 0.5, 0.05]]);
    expect(shown('2027-01-05T03:00:00Z')).toEqual([['ri', 'Unused', null, 0.05], ['sp', 'Unused', null, 0.035]]);
    expect(rows.every(row => String(row['ChargePeriodStart']) < String(row['ChargePeriodEnd']))).toBe(true);
  });

  it('adds up to every line of the month, quantities and costs', () => {
    const gcp: Cells = { Provider: 'gcp', Region: 'us-central1' };
    const components = {
      ...january, ...fleet({ a: { nodes: 2, nodeType: 'n2-standard-4', more: gcp }, b: { nodes: 1, nodeType: 'n2-highmem-2', more: gcp } }),
      Commitments: [{
        CommitmentId: 'cud', ...gcp, Kind: 'cud', Term: '1y', NodeTypeOrFamily: 'n2', Quantity: 5, QuantityUnit: 'vcpu', Start: serial('2027-01-01'),
      }],
    };
    for (const { report, rows } of [hourly(days), hourly(components, starterCatalog)]) {
      const nameOf = (row: Row): string =>
        JSON.stringify(['x_PlacementId', 'SkuId', 'CommitmentDiscountId', 'CommitmentDiscountStatus', 'ChargeCategory', 'ChargeFrequency'].map(id => row[id]));
      const lines = detail(report);
      const byName = groupBy(rows, nameOf);
      expect(rows.length).toBeGreaterThan(lines.length * 100);
      for (const line of lines) {
        const hours = byName.get(nameOf(line)) ?? [];
        for (const column of ['PricingQuantity', 'ConsumedQuantity', 'CommitmentDiscountQuantity']) {
          expect(total(hours, column)).toBeCloseTo(Number(line[column]), 9);
        }
        for (const column of ['ListCost', 'ContractedCost', 'BilledCost', 'EffectiveCost']) {
          expect(Math.abs(total(hours, column) - Number(line[column]))).toBeLessThan(0.0051 * lines.length);
        }
      }
      const summary = total(lines, 'EffectiveCost');
      expect(Math.abs(total(rows, 'EffectiveCost') - summary)).toBeLessThan(0.021);
    }
  });

  it('leaves what is not metered by the hour as it is', () => {
    const { rows } = hourly(days);
    const purchases = rows.filter(row => row['ChargeCategory'] === 'Purchase');
    expect(purchases.map(row => row['BilledCost'])).toEqual([37.2, 26.04]); // 744 h at 0.05 and at 0.035
  });
});
