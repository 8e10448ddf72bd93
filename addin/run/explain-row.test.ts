import { describe, expect, it } from '@jest/globals';
import { useTestHost } from '../../host/test-addin/use-test-host.ts';
import type { InputCell, ModelInput } from '../../engine/index.ts';
import { selectedRow, type SelectedRow } from '../workbook/selected-row.ts';
import { explainRow } from './explain-row.ts';

const table = (tableName: string, headers: readonly string[], rows: readonly (readonly InputCell[])[]) =>
  ({ tableName, sheetName: `${tableName} sheet`, headerRowIndex: 4, firstColumnIndex: 1, headers, rows });
/** Serials of 1 January and 1 February 2027. */
const [january, february] = [46_388, 46_419];
const ledgerColumns = [
  'BillingPeriodStart', 'ChargeCategory', 'ChargeDescription', 'RegionId', 'ResourceId', 'ResourceType', 'SkuPriceId', 'PricingQuantity', 'PricingUnit',
  'ContractedUnitPrice', 'BillingCurrency', 'ContractedCost', 'BilledCost', 'EffectiveCost', 'CommitmentDiscountId', 'x_ScenarioId', 'x_WorkloadId', 'x_PlacementId',
];
const usage = (month: number, quantity: number, more: { cost?: number; commitment?: string; workload?: string } = {}): InputCell[] => {
  const { cost = quantity * 0.2, commitment = null, workload = 'web' } = more;
  return [
    month, 'Usage', commitment ? 'Committed usage' : 'Compute usage', 'r', workload, 'm', 'aws/r/m/on-demand', quantity, 'Hours', 0.2, 'USD', quantity * 0.2,
    commitment ? 0 : cost, cost, commitment, 'base', workload, workload,
  ];
};
const tax: InputCell[] = [january, 'Tax', 'Tax (vat)', null, null, null, null, null, null, null, 'USD', 30, 30, 30, null, 'base', 'web', null];
const input: ModelInput = {
  dateSystem: 1900,
  tables: [
    table('OutCostDetail', ledgerColumns, [
      usage(january, 100), usage(january, 50), usage(january, 10, { cost: 1, commitment: 'ri' }), usage(february, 70), usage(january, 999, { workload: 'other' }), tax,
    ]),
    table('OutPrices', ['Region', 'NodeType', 'Purchase', 'Source', 'AsOf'], [['r', 'm', 'on-demand', 'list of the provider', january]]),
    table('Placements', ['WorkloadId', 'PlacementId'], [['other', 'other'], ['web', 'web']]),
    table('Commitments', ['CommitmentId'], [['ri']]),
  ],
};
const row = (tableName: string, cells: Readonly<Record<string, unknown>>): SelectedRow =>
  ({ tableName, headers: Object.keys(cells), cells: Object.values(cells) });
const monthOfWeb = row('OutCostMonthly', { Month: january, ScenarioId: 'Base', WorkloadId: 'web', CostCentre: '', EffectiveCost: 61 });

describe('a row of results', () => {
  it('is explained by the charges behind it: quantity times price, its source, what covers it, and the inputs', () => {
    const explained = explainRow(monthOfWeb, input);
    expect(explained).toEqual({
      kind: 'charges',
      about: 'Base · web · 2027-01',
      charges: [
        // 100 and 50 hours at 0.20, added up
        expect.objectContaining({
          what: 'web: Compute usage', formula: '150.00 Hours × USD 0.20 = USD 30.00', effective: 'USD 30.00', billed: 'USD 30.00', commitment: '',
          source: 'list of the provider, 2027-01-01',
        }),
        expect.objectContaining({ what: 'Tax (vat)', formula: '', effective: 'USD 30.00', source: '' }),
        expect.objectContaining({ formula: '10.00 Hours × USD 0.20 = USD 2.00', commitment: 'ri', effective: 'USD 1.00', billed: 'USD 0.00' }),
      ],
      rest: '',
      effective: 'USD 61.00',
      billed: 'USD 60.00',
      links: [
        { label: 'Placements: web', sheetName: 'Placements sheet', cellAddress: 'C7' },
        { label: 'Commitments: ri', sheetName: 'Commitments sheet', cellAddress: 'B6' },
      ],
    });
  });

  it('without a workload is about the charges that none answers for', () => {
    const unused = usage(january, 4, { cost: 0.5, commitment: 'ri', workload: '' });
    const ledger = table('OutCostDetail', ledgerColumns, [usage(january, 100), unused]);
    const explained = explainRow(row('OutCostMonthly', { Month: january, ScenarioId: 'base', WorkloadId: null }), { ...input, tables: [ledger] });
    expect(explained).toMatchObject({ about: 'base · 2027-01', effective: 'USD 0.50', charges: { length: 1 } });
  });

  it('adds up what is too much to show', () => {
    const many = Array.from({ length: 15 }, (_, index) => usage(january, 1000 - index, { workload: `w${index}` }));
    const explained = explainRow(row('OutSummary', { ScenarioId: 'base' }), { ...input, tables: [table('OutCostDetail', ledgerColumns, many)] });
    // The three smallest: 988, 987 and 986 hours at 0.20
    expect(explained).toMatchObject({ charges: { length: 12 }, rest: 'And 3 more kinds of charges of USD 592.20 together.' });
  });

  it('says so where there is nothing to explain', () => {
    const none = [
      row('OutLockIn', { Measure: 'Payback', Months: 5 }), row('Placements', { PlacementId: 'web' }), row('OutSummary', { ScenarioId: 'another' }),
    ].map(each => explainRow(each, input));
    expect(none.map(({ kind }) => kind)).toEqual(['none', 'none', 'none']);
    expect(none[2]).toMatchObject({ message: 'The ledger has no charge for what this row names.' });
    expect(explainRow(monthOfWeb, { ...input, tables: [] })).toMatchObject({ kind: 'none' });
  });
});

describe('the selected row', () => {
  const host = useTestHost();

  it('is that of the table in which the cell stands', async () => {
    await Excel.run(async context => {
      const sheet = context.workbook.worksheets.add('Results');
      const range = sheet.getRange('C3:D5');
      range.values = [['Month', 'Cost'], [1, 10], [2, 20]];
      sheet.tables.add(range, true).name = 'OutAny';
      sheet.activate();
      await context.sync();
    });
    const select = (address: string): Promise<void> =>
      Excel.run(async context => {
        context.workbook.worksheets.getItem('Results').getRange(address).select();
        await context.sync();
      });
    await select('D5');
    expect(await selectedRow()).toEqual({ tableName: 'OutAny', headers: ['Month', 'Cost'], cells: [2, 20] });
    for (const outside of ['C3', 'E5', 'C6']) {
      await select(outside);
      expect([outside, await selectedRow()]).toEqual([outside, null]);
    }
    expect(host.current.session.stats.unknown).toEqual([]);
  });
});
