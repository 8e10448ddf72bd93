import { describe, expect, it } from '@jest/globals';
import { detail, fleet, hoursBy, issuesOf, january, plan, price, reportOf, reservation } from '../../test/fleet.ts';
import { sumInMinorUnits } from '../../test/report-rows.ts';
import { serial, type Rows } from '../../test/workbook.ts';

describe('commitments that cannot be read', () => {
  const one = { ...january, ...fleet({ a: { nodes: 5, nodeType: 't2.small' } }), PriceSheet: [price('t2.small', 0.02)] };
  const good = reservation('ri', 't2.small', 1);
  it.each<[string, Rows, [string, string, string][]]>([
    ['ends before it starts', [{ ...good, End: serial('2026-12-31') }], [['end-before-start', 'error', 'End']]],
    ['ends long after its term', [{ ...good, End: serial('2029-01-01') }], [['commitment-longer-than-term', 'error', 'End']]],
    ['has a negative quantity', [{ ...good, Quantity: -1 }], [['not-above', 'error', 'Quantity']]],
    ['has a negative amount', [plan('csp', 'compute-sp', -1)], [['not-above', 'error', 'HourlyCommit']]],
    ['has no quantity', [{ ...good, Quantity: null }], [['blank-cell', 'error', 'Quantity']]],
    ['has no amount', [plan('csp', 'compute-sp', 0, { HourlyCommit: null })], [['blank-cell', 'error', 'HourlyCommit']]],
    ['is of an unknown kind', [{ ...good, Kind: 'rented' }], [['not-a-choice', 'error', 'Kind']]],
    ['is not sold by its provider', [{ ...good, Kind: 'azure-sp', HourlyCommit: 1 }], [['purchase-not-sold', 'error', 'Kind']]],
    ['is not paid so', [{ ...good, Payment: 'monthly' }], [['purchase-not-sold', 'error', 'Payment']]],
    ['is a plan for databases, for nodes', [plan('db', 'database-sp', 1, { NodeTypeOrFamily: 'm5.large' })], [
      ['commitment-not-for-nodes', 'error', 'NodeTypeOrFamily'],
    ]],
    ['is bought in another unit', [{ ...good, QuantityUnit: 'vcpu' }], [['commitment-unit', 'error', 'QuantityUnit']]],
    ['is stated twice', [good, { ...good, CommitmentId: 'again' }], [['commitment-twice', 'error', 'CommitmentId']]],
    ['has the name of another', [good, { ...good, Quantity: 2 }], [['duplicate-key', 'error', 'CommitmentId']]],
    ['has no price and states none', [{ ...good, RecurringPerHour: null }], [['no-price', 'error', 'NodeTypeOrFamily']]],
    ['is in a scenario without placements', [{ ...good, ScenarioId: 'Bse' }], [['unknown-reference', 'error', 'ScenarioId']]],
    ['is in a currency without a rate', [{ ...good, Currency: 'EUR' }], [['no-exchange-rate', 'error', 'Currency']]],
    ['is not live in the plan', [{ ...good, Start: serial('2030-01-01') }], [['commitment-outside-plan', 'warning', 'Start']]],
    ['covers nothing', [{ ...good, NodeTypeOrFamily: 'm5.large' }], [['commitment-covers-nothing', 'warning', 'CommitmentId']]],
    ['covers no node as a database plan does', [plan('db', 'database-sp', 1)], [['commitment-covers-nothing', 'warning', 'CommitmentId']]],
  ])('%s', (_, Commitments, expected) => {
    expect(issuesOf({ ...one, Commitments })).toEqual(expected);
  });

  it('does not crash on any cell', () => {
    const nasty = [null, '', 'x', '#N/A', true, -1, 0, 1e308, Number.MAX_SAFE_INTEGER, 0.1, 1e-320, '__proto__', '2027-13-01', 60, 2_958_466];
    const rows = [{ ...good, End: serial('2027-12-31'), Upfront: 1, Currency: 'USD' }, plan('csp', 'compute-sp', 1, { RateLocked: 'no' })];
    for (const row of rows) {
      for (const column of Object.keys(row)) {
        for (const cell of nasty) expect(() => issuesOf({ ...one, Commitments: [{ ...row, [column]: cell }] })).not.toThrow();
      }
    }
  });

  it('never covers EC2 by a database plan', () => {
    const report = reportOf({ ...one, Commitments: [plan('db', 'database-sp', 1)] });
    expect(hoursBy(report)).toEqual({ 'a on-demand': 5 });
    expect(sumInMinorUnits(detail(report).filter(({ CommitmentDiscountStatus }) => CommitmentDiscountStatus === 'Unused'), 'EffectiveCost')).toBe(74_400);
  });
});
