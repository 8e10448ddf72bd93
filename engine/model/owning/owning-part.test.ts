import { describe, expect, it } from '@jest/globals';
import { issuesOf, type Cells } from '../../test/fleet.ts';
import { checksHold, runTables } from '../../test/own-box.ts';
import { rowsOf } from '../../test/report-rows.ts';

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
});
