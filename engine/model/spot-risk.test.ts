import { describe, expect, it } from '@jest/globals';
import { rowsOf, type Row } from '../test/report-rows.ts';
import { emptyCatalog } from '../test/small-catalog.ts';
import { serial, workbook, type Rows } from '../test/workbook.ts';
import { allParts } from '../test/all-parts.ts';
import { runModel } from './run-model.ts';

type Tables = Readonly<Record<string, Rows>>;
const box = { Provider: 'lab', Region: 'r1', NodeType: 'box' };
const tables: Tables = {
  Settings: [{ Setting: 'HorizonStart', Value: serial('2027-01-01') }, { Setting: 'HorizonMonths', Value: 1 }],
  FarmJobs: [{ JobId: 'film', Work: 100, Nodes: 5 }],
  Placements: [
    { PlacementId: 's', WorkloadId: 'film', ...box, Purchase: 'spot' },
    { PlacementId: 'o', WorkloadId: 'film', ScenarioId: 'OnDemand', ...box, Purchase: 'on-demand' },
  ],
  PriceSheet: [
    { PriceId: 'o', ...box, Purchase: 'on-demand', UnitPrice: 1, Currency: 'USD' },
    { PriceId: 's', ...box, Purchase: 'spot', UnitPrice: 0.3, Currency: 'USD' },
  ],
  NodeTypes: [{ Provider: 'lab', NodeType: 'box', PhysicalCores: 4 }],
};
const risk = (more: Rows[number]): Tables => ({
  SpotRisk: [
    { Provider: 'Lab', NodeType: 'box', Region: null, InterruptionBand: null, MonthlyInterruption: null, CheckpointSeconds: 300, ...more },
  ],
});
const run = (more: Tables) => runModel(workbook({ ...tables, ...more }), emptyCatalog, { parts: allParts });
const spotRows = (more: Tables): Row[] => {
  const outcome = run(more);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return rowsOf(outcome.report, 'OutSpot');
};
const issuesOf = (more: Tables) => {
  const outcome = run(more);
  const issues = outcome.ok ? outcome.report.warnings : outcome.issues;
  return issues.map(({ code, severity, location }) => [code, severity, location?.columnName]);
};

describe('the risk of spot nodes in a run', () => {
  it('gives the price of an hour of work kept', () => {
    // 20 % in a month: 730 / -ln 0.8 = 3,271.437 h, 11,777,172 s; interval sqrt(2 x 300 x 11,777,172) = 84,061 s
    const [row = {}] = spotRows(risk({ InterruptionBand: '15-20%', RestartSeconds: 600 }));
    expect(row).toMatchObject({ PlacementId: 's', SpotPerHour: 0.3, OnDemandPerHour: 1, MonthlyInterruption: 0.2 });
    const mtbi = (730 / -Math.log(0.8)) * 3600;
    const interval = Math.sqrt(600 * mtbi);
    expect(Number(row['HoursBetweenInterruptions'])).toBeCloseTo(mtbi / 3600, 9);
    expect(Number(row['CheckpointIntervalHours'])).toBeCloseTo(interval / 3600, 9);
    const billed = (mtbi / interval) * Math.exp(600 / mtbi) * (Math.exp((interval + 300) / mtbi) - 1);
    expect(Number(row['PerUsefulHour'])).toBeCloseTo(0.3 * billed, 9);
    expect(Number(row['SavingOnOnDemand'])).toBeCloseTo(1 - 0.3 * billed, 9);
  });

  it('takes the row of the region before that of all, and a number before a band', () => {
    const rows = [
      { ...risk({ MonthlyInterruption: 0.5 })['SpotRisk']?.[0] },
      { ...risk({ Region: 'r1', MonthlyInterruption: 0.25, InterruptionBand: '<5%' })['SpotRisk']?.[0] },
    ];
    expect(spotRows({ SpotRisk: rows })[0]).toMatchObject({ MonthlyInterruption: 0.25 });
    expect(spotRows({ SpotRisk: [...rows].reverse() })[0]).toMatchObject({ MonthlyInterruption: 0.25 });
  });

  it('never saves where nothing is ever interrupted, and says nothing of other nodes', () => {
    expect(spotRows(risk({ MonthlyInterruption: 0 }))[0]).toMatchObject({
      HoursBetweenInterruptions: null, CheckpointIntervalHours: null, BilledPerUsefulHour: 1, PerUsefulHour: 0.3, SavingOnOnDemand: 0.7,
    });
    expect(spotRows(risk({ NodeType: 'other', MonthlyInterruption: 0 }))).toEqual([]);
    expect(spotRows({})).toEqual([]);
  });

  it('needs a number where a band is open or missing, and warns when no work is kept', () => {
    expect(issuesOf(risk({ InterruptionBand: '>20%' }))).toEqual([['spot-share-unknown', 'error', 'MonthlyInterruption']]);
    expect(issuesOf(risk({}))).toEqual([['spot-share-unknown', 'error', 'MonthlyInterruption']]);
    expect(issuesOf(risk({ MonthlyInterruption: 1 }))).toEqual([['above-maximum', 'error', 'MonthlyInterruption']]);
    expect(issuesOf(risk({ MonthlyInterruption: 0.99, CheckpointSeconds: 1e12 }))).toEqual([['never-finishes', 'warning', 'MonthlyInterruption']]);
  });
});
