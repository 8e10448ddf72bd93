import { decimal } from '../../numeric/decimal.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import { commitmentFigures, prepaidOf } from '../commitment-figures.ts';
import { amountOf, sumUnits, type Ledger, type LedgerLine } from '../ledger.ts';
import { moneyText, percentText } from '../number-text.ts';
import type { ComposedTable } from '../report.ts';
import { defineResultTable, fillTable } from '../result-table.ts';
import type { CommitmentResult, RunResults } from '../run-results.ts';
import { say } from '../sentence.ts';

export const commitmentTable = defineResultTable({
  id: 'OutCommitment',
  version: 1,
  sheetName: 'Results Commitments',
  title: 'Commitments',
  question: 'How far is each commitment used, what does it save, and when does it pay?',
  description: 'One row per scenario and commitment, over the part of its term that lies in the plan. Add up one scenario at a time.',
  columns: [
    { id: 'ScenarioId', title: 'Scenario', format: 'text', description: 'Scenario of the plan.' },
    { id: 'CommitmentId', title: 'Commitment', format: 'text', description: 'Row of Commitments, or the placement whose reservation it is.' },
    { id: 'Provider', title: 'Provider', format: 'text', description: 'Who sold it.' },
    { id: 'CommitmentType', title: 'Kind', format: 'text', description: "The provider's name of it." },
    { id: 'What', title: 'What', format: 'text', description: 'How it is bought, and for what.' },
    { id: 'Account', title: 'Account', format: 'text', description: 'Account that owns it.' },
    { id: 'Start', title: 'Start', format: 'dateTime', description: 'Start of its term, UTC.' },
    { id: 'End', title: 'End', format: 'dateTime', description: 'End of its term, exclusive.' },
    { id: 'Quantity', title: 'Quantity', format: 'decimal', description: 'Units of a reservation; amount per hour of a plan.' },
    { id: 'Unit', title: 'Unit', format: 'text', description: 'What the quantity counts.' },
    { id: 'PrepaidOpening', title: 'Prepaid at start', format: 'money', description: 'Paid and not yet amortized when the plan begins.' },
    { id: 'BilledCost', title: 'Billed cost', format: 'money', description: 'What is paid for it in the plan.' },
    { id: 'EffectiveCost', title: 'Effective cost', format: 'money', description: 'Amortized cost of its hours in the plan, used or not.' },
    { id: 'PrepaidClosing', title: 'Prepaid at end', format: 'money', description: 'Opening balance and what is billed, less the effective cost.' },
    { id: 'UsedCost', title: 'Used', format: 'money', description: 'Effective cost of what was used.' },
    { id: 'UnusedCost', title: 'Waste', format: 'money', description: 'Effective cost of what nobody used.' },
    { id: 'Utilization', title: 'Utilization', format: 'percent', description: 'Part of what is committed that was used.' },
    { id: 'CoveredOnDemandCost', title: 'Covered', format: 'money', description: 'What the covered usage would cost on-demand, after negotiation.' },
    { id: 'Coverage', title: 'Coverage', format: 'percent', description: 'Covered part of the on-demand cost of all usage it may cover while live.' },
    { id: 'Saving', title: 'Saving', format: 'money', description: 'Covered on-demand cost less effective cost, waste included.' },
    {
      id: 'BreakEvenUtilization', title: 'Break-even utilization', format: 'percent',
      description: 'Utilization from which on it costs no more than on-demand.',
    },
    {
      id: 'BreakEvenCashMonths', title: 'Break-even of cash', unit: 'months', format: 'integer',
      description: 'Months in the plan until the on-demand cost saved reaches what was paid. Blank: not in the plan.',
    },
    {
      id: 'BreakEvenLiabilityMonths', title: 'Break-even of liability', unit: 'months', format: 'integer',
      description: 'Months in the plan until it reaches all that is still due over the term. Blank: not in the plan.',
    },
  ],
});

/** Opening balance in whole minor units; closing follows, so that the balance closes in the sheet as it does exactly. */
const openingUnits = (commitment: CommitmentResult, { horizon }: RunResults, { decimals }: Ledger): number =>
  prepaidOf(commitment, horizon.start).times(decimal(10).pow(decimals)).toDecimalPlaces(0).toNumber();

const rowOf = (commitment: CommitmentResult, lines: readonly LedgerLine[], results: RunResults, ledger: Ledger) => {
  const { columns, terms, unitCount, committedPerUnitHour } = commitment;
  const figures = commitmentFigures(commitment, results.horizon);
  const used = lines.filter(({ charge }) => charge.CommitmentDiscountStatus === 'Used');
  const unused = lines.filter(({ charge }) => charge.CommitmentDiscountStatus === 'Unused');
  const [billed, effective, covered] = [sumUnits(lines, 'BilledCost'), sumUnits(lines, 'EffectiveCost'), sumUnits(used, 'ContractedCost')];
  const opening = openingUnits(commitment, results, ledger);
  const money = (units: number): number => amountOf(units, ledger);
  const isSpend = columns.CommitmentDiscountCategory === 'Spend';
  return {
    ScenarioId: commitment.scenarioId,
    CommitmentId: commitment.id,
    Provider: columns.ProviderName,
    CommitmentType: columns.CommitmentDiscountType,
    What: commitment.label,
    Account: commitment.account,
    Start: isoOfInstant(terms.term.start),
    End: isoOfInstant(commitment.leftAt ?? terms.term.end),
    Quantity: isSpend ? committedPerUnitHour : unitCount,
    Unit: isSpend ? `${ledger.currency} per hour` : commitment.unit,
    PrepaidOpening: money(opening),
    BilledCost: money(billed),
    EffectiveCost: money(effective),
    PrepaidClosing: money(opening + billed - effective),
    UsedCost: money(sumUnits(used, 'EffectiveCost')),
    UnusedCost: money(sumUnits(unused, 'EffectiveCost')),
    Utilization: figures.utilization,
    CoveredOnDemandCost: money(covered),
    Coverage: figures.coverage,
    Saving: money(covered - effective),
    BreakEvenUtilization: figures.breakEvenUtilization,
    BreakEvenCashMonths: figures.monthsToBreakEvenCash,
    BreakEvenLiabilityMonths: figures.monthsToBreakEvenLiability,
  };
};

export const buildCommitments = (results: RunResults, ledger: Ledger): ComposedTable | null => {
  const lineOf = new Map(ledger.lines.map(line => [line.charge, line]));
  const rows = results.scenarios.flatMap(({ commitments }) =>
    commitments.map(commitment => rowOf(commitment, commitment.lines.flatMap(charge => lineOf.get(charge) ?? []), results, ledger)),
  );
  const worst = rows.reduce<(typeof rows)[number] | null>((best, row) => (best && best.UnusedCost >= row.UnusedCost ? best : row), null);
  const answer = !worst
    ? say``
    : worst.UnusedCost > 0
      ? say`${worst.CommitmentId} wastes most: ${moneyText(worst.UnusedCost, ledger.currency, ledger.decimals)}, used to ${
          percentText(worst.Utilization ?? 0)
        } in scenario ${worst.ScenarioId}.`
      : say`Every commitment is fully used.`;
  return fillTable(commitmentTable, { rows, answer, currency: ledger.currency });
};
