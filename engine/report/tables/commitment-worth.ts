import { decimal } from '../../numeric/decimal.ts';
import type { CommitmentAdvice } from '../commitment-advice.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText, percentText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { firstCounted, termCounted } from './commitment-plan.ts';
import { say } from '../sentence.ts';

export const commitmentWorthTable = defineResultTable({
  id: 'OutCommitmentWorth',
  version: 1,
  sheetName: 'Results Worth',
  title: 'What buying it is worth',
  question: 'What does the plan save, how sure is it to be the best, and what if demand turns out another?',
  description:
    'One row per scenario and way to count a term that ends after the plan. Fees of what is held already are left out: they are due in any case.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'TermCounted', title: 'Term counted', format: 'text', description: 'As in OutCommitmentPlan.' },
    { id: 'CostWithout', title: 'Buying nothing', format: 'money', description: 'On-demand cost of what is held leaves uncovered.' },
    { id: 'Cost', title: 'With the plan', format: 'money', description: 'Fees, counted that way, and what is still on-demand.' },
    { id: 'Saving', title: 'Saving', format: 'money', description: 'The one less the other.' },
    { id: 'CostOfRounding', title: 'Cost of whole steps', format: 'money', description: 'What it costs more than in fractions that nobody sells.' },
    { id: 'LowerBound', title: 'No less than', format: 'money', description: 'No quantities of these commitments, whole or not, cost less.' },
    { id: 'CouldMiss', title: 'Could miss', format: 'percent', description: 'Part of the cost that a better plan could save at most.' },
    { id: 'Upfront', title: 'Upfront', format: 'money', description: 'Due on the day of purchase.' },
    { id: 'Liability', title: 'Liability', format: 'money', description: 'All fees of all terms, also after the plan.' },
    {
      id: 'BreakEvenCashMonths', title: 'Break-even of cash', unit: 'months', format: 'decimal',
      description: 'Months until buying nothing would have cost as much as was paid. Blank: not in the plan.',
    },
    {
      id: 'BreakEvenLiabilityMonths', title: 'Break-even of liability', unit: 'months', format: 'decimal',
      description: 'Months until it would have cost as much as all that is owed. Blank: not in the plan.',
    },
    { id: 'RegretLess', title: 'Regret at 30 % less', format: 'money', description: 'Cost above the best plan for 30 % less demand in every hour.' },
    { id: 'RegretMore', title: 'Regret at 30 % more', format: 'money', description: 'Cost above the best plan for 30 % more.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildCommitmentWorth = (advice: readonly CommitmentAdvice[], ledger: Ledger): ComposedTable | null => {
  const { currency, decimals } = ledger;
  const rows = advice.map(each => {
    const amount = (value: number): number => roundedAmount(value, ledger);
    const [without, cost] = [amount(each.costWithout), amount(each.cost)];
    const regretAt = (isWanted: (factor: number) => boolean): number | null => {
      const found = each.regrets.find(({ factor }) => isWanted(factor));
      return found ? amount(found.regret) : null;
    };
    return {
      ScenarioId: each.scenarioId,
      TermCounted: termCounted[each.counted],
      CostWithout: without,
      Cost: cost,
      Saving: decimal(without).minus(cost).toNumber(),
      CostOfRounding: amount(each.cost - each.fractionalCost),
      LowerBound: amount(each.lowerBound),
      CouldMiss: each.cost > 0 ? Math.max(0, each.cost - each.lowerBound) / each.cost : 0,
      Upfront: amount(each.upfront),
      Liability: amount(each.liability),
      BreakEvenCashMonths: each.payback.cash,
      BreakEvenLiabilityMonths: each.payback.liability,
      RegretLess: regretAt(factor => factor < 1),
      RegretMore: regretAt(factor => factor > 1),
      BillingCurrency: currency,
    };
  });
  const [best] = rows.filter(row => row.TermCounted === firstCounted(advice)).sort((a, b) => b.Saving - a.Saving);
  const answer = best && best.Saving > 0
    ? say`In scenario ${best.ScenarioId} the plan saves ${moneyText(best.Saving, currency, decimals)}, ${
        percentText(best.Saving / best.CostWithout)
      } of what buying nothing costs.`
    : say`Buying nothing is the best plan.`;
  return fillTable(commitmentWorthTable, { rows, answer, currency });
};
