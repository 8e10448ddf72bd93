import type { FamilyAdvice } from '../commitment-advice.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say } from '../sentence.ts';

export const commitmentRulesTable = defineResultTable({
  id: 'OutCommitmentRules',
  version: 2,
  sheetName: 'Results Rules',
  title: 'Foresight and habit',
  question: 'What would common ways to decide cost, beside the best there is?',
  description: 'One row per scenario, kind of node or component, and option, each option by itself. Fees count by the share of the term in the plan.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'Family', title: 'For', format: 'text', description: 'Region and node type, or series.' },
    { id: 'OptionId', title: 'Option', format: 'text', description: 'Row of CommitmentOptions.' },
    { id: 'What', title: 'What', format: 'text', description: 'How it is bought, and for what.' },
    { id: 'CostWithout', title: 'Buying nothing', format: 'money', description: 'On-demand cost of what is held leaves uncovered.' },
    { id: 'BestCost', title: 'Best', format: 'money', description: 'The cheapest purchases of whole units over the months of the plan.' },
    {
      id: 'HabitCost', title: "Console's habit", format: 'money',
      description: 'What was cheapest in the days looked at, bought as a provider recommends. Blank: the plan is over by then.',
    },
    {
      id: 'HabitLooksAt', title: 'Looking at', format: 'text',
      description: '30 days before the plan, as the demand says of them; where it does not, the first 30 of the plan, on demand.',
    },
    {
      id: 'OnlineCost', title: 'As spend adds up', format: 'money',
      description: 'A unit is bought when its on-demand spend of the last term passes its fee; demand rounded up to whole units.',
    },
    { id: 'OnlineUnits', title: 'Units bought so', format: 'integer', description: 'Units that rule buys in the plan.' },
    {
      id: 'OnlineBound', title: 'Never more than', unit: 'times', format: 'decimal',
      description: 'However demand turns out, that rule costs at most so many times what foresight costs, whole fees counted.',
    },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildCommitmentRules = (families: readonly FamilyAdvice[], ledger: Ledger): ComposedTable | null => {
  const amount = (value: number | null): number | null => (value === null ? null : roundedAmount(value, ledger));
  const rows = families.flatMap(({ scenarioId, family, comparisons }) =>
    comparisons.map(each => ({
      ScenarioId: scenarioId,
      Family: family,
      OptionId: each.optionId,
      What: each.what,
      CostWithout: roundedAmount(each.costWithout, ledger),
      BestCost: roundedAmount(each.bestCost, ledger),
      HabitCost: amount(each.habitCost),
      HabitLooksAt: each.habitLooksAt === 'before' ? '30 days before' : 'first 30 days',
      OnlineCost: amount(each.onlineCost),
      OnlineUnits: each.onlineUnits,
      OnlineBound: each.onlineBound,
      BillingCurrency: ledger.currency,
    })),
  );
  const losses = rows.flatMap(row => (row.HabitCost === null ? [] : [{ row, loss: row.HabitCost - row.BestCost }]));
  const [worst] = losses.sort((a, b) => b.loss - a.loss);
  const answer = worst && worst.loss > 0
    ? say`Following the console costs up to ${moneyText(worst.loss, ledger.currency, ledger.decimals)} more than the best: ${worst.row.Family}, ${worst.row.OptionId}.`
    : say``;
  return fillTable(commitmentRulesTable, { rows, answer, currency: ledger.currency });
};
