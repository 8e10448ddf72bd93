import { secondsPerDay, secondsPerHour } from '../../quantity/conversion.ts';
import type { Ledger } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import { monthDate } from '../report-month.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { RunResults } from '../run-results.ts';
import { scenarioNamed } from '../scenario-named.ts';
import type { UnitRow } from '../showback.ts';
import { workloadCostByMonth } from '../workload-cost.ts';
import { say } from '../sentence.ts';

export const unitCostTable = defineResultTable({
  id: 'OutUnitCost',
  version: 1,
  sheetName: 'Results Unit cost',
  title: 'Cost of a unit',
  question: 'What does one unit of each workload cost, and how does that change?',
  description: 'One row for each unit and month; the last row of a unit is the whole plan. Costs are effective, commitments nobody used left out.',
  columns: [
    { id: 'WorkloadId', title: 'Workload', format: 'text', description: 'Row of UnitCosts.' },
    { id: 'Unit', title: 'Unit', format: 'text', description: 'What is counted.' },
    { id: 'Period', title: 'Period', format: 'text', description: 'Month, or the whole plan.' },
    { id: 'Quantity', title: 'Units', format: 'decimal', description: 'Stated, or of the demand served.' },
    { id: 'EffectiveCost', title: 'Effective cost', format: 'money', description: 'Of the workload.' },
    { id: 'Per', title: 'For so many', format: 'decimal', description: 'Units the cost is told for.' },
    { id: 'UnitCost', title: 'Cost', unit: 'for so many', format: 'unitPrice', description: 'Cost over units; blank without units.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const perSecond: readonly (readonly [pattern: RegExp, seconds: number])[] = [
  [/\/\s*(s|sec|second)$/i, 1], [/\/\s*(min|minute)$/i, 60], [/\/\s*(h|hour)$/i, secondsPerHour], [/\/\s*(d|day)$/i, secondsPerDay],
];

/** Seconds a rate is told for; null of a stock such as users. */
const rateSeconds = (demandUnit: string | null): number | null => perSecond.find(([pattern]) => pattern.test(demandUnit ?? ''))?.[1] ?? null;

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Demand served in each month: a rate counted over time, a stock on the mean. */
const servedByMonth = ({ workloadId, scenarioId }: UnitRow, { scenarios, horizon }: RunResults): number[] | null => {
  const scenario = scenarioNamed(scenarios, scenarioId);
  const services = (scenario?.placements ?? []).filter(placement => isSame(placement.workloadId, workloadId) && placement.outcome.kind === 'service');
  if (services.length === 0) return null;
  return horizon.months.map(({ startHour, endHour }) => {
    let sum = 0;
    let seconds: number | null = null;
    for (const { outcome } of services) {
      if (outcome.kind !== 'service') continue;
      seconds = rateSeconds(outcome.demandUnit);
      for (let hour = startHour; hour < endHour; hour += 1) sum += outcome.capacity.servedByHour[hour] as number;
    }
    return seconds === null ? sum / (endHour - startHour) : (sum * secondsPerHour) / seconds;
  });
};

/** What a job's units or a month's come to in each month: those in all follow the cost. */
const unitsByMonth = (row: UnitRow, costs: readonly number[], results: RunResults): (number | null)[] => {
  const { unitsInAll, unitsPerMonth, unitsPerDemand } = row;
  const total = costs.reduce((sum, cost) => sum + cost, 0);
  if (unitsInAll !== null) return costs.map(cost => (total === 0 ? null : (unitsInAll * cost) / total));
  if (unitsPerMonth !== null) return costs.map(() => unitsPerMonth);
  return servedByMonth(row, results)?.map(served => served * unitsPerDemand) ?? costs.map(() => null);
};

export const buildUnitCost = (units: readonly UnitRow[], results: RunResults, ledger: Ledger): ComposedTable | null => {
  const blocks = units.map(row => {
    const { workloadId, unit, per, scenarioId, unitsInAll } = row;
    const costs = workloadCostByMonth(workloadId, scenarioId, results, ledger);
    const quantities = unitsByMonth(row, costs, results);
    const line = (Period: string, quantity: number | null, cost: number) => ({
      WorkloadId: workloadId,
      Unit: unit,
      Period,
      Quantity: quantity,
      EffectiveCost: cost,
      Per: per,
      UnitCost: quantity === null || quantity === 0 ? null : (cost / quantity) * per,
      BillingCurrency: ledger.currency,
    });
    const months = results.horizon.months.map(
      (month, index) => line(monthDate(month).slice(0, 7), quantities[index] ?? null, costs[index] ?? 0),
    );
    const known = quantities.filter(quantity => quantity !== null);
    const whole = line('whole plan', known.length === 0 ? null : known.reduce((sum, each) => sum + each, 0), months.reduce((sum, { EffectiveCost }) => sum + EffectiveCost, 0));
    return unitsInAll === null ? [...months, whole] : [whole];
  });
  const [first] = blocks.map(block => block.at(-1));
  const cost = moneyText(first?.UnitCost ?? 0, ledger.currency, 4);
  const told = first?.Per === 1
    ? say`${first.WorkloadId}: a ${first.Unit} costs ${cost}.`
    : say`${first?.WorkloadId ?? ''}: ${first?.Per ?? 0} ${first?.Unit ?? ''} costs ${cost}.`;
  const answer = first && first.UnitCost !== null ? told : say``;
  return fillTable(unitCostTable, { rows: blocks.flat(), answer, currency: ledger.currency });
};
