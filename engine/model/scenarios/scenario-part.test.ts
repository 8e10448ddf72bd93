import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fleet, issuesOf, price, reportOf, reservation, settings, type Cells } from '../../test/fleet.ts';
import { rowsOf, type Row } from '../../test/report-rows.ts';
import { serial, type Rows } from '../../test/workbook.ts';

/** January 2027: 744 hours. Ten small nodes at 0.10 and five large ones at 0.40. */
const base = {
  ...settings('2027-01-01', 1), PriceSheet: [price('t2.small', 0.1), price('t2.large', 0.4)],
  ...fleet({ web: { nodes: 10, nodeType: 't2.small' }, batch: { nodes: 5, nodeType: 't2.large' } }),
};
const stated = 744 * (10 * 0.1 + 5 * 0.4);
const change = (
  ScenarioId: string, TableName: string, RowKey: string | null, ColumnName: string, Change: string | null, Value: string | number,
): Cells =>
  ({ ScenarioId, TableName, RowKey, ColumnName, Change, Value });
const outcome = (changes: readonly Cells[], tables: Readonly<Record<string, Rows>> = base): Row => {
  const rows = rowsOf(reportOf({ ...tables, Scenarios: changes }), 'OutScenario');
  expect(rows[0]).toMatchObject({ ScenarioId: 'as stated', Difference: 0 });
  return rows[1] as Row;
};
const steps = ({ Volume, Mix, Price, Commitment, Currency, Other }: Row) => ({ Volume, Mix, Price, Commitment, Currency, Other });
const none = { Volume: 0, Mix: 0, Price: 0, Commitment: 0, Currency: 0, Other: 0 };

describe('what if', () => {
  it('more of everything is volume', () => {
    const row = outcome([change('growth', 'DemandProfiles', null, 'Base', 'times', 1.4)]);
    expect(row).toMatchObject({
      EffectiveCost: 3124.8, Difference: expect.closeTo(0.4 * stated, 6) as unknown, DifferenceShare: expect.closeTo(0.4, 9) as unknown,
    });
    expect(steps(row)).toEqual({ ...none, Volume: expect.closeTo(0.4 * stated, 6) as unknown });
  });

  it('more of one kind is volume at the mean price, and the rest mix', () => {
    // 15 nodes at a mean of 0.20 become 20: 5 more at 0.20, and they are dear ones
    const row = outcome([change('batch doubles', 'demandprofiles', 'BATCH', 'base', 'plus', 5)]);
    expect(steps(row)).toEqual({
      ...none, Volume: expect.closeTo(744 * 5 * 0.2, 6) as unknown, Mix: expect.closeTo(744 * 5 * 0.2, 6) as unknown,
    });
  });

  it('another node type is mix, another price is price', () => {
    expect(steps(outcome([change('small', 'Placements', 'batch', 'NodeType', 'set', 't2.small')]))).toEqual({ ...none, Mix: expect.closeTo(-744 * 5 * 0.3, 6) as unknown });
    const sheet = base.PriceSheet.map((row, index) => ({ ...row, PriceId: index === 0 ? 'small' : 'large' }));
    const row = outcome([change('cut', 'PriceSheet', 'large', 'UnitPrice', 'times', 0.75)], { ...base, PriceSheet: sheet });
    expect(steps(row)).toEqual({ ...none, Price: -744 * 5 * 0.1 });
  });

  it('what reservations save is commitment, used or not', () => {
    const held = { ...base, Commitments: [reservation('ri', 't2.large', 4, { RecurringPerHour: 0.3 })] };
    const more = outcome([change('buy more', 'Commitments', 'ri', 'Quantity', 'set', 7)], held);
    // the fifth large node saves 0.10 an hour; two more cost 0.30 each and cover four small ones each, at 0.10
    expect(steps(more)).toEqual({ ...none, Commitment: expect.closeTo(744 * (2 * 0.3 - 0.8 - 0.1), 6) as unknown });
    const gone = outcome([change('sold', 'Commitments', 'ri', 'Quantity', 'times', 0.5)], held);
    expect(steps(gone)).toEqual({ ...none, Commitment: expect.closeTo(744 * 2 * 0.1, 6) as unknown });
  });

  it('another rate of exchange is currency, whatever else changes', () => {
    const euros = {
      ...base, PriceSheet: [price('t2.small', 0.1, 'on-demand', { Currency: 'EUR' }), price('t2.large', 0.4, 'on-demand', { Currency: 'EUR' })],
      FxRates: [{ From: 'EUR', To: 'USD', Rate: 1.1, Date: serial('2026-01-01') }],
    };
    const row = outcome([change('dollar falls', 'FxRates', null, 'Rate', 'set', 1.2), change('dollar falls', 'DemandProfiles', null, 'Base', 'times', 2)], euros);
    const inEuros = stated;
    expect(steps(row)).toEqual({
      ...none, Volume: expect.closeTo(1.1 * inEuros, 6) as unknown, Currency: expect.closeTo(0.1 * 2 * inEuros, 6) as unknown,
    });
  });

  it('fees and taxes are other', () => {
    const taxed = { ...base, Taxes: [{ TaxId: 'vat', Percent: 0.1 }] };
    expect(steps(outcome([change('vat', 'Taxes', 'vat', 'Percent', 'set', 0.2)], taxed))).toEqual({ ...none, Other: expect.closeTo(0.1 * stated, 6) as unknown });
  });

  it('costs what the workbook costs when its cells are changed, and is explained without a rest', () => {
    const held = { ...base, Commitments: [reservation('ri', 't2.large', 4, { RecurringPerHour: 0.3 })] };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 30 }),
        fc.integer({ min: 0, max: 12 }),
        fc.integer({ min: 1, max: 90 }),
        fc.integer({ min: 1, max: 9 }),
        fc.boolean(),
        (nodes, large, cents, quantity, isPriceOnly) => {
          const unitPrice = cents / 100;
          const priced = { ...base.PriceSheet[1], UnitPrice: unitPrice } as Cells;
          const changedBy = {
            PriceSheet: [base.PriceSheet[0] as Cells, priced], Commitments: [reservation('ri', 't2.large', quantity, { RecurringPerHour: 0.3 })],
            ...(isPriceOnly ? {} : { DemandProfiles: [{ DemandId: 'web', Base: nodes }, { DemandId: 'batch', Base: large }] }),
          };
          const whole = rowsOf(reportOf({ ...held, ...changedBy }), 'OutSummary')[0];
          const changes = [
            change('x', 'PriceSheet', String(priced['PriceId']), 'UnitPrice', 'set', unitPrice), change('x', 'Commitments', 'ri', 'Quantity', 'set', quantity),
            ...(isPriceOnly ? [] : [change('x', 'DemandProfiles', 'web', 'Base', 'set', nodes), change('x', 'DemandProfiles', 'batch', 'Base', 'set', large)]),
          ];
          const row = outcome(changes, held);
          expect(row).toMatchObject({ EffectiveCost: whole?.['EffectiveCost'], BilledCost: whole?.['BilledCost'], NodeHours: whole?.['NodeHours'], Other: 0, Currency: 0 });
        },
      ),
      { numRuns: 15 },
    );
  });

  it('leads step by step from one cost to the other', () => {
    const report = reportOf({ ...base, Scenarios: [change('batch doubles', 'DemandProfiles', 'batch', 'Base', 'plus', 5)] });
    const rows = rowsOf(report, 'OutScenarioBridge');
    expect(rows.map(row => row['Step'])).toEqual(['As stated', 'Volume', 'Mix', 'batch doubles']);
    const [first, volume, mix, last] = rows.map(row => ['Below', 'Total', 'Rise', 'Fall'].map(column => Number(row[column])));
    expect(first).toEqual([0, stated, 0, 0]);
    expect(volume?.[0]).toBe(stated);
    expect(mix?.[0]).toBeCloseTo(stated + (volume?.[2] ?? 0), 6);
    expect(last?.[1]).toBeCloseTo((mix?.[0] ?? 0) + (mix?.[2] ?? 0), 6);
  });

  it('holds a column that the table does not have yet, and a default', () => {
    // Nodes used to half: twice as many
    expect(outcome([change('spare', 'Services', null, 'TargetUtilization', 'times', 0.5)])).toMatchObject({ EffectiveCost: 2 * stated });
    expect(outcome([change('fewest', 'Services', 'web', 'MinNodes', 'set', 20)])).toMatchObject({ NodeHours: 744 * 25 });
  });

  it('says at its own row what is wrong', () => {
    const of = (...parts: Parameters<typeof change>) => issuesOf({ ...base, Scenarios: [change(...parts)] });
    expect(of('x', 'Servces', null, 'MinNodes', 'set', 1)).toEqual([['change-unknown-table', 'error', 'TableName']]);
    expect(of('x', 'Services', 'wob', 'MinNodes', 'set', 1)).toEqual([['change-unknown-row', 'error', 'RowKey']]);
    expect(of('x', 'Services', 'web', 'Nodes', 'set', 1)).toEqual([['change-unknown-column', 'error', 'ColumnName']]);
    expect(of('x', 'Placements', 'web', 'NodeType', 'times', 2)).toEqual([['change-of-text', 'error', 'Value']]);
    expect(of('x', 'Settings', 'BaseCurrency', 'Value', 'set', 'EUR').map(([code]) => code)).toContain('change-of-currency');
    expect(of('x', 'Placements', 'web', 'NodeType', 'set', 't9.huge')).toEqual([['unknown-node-type', 'error', 'Value']]);
    expect(of('x', 'DemandProfiles', 'web', 'Base', 'set', 'many')).toEqual([['invalid-number', 'error', 'Value']]);
    expect(issuesOf({ ...base, Scenarios: [{ ...change('x', 'DemandProfiles', 'web', 'Base', 'set', 1), From: 'Bse' }] })).toEqual([['unknown-reference', 'error', 'From']]);
    expect(issuesOf({ ...base, Scenarios: [change('x', 'DemandProfiles', 'web', 'Base', 'set', 1), change('x', 'DemandProfiles', 'web', 'Base', 'set', 2)] })
      .map(([code]) => code)).toEqual(['duplicate-key']);
  });
});
