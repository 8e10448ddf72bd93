import { describe, expect, it } from '@jest/globals';
import type { ComposedReport } from '../report/report.ts';
import { rowsOf, sumInMinorUnits, type Row } from '../test/report-rows.ts';
import { smallCatalog } from '../test/small-catalog.ts';
import { serial, workbook, type Rows } from '../test/workbook.ts';
import { allParts } from '../test/all-parts.ts';
import { runModel } from './run-model.ts';

type Tables = Readonly<Record<string, Rows>>;

/** Ten nodes of m7i.xlarge at 0.2016 USD: 1,499.904 in January 2027 (7,440 node-hours), 1,354.752 in February (6,720). */
const tables: Tables = {
  Settings: [{ Setting: 'HorizonStart', Value: serial('2027-01-01') }, { Setting: 'HorizonMonths', Value: 2 }],
  Services: [{ ServiceId: 'shop', DemandId: 'web', CapacityPerNode: 10, TargetUtilization: 1, Account: 'retail' }],
  DemandProfiles: [{ DemandId: 'web', Base: 100 }],
  Placements: [{ PlacementId: 'p1', WorkloadId: 'shop', Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.xlarge' }],
};
const reportOf = (more: Tables): ComposedReport => {
  const outcome = runModel(workbook({ ...tables, ...more }), smallCatalog, { parts: allParts });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  const failed = rowsOf(outcome.report, 'OutChecks').filter(({ Status }) => Status === 'failed');
  expect(failed).toEqual([]);
  return outcome.report;
};
const linesOf = (report: ComposedReport, description: RegExp): Row[] =>
  rowsOf(report, 'OutCostDetail').filter(line => description.test(String(line['ChargeDescription'])));
const billedOf = (report: ComposedReport, description: RegExp) =>
  linesOf(report, description).map(line => [String(line['BillingPeriodStart']).slice(0, 7), line['BilledCost']]);

const support: Tables = {
  SupportPlans: [{ SupportId: 'business', Provider: 'AWS', MinimumPerMonth: 120, Currency: 'USD' }],
  SupportBands: [
    { SupportId: 'business', FromAmount: 1000, Percent: 0.05 },
    { SupportId: 'business', FromAmount: 0, Percent: 0.1 },
  ],
};
const flat: Tables = {
  FlatFees: [{ FeeId: 'link', Provider: 'aws', AmountPerMonth: 50, Currency: 'EUR', From: serial('2027-02-01') }],
  FxRates: [{ From: 'EUR', To: 'USD', Date: serial('2027-01-01'), Rate: 1.2 }],
};
const vat = (more: Rows[number] = {}): Tables => ({ Taxes: [{ TaxId: 'VAT', Percent: 0.19, ...more }] });

describe('support fees', () => {
  it('are of the charges of the month, band by band, or the minimum', () => {
    const report = reportOf(support);
    // 100 + 0.05 x 499.904 = 124.9952; 100 + 0.05 x 354.752 = 117.7376, less than 120
    expect(billedOf(report, /^Support fee/)).toEqual([['2027-01', 125], ['2027-02', 120]]);
    expect(linesOf(report, /^Support fee/)[0]).toMatchObject({
      ChargeCategory: 'Usage', ChargeFrequency: 'Recurring', ServiceCategory: 'Management and Governance', ProviderName: 'AWS',
      SkuId: 'AWS/support/business', x_WorkloadId: null, x_PlacementId: null, PricingUnit: 'Months', PricingQuantity: 1,
    });
  });

  it('count one account alone where they are for one', () => {
    const plan = { ...support['SupportPlans']?.[0], Account: 'media', MinimumPerMonth: 7 };
    expect(billedOf(reportOf({ ...support, SupportPlans: [plan] }), /^Support fee/)).toEqual([['2027-01', 7], ['2027-02', 7]]);
  });

  it('do not count fees, and convert their bands', () => {
    const plan = { ...support['SupportPlans']?.[0], Currency: 'EUR', MinimumPerMonth: 0 };
    // 1,000 EUR are 1,200 USD: 120 + 0.05 x 299.904 = 134.9952; 120 + 0.05 x 154.752 = 127.7376
    expect(billedOf(reportOf({ ...support, ...flat, SupportPlans: [plan] }), /^Support fee/)).toEqual([
      ['2027-01', 135], ['2027-02', 127.74],
    ]);
  });
});

describe('flat fees', () => {
  it('are due in full in months they hold in, at the rate of the day', () => {
    expect(billedOf(reportOf(flat), /^Flat fee/)).toEqual([['2027-02', 60]]);
  });

  it('can be of one scenario', () => {
    const fee = { ...flat['FlatFees']?.[0], ScenarioId: 'B' };
    const placements = [...(tables['Placements'] ?? []), { ...tables['Placements']?.[0], PlacementId: 'p2', ScenarioId: 'B' }];
    const report = reportOf({ ...flat, FlatFees: [fee], Placements: placements });
    expect(linesOf(report, /^Flat fee/).map(line => line['x_ScenarioId'])).toEqual(['B']);
  });
});

describe('minimum spend', () => {
  const promise = (more: Rows[number]): Tables => ({
    MinimumSpends: [{ MinimumId: 'EDP', Provider: 'aws', Amount: 1400, Currency: 'USD', Period: 'month', ...more }],
  });

  it('is due where less was spent, at the end of its period', () => {
    // February: 1,400 - 1,354.752 = 45.248
    expect(billedOf(reportOf(promise({})), /^Shortfall/)).toEqual([['2027-02', 45.25]]);
    // Both months: 3,000 - 2,854.656 = 145.344
    const whole = { Amount: 3000, Period: 'whole', From: serial('2027-01-01'), To: serial('2027-03-01') };
    const report = reportOf(promise(whole));
    expect(billedOf(report, /^Shortfall/)).toEqual([['2027-02', 145.34]]);
    expect(linesOf(report, /^Shortfall/)[0]).toMatchObject({ ChargeCategory: 'Adjustment', ChargeFrequency: 'One-Time' });
    expect(billedOf(reportOf(promise({ ...whole, Amount: 2854 })), /^Shortfall/)).toEqual([]);
  });

  it('counts fees and support, and what was spent before the plan', () => {
    // February spends 60 of fee and 120 of support more
    expect(billedOf(reportOf({ ...promise({ Amount: 1600 }), ...support, ...flat }), /^Shortfall/)).toEqual([['2027-02', 65.25]]);
    const year = { Amount: 4000, Period: 'year', From: serial('2026-03-01') };
    expect(billedOf(reportOf(promise({ ...year, SpentBefore: 1000 })), /^Shortfall/)).toEqual([['2027-02', 145.34]]);
    const unknown = reportOf(promise(year));
    expect(billedOf(unknown, /^Shortfall/)).toEqual([]);
    expect(unknown.warnings.map(({ code }) => code)).toEqual(['minimum-spend-unknown']);
  });

  it('is settled after the plan where its period ends after it', () => {
    expect(billedOf(reportOf(promise({ Amount: 9e6, Period: 'year', From: serial('2026-04-01') })), /^Shortfall/)).toEqual([]);
  });
});

describe('taxes', () => {
  it('come last, of everything the provider charges, as a line of their own', () => {
    const report = reportOf({ ...support, ...flat, ...vat() });
    // 0.19 x (1,499.904 + 124.9952) = 308.73; 0.19 x (1,354.752 + 60 + 120) = 291.60
    expect(billedOf(report, /^Tax/)).toEqual([['2027-01', 308.73], ['2027-02', 291.6]]);
    expect(linesOf(report, /^Tax/)[0]).toMatchObject({
      ChargeCategory: 'Tax', PricingQuantity: null, PricingUnit: null, ListUnitPrice: null, ContractedUnitPrice: null, SkuId: null,
      SkuPriceId: null, PricingCategory: null, ProviderName: 'aws',
    });
    const [months] = [rowsOf(report, 'OutScenarioMonths')];
    expect(sumInMinorUnits(months, 'OtherCost')).toBe(30873 + 29160 + 12500 + 12000 + 6000);
  });

  it('add up, and do not tax each other', () => {
    const both: Tables = { Taxes: [{ TaxId: 'city', Percent: 0.01 }, { TaxId: 'state', Percent: 0.1 }] };
    expect(billedOf(reportOf(both), /^Tax/)).toEqual([['2027-01', 15], ['2027-01', 149.99], ['2027-02', 13.55], ['2027-02', 135.47]]);
  });

  it('are of the provider and the days they are stated for', () => {
    expect(billedOf(reportOf(vat({ Provider: 'azure' })), /^Tax/)).toEqual([]);
    expect(billedOf(reportOf(vat({ Provider: 'AWS', From: serial('2027-02-01') })), /^Tax/)).toEqual([['2027-02', 257.4]]);
  });

  it('follow the amortized cost in the effective column, and the purchase in the billed one', () => {
    const report = reportOf({
      ...vat(),
      Placements: [{ ...tables['Placements']?.[0], Purchase: 'reserved-1y-all-upfront', CommittedNodes: 10 }],
      PriceSheet: [{
        PriceId: 'ri', Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.xlarge', Purchase: 'reserved-1y-all-upfront', UnitPrice: 0,
        Upfront: 876, Currency: 'USD',
      }],
    });
    // 10 x 876 at once, 0.1 an hour amortized: 744 and 672 of it; list 0.2016
    expect(linesOf(report, /^Tax/).map(line => [line['BilledCost'], line['EffectiveCost']])).toEqual([
      [1664.4, 141.36], [0, 127.68],
    ]);
    expect(sumInMinorUnits(linesOf(report, /^Tax/), 'ListCost')).toBe(54238);
  });
});
