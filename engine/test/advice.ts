import type { ComposedReport } from '../report/report.ts';
import { fleet, january, price, type Cells } from './fleet.ts';
import { rowsOf, type Row } from './report-rows.ts';

export const option = (OptionId: string, Kind: string, more: Cells = {}): Cells => ({ OptionId, Provider: 'aws', Kind, Term: '1y', ...more });

/** Four nodes always, six more in the first twelve hours of each day: of 744 hours, 372. */
export const tables = {
  ...january,
  ...fleet({ always: { nodes: 4, nodeType: 't2.small' }, day: { nodes: 6, nodeType: 't2.small' } }),
  DemandShapes: Array.from({ length: 12 }, (_, hour) => ({ DemandId: 'day', DayOfWeek: 'all', HourOfDay: 12 + hour, Factor: 0 })),
  PriceSheet: [
    price('t2.small', 1),
    price('t2.small', 0.63, 'reserved-1y-no-upfront'),
    price('t2.small', 0.75, 'compute-sp-1y-no-upfront'),
  ],
};
export const byTerm = (report: ComposedReport, tableId: string, term: string): Row[] => rowsOf(report, tableId).filter(row => row['TermCounted'] === term);
