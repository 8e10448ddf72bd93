import { isoOfInstant } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import type { Ledger } from '../ledger.ts';
import type { Leaving } from '../migration.ts';
import type { ComposedChart, ComposedTable } from '../report.ts';
import { columnSeries, defineResultTable, fillTable, spacerSeries } from '../result-table.ts';
import { inMinorUnits } from './migration.ts';
import { say } from '../sentence.ts';

export const exitTimelineTable = defineResultTable({
  id: 'OutExitTimeline',
  version: 1,
  sheetName: 'Results Timeline',
  title: 'Exit timeline',
  question: 'When does each workload leave, and what holds it up?',
  description: 'One row per workload, in the order in which the new places go live.',
  columns: [
    { id: 'WorkloadId', title: 'Workload', format: 'text', description: 'Row of MigrationPlan.' },
    { id: 'Start', title: 'Work begins', format: 'date', description: 'UTC.' },
    { id: 'GoLive', title: 'New place live', format: 'date', description: 'UTC.' },
    { id: 'OldOff', title: 'Old place left', format: 'date', description: 'After the months in which both are paid.' },
    { id: 'Blocker', title: 'Held up by', format: 'text', description: 'The workload it waits for, or its stated start; blank: nothing.' },
    { id: 'TransferDays', title: 'Days of transfer', unit: 'days', format: 'decimal', description: 'Of its data over its link; blank: not asked.' },
    { id: 'TransferFits', title: 'In time', format: 'text', description: 'yes when the transfer fits into the move.' },
    { id: 'PhysicalExit', title: 'Could be out by', format: 'date', description: 'By work and transfer alone, from the day the work begins.' },
    { id: 'ContractualExit', title: 'Free of contracts', format: 'date', description: 'The last commitment it uses and its notice end; blank: there is none.' },
    { id: 'StayPerMonth', title: 'Staying, a month', format: 'money', description: 'On the mean of the plan.' },
    { id: 'GoPerMonth', title: 'There, a month', format: 'money', description: 'On the mean of the plan.' },
    { id: 'ExitCost', title: 'Once', format: 'money', description: 'Likely, the months in which both are paid left out.' },
    { id: 'PaybackMonths', title: 'Paid back in', unit: 'months', format: 'decimal', description: 'Once over the saving of a month; blank: never.' },
    { id: 'DaysBefore', title: 'Before it', unit: 'days', format: 'integer', description: 'From the first day of the timeline until the work begins.' },
    { id: 'WorkDays', title: 'Work', unit: 'days', format: 'integer', description: 'Until the new place is live.' },
    { id: 'BothPaidDays', title: 'Both paid', unit: 'days', format: 'integer', description: 'Until the old place is left.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const day = (instant: number): string => isoOfInstant(instant).slice(0, 10);

const days = (seconds: number): number => Math.round(seconds / secondsPerDay);

export const buildExitTimeline = (
  { workloads }: Leaving,
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly charts: readonly ComposedChart[] } => {
  const first = Math.min(...workloads.map(({ start }) => start));
  const rows = [...workloads]
    .sort((a, b) => a.end - b.end)
    .map(({ name, start, end, oldOff, boundUntil, blocker, transferDays, stayPerMonth, goPerMonth, exitCost }) => ({
      WorkloadId: name,
      Start: day(start),
      GoLive: day(end),
      OldOff: day(oldOff),
      Blocker: blocker,
      TransferDays: transferDays,
      TransferFits: transferDays === null ? null : transferDays <= (oldOff - start) / secondsPerDay ? 'yes' : 'no',
      PhysicalExit: day(Math.max(end, start + (transferDays ?? 0) * secondsPerDay)),
      ContractualExit: boundUntil === null ? null : day(boundUntil),
      StayPerMonth: inMinorUnits(stayPerMonth, ledger),
      GoPerMonth: inMinorUnits(goPerMonth, ledger),
      ExitCost: inMinorUnits(exitCost, ledger),
      PaybackMonths: stayPerMonth > goPerMonth ? exitCost / (stayPerMonth - goPerMonth) : null,
      DaysBefore: days(start - first),
      WorkDays: days(end - start),
      BothPaidDays: days(oldOff - end),
      BillingCurrency: ledger.currency,
    }));
  const last = rows.at(-1);
  const answer = last ? say`The last workload is live on ${last.GoLive}: ${last.WorkloadId}.` : say``;
  const chart: ComposedChart = {
    id: 'ChartExitTimeline',
    tableId: exitTimelineTable.id,
    kind: 'barStacked',
    title: say`Exit timeline`,
    categoryColumn: 'WorkloadId',
    valueColumns: ['DaysBefore', 'WorkDays', 'BothPaidDays'],
    series: [spacerSeries('DaysBefore', rows.length), ...columnSeries(exitTimelineTable, ['WorkDays', 'BothPaidDays'], rows.length)],
    categoryAxisTitle: say`Workload`,
    valueAxisTitle: say`Days after ${day(first)}`,
  };
  return { table: fillTable(exitTimelineTable, { rows, answer, currency: ledger.currency }), charts: rows.length > 0 ? [chart] : [] };
};
