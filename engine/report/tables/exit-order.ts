import { bestLeave, costWhenDone, unusedCommitment, type ExitWork } from '../../migration/exit-work.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { Check } from '../checks.ts';
import type { LeavingOrder } from '../leaving-order.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText, percentText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { oneByOne, say } from '../sentence.ts';

export const exitOrderTable = defineResultTable({
  id: 'OutExitOrder',
  version: 1,
  sheetName: 'Results Exit order',
  title: 'In which order to leave',
  question: 'In which order should one team move the workloads, so that the least is paid for commitments nobody uses?',
  description:
    'One row per workload, in the order in which the team works on one after the other. What is ready may wait for its commitment to end, without the team; ' +
    'what has a stated day leaves not before it.',
  columns: [
    { id: 'Place', title: 'Place', format: 'integer', description: 'In the order.' },
    { id: 'WorkloadId', title: 'Workload', format: 'text', description: 'Row of MigrationPlan.' },
    { id: 'WorkStart', title: 'Work from', format: 'date', description: 'The team begins.' },
    { id: 'WorkEnd', title: 'Work to', format: 'date', description: 'It could leave.' },
    { id: 'Leaves', title: 'Leaves', format: 'date', description: 'The cheapest day from then on; blank: staying costs least.' },
    { id: 'WaitsFor', title: 'Waits for', format: 'text', description: 'Why it does not leave when the work is done.' },
    { id: 'CommittedUntil', title: 'Committed until', format: 'date', description: 'Blank: not committed.' },
    { id: 'StrandedCost', title: 'Due unused', format: 'money', description: 'Commitment that is still due after it has left, within the plan.' },
    { id: 'CostToEnd', title: 'Cost to the end', format: 'money', description: 'Staying, going and what is due unused, to the end of the plan.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

const waitsFor = (work: ExitWork, done: number, leaves: number, months: number): string | null => {
  if (leaves >= months) return 'nothing: it stays';
  if (leaves <= done) return null;
  return leaves > work.notBefore ? 'end of its commitment' : 'stated day';
};

export const buildExitOrder = (
  { works, start, months, secondsPerMonth, found, byExpiryCost }: LeavingOrder,
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly checks: readonly Check[] } => {
  const at = (month: number): string => isoOfInstant(start + Math.round(month * secondsPerMonth)).slice(0, 10);
  let done = 0;
  const rows = found.order.map((place, index) => {
    const work = works[place] as ExitWork;
    const begun = done;
    done += work.workMonths;
    const leaves = bestLeave(work, done, months);
    return {
      Place: index + 1,
      WorkloadId: work.name,
      WorkStart: at(begun),
      WorkEnd: at(done),
      Leaves: leaves >= months ? null : at(leaves),
      WaitsFor: waitsFor(work, done, leaves, months),
      CommittedUntil: work.committedPerMonth > 0 ? at(work.committedUntil) : null,
      StrandedCost: roundedAmount(unusedCommitment(work, leaves, months), ledger),
      CostToEnd: roundedAmount(costWhenDone(work, done, months), ledger),
      BillingCurrency: ledger.currency,
    };
  });
  const money = (amount: number): string => moneyText(amount, ledger.currency, ledger.decimals);
  const saved = roundedAmount(byExpiryCost - found.cost, ledger);
  const gap = found.cost > 0 ? 1 - found.lowerBound / found.cost : 0;
  const cost = saved > 0
    ? say`${money(found.cost)} to the end of the plan, ${money(saved)} less than by earliest end of commitments.`
    : say`${money(found.cost)} to the end of the plan, as by earliest end of commitments.`;
  const answer = oneByOne(cost, found.isExact ? say`No order costs less.` : say`No order costs less than ${percentText(gap)} below it.`);
  const check: Check = {
    check: 'Costs of the exit order add up',
    scenarioId: '',
    expected: found.cost,
    actual: rows.reduce((sum, { CostToEnd }) => sum + CostToEnd, 0),
    // Each row is rounded to minor units
    tolerance: (rows.length * 0.5) / 10 ** ledger.decimals + 1e-6,
  };
  return { table: fillTable(exitOrderTable, { rows, answer, currency: ledger.currency }), checks: [check] };
};
