import { multiCloudOverhead } from '../../migration/people-and-clouds.ts';
import type { CloudMixRow } from '../dependence.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say } from '../sentence.ts';

export const cloudMixesResultTable = defineResultTable({
  id: 'OutCloudMixes',
  version: 1,
  sheetName: 'Results Several clouds',
  title: 'Several clouds',
  question: 'What does running on several providers cost more than on one?',
  description: 'One row per choice, amounts of a year. The shares are weakly founded: three values, none of them a percentile.',
  columns: [
    { id: 'MixId', title: 'Choice', format: 'text', description: 'Row of CloudMixes.' },
    { id: 'Providers', title: 'Providers', format: 'integer', description: 'How many.' },
    { id: 'BillPerYear', title: 'Bill', format: 'money', description: 'As stated.' },
    { id: 'OverheadLeast', title: 'Overhead, least', format: 'money', description: 'Of each provider after the first, and what is there twice.' },
    { id: 'OverheadLikely', title: 'Overhead, likely', format: 'money', description: 'The same.' },
    { id: 'OverheadMost', title: 'Overhead, most', format: 'money', description: 'The same.' },
    { id: 'LossAvoided', title: 'Losses avoided', format: 'money', description: 'As stated.' },
    { id: 'NetLikely', title: 'Net, likely', format: 'money', description: 'Losses avoided less overhead. Above 0: it pays.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildCloudMixes = (mixes: readonly CloudMixRow[], ledger: Ledger): ComposedTable | null => {
  const rounded = (amount: number): number => roundedAmount(amount, ledger);
  const rows = mixes.map(({ name, providers, billPerMonth, overheads, duplicatedPerMonth, lossAvoidedPerYear }) => {
    const overhead = (share: number): number => rounded(12 * multiCloudOverhead(billPerMonth, providers, share, duplicatedPerMonth));
    const likely = overhead(overheads.likely);
    return {
      MixId: name,
      Providers: providers,
      BillPerYear: rounded(12 * billPerMonth),
      OverheadLeast: overhead(overheads.least),
      OverheadLikely: likely,
      OverheadMost: overhead(overheads.most),
      LossAvoided: rounded(lossAvoidedPerYear),
      NetLikely: rounded(lossAvoidedPerYear - likely),
      BillingCurrency: ledger.currency,
    };
  });
  const [widest] = [...rows].sort((a, b) => b.Providers - a.Providers);
  const text = (amount: number): string => moneyText(amount, ledger.currency, ledger.decimals);
  const answer = widest
    ? say`${widest.MixId}: ${text(widest.OverheadLikely)} a year more as likely, against losses of ${text(widest.LossAvoided)} avoided.`
    : say``;
  return fillTable(cloudMixesResultTable, { rows, answer, currency: ledger.currency });
};
