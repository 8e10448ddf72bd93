import { decimal } from '../../numeric/decimal.ts';
import type { CommitmentAdvice } from '../commitment-advice.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText, numberText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say } from '../sentence.ts';

export const termCounted: Readonly<Record<CommitmentAdvice['counted'], string>> = {
  amortized: 'share', liability: 'whole', extended: 'demand goes on',
};

/** The way to count a term that answers speak of first. */
export const firstCounted = (advice: readonly CommitmentAdvice[]): string =>
  termCounted[advice.find(({ isFirst }) => isFirst)?.counted ?? 'amortized'];

export const commitmentPlanTable = defineResultTable({
  id: 'OutCommitmentPlan',
  version: 1,
  sheetName: 'Results What to buy',
  title: 'What to buy',
  question: 'How much of each commitment should be bought on the first day of the plan?',
  description:
    'One row per scenario, way to count a term that ends after the plan, and commitment considered, beside what is held. Add up one scenario ' +
    'and one way at a time.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    {
      id: 'TermCounted', title: 'Term counted', format: 'text',
      description:
        'share: fees of the hours inside the plan. whole: all fees of the term, as if nothing came after the plan. demand goes on: its last twelve ' +
        'months are repeated for the longest term, and all figures are of that time.',
    },
    { id: 'OptionId', title: 'Option', format: 'text', description: 'Row of CommitmentOptions.' },
    { id: 'What', title: 'What', format: 'text', description: 'How it is bought, and for what.' },
    { id: 'Region', title: 'Region', format: 'text', description: 'Region it holds in; blank: everywhere.' },
    { id: 'Quantity', title: 'Buy', format: 'decimal', description: 'Units, or amount per hour, in steps of what is sold.' },
    { id: 'Unit', title: 'Unit', format: 'text', description: 'What the quantity counts.' },
    { id: 'FractionalQuantity', title: 'In fractions', format: 'decimal', description: 'The same if any fraction could be bought.' },
    { id: 'Upfront', title: 'Upfront', format: 'money', description: 'Due on the day of purchase.' },
    { id: 'Fees', title: 'Fees', format: 'money', description: 'Amortized fees of its hours in that time.' },
    { id: 'CoveredOnDemandCost', title: 'Covered', format: 'money', description: 'What the usage it covers would cost on-demand.' },
    { id: 'Saving', title: 'Saving', format: 'money', description: 'Covered on-demand cost less fees, waste included.' },
    { id: 'Utilization', title: 'Utilization', format: 'percent', description: 'Part of what is committed that is used. Blank of nothing.' },
    {
      id: 'BreakEvenUtilization', title: 'Break-even utilization', format: 'percent',
      description: 'Utilization from which on it costs no more than on-demand, for what it covers.',
    },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildCommitmentPlan = (advice: readonly CommitmentAdvice[], ledger: Ledger): ComposedTable | null => {
  const { currency, decimals } = ledger;
  const rows = advice.flatMap(({ scenarioId, counted, commitments }) =>
    commitments.map(each => {
      const [fees, covered] = [roundedAmount(each.fees, ledger), roundedAmount(each.coveredCost, ledger)];
      return {
        ScenarioId: scenarioId,
        TermCounted: termCounted[counted],
        OptionId: each.optionId,
        What: each.what,
        Region: each.region,
        Quantity: each.quantity,
        Unit: each.unit ?? `${currency} per hour`,
        FractionalQuantity: each.fractionalQuantity,
        Upfront: roundedAmount(each.upfront, ledger),
        Fees: fees,
        CoveredOnDemandCost: covered,
        Saving: decimal(covered).minus(fees).toNumber(),
        Utilization: each.utilization,
        BreakEvenUtilization: each.breakEvenUtilization,
        BillingCurrency: currency,
      };
    }),
  );
  const bought = rows.filter(row => row.Quantity > 0 && row.TermCounted === firstCounted(advice));
  const [first] = [...bought].sort((a, b) => b.Saving - a.Saving);
  const answer = !first
    ? say`Nothing considered pays.`
    : say`Buy ${numberText(first.Quantity, Number.isInteger(first.Quantity) ? 0 : 3)} ${first.Unit} of ${first.What} in scenario ${first.ScenarioId}: it saves most, ${moneyText(first.Saving, currency, decimals)}.`;
  return fillTable(commitmentPlanTable, { rows, answer, currency });
};
