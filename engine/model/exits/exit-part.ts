import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { convert } from '../../money/exchange.ts';
import { money } from '../../money/money.ts';
import { refundPool } from '../../pricing/exit-value.ts';
import { prepaidAt } from '../../pricing/commitments/payments.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { CommitmentLeft } from '../../report/commitment-left.ts';
import { buildCommitmentExits } from '../../report/tables/commitment-exits.ts';
import type { ModelPart, PlanRun } from '../parts/model-part.ts';
import { planCommitments } from '../rating/charge-scenario.ts';
import type { PlannedCommitment } from '../rating/resolve-commitments.ts';
import { commitmentExitsTable } from '../tables/exit-tables.ts';
import { creditOf, leaveLines, leftValue, poolLeft } from './left-value.ts';
import { readExits, type PlannedLeave } from './read-exits.ts';

interface Left {
  readonly rows: readonly CommitmentLeft[];
  readonly issues: readonly Issue[];
}

const dayOf = (instant: number): string => isoOfInstant(instant).slice(0, 10);

/** Recurring fees of the time left. */
const feesAfter = ({ terms: { term, recurringPerHour }, unitCount }: PlannedCommitment, date: number): number =>
  recurringPerHour.amount.times(unitCount).times((term.end - date) / secondsPerHour).toNumber();

/** All fees of the time left: what it is exchanged into must be worth as much. */
const worthAt = (commitment: PlannedCommitment, date: number): number => {
  const { terms: { term, upfront }, unitCount } = commitment;
  return (upfront.amount.times(unitCount).toNumber() * (term.end - date)) / (term.end - term.start) + feesAfter(commitment, date);
};

/** What is left in a scenario, in order of date, and what stands against it. */
const leftIn = (scenarioId: string, leaves: readonly PlannedLeave[], { charge }: PlanRun): Left => {
  const { horizon } = charge.demandPlan;
  const held = new Map(planCommitments(charge, horizon).ofScenario(scenarioId).map(each => [each.id.toLowerCase(), each]));
  const rows: CommitmentLeft[] = [];
  const issues: Issue[] = [];
  const refunds: { date: number; poolUsed: number }[] = [];
  for (const leave of leaves) {
    const { date, way, at, into } = leave;
    const commitment = held.get(leave.held.id.toLowerCase());
    if (!commitment || date < horizon.start || date >= horizon.end) continue;
    const value = leftValue(commitment, leave);
    const names = { commitment: commitment.id };
    if (way === 'resale' && value.proceeds + value.releasedFees === 0) {
      issues.push(makeIssue('resale-outside-window', names, { location: at('Date') }));
    }
    const other = into && held.get(into.id.toLowerCase());
    if (other && worthAt(other, date) < worthAt(commitment, date) - 1e-6) {
      const values = { ...names, into: other.id, worth: worthAt(other, date), needed: worthAt(commitment, date) };
      issues.push(makeIssue('exchange-below-value', values, { location: at('Into') }));
    }
    let pool: number | null = null;
    if (way === 'refund') {
      const inBase = convert(money(refundPool, 'USD'), charge.baseCurrency, dayOf(date), charge.fxRates);
      if (!inBase.ok) issues.push(...inBase.issues.map(issue => ({ ...issue, location: at('Way') })));
      pool = poolLeft(refunds, date, inBase.ok ? inBase.value.amount.toNumber() : Infinity);
      if (value.poolUsed > pool + 1e-6) {
        issues.push(makeIssue('refund-pool-spent', { ...names, asked: value.poolUsed, left: pool }, { location: at('Date') }));
      }
      refunds.push({ date, poolUsed: value.poolUsed });
      pool -= value.poolUsed;
    }
    rows.push({
      scenarioId, commitmentId: commitment.id, way, date: dayOf(date), into: other?.id ?? null, label: commitment.label,
      prepaid: prepaidAt(commitment.terms, commitment.unitCount, date).toNumber(),
      credit: creditOf(commitment, leave).toNumber(),
      feesNotPaid: feesAfter(commitment, date),
      poolLeft: pool,
    });
  }
  return { rows, issues };
};

/** Commitments that are sold, returned or exchanged before their end: asked by the table CommitmentExits. */
export const exitPart: ModelPart = {
  id: 'exits',
  specs: [commitmentExitsTable],
  ask({ input }) {
    const { leaves, issues, tables } = readExits(input);
    return {
      issues,
      tables,
      exits: new Map(leaves.map(leave => [
        leave.held.id.toLowerCase(),
        { at: leave.date, lines: (commitment: PlannedCommitment) => leaveLines(commitment, leave) },
      ])),
      answer(run) {
        const left = run.charge.scenarios.map(({ id }) => leftIn(id, leaves, run));
        const rows = left.flatMap(each => each.rows);
        const seen = new Map(left.flatMap(each => each.issues).map(issue => [JSON.stringify([issue.code, issue.values]), issue]));
        return {
          issues: [...seen.values()],
          makeReport: (_results, ledger) => ({ tables: [buildCommitmentExits(rows, ledger)] }),
        };
      },
    };
  },
};
