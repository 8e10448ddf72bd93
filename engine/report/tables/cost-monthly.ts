import { secondsPerHour } from '../../quantity/conversion.ts';
import { amountOf, sumUnits, usageLines, type Ledger, type LedgerLine } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import { fiscalYear, monthDate } from '../report-month.ts';
import type { ReportTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';

export const costMonthlyTable = defineResultTable({
  id: 'OutCostMonthly',
  version: 1,
  sheetName: 'Results Workloads',
  title: 'Cost by month and workload',
  question: 'What does each workload cost in each month?',
  description: 'One row per month, scenario and workload. Add up one scenario at a time.',
  columns: [
    { id: 'Month', title: 'Month', format: 'date', description: 'First day of the calendar month, UTC.' },
    {
      id: 'FiscalYear',
      title: 'Fiscal year',
      format: 'text',
      description: 'Named after the calendar year it ends in.',
    },
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'WorkloadId', title: 'Workload', format: 'text', description: 'Service or job.' },
    { id: 'Account', title: 'Account', format: 'text', description: 'Account of the workload.' },
    { id: 'CostCentre', title: 'Cost centre', format: 'text', description: 'Cost centre of the workload.' },
    { id: 'Environment', title: 'Environment', format: 'text', description: 'Environment of the workload.' },
    {
      id: 'NodeHours',
      title: 'Node-hours',
      unit: 'h',
      format: 'hours',
      description: 'Billed node-hours that ran, unused commitment left out.',
    },
    { id: 'ListCost', title: 'List cost', format: 'money', description: 'Usage at public on-demand prices.' },
    {
      id: 'ContractedCost',
      title: 'Contracted cost',
      format: 'money',
      description: 'Usage after negotiation, before commitments.',
    },
    { id: 'BilledCost', title: 'Billed cost', format: 'money', description: 'What the invoices of the month say.' },
    { id: 'EffectiveCost', title: 'Effective cost', format: 'money', description: 'Amortized cost of the month.' },
  ],
});

interface Group {
  readonly first: LedgerLine;
  readonly lines: LedgerLine[];
}

const byMonthAndWorkload = ({ lines }: Ledger): Group[] => {
  const groups = new Map<string, Group>();
  for (const line of lines) {
    const { scenarioId, workloadId } = line.placement;
    const name = JSON.stringify([scenarioId, line.monthIndex, workloadId]);
    const group = groups.get(name);
    if (group) group.lines.push(line);
    else groups.set(name, { first: line, lines: [line] });
  }
  return [...groups.values()];
};

/** Node-hours that ran in a month, for all placements of a workload. */
const nodeHours = ({ placements, horizon }: RunResults, { first: { placement, monthIndex } }: Group): number => {
  const month = horizon.months[monthIndex];
  if (!month) throw new Error(`the plan has no month ${monthIndex}`);
  let seconds = 0;
  for (const other of placements) {
    if (other.scenarioId !== placement.scenarioId || other.workloadId !== placement.workloadId) continue;
    for (let hour = month.startHour; hour < month.endHour; hour += 1)
      seconds += other.nodeSecondsByHour[hour] as number;
  }
  return seconds / secondsPerHour;
};

export const buildCostMonthly = (results: RunResults, ledger: Ledger): ReportTable | null => {
  const groups = byMonthAndWorkload(ledger);
  const dearest = groups.reduce<Group | null>(
    (best, group) =>
      best && sumUnits(best.lines, 'EffectiveCost') >= sumUnits(group.lines, 'EffectiveCost') ? best : group,
    null,
  );
  const { decimals, currency } = ledger;
  const months = results.horizon.months;
  const monthOf = (group: Group) => months[group.first.monthIndex] as (typeof months)[number];
  return fillTable(costMonthlyTable, {
    currency,
    answer: dearest
      ? `The dearest month is ${monthDate(monthOf(dearest)).slice(0, 7)} of ${dearest.first.placement.workloadId} in scenario ` +
        `${dearest.first.placement.scenarioId}: ${moneyText(amountOf(sumUnits(dearest.lines, 'EffectiveCost'), ledger), currency, decimals)}.`
      : '',
    rows: groups.map(group => {
      const { placement } = group.first;
      const used = usageLines(group.lines);
      return {
        Month: monthDate(monthOf(group)),
        FiscalYear: fiscalYear(monthOf(group), results.firstFiscalMonth),
        ScenarioId: placement.scenarioId,
        WorkloadId: placement.workloadId,
        Account: placement.ownership.account,
        CostCentre: placement.ownership.costCentre,
        Environment: placement.ownership.environment,
        NodeHours: nodeHours(results, group),
        ListCost: amountOf(sumUnits(used, 'ListCost'), ledger),
        ContractedCost: amountOf(sumUnits(used, 'ContractedCost'), ledger),
        BilledCost: amountOf(sumUnits(group.lines, 'BilledCost'), ledger),
        EffectiveCost: amountOf(sumUnits(group.lines, 'EffectiveCost'), ledger),
      };
    }),
  });
};
