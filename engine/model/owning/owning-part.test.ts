import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { hybridSplits } from '../../owning/hybrid-split.ts';
import { fleet, issuesOf, price, reportOf, settings, type Cells } from '../../test/fleet.ts';
import { checksHold, runTables } from '../../test/own-box.ts';
import { rowsOf } from '../../test/report-rows.ts';
import { serial } from '../../test/workbook.ts';

const asset: Cells = { AssetId: 'a', Capex: 8760, Units: 1, LifeYears: 1, CloudPrice: 2 };

describe('own hardware of the workbook', () => {
  it('costs what it cost, used up in a year without interest', () => {
    const report = runTables({ Settings: [{ Setting: 'DiscountRate', Value: 0 }], OwnHardware: [asset] });
    checksHold(report);
    // 8,760 for 8,760 hours: 1.00 an hour, against 2.00
    const always = rowsOf(report, 'OutBreakEven').find(row => row['Utilization'] === 1);
    expect(always).toMatchObject({ OwnPerHour: 1, Cheaper: 'own', BreakEvenUtilization: 0.5 });
    expect(rowsOf(report, 'OutTco').map(row => row['Cash'])).toEqual([8760, 0]);
  });

  it('refuses a negative life, shares above 1, and hardware without units', () => {
    const issues = (more: Cells) => issuesOf({ OwnHardware: [{ ...asset, ...more }] });
    expect(issues({})).toEqual([]);
    expect(issues({ LifeYears: -1 })).toEqual([['below-minimum', 'error', 'LifeYears']]);
    expect(issues({ SalvageShare: 1.5 })).toEqual([['above-maximum', 'error', 'SalvageShare']]);
    expect(issues({ Utilization: 80 })).toEqual([['above-maximum', 'error', 'Utilization']]);
    expect(issues({ Units: 0 })).toEqual([['not-above', 'error', 'Units']]);
    expect(issues({ Pue: 0.9 })).toEqual([['below-minimum', 'error', 'Pue']]);
    expect(issues({ CloudPrice: null })).toEqual([['blank-cell', 'error', 'CloudPrice']]);
  });

  it('takes power and racks from the rack plan, staff by servers, spares, and refreshes', () => {
    const racks = { Racks: [{ RackId: 'r', Count: 3, RackUnits: 20 }], Servers: [{ ServerId: 'box', Count: 24, Units: 1, Watts: 500 }, { ServerId: 'other', Count: 4, Units: 2, Watts: 100 }] };
    const owned = {
      ...asset, Capex: 24_000, LifeYears: 3, Purchases: 2, PriceChange: 0.1, ServerId: 'box', RackPerYear: 1200, ServersPerPerson: 12, PersonPerYear: 50_000, SpareShare: 0.02,
      EnergyPerKwh: 0.1, Pue: 1.5,
    };
    const report = runTables({ Settings: [{ Setting: 'DiscountRate', Value: 0.05 }], ...racks, OwnHardware: [owned] });
    checksHold(report);
    const years = rowsOf(report, 'OutTco');
    expect(years).toHaveLength(7);
    // 24 servers of 0.5 kW; 32 units in two racks of 20: the largest share them, 24 of 32 units are ours
    const [first, , , third, fourth] = years;
    expect(first).toMatchObject({ Capex: 24_000, Cash: 24_000 });
    expect(third).toMatchObject({ Capex: 31_944, Maintenance: 480, Energy: Math.round(12 * 1.5 * 8760 * 0.1 * 100) / 100 });
    expect(fourth?.['Maintenance']).toBe(638.88);
    const plan = rowsOf(report, 'OutRackPlan');
    const ours = plan.reduce((sum, row) => {
      const boxes = Number(/(\d+) box/.exec(String(row['Servers']))?.[1] ?? 0);
      return sum + (Number(row['Count']) * boxes) / Number(row['UnitsUsed']);
    }, 0);
    expect(Number(third?.['Staff'])).toBeCloseTo(100_000 + 1200 * ours, 1);
  });

  it('names what its racks and staff lack', () => {
    const issues = (more: Cells) => issuesOf({ OwnHardware: [{ ...asset, ...more }] });
    expect(issues({ ServerId: 'nowhere' })).toEqual([['unknown-reference', 'error', 'ServerId']]);
    expect(issues({ ServersPerPerson: 50 })).toEqual([['blank-cell', 'error', 'ServersPerPerson']]);
    expect(issues({ RackPerYear: 50 })).toEqual([['blank-cell', 'error', 'RackPerYear']]);
    expect(issues({ Purchases: 0 })).toEqual([['below-minimum', 'error', 'Purchases']]);
  });

  it('has no assumptions in dollars where no rate of theirs is known', () => {
    const euros = (more: object) => rowsOf(runTables({ Settings: [{ Setting: 'BaseCurrency', Value: 'EUR' }], OwnHardware: [asset], ...more }), 'OutPresets');
    expect(euros({}).map(row => row['Preset'])).toEqual(['Analyst', 'Neutral']);
    const rate = { From: 'USD', To: 'EUR', Rate: 0.5, Date: serial('2020-01-01') };
    expect(euros({ FxRates: [rate] }).find(row => row['Preset'] === 'Azure Migrate')?.['SoftwarePerServer']).toBe(1690 / 2);
  });

  it('answers differently by whose assumptions are used', () => {
    const report = runTables({ Settings: [{ Setting: 'DiscountRate', Value: 0.08 }], OwnHardware: [{ ...asset, Capex: 11_200, NetworkShare: 0.12 / 1.12, LifeYears: 5, PowerKw: 1, ColocationPerKwMonth: 100, Pue: 1 }] });
    const [analyst, azure, neutral] = ['Analyst', 'Azure Migrate', 'Neutral'].map(name => rowsOf(report, 'OutPresets').find(({ Preset }) => Preset === name));
    // annuities of 5 years at 8 % and 4 at 7 %
    const annuity = (rate: number, years: number): number => (1 - (1 + rate) ** -years) / rate;
    expect(Number(analyst?.['CostPerYear'])).toBeCloseTo(11_200 / annuity(0.08, 5) + 1200, 1);
    expect(Number(neutral?.['CostPerYear'])).toBeCloseTo(11_250 / annuity(0.08, 5) + 1200 / 0.8, 1);
    // machines of 10,000, network of 1,000 and 15 % of it a year, power of 1 / 0.6, 1,690 for the server
    expect(Number(azure?.['CostPerYear'])).toBeCloseTo(11_000 / annuity(0.07, 4) + 150 + 1200 / 0.6 + 1690, 1);
    expect(Number(azure?.['BreakEvenUtilization'])).toBeCloseTo(Number(azure?.['CostPerYear']) / 8760 / 2, 5);
  });

  it('owns the base of a load and rents the peak', () => {
    const hardware = { AssetId: 'box', Capex: 8760, Units: 1, LifeYears: 1, CloudPrice: 2, WorkloadId: 'web' };
    const tables = {
      Settings: [...(settings('2027-01-01', 12)['Settings'] ?? []), { Setting: 'DiscountRate', Value: 0 }], PriceSheet: [price('t2.small', 1)],
      ...fleet({ web: { nodes: 3, nodeType: 't2.small' } }), OwnHardware: [hardware],
    };
    // A steady load is owned whole: 3 units of 1 an hour
    const best = rowsOf(reportOf(tables), 'OutHybrid').find(({ IsBest }) => IsBest === 'yes');
    expect(best).toMatchObject({ OwnedUnits: 3, OwnCost: 3 * 8760, RentCost: 0, CarriedShare: 1 });
    expect(issuesOf({ ...tables, OwnHardware: [{ ...hardware, WorkloadId: 'shop' }] })).toContainEqual(['load-unknown', 'error', 'WorkloadId']);
  });

  it('finds the count that costs least, as trying every count does', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 12, noNaN: true }), { minLength: 1, maxLength: 60 }),
        fc.double({ min: 0.01, max: 80, noNaN: true }),
        fc.double({ min: 0.01, max: 5, noNaN: true }),
        (load, ownPerUnit, rentPerHour) => {
          const peak = (owned: number): number => load.reduce((sum, each) => sum + Math.max(0, each - owned), 0);
          const cost = (owned: number): number => owned * ownPerUnit + rentPerHour * peak(owned);
          const { best, of } = hybridSplits(Float64Array.from(load), { ownPerUnit, rentPerHour });
          const tried = Array.from({ length: 14 }, (_, owned) => cost(owned));
          expect(best.total).toBeCloseTo(Math.min(...tried), 6);
          expect(of(5).total).toBeCloseTo(tried[5] as number, 6);
        },
      ),
    );
  });
});
