import { departureChance, departureCost, expectedDepartureCost } from '../../migration/people-and-clouds.ts';
import type { KeyPersonsRow } from '../dependence.ts';
import { roundedAmount, type Ledger } from '../ledger.ts';
import { moneyText, percentText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import { say } from '../sentence.ts';

export const keyPersonsResultTable = defineResultTable({
  id: 'OutKeyPersons',
  version: 1,
  sheetName: 'Results Key persons',
  title: 'Key persons',
  question: 'What does it cost when those leave without whom it does not run?',
  description: 'One row per role. Expected is a mean over chances, not what will happen: either nothing, or a whole departure.',
  columns: [
    { id: 'Role', title: 'Role', format: 'text', description: 'Row of KeyPersons.' },
    { id: 'Persons', title: 'Persons', format: 'integer', description: 'Who do it.' },
    { id: 'DepartureCost', title: 'One departure', format: 'money', description: 'Finding another, the time vacant, and what stands still.' },
    { id: 'ChancePerYear', title: 'Chance a year', format: 'percent', description: 'That any of them leaves.' },
    { id: 'ChanceInPlan', title: 'Chance in the plan', format: 'percent', description: 'The same.' },
    { id: 'ExpectedPerYear', title: 'Expected a year', format: 'money', description: 'On the mean.' },
    { id: 'ExpectedInPlan', title: 'Expected in the plan', format: 'money', description: 'On the mean, not discounted.' },
    { id: 'BillingCurrency', title: 'Currency', format: 'text', description: 'Currency of the amounts (ISO 4217).' },
  ],
});

export const buildKeyPersons = (roles: readonly KeyPersonsRow[], months: number, ledger: Ledger): ComposedTable | null => {
  const years = months / 12;
  const rows = roles.map(({ name, persons }) => ({
    Role: name,
    Persons: persons.count,
    DepartureCost: roundedAmount(departureCost(persons), ledger),
    ChancePerYear: departureChance(persons, 1),
    ChanceInPlan: departureChance(persons, years),
    ExpectedPerYear: roundedAmount(expectedDepartureCost(persons), ledger),
    ExpectedInPlan: roundedAmount(expectedDepartureCost(persons) * years, ledger),
    BillingCurrency: ledger.currency,
  }));
  const first = [...rows].sort((a, b) => b.ExpectedPerYear - a.ExpectedPerYear)[0];
  const answer = first
    ? say`${first.Role}: a departure costs ${moneyText(first.DepartureCost, ledger.currency, ledger.decimals)}, and comes within the plan by ${
        percentText(first.ChanceInPlan)
      }.`
    : say``;
  return fillTable(keyPersonsResultTable, { rows, answer, currency: ledger.currency });
};
