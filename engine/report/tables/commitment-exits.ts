import type { CommitmentLeft } from '../commitment-left.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { countText, moneyText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say } from '../sentence.ts';

export const commitmentExitsTable = defineResultTable({
  id: 'OutCommitmentExits',
  version: 1,
  sheetName: 'Results Given up',
  title: 'Commitments given up',
  question: 'What does giving commitments up bring back, and what of them is lost?',
  description: 'One row per scenario and commitment that is sold, returned or exchanged in the plan.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'CommitmentId', title: 'Commitment', format: 'text', description: 'Row of Commitments.' },
    { id: 'What', title: 'What', format: 'text', description: 'How it was bought, and for what.' },
    { id: 'Way', title: 'How', format: 'text', description: 'resale, refund or exchange.' },
    { id: 'Date', title: 'Given up', format: 'date', description: 'First day it is no longer held, UTC.' },
    { id: 'Into', title: 'Exchanged into', format: 'text', description: 'Row of Commitments; blank of the other ways.' },
    { id: 'Prepaid', title: 'Paid for the time left', format: 'money', description: 'What had been paid and not yet used up.' },
    { id: 'Credit', title: 'Comes back', format: 'money', description: 'After the marketplace and its buyer; of an exchange set off against the new one.' },
    { id: 'Lost', title: 'Lost', format: 'money', description: 'Paid for the time left and not coming back.' },
    { id: 'FeesNotPaid', title: 'Fees not paid', format: 'money', description: 'Recurring fees of the time left, which end.' },
    { id: 'PoolLeft', title: 'Left to return', format: 'money', description: 'Of what Azure takes back in twelve months, after this refund; blank of the other ways.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildCommitmentExits = (left: readonly CommitmentLeft[], ledger: Ledger): ComposedTable | null => {
  const rows = left.map(each => ({
    ScenarioId: each.scenarioId,
    CommitmentId: each.commitmentId,
    What: each.label,
    Way: each.way,
    Date: each.date,
    Into: each.into,
    Prepaid: roundedAmount(each.prepaid, ledger),
    Credit: roundedAmount(each.credit, ledger),
    Lost: roundedAmount(each.prepaid - each.credit, ledger),
    FeesNotPaid: roundedAmount(each.feesNotPaid, ledger),
    PoolLeft: each.poolLeft === null || !Number.isFinite(each.poolLeft) ? null : roundedAmount(each.poolLeft, ledger),
    BillingCurrency: ledger.currency,
  }));
  const [first] = left;
  const own = left.filter(({ scenarioId }) => scenarioId === first?.scenarioId);
  const sum = (figure: (each: CommitmentLeft) => number): string =>
    moneyText(roundedAmount(own.reduce((total, each) => total + figure(each), 0), ledger), ledger.currency, ledger.decimals);
  const answer = first
    ? say`${countText(own.length, 'commitment')} given up in ${first.scenarioId}: ${sum(each => each.credit)} come back, ${
        sum(each => each.prepaid - each.credit)
      } are lost, ${sum(each => each.feesNotPaid)} of fees end.`
    : say``;
  return fillTable(commitmentExitsTable, { rows, answer, currency: ledger.currency });
};
