import type { FamilyAdvice } from '../commitment-advice.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { countText, numberText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { monthDate, monthText } from '../report-month.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say, type Sentence } from '../sentence.ts';
import type { RunResults } from '../run-results.ts';
import { termCounted } from './commitment-plan.ts';

export const commitmentScheduleTable = defineResultTable({
  id: 'OutCommitmentSchedule',
  version: 2,
  sheetName: 'Results When to buy',
  title: 'When to buy',
  question: 'What should be bought in which month, and when does it end?',
  description:
    'One row per purchase of reserved nodes or components, in whole units, beside what is held: the cheapest over the whole plan, for each ' +
    'way to count a term that ends after it.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'Family', title: 'For', format: 'text', description: 'Region and node type, or series.' },
    {
      id: 'TermCounted', title: 'Term counted', format: 'text',
      description: 'As in OutCommitmentPlan; demand goes on: the last twelve months are repeated after the plan, and bought for.',
    },
    { id: 'Month', title: 'Month', format: 'date', description: 'First day of the month it is bought in, UTC.' },
    { id: 'OptionId', title: 'Option', format: 'text', description: 'Row of CommitmentOptions.' },
    { id: 'What', title: 'What', format: 'text', description: 'How it is bought, and for what.' },
    { id: 'Quantity', title: 'Buy', format: 'decimal', description: 'Units bought in this month.' },
    { id: 'Unit', title: 'Unit', format: 'text', description: 'What the quantity counts.' },
    { id: 'EndsInPlan', title: 'Ends', format: 'date', description: 'First day of the month after the last it is held. Blank: after the plan.' },
    {
      id: 'LeaveBy', title: 'Given up by', format: 'text',
      description: 'resale or refund at that time, before its term ends. Blank: it is kept.',
    },
    { id: 'Proceeds', title: 'Comes back', format: 'money', description: 'Money that giving it up brings.' },
    {
      id: 'CouldMiss', title: 'Could miss', format: 'percent',
      description:
        'Share by which all purchases under this way to count may lie above the least within budget and pool: 0 is proved best.',
    },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildCommitmentSchedule = (
  families: readonly FamilyAdvice[],
  { horizon }: RunResults,
  ledger: Ledger,
  first: string,
): ComposedTable | null => {
  const dateOf = (month: number) => {
    const found = horizon.months[month];
    return found ? monthDate(found) : null;
  };
  const rows = families.flatMap(({ scenarioId, family, unit, plans }) =>
    plans.flatMap(({ rule, purchases, couldMiss }) =>
      purchases.map(({ optionId, what, month, endMonth, units, leaveBy, proceeds }) => ({
        ScenarioId: scenarioId,
        Family: family,
        TermCounted: termCounted[rule],
        Month: dateOf(month),
        OptionId: optionId,
        What: what,
        Quantity: units,
        Unit: unit,
        EndsInPlan: dateOf(endMonth),
        LeaveBy: leaveBy,
        Proceeds: proceeds === null ? null : roundedAmount(proceeds, ledger),
        CouldMiss: couldMiss,
        BillingCurrency: ledger.currency,
      })),
    ),
  );
  const own = rows.filter(row => row.TermCounted === first);
  const [earliest] = own;
  const firstMonth = horizon.months[0];
  const told = (row: typeof earliest & object): Sentence => {
    const [purchases, bought] = [countText(own.length, 'purchase'), `${numberText(row.Quantity, 0)} ${row.Unit}`];
    return firstMonth && row.Month === monthDate(firstMonth)
      ? say`${purchases} (term counted: ${first}); the first: ${bought} of ${row.What}, in ${monthText(firstMonth)}.`
      : say`${purchases} (term counted: ${first}); the first: ${bought} of ${row.What}.`;
  };
  const answer = earliest && firstMonth ? told(earliest) : say``;
  return fillTable(commitmentScheduleTable, { rows, answer, currency: ledger.currency });
};
