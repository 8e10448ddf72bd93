import { isoOfInstant } from '../../quantity/calendar.ts';
import { secondsPerDay } from '../../quantity/conversion.ts';
import type { Ledger } from '../ledger.ts';
import type { Leaving } from '../migration.ts';
import type { ReportTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { inMinorUnits } from './migration.ts';

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
    { id: 'StayPerMonth', title: 'Staying, a month', format: 'money', description: 'On the mean of the plan.' },
    { id: 'GoPerMonth', title: 'There, a month', format: 'money', description: 'As stated.' },
    { id: 'ExitCost', title: 'Once', format: 'money', description: 'Likely, the months in which both are paid left out.' },
    { id: 'PaybackMonths', title: 'Paid back in', unit: 'months', format: 'decimal', description: 'Once over the saving of a month; blank: never.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const day = (instant: number): string => isoOfInstant(instant).slice(0, 10);

export const buildExitTimeline = ({ workloads }: Leaving, ledger: Ledger): ReportTable | null => {
  const rows = [...workloads]
    .sort((a, b) => a.end - b.end)
    .map(({ name, start, end, oldOff, blocker, transferDays, stayPerMonth, goPerMonth, exitCost }) => ({
      WorkloadId: name,
      Start: day(start),
      GoLive: day(end),
      OldOff: day(oldOff),
      Blocker: blocker,
      TransferDays: transferDays,
      TransferFits: transferDays === null ? null : transferDays <= (oldOff - start) / secondsPerDay ? 'yes' : 'no',
      StayPerMonth: inMinorUnits(stayPerMonth, ledger),
      GoPerMonth: inMinorUnits(goPerMonth, ledger),
      ExitCost: inMinorUnits(exitCost, ledger),
      PaybackMonths: stayPerMonth > goPerMonth ? exitCost / (stayPerMonth - goPerMonth) : null,
      BillingCurrency: ledger.currency,
    }));
  const last = rows.at(-1);
  const answer = last ? `The last workload is live on ${last.GoLive}: ${last.WorkloadId}.` : '';
  return fillTable(exitTimelineTable, { rows, answer, currency: ledger.currency });
};
