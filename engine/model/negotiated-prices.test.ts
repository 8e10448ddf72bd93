import { describe, expect, it } from '@jest/globals';
import type { ComposedReport } from '../report/report.ts';
import { rowsOf, sumInMinorUnits, type Row } from '../test/report-rows.ts';
import { smallCatalog } from '../test/small-catalog.ts';
import { serial, workbook, type Rows } from '../test/workbook.ts';
import { allParts } from '../test/all-parts.ts';
import { runModel } from './run-model.ts';

type Tables = Readonly<Record<string, Rows>>;

/** Ten nodes of m7i.xlarge all January and February 2027: list 0.2016 USD an hour; 7,440 and 6,720 node-hours. */
const tables: Tables = {
  Settings: [{ Setting: 'HorizonStart', Value: serial('2027-01-01') }, { Setting: 'HorizonMonths', Value: 2 }],
  Services: [{ ServiceId: 'shop', DemandId: 'web', CapacityPerNode: 10, TargetUtilization: 1, Account: 'retail' }],
  DemandProfiles: [{ DemandId: 'web', Base: 100 }],
  Placements: [{ PlacementId: 'p1', WorkloadId: 'shop', Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.xlarge' }],
};
const reportOf = (more: Tables): ComposedReport => {
  const outcome = runModel(workbook({ ...tables, ...more }), smallCatalog, { parts: allParts });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return outcome.report;
};
const linesOf = (more: Tables): Row[] => rowsOf(reportOf(more), 'OutCostDetail');
const shown = (lines: readonly Row[], columns: readonly string[]) => lines.map(line => columns.map(column => line[column]));

describe('negotiated prices in the ledger', () => {
  it('lower the contracted price and what is billed, by month; the list stays', () => {
    const lines = linesOf({
      Negotiated: [{ NegotiatedId: 'EDP', AppliesTo: 'both', Percent: 0.125, From: serial('2027-02-01'), Account: 'retail' }],
    });
    const columns = ['ListUnitPrice', 'ContractedUnitPrice', 'ContractedCost', 'BilledCost', 'EffectiveCost'];
    // January 0.2016 x 7,440 = 1,499.904; February 0.2016 x 6,720 = 1,354.752 less 12.5 % = 1,185.408
    expect(shown(lines, columns)).toEqual([
      [0.2016, 0.2016, 1499.9, 1499.9, 1499.9],
      [0.2016, 0.1764, 1185.41, 1185.41, 1185.41],
    ]);
    expect(sumInMinorUnits(lines, 'ListCost')).toBe(285466);
  });

  it('do not hold for another account', () => {
    const lines = linesOf({ Negotiated: [{ NegotiatedId: 'EDP', AppliesTo: 'both', Percent: 0.5, Account: 'media' }] });
    expect(shown(lines, ['ContractedUnitPrice'])).toEqual([[0.2016], [0.2016]]);
  });

  it('convert a fixed price at the rate of the day', () => {
    const lines = linesOf({
      Negotiated: [{ NegotiatedId: 'PPA', AppliesTo: 'on-demand', FixedPrice: 0.15, Currency: 'EUR', SkuPattern: 'm7i.*' }],
      FxRates: [1.1, 1.2].map((Rate, month) => ({ From: 'EUR', To: 'USD', Date: serial(`2027-0${month + 1}-01`), Rate })),
    });
    expect(shown(lines, ['ListUnitPrice', 'ContractedUnitPrice'])).toEqual([[0.2016, 0.165], [0.2016, 0.18]]);
  });

  it('lower the fees of a reservation, and the on-demand price it is held against', () => {
    const reserved = { ...tables['Placements']?.[0], Purchase: 'reserved-1y-no-upfront', CommittedNodes: 10 };
    const own = { PriceId: 'ri', Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.xlarge', Purchase: 'reserved-1y-no-upfront' };
    const lines = linesOf({
      Placements: [reserved],
      PriceSheet: [{ ...own, UnitPrice: 0.13, Currency: 'USD' }],
      Negotiated: [
        { NegotiatedId: 'usage', AppliesTo: 'on-demand', Percent: 0.25 },
        { NegotiatedId: 'fees', AppliesTo: 'commitment-fees', Percent: 0.1 },
      ],
    });
    const [purchase, used] = ['Purchase', 'Usage'].map(kind =>
      lines.find(({ ChargeCategory, BillingPeriodStart }) => ChargeCategory === kind && String(BillingPeriodStart).startsWith('2027-01')));
    // 0.13 less 10 % = 0.117; x 7,440 = 870.48; on-demand 0.2016 less 25 % = 0.1512
    expect(purchase).toMatchObject({
      ListUnitPrice: 0.13, ListCost: 967.2, ContractedUnitPrice: 0.117, ContractedCost: 870.48, BilledCost: 870.48, EffectiveCost: 0,
    });
    expect(used).toMatchObject({ ListUnitPrice: 0.2016, ContractedUnitPrice: 0.1512, ContractedCost: 1124.93, EffectiveCost: 870.48 });
  });

  it('lower what a savings plan costs, not what it covers', () => {
    const node = { Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.xlarge' };
    const rate = { PriceId: 'sp', ...node, Purchase: 'compute-sp-1y-no-upfront', UnitPrice: 0.15, Currency: 'USD' };
    const plan = { CommitmentId: 'csp', Provider: 'aws', Kind: 'compute-sp', Term: '1y', HourlyCommit: 0.6, Start: serial('2027-01-01') };
    const lines = linesOf({
      PriceSheet: [rate],
      Commitments: [plan],
      Negotiated: [
        { NegotiatedId: 'fees', AppliesTo: 'commitment-fees', Percent: 0.1 },
        { NegotiatedId: 'nodes', AppliesTo: 'commitment-fees', Percent: 0.5, SkuPattern: 'm7i.*', Priority: 1 },
      ],
    });
    const january = lines.filter(line => String(line['BillingPeriodStart']).startsWith('2027-01'));
    // 0.60 an hour at 0.15 covers four of ten nodes; 0.54 an hour is paid: 0.54 x 744 = 401.76
    expect(january.find(({ ChargeCategory }) => ChargeCategory === 'Purchase')).toMatchObject({
      ListUnitPrice: 0.6, ContractedUnitPrice: 0.54, BilledCost: 401.76,
    });
    expect(january.find(line => line['CommitmentDiscountStatus'] === 'Used')).toMatchObject({
      ConsumedQuantity: 4 * 744, EffectiveCost: 401.76, CommitmentDiscountQuantity: 446.4,
    });
  });

  it('come on top of an own price, whose statement is then the list', () => {
    const lines = linesOf({
      Placements: [{ ...tables['Placements']?.[0], Provider: 'lab', Region: 'r', NodeType: 'n' }],
      PriceSheet: [{ PriceId: 'lab', Provider: 'lab', Region: 'r', NodeType: 'n', UnitPrice: 0.4, Currency: 'USD' }],
      Negotiated: [{ NegotiatedId: 'lab', Provider: 'lab', AppliesTo: 'on-demand', Percent: 0.5 }],
    });
    expect(shown(lines, ['ListUnitPrice', 'ContractedUnitPrice'])[0]).toEqual([0.4, 0.2]);
  });

  it('name the agreement where prices are shown', () => {
    const report = reportOf({ Negotiated: [{ NegotiatedId: 'EDP 2027', AppliesTo: 'both', Percent: 0.1 }] });
    expect(rowsOf(report, 'OutPrices')[0]?.['Source']).toMatch(/^negotiated EDP 2027; AWS price list/);
  });
});
