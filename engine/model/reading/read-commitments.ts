import type { OperatingSystem, Tenancy } from '../../catalog/price-key.ts';
import type { PaymentForm } from '../../catalog/purchase.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import {
  isSpendKind, type CommitmentKind, type CommitmentTarget, type MeterComponent,
} from '../../pricing/commitments/held-commitment.ts';
import { isoOfEpochDay, type EpochSeconds } from '../../quantity/calendar.ts';
import { secondsPerDay, secondsPerHour, termHours } from '../../quantity/conversion.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { Locator } from '../plan.ts';
import { locate, numberColumn, readTable, textColumn, type BodyRow } from './read-table.ts';
import { commitmentsTable } from '../tables/commitments-table.ts';

/** A row of Commitments, checked by itself. */
export interface HeldCommitment {
  readonly id: string;
  /** Null: in every scenario. */
  readonly scenarioId: string | null;
  readonly account: string | null;
  readonly isShared: boolean;
  readonly target: CommitmentTarget;
  readonly termYears: 1 | 3;
  readonly payment: PaymentForm;
  /** Units of a reservation, or the amount per hour of a plan. */
  readonly size: number;
  /** The amount of a plan is what it covers at on-demand rates, not what is paid. */
  readonly isOnDemandBasis: boolean;
  /** As the row states them, per unit; null: price lists say. */
  readonly statedCost: { readonly upfront: number; readonly recurringPerHour: number } | null;
  /** Null: the base currency. */
  readonly currency: string | null;
  readonly start: EpochSeconds;
  readonly end: EpochSeconds;
  readonly isRateLocked: boolean;
  readonly at: Locator;
}

/** Kinds of commitment by provider; reservations of nodes elsewhere. */
export const kindsSold: ReadonlyMap<string, readonly CommitmentKind[]> = new Map([
  ['aws', ['reserved', 'convertible', 'ec2-sp', 'compute-sp', 'database-sp']],
  ['azure', ['reserved', 'azure-sp']],
  ['gcp', ['cud', 'flex-cud']],
]);
export const paymentsSold: ReadonlyMap<string, readonly PaymentForm[]> = new Map([
  ['aws', ['no-upfront', 'partial-upfront', 'all-upfront']],
  ['azure', ['monthly', 'upfront']],
  ['gcp', ['monthly']],
]);
const components: Readonly<Record<string, MeterComponent>> = { nodes: 'node', vcpu: 'vcpu', gib: 'memory', gpu: 'gpu', 'local-ssd-gib': 'local-ssd' };

/** A term of 8,760 hours may be stated as a calendar year. */
const termSlackSeconds = 2 * secondsPerDay;

const isoDay = (instant: EpochSeconds): string => isoOfEpochDay(Math.floor(instant / secondsPerDay));

/** Columns a kind cannot do without. */
const neededColumns = (kind: CommitmentKind): readonly string[] => {
  if (kind === 'ec2-sp') return ['Region', 'NodeTypeOrFamily', 'HourlyCommit'];
  return isSpendKind(kind) ? ['HourlyCommit'] : ['Region', 'NodeTypeOrFamily', 'Quantity'];
};

/** Everything that makes two rows the same commitment, written down twice. */
const identity = ({ target, scenarioId, account, termYears, payment, size, start }: HeldCommitment): string =>
  JSON.stringify([Object.values(target), scenarioId, account, termYears, payment, size, start]).toLowerCase();

/**
 * The Commitments table with all its problems, sorted by name. Reports cells a kind needs and that are blank,
 * `purchase-not-sold` for kinds and payments, `commitment-not-for-nodes`, `commitment-unit`, `end-before-start`,
 * `commitment-longer-than-term` and `commitment-twice`.
 */
export const readCommitments = (
  input: ModelInput,
): { readonly commitments: readonly HeldCommitment[]; readonly issues: readonly Issue[] } => {
  const { table, issues: tableIssues } = readTable(input, commitmentsTable);
  const issues = [...tableIssues];
  const text = (columnId: string) => textColumn(table, columnId);
  const number = (columnId: string) => numberColumn(table, columnId);
  const [id, provider, kindOf, term, payment, scenarioId] = [
    text('CommitmentId'), text('Provider'), text('Kind'), text('Term'), text('Payment'), text('ScenarioId'),
  ];
  const [account, sharing, region, zone, nodeType] = [
    text('Account'), text('SharingScope'), text('Region'), text('Zone'), text('NodeTypeOrFamily'),
  ];
  const [os, tenancy, unit, basis, currency, locked] = [
    text('Os'), text('Tenancy'), text('QuantityUnit'), text('CommitBasis'), text('Currency'), text('RateLocked'),
  ];
  const [quantity, hourly, upfront, recurring, from, to] = [
    number('Quantity'), number('HourlyCommit'), number('Upfront'), number('RecurringPerHour'), number('Start'), number('End'),
  ];

  const read = (row: BodyRow): HeldCommitment | null => {
    const at = (columnId: string) => locate(table, row, columnId);
    const problems: Issue[] = [];
    const seller = (provider(row) ?? '').toLowerCase();
    const stated = kindOf(row) as CommitmentKind;
    // Google calls its reservation a committed use discount; both words are understood.
    const kind = seller === 'gcp' && stated === 'reserved' ? 'cud' : stated;
    const kinds = kindsSold.get(seller) ?? ['reserved'];
    if (!kinds.includes(kind)) {
      const values = { provider: provider(row) ?? '', purchase: stated, sold: kinds.join(', ') };
      problems.push(makeIssue('purchase-not-sold', values, { location: at('Kind') }));
    }
    const paid = (payment(row) as PaymentForm | null) ?? (seller === 'aws' ? 'no-upfront' : 'monthly');
    const payments = paymentsSold.get(seller);
    if (payments && !payments.includes(paid)) {
      const values = { provider: provider(row) ?? '', purchase: paid, sold: payments.join(', ') };
      problems.push(makeIssue('purchase-not-sold', values, { location: at('Payment') }));
    }
    const cells: Readonly<Record<string, string | number | null>> = {
      Region: region(row), NodeTypeOrFamily: nodeType(row), Quantity: quantity(row), HourlyCommit: hourly(row),
    };
    for (const column of neededColumns(kind)) {
      if (cells[column] === null) problems.push(makeIssue('blank-cell', { column }, { location: at(column) }));
    }
    if (kind === 'database-sp' && nodeType(row) !== null) {
      const values = { kind, nodeType: nodeType(row) ?? '' };
      problems.push(makeIssue('commitment-not-for-nodes', values, { location: at('NodeTypeOrFamily') }));
    }
    const component = components[unit(row) ?? 'nodes'] ?? 'node';
    if (!isSpendKind(kind) && (kind === 'cud') === (component === 'node')) {
      const units = kind === 'cud' ? 'vcpu, gib, gpu, local-ssd-gib' : 'nodes';
      problems.push(makeIssue('commitment-unit', { kind, unit: unit(row) ?? '', units }, { location: at('QuantityUnit') }));
    }
    const termYears = term(row) === '3y' ? 3 : 1;
    const start = from(row) ?? 0;
    const termEnd = start + termHours(termYears) * secondsPerHour;
    const end = to(row) ?? termEnd;
    if (end <= start) {
      problems.push(makeIssue('end-before-start', { start: isoDay(start), end: isoDay(end) }, { location: at('End') }));
    } else if (end > termEnd + termSlackSeconds) {
      const values = { end: isoDay(end), termEnd: isoDay(termEnd) };
      problems.push(makeIssue('commitment-longer-than-term', values, { location: at('End') }));
    }
    issues.push(...problems);
    if (problems.length > 0) return null;
    const [paidUpfront, paidHourly] = [upfront(row), recurring(row)];
    return {
      id: id(row) ?? '',
      scenarioId: scenarioId(row),
      account: account(row),
      isShared: sharing(row) === 'organization',
      target: {
        provider: provider(row) ?? '', kind, region: region(row), zone: zone(row), nodeTypeOrFamily: nodeType(row),
        operatingSystem: os(row) as OperatingSystem, tenancy: tenancy(row) as Tenancy, component: isSpendKind(kind) ? 'node' : component,
      },
      termYears,
      payment: paid,
      size: (isSpendKind(kind) ? hourly(row) : quantity(row)) ?? 0,
      isOnDemandBasis: basis(row) === 'on-demand',
      statedCost:
        paidUpfront === null && paidHourly === null ? null : { upfront: paidUpfront ?? 0, recurringPerHour: paidHourly ?? 0 },
      currency: currency(row),
      start,
      end,
      isRateLocked: locked(row) === null ? kind !== 'azure-sp' : locked(row) === 'yes',
      at,
    };
  };

  const commitments: HeldCommitment[] = [];
  const firstOf = new Map<string, HeldCommitment>();
  for (const row of table.rows) {
    const commitment = row.isBroken ? null : read(row);
    if (!commitment) continue;
    const other = firstOf.get(identity(commitment));
    if (other) {
      const values = { commitment: commitment.id, other: other.id, otherCell: other.at('CommitmentId').cellAddress ?? '' };
      issues.push(makeIssue('commitment-twice', values, { location: commitment.at('CommitmentId') }));
      continue;
    }
    firstOf.set(identity(commitment), commitment);
    commitments.push(commitment);
  }
  return { commitments: commitments.sort((a, b) => byName(a.id, b.id)), issues };
};
