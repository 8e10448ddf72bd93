import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { starterCatalog } from '../catalog/starter-catalog.ts';
import { allParts } from './all-parts.ts';
import { runModel } from '../model/run-model.ts';
import { costDetailTable } from '../report/tables/cost-detail.ts';
import { detail, fleet, january, reportOf } from './fleet.ts';
import { checkFocus, type FocusModel } from './focus-rules.ts';
import { dataSetChecks, rowChecks } from './focus-checks.ts';
import { essentialRules, mayBeNull, neverNull } from './focus-essentials.ts';
import { meterTables, randomTables, randomTablesWithFees } from './random-workbook.ts';
import { rowsOf, type Row } from './report-rows.ts';
import { emptyCatalog } from './small-catalog.ts';
import { serial, workbook, type Rows } from './workbook.ts';

const columns: readonly string[] = costDetailTable.columns.map(({ id }) => id);
const detailOf = (tables: Readonly<Record<string, Rows>>): Row[] => {
  const outcome = runModel(workbook(tables), emptyCatalog, { parts: allParts });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues));
  return rowsOf(outcome.report, 'OutCostDetail');
};

/** Services, jobs, meters, fees and taxes at random. */
const randomRows = fc.sample(randomTablesWithFees, { numRuns: 12, seed: 5 }).map(detailOf);

/** Ten nodes for a year, reserved in part, under a plan of spend in part, each bought on the first day for a year. */
const yearOfCommitments = ((): Row[] => {
  const node = { Provider: 'aws', Region: 'us-east-1', NodeType: 'm7i.xlarge' };
  const price = (Purchase: string, UnitPrice: number) => ({ PriceId: Purchase, ...node, Purchase, UnitPrice, Currency: 'USD' });
  const held = { Provider: 'aws', Term: '1y', Region: null, Start: serial('2027-01-01') };
  return detailOf({
    Settings: [{ Setting: 'HorizonStart', Value: serial('2027-01-01') }, { Setting: 'HorizonMonths', Value: 12 }],
    Services: [{ ServiceId: 'shop', DemandId: 'web', CapacityPerNode: 1, TargetUtilization: 1, Account: 'retail' }],
    DemandProfiles: [{ DemandId: 'web', Base: 10 }],
    DemandShapes: [{ DemandId: 'web', DayOfWeek: 'weekend', HourOfDay: null, Factor: 0.2 }],
    Placements: [{ PlacementId: 'p', WorkloadId: 'shop', ...node }],
    PriceSheet: [price('on-demand', 0.2016), price('compute-sp-1y-no-upfront', 0.1471), price('compute-sp-1y-partial-upfront', 0.14)],
    Commitments: [
      {
        CommitmentId: 'ri', ...held, Kind: 'reserved', Region: 'us-east-1', NodeTypeOrFamily: 'm7i.xlarge', Quantity: 3,
        Payment: 'partial-upfront', Upfront: 500, RecurringPerHour: 0.0601,
      },
      { CommitmentId: 'csp', ...held, Kind: 'compute-sp', HourlyCommit: 0.7 },
    ],
    Taxes: [{ TaxId: 'VAT', Percent: 0.19 }],
  });
})();

/** Components, sustained use and flexible plans of Google Cloud; a Windows licence beside an Azure reservation. */
const componentsAndLicences = ((): Row[] => {
  const google = { Provider: 'gcp', Region: 'us-central1' };
  const azure = { Provider: 'azure', Region: 'eastus' };
  const held = { Term: '1y', Start: serial('2027-01-01') };
  const windows = [['linux', 0.096], ['windows', 0.188]].map(([Os, UnitPrice]) =>
    ({ PriceId: Os ?? null, ...azure, NodeType: 'Standard_D2s_v5', Os: Os ?? null, UnitPrice: UnitPrice ?? null, Currency: 'USD' }));
  const report = reportOf(
    {
      ...january,
      ...fleet({
        n1: { nodes: 3, nodeType: 'n1-standard-4', more: google },
        n2: { nodes: 3, nodeType: 'n2-standard-4', account: 'a', more: google },
        win: { nodes: 3, nodeType: 'Standard_D2s_v5', more: { ...azure, Os: 'windows' } },
      }),
      Settings: [...(january['Settings'] ?? []), { Setting: 'SustainedUse', Value: 'yes' }],
      PriceSheet: windows,
      Commitments: [
        { CommitmentId: 'cud', ...google, ...held, Kind: 'cud', NodeTypeOrFamily: 'n1', Quantity: 20, QuantityUnit: 'vcpu' },
        { CommitmentId: 'flex', Provider: 'gcp', ...held, Kind: 'flex-cud', HourlyCommit: 0.2 },
        { CommitmentId: 'r', ...azure, ...held, Kind: 'reserved', NodeTypeOrFamily: 'Standard_D4s_v5', Quantity: 1, RecurringPerHour: 0.1 },
      ],
    },
    starterCatalog,
  );
  return detail(report);
})();
const ledgers = [...randomRows, yearOfCommitments, componentsAndLicences];
const allRows = ledgers.flat();

describe('the cost detail', () => {
  it('has every mandatory column of FOCUS 1.2, own columns last', () => {
    expect([...neverNull, ...mayBeNull].filter(id => !columns.includes(id))).toEqual([]);
    const firstOwn = columns.findIndex(id => id.startsWith('x_'));
    expect(columns.slice(firstOwn).every(id => id.startsWith('x_'))).toBe(true);
  });

  it('holds every kind of line', () => {
    const kinds = new Set(
      allRows.map(row => [row['ChargeCategory'], row['PricingCategory'], row['CommitmentDiscountCategory'], row['CommitmentDiscountStatus']].join(' ')),
    );
    expect([...kinds].map(kind => kind.trim().replace(/ +/g, ' ')).sort()).toEqual([
      'Adjustment Other', 'Credit', 'Purchase Standard Spend', 'Purchase Standard Usage', 'Tax', 'Usage Committed Spend Unused',
      'Usage Committed Spend Used', 'Usage Committed Usage Unused', 'Usage Committed Usage Used', 'Usage Dynamic', 'Usage Other',
      'Usage Standard',
    ]);
    expect(new Set(allRows.map(row => row['ServiceCategory']))).toEqual(
      new Set(['Compute', 'Storage', 'Networking', 'Management and Governance', 'Other']),
    );
  });

  it.each(Object.entries(essentialRules))('%s', (_rule, holds) => {
    expect(allRows.filter(row => !holds(row)).slice(0, 3)).toEqual([]);
  });

  it('holds lines of meters in their own categories and units', () => {
    const [tables = {}] = fc.sample(randomTables, { numRuns: 1, seed: 5 });
    const metered = detailOf({ ...tables, ...meterTables }).filter(
      row => row['x_PlacementId'] === null && row['CommitmentDiscountId'] === null,
    );
    const kinds = new Set(metered.map(row => `${row['ServiceCategory']}: ${row['PricingUnit']}`));
    expect([...kinds].sort()).toEqual([
      'Compute: Hours', 'Networking: GiB', 'Other: 1000 Requests', 'Other: Months', 'Storage: GB-Months',
    ]);
    for (const row of metered) {
      expect([row['ChargeCategory'], row['PricingCategory'], row['CommitmentDiscountStatus']]).toEqual(['Usage', 'Standard', null]);
      expect(row['BilledCost']).toBe(row['EffectiveCost']);
    }
  });

  it('carries the tags of workloads', () => {
    const tagged = allRows.filter(row => row['Tags'] !== null);
    expect(tagged.length).toBeGreaterThan(100);
    for (const row of tagged) expect(Object.keys(JSON.parse(String(row['Tags'])) as object)).toContain('Team');
  });

  // EffectiveCost-C-012 and C-013, which the model file has in prose only
  it('costs of a commitment over its whole term what its purchases bill, used and unused', () => {
    for (const id of ['ri', 'csp']) {
      const lines = yearOfCommitments.filter(row => row['CommitmentDiscountId'] === id);
      const sum = (column: string, kind: string, status?: string): number =>
        lines
          .filter(row => row['ChargeCategory'] === kind && (status === undefined || row['CommitmentDiscountStatus'] === status))
          .reduce((total, row) => total + Math.round(Number(row[column]) * 100), 0);
      const [used, unused] = ['Used', 'Unused'].map(status => sum('EffectiveCost', 'Usage', status)) as [number, number];
      expect([id, used > 0, unused > 0]).toEqual([id, true, true]);
      // Each way of paying is rounded apart, so whole terms agree to the cent or two of that
      expect(Math.abs(used + unused - sum('BilledCost', 'Purchase'))).toBeLessThanOrEqual(2);
    }
    const billed = yearOfCommitments.filter(row => row['ChargeCategory'] === 'Purchase');
    const total = billed.reduce((sum, row) => sum + Number(row['BilledCost']), 0);
    // 3 x (500 + 0.0601 x 8,760), and 0.7 x 8,760
    expect(total).toBeCloseTo(3 * (500 + 0.0601 * 8760) + 0.7 * 8760, 1);
  });
});

/** What a plan can say. Not: zones, capacity reservations, kinds of accounts, prices in a currency other than billed. */
const declared = new Set([
  'ACCOUNT_NAMING_SUPPORTED', 'BILLING_BASED_ON_PROVISIONED_RESOURCES_SUPPORTED', 'COMMITMENT_DISCOUNT_SUPPORTED',
  'MULTIPLE_PRICING_CATEGORIES_SUPPORTED', 'NEGOTIATED_PRICING_SUPPORTED', 'PUBLIC_PRICE_LIST_SUPPORTED', 'REGION_SUPPORTED',
  'RESOURCE_TYPE_ASSIGNMENT_SUPPORTED', 'SUB_ACCOUNT_SUPPORTED', 'TAGGING_SUPPORTED', 'UNIT_PRICING_SUPPORTED',
  'USAGE_MEASUREMENT_SUPPORTED',
]);
const is = (ColumnName: string, Value: string | null) => ({ CheckFunction: 'CheckValue', ColumnName, Value });
const isNot = (ColumnName: string, Value: string | null) => ({ CheckFunction: 'CheckNotValue', ColumnName, Value });
/**
 * Rules of the file that contradict their own sentence: null and not null are swapped, the status has values of an
 * earlier draft instead of Used and Unused, a category is asked for without a commitment, a correction is taken for none.
 */
const corrected = {
  'ConsumedQuantity-C-006-C': { Requirement: isNot('ConsumedQuantity', null), Condition: isNot('ChargeClass', 'Correction') },
  'CommitmentDiscountStatus-C-003-C': { Requirement: is('CommitmentDiscountStatus', null), Condition: is('CommitmentDiscountId', null) },
  'CommitmentDiscountStatus-C-004-C': {
    Requirement: isNot('CommitmentDiscountStatus', null),
    Condition: { CheckFunction: 'AND', Items: [isNot('CommitmentDiscountId', null), is('ChargeCategory', 'Usage')] },
  },
  'CommitmentDiscountStatus-C-005-M': {
    Requirement: { CheckFunction: 'OR', Items: ['Used', 'Unused', null].map(value => is('CommitmentDiscountStatus', value)) },
    Condition: {},
  },
  'CommitmentDiscountCategory-C-005-M': {
    Requirement: { CheckFunction: 'OR', Items: ['Spend', 'Usage'].map(value => is('CommitmentDiscountCategory', value)) },
    Condition: isNot('CommitmentDiscountId', null),
  },
};

const folder = process.env['CLOUDCOST_REFERENCE_DATA'] ?? '../shared/data';
const modelFile = path.join(folder, 'focus', 'model-1.2.json');
const isAtHand = existsSync(modelFile);
// The rules of the FOCUS validator, where that file is at hand.
describe(isAtHand ? 'the static rules of FOCUS 1.2' : `no ${modelFile}: the rules of FOCUS are not asked`, () => {
  const ask = isAtHand ? it : it.skip;
  const model = (): FocusModel => JSON.parse(readFileSync(modelFile, 'utf8')) as FocusModel;

  ask('use check functions that are all written', () => {
    const written = new Set([...Object.keys(rowChecks), ...Object.keys(dataSetChecks)]);
    expect(Object.keys(model().CheckFunctions).filter(name => !written.has(name))).toEqual([]);
  });

  ask('hold for every line of the ledger', () => {
    const { failures, warnings, asked, passedOver } = checkFocus(model(), { rows: allRows, columns, declared, corrected });
    expect(failures).toEqual({});
    // A plan has no invoices
    expect(warnings).toEqual({ 'CostAndUsage-D-033-O: InvoiceId is RECOMMENDED to be present in a FOCUS dataset.': 'InvoiceId' });
    expect(asked.size).toBeGreaterThan(300);
    const reasons = new Set([...passedOver.values()].map(reason => reason.replace(/: .*|\s(?=[A-Z]).*/, '')));
    expect([...reasons].sort()).toEqual(['MAY', 'no column', 'not declared', 'prose']);
  });

  ask('find what is wrong with a line', () => {
    const [first = {}] = allRows;
    const broken = (change: Row): string[] =>
      Object.keys(checkFocus(model(), { rows: [{ ...first, ...change }], columns, declared, corrected }).failures).map(text => text.split(':')[0] ?? '');
    expect(broken({})).toEqual([]);
    expect(broken({ BilledCost: null })).toContain('BilledCost-C-003-M');
    expect(broken({ BillingCurrency: 'dollars' })).toContain('BillingCurrency-C-003-M');
    expect(broken({ ListCost: 1e6 })).toContain('ListCost-C-009-C');
    expect(broken({ ChargeCategory: 'Tax' })).toContain('SkuId-C-004-C');
    expect(broken({ ServiceCategory: 'Plumbing' })).toContain('ServiceCategory-C-003-M');
  });
});
