import { describe, expect, it } from '@jest/globals';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import { box, boxType, checksHold, only, ownPrices, runTables, settings, steady } from '../test/own-box.ts';
import { rowsOf } from '../test/report-rows.ts';
import { serial, workbook, type Rows } from '../test/workbook.ts';
import type { RunProgress } from './progress.ts';
import { allParts } from '../test/all-parts.ts';
import { runModel } from './run-model.ts';

describe('currencies, prices and dates', () => {
  it("converts prices at the rate of their month, commitments at that of their term's first day", () => {
    const report = runTables({
      Settings: settings({ HorizonStart: serial('2027-01-01'), HorizonMonths: 2, BaseCurrency: 'eur' }),
      NodeTypes: boxType,
      PriceSheet: ownPrices,
      Services: steady,
      DemandProfiles: [{ DemandId: 'd', Base: 10 }],
      FxRates: [
        { From: 'USD', To: 'EUR', Date: serial('2027-02-01'), Rate: 0.5 },
        { From: 'usd', To: 'EUR', Date: serial('2026-01-01'), Rate: 0.8 },
      ],
      Placements: [
        { PlacementId: 'a', WorkloadId: 's', ...box },
        { PlacementId: 'b', WorkloadId: 's', ScenarioId: 'R', ...box, Purchase: 'reserved-1y-partial-upfront' },
      ],
    });
    const months = rowsOf(report, 'OutScenarioMonths').map(({ EffectiveCost }) => EffectiveCost);
    expect(months).toEqual([744 * 0.08, 672 * 0.05, 35.71, 32.26].map(value => Math.round(value * 100) / 100)); // 744, 672 h x 0.06 x 0.8
    expect(
      rowsOf(report, 'OutPrices').map(({ EffectivePerHour, Currency, ExchangeRate }) => [
        EffectivePerHour,
        Currency,
        ExchangeRate,
      ]),
    ).toEqual([
      [0.1, 'USD', 0.8],
      [0.1, 'USD', 0.5],
      [0.06, 'USD', 0.8],
    ]);
    checksHold(report);
  });

  it('reads both date systems alike', () => {
    const tables = (shift: number): Readonly<Record<string, Rows>> => ({
      Settings: settings({ HorizonStart: serial('2027-03-01') - shift, HorizonMonths: 1 }),
      NodeTypes: boxType,
      PriceSheet: ownPrices,
      Services: steady,
      DemandSeries: [
        { DemandId: 'd', PeriodStart: serial('2027-02-01') - shift, Quantity: 1 },
        { DemandId: 'd', PeriodStart: serial('2027-03-05T06:30:00') - shift, Quantity: 25 },
      ],
      Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box, From: serial('2027-03-02') - shift }],
    });
    const [old, mac] = [
      runModel(workbook(tables(0)), starterCatalog, { parts: allParts }),
      runModel(workbook(tables(1462), 1904), starterCatalog, { parts: allParts }),
    ];
    if (!old.ok || !mac.ok) throw new Error('invalid');
    expect(mac.report.tables.map(({ rows }) => rows).slice(0, -1)).toEqual(
      old.report.tables.map(({ rows }) => rows).slice(0, -1),
    );
  });

  it('takes dates typed as ISO text', () => {
    const report = runTables({
      Settings: settings({ HorizonStart: '2027-03-01', HorizonMonths: 1 }),
      NodeTypes: boxType,
      PriceSheet: ownPrices,
      Services: steady,
      DemandSeries: [{ DemandId: 'd', PeriodStart: '2027-02-01 00:00', Quantity: 10 }],
      Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box }],
    });
    expect(only(rowsOf(report, 'OutSummary'))['EffectiveCost']).toBe(74.4);
  });

  it('plans a year from the month after the catalog date when nothing is set', () => {
    const report = runTables({
      NodeTypes: boxType,
      PriceSheet: ownPrices,
      Services: steady,
      DemandProfiles: [{ DemandId: 'd', Base: 1 }],
      Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box }],
    });
    const [year = 0, month = 0] = starterCatalog.date.split('-').map(Number);
    const first = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
    const months = rowsOf(report, 'OutCostMonthly').map(row => row['Month']);
    expect([months[0], months.length]).toEqual([first, 12]);
  });
});

describe('a run', () => {
  it('tells its progress, never falling, and is the same every time', () => {
    const tables = {
      NodeTypes: boxType,
      PriceSheet: ownPrices,
      Services: steady,
      DemandProfiles: [{ DemandId: 'd', Base: 1 }],
      Placements: [{ PlacementId: 'p', WorkloadId: 's', ...box }],
    };
    const told: RunProgress[] = [];
    const [first, second] = [
      runModel(workbook(tables), starterCatalog, { parts: allParts, onProgress: progress => told.push(progress) }),
      runModel(workbook(tables), starterCatalog, { parts: allParts }),
    ];
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect([...new Set(told.map(({ stage }) => stage))]).toEqual(['read', 'demand', 'capacity', 'pricing', 'decisions', 'report']);
    expect(told.map(({ fraction }) => fraction)).toEqual(
      [...told.map(({ fraction }) => fraction)].sort((a, b) => a - b),
    );
    expect(told.at(-1)?.fraction).toBe(1);
  });
});
