import type { Ledger } from '../ledger.ts';
import type { Leaving } from '../migration.ts';
import { percentText } from '../number-text.ts';
import type { ReportCell, ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { inMinorUnits } from './migration.ts';
import { say } from '../sentence.ts';

export const lockInTable = defineResultTable({
  id: 'OutLockIn',
  version: 1,
  sheetName: 'Results Lock-in',
  title: 'Lock-in',
  question: 'What is leaving worth today, and how much could the price rise before it pays?',
  description: 'One measure per row: an amount, a share, or a number of months. Everything as likely, discounted by month; the first month is not.',
  columns: [
    { id: 'Measure', title: 'Measure', format: 'text', description: 'What is measured.' },
    { id: 'Amount', title: 'Amount', format: 'money', description: 'When it is an amount of money.' },
    { id: 'Share', title: 'Share', format: 'percent', description: 'When it is a share.' },
    { id: 'Months', title: 'Months', format: 'integer', description: 'When it is a number of months; blank: not within the plan.' },
    { id: 'Meaning', title: 'Meaning', format: 'text', description: 'How to read it.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildLockIn = ({ worth, optionValue }: Leaving, discountRate: number, ledger: Ledger): ComposedTable | null => {
  const row = (Measure: string, Meaning: string, value: { Amount?: number; Share?: number | null; Months?: number | null }) => ({
    Measure,
    Amount: (value.Amount === undefined ? null : inMinorUnits(value.Amount, ledger)) as ReportCell,
    Share: (value.Share ?? null) as ReportCell,
    Months: (value.Months ?? null) as ReportCell,
    Meaning,
    BillingCurrency: ledger.currency,
  });
  const rows = [
    row('Net present value of leaving', `Saved less spent, at ${percentText(discountRate)} a year. Above 0: leaving pays.`, { Amount: worth.npv }),
    row('Staying, present value', 'What the old place costs in the plan.', { Amount: worth.stay }),
    row('Going, present value', 'Both places and what is due once.', { Amount: worth.go }),
    row('Due once, present value', 'The price of the switch.', { Amount: worth.oneTime }),
    row('Lock-in premium', 'Rise of the present price from which on leaving pays; below 0 it pays already.', { Share: worth.premium }),
    row('Payback', 'Months until what was saved has made up for what was spent.', { Months: worth.paybackMonth }),
    ...(optionValue === null
      ? []
      : [row('Right to leave later', 'Worth of waiting to see, by the stated volatility: a judgement.', { Amount: optionValue })]),
  ];
  const answer = worth.premium === null
    ? say`Staying costs nothing.`
    : worth.premium > 0
      ? say`The price may rise by ${percentText(worth.premium)} before leaving pays.`
      : say`Leaving pays: it costs ${percentText(-worth.premium)} less than staying.`;
  return fillTable(lockInTable, { rows, answer, currency: ledger.currency });
};
