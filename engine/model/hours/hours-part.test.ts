import { describe, expect, it } from '@jest/globals';
import { fleet, january, price, reportOf } from '../../test/fleet.ts';
import { answerOf, rowsOf } from '../../test/report-rows.ts';

/** Ten nodes' worth of demand in working hours, two at all other times, on at least five nodes. */
const shaped = (from: number, to: number, Factor: number) =>
  Array.from({ length: to - from }, (_, hour) => ({ DemandId: 'a', DayOfWeek: 'weekday', HourOfDay: from + hour, Factor }));
const tables = {
  ...january, ...fleet({ a: { nodes: 2, nodeType: 't2.small' } }), DemandShapes: shaped(8, 18, 5), PriceSheet: [price('t2.small', 1)],
  Services: [{ ServiceId: 'a', DemandId: 'a', CapacityPerNode: 1, TargetUtilization: 1, MinNodes: 5 }],
};

describe('utilization by hour of the week', () => {
  it('is what is served over what the nodes can do', () => {
    const rows = rowsOf(reportOf(tables), 'OutHeatMap');
    expect(rows.map(row => row['Day'])).toEqual(['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']);
    const [monday, sunday] = [rows[0], rows[6]];
    expect([monday?.['Hour07'], monday?.['Hour08'], monday?.['Hour17'], monday?.['Hour18']]).toEqual([0.4, 1, 1, 0.4]);
    expect([sunday?.['Hour08'], sunday?.['Hour23']]).toEqual([0.4, 0.4]);
  });

  it('stands beside the mean day, and says when least is used', () => {
    const report = reportOf(tables);
    expect(answerOf(report, 'OutHeatMap')).toBe('a is used least on Mon at 0:00 (UTC): 40.0 % of what its nodes can do.');
    expect(report.tables.some(({ id }) => id === 'OutDayProfile')).toBe(true);
    expect(report.charts.some(({ id }) => id === 'ChartDayProfile')).toBe(true);
  });
});
