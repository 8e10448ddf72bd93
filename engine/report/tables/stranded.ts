import { isoOfInstant } from '../../quantity/calendar.ts';
import type { Check } from '../checks.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { StrandedAgreement, StrandedCommitment, StrandedPromise } from '../stranded-commitment.ts';
import { say } from '../sentence.ts';

export const strandedTable = defineResultTable({
  id: 'OutStranded',
  version: 1,
  sheetName: 'Results Stranded',
  title: 'Commitments that leaving strands',
  question: 'Which commitments go unused because of the move, and what do they go on to cost?',
  description:
    'One row for each commitment that workloads of MigrationPlan use, or that loses by their leaving. The plan is rated twice: as it is, and with every workload gone once its old place is left. ' +
    'What CommitmentExits sells or returns is gone in both. MinimumSpends stand here with what leaving adds to their shortfall, periods that end in the plan.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'CommitmentId', title: 'Commitment', format: 'text', description: 'Row of Commitments or of MinimumSpends, or the placement whose reservation it is.' },
    { id: 'What', title: 'What', format: 'text', description: 'How it was bought, and for what.' },
    { id: 'TermEnd', title: 'Ends', format: 'date', description: 'First day after its term, UTC.' },
    { id: 'EffectiveCost', title: 'Cost in the plan', format: 'money', description: 'Of all its hours in the plan, used or not; blank for a minimum spend.' },
    { id: 'UnusedStaying', title: 'Unused when staying', format: 'money', description: 'Paid for nothing.' },
    { id: 'UnusedGoing', title: 'Unused when going', format: 'money', description: 'Paid for nothing.' },
    { id: 'Freed', title: 'Set free', format: 'money', description: 'What it covers, or counts, of workloads that leave, after they left.' },
    { id: 'Reused', title: 'Used by others', format: 'money', description: 'Set free less lost; less than 0: another commitment took its usage.' },
    { id: 'StrandedInPlan', title: 'Lost in the plan', format: 'money', description: 'Unused through leaving.' },
    { id: 'StrandedAfterPlan', title: 'Lost after it', format: 'money', description: 'From the end of the plan to the end of the term, as in the last month.' },
    { id: 'StrandedCost', title: 'Lost', format: 'money', description: 'Both.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildStranded = (
  { commitments, promises }: { readonly commitments: readonly StrandedCommitment[]; readonly promises: readonly StrandedPromise[] },
  ledger: Ledger,
): { readonly table: ComposedTable | null; readonly checks: readonly Check[] } => {
  const rounded = (amount: number): number => roundedAmount(amount, ledger);
  const rowOf = (each: StrandedAgreement, more: { readonly What: string; readonly EffectiveCost: number | null }) => {
    const [inPlan, after] = [rounded(each.strandedInPlan), rounded(each.strandedAfterPlan)];
    return {
      ScenarioId: each.scenarioId,
      CommitmentId: each.id,
      ...more,
      TermEnd: isoOfInstant(each.termEnd).slice(0, 10),
      UnusedStaying: rounded(each.unusedStaying),
      UnusedGoing: rounded(each.unusedGoing),
      Freed: rounded(each.freed),
      Reused: rounded(each.freed - each.strandedInPlan),
      StrandedInPlan: inPlan,
      StrandedAfterPlan: after,
      StrandedCost: rounded(inPlan + after),
      BillingCurrency: ledger.currency,
    };
  };
  const rows = [
    ...commitments.map(each => rowOf(each, { What: each.label, EffectiveCost: rounded(each.cost) })),
    ...promises.map(each => rowOf(each, { What: 'Minimum spend', EffectiveCost: null })),
  ];
  const lost = [...commitments, ...promises].reduce((sum, each) => sum + each.strandedInPlan + each.strandedAfterPlan, 0);
  const text = moneyText(rounded(lost), ledger.currency, ledger.decimals);
  const answer = lost > 0 ? say`Leaving strands ${text} of commitments.` : say`Leaving strands no commitment.`;
  const checks = commitments.map((each): Check => ({
    check: `Commitment ${each.id} costs the same when workloads leave`,
    scenarioId: each.scenarioId,
    expected: each.cost,
    actual: each.costGoing,
    tolerance: 1e-6 * Math.max(1, each.cost),
  }));
  return { table: fillTable(strandedTable, { rows, answer, currency: ledger.currency }), checks };
};
