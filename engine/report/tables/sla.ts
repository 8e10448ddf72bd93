import { outageLoss } from '../../pricing/service-credit.ts';
import { quoteHoursPerMonth } from '../../quantity/conversion.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say } from '../sentence.ts';

export const slaTable = defineResultTable({
  id: 'OutSla',
  version: 1,
  sheetName: 'Results Service levels',
  title: 'Credits against losses',
  question: 'What would the provider credit of a month like this, and what would the business lose?',
  description: 'One row per service, a month of 730 hours. A credit must be claimed and proved, is set off against later bills, and is no money.',
  columns: [
    { id: 'SlaId', title: 'Service', format: 'text', description: 'Row of ServiceLevels.' },
    { id: 'Availability', title: 'Available', format: 'percent', description: 'Share of the hours, as stated.' },
    { id: 'DownHours', title: 'Down', unit: 'h', format: 'decimal', description: 'Of 730.' },
    { id: 'BillPerMonth', title: 'Bill', format: 'money', description: 'As stated, or as the plan charges on the mean.' },
    { id: 'Credit', title: 'Credit', format: 'money', description: 'By the terms of the provider, when the claim succeeds.' },
    { id: 'ExpectedCredit', title: 'Expected credit', format: 'money', description: 'By the chance that it does.' },
    { id: 'Loss', title: 'Loss', format: 'money', description: 'Of the business.' },
    { id: 'Uncovered', title: 'Not covered', format: 'money', description: 'Loss less expected credit.' },
    { id: 'UncoveredPerYear', title: 'Not covered a year', format: 'money', description: 'If every month were like this.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

/** A service level with its bill and what its provider would credit, in the base currency. */
export interface SlaMonth {
  readonly name: string;
  readonly availability: number;
  readonly bill: number;
  readonly credit: number;
  readonly claimChance: number;
  readonly lossPerHour: number;
}

export const buildSla = (services: readonly SlaMonth[], ledger: Ledger): ComposedTable | null => {
  const rounded = (amount: number): number => roundedAmount(amount, ledger);
  const rows = services.map(({ name, availability, bill, credit, claimChance, lossPerHour }) => {
    const [expected, loss] = [rounded(credit * claimChance), rounded(outageLoss(availability, lossPerHour))];
    return {
      SlaId: name,
      Availability: availability,
      DownHours: (1 - availability) * quoteHoursPerMonth,
      BillPerMonth: rounded(bill),
      Credit: rounded(credit),
      ExpectedCredit: expected,
      Loss: loss,
      Uncovered: rounded(loss - expected),
      UncoveredPerYear: rounded(12 * (loss - expected)),
      BillingCurrency: ledger.currency,
    };
  });
  const worst = [...rows].sort((a, b) => b.Uncovered - a.Uncovered)[0];
  const text = (amount: number): string => moneyText(amount, ledger.currency, ledger.decimals);
  const answer = worst
    ? say`${worst.SlaId}: a month like this loses ${text(worst.Loss)} and credits ${text(worst.ExpectedCredit)}.`
    : say``;
  return fillTable(slaTable, { rows, answer, currency: ledger.currency });
};
