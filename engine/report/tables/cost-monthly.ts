import { secondsPerHour } from '../../quantity/conversion.ts';
import type { PlanMonth } from '../../workload/horizon.ts';
import { groupBy } from '../group-by.ts';
import { amountOf, sumUnits, usageLines, type Ledger, type LedgerLine } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import { fiscalYear, monthDate, monthText } from '../report-month.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say, type Sentence } from '../sentence.ts';
import type { ChargeOrigin, PlacementResult, RunResults } from '../run-results.ts';

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
    { id: 'WorkloadId', title: 'Workload', format: 'text', description: 'Service or job; blank for taxes, fees and what else no workload answers for.' },
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
  readonly lines: readonly LedgerLine[];
}

const workloadName = ({ scenarioId, workloadId }: ChargeOrigin): string => JSON.stringify([scenarioId, workloadId]);

const byMonthAndWorkload = ({ lines }: Ledger): Group[] =>
  [...groupBy(lines, line => `${line.monthIndex} ${workloadName(line.origin)}`).values()].map(group => ({
    first: group[0] as LedgerLine,
    lines: group,
  }));

/** Node-hours that ran in a month, for all placements of a workload. */
const nodeHours = (placements: readonly PlacementResult[], { startHour, endHour }: PlanMonth): number => {
  let seconds = 0;
  for (const { nodeSecondsByHour } of placements) {
    for (let hour = startHour; hour < endHour; hour += 1) seconds += nodeSecondsByHour[hour] as number;
  }
  return seconds / secondsPerHour;
};

export const buildCostMonthly = (results: RunResults, ledger: Ledger): ComposedTable | null => {
  const groups = byMonthAndWorkload(ledger);
  const placementsOf = groupBy(results.placements, workloadName);
  const dearest = groups.reduce<Group | null>(
    (best, group) =>
      best && sumUnits(best.lines, 'EffectiveCost') >= sumUnits(group.lines, 'EffectiveCost') ? best : group,
    null,
  );
  const { decimals, currency } = ledger;
  const months = results.horizon.months;
  const monthOf = (group: Group) => months[group.first.monthIndex] as (typeof months)[number];
  const told = (group: Group): Sentence => {
    const { workloadId, scenarioId } = group.first.origin;
    const month = monthText(monthOf(group));
    const cost = moneyText(amountOf(sumUnits(group.lines, 'EffectiveCost'), ledger), currency, decimals);
    return workloadId === null
      ? say`The dearest month is ${month} of what no workload answers for in scenario ${scenarioId}: ${cost}.`
      : say`The dearest month is ${month} of ${workloadId} in scenario ${scenarioId}: ${cost}.`;
  };
  return fillTable(costMonthlyTable, {
    currency,
    answer: dearest ? told(dearest) : say``,
    rows: groups.map(group => {
      const { origin } = group.first;
      const used = usageLines(group.lines);
      return {
        Month: monthDate(monthOf(group)),
        FiscalYear: fiscalYear(monthOf(group), results.firstFiscalMonth),
        ScenarioId: origin.scenarioId,
        WorkloadId: origin.workloadId,
        Account: origin.ownership.account,
        CostCentre: origin.ownership.costCentre,
        Environment: origin.ownership.environment,
        NodeHours: nodeHours(placementsOf.get(workloadName(origin)) ?? [], monthOf(group)),
        ListCost: amountOf(sumUnits(used, 'ListCost'), ledger),
        ContractedCost: amountOf(sumUnits(used, 'ContractedCost'), ledger),
        BilledCost: amountOf(sumUnits(group.lines, 'BilledCost'), ledger),
        EffectiveCost: amountOf(sumUnits(group.lines, 'EffectiveCost'), ledger),
      };
    }),
  });
};
