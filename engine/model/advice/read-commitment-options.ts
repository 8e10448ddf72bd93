import type { PaymentForm } from '../../catalog/purchase.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { CommitmentKind } from '../../pricing/commitments/held-commitment.ts';
import { exitWaysOf } from '../../pricing/exit-value.ts';
import type { ModelInput } from '../model-input.ts';
import { byName } from '../natural-order.ts';
import type { Locator } from '../plan.ts';
import { kindsSold, paymentsSold } from '../reading/read-commitments.ts';
import { locate, numberColumn, readTable, textColumn, type BodyRow } from '../reading/read-table.ts';
import { commitmentOptionsTable } from '../tables/commitment-options-table.ts';

/** A row of CommitmentOptions, checked by itself. */
export interface ConsideredOption {
  readonly id: string;
  /** Null: in every scenario. */
  readonly scenarioId: string | null;
  readonly provider: string;
  readonly kind: CommitmentKind;
  readonly termYears: 1 | 3;
  readonly payment: PaymentForm;
  /** Null: every one in use. */
  readonly region: string | null;
  readonly nodeTypeOrFamily: string | null;
  /** Units, or an amount per hour; null: what the kind is commonly sold in. */
  readonly step: number | null;
  readonly most: number | null;
  /** The least that is sold, if any is bought. */
  readonly least: number | null;
  /** Share of the usage it may cover. */
  readonly mostCoverage: number | null;
  /** How it may be given up before its end; null: it is kept. */
  readonly leaveBy: 'resale' | 'refund' | null;
  /** Share of its remaining value a buyer is let off. */
  readonly priceCut: number;
  readonly at: Locator;
}

/** The CommitmentOptions table, sorted by name. Reports `purchase-not-sold` and `exit-not-offered`, at their cells. */
export const readCommitmentOptions = (
  input: ModelInput,
): { readonly options: readonly ConsideredOption[]; readonly issues: readonly Issue[] } => {
  const { table, issues: tableIssues } = readTable(input, commitmentOptionsTable);
  const issues = [...tableIssues];
  const text = (columnId: string) => textColumn(table, columnId);
  const [id, provider, kindOf, term, payment] = [text('OptionId'), text('Provider'), text('Kind'), text('Term'), text('Payment')];
  const [scenarioId, region, nodeType] = [text('ScenarioId'), text('Region'), text('NodeTypeOrFamily')];
  const [step, most] = [numberColumn(table, 'Step'), numberColumn(table, 'Most')];
  const [leaveBy, priceCut] = [text('LeaveBy'), numberColumn(table, 'PriceCut')];
  const [least, mostCoverage] = [numberColumn(table, 'Least'), numberColumn(table, 'MostCoverage')];

  const read = (row: BodyRow): ConsideredOption | null => {
    const at = (columnId: string) => locate(table, row, columnId);
    const seller = (provider(row) ?? '').toLowerCase();
    const stated = kindOf(row) as CommitmentKind;
    const kind = seller === 'gcp' && stated === 'reserved' ? 'cud' : stated;
    const paid = (payment(row) as PaymentForm | null) ?? (seller === 'aws' ? 'no-upfront' : 'monthly');
    const [kinds, payments] = [kindsSold.get(seller) ?? ['reserved'], paymentsSold.get(seller)];
    const notSold = (purchase: string, sold: readonly string[], columnId: string): Issue =>
      makeIssue('purchase-not-sold', { provider: provider(row) ?? '', purchase, sold: sold.join(', ') }, { location: at(columnId) });
    const left = leaveBy(row) as ConsideredOption['leaveBy'];
    const ways = exitWaysOf({ provider: seller, kind, boughtOn: '' });
    const problems = [
      ...(kinds.includes(kind) ? [] : [notSold(stated, kinds, 'Kind')]),
      ...(!payments || payments.includes(paid) ? [] : [notSold(paid, payments, 'Payment')]),
      ...(left === null || ways.includes(left)
        ? []
        : [makeIssue('exit-not-offered', { commitment: id(row) ?? '', way: left, ways: ways.join(', ') }, { location: at('LeaveBy') })]),
    ];
    issues.push(...problems);
    if (problems.length > 0) return null;
    return {
      id: id(row) ?? '', scenarioId: scenarioId(row), provider: provider(row) ?? '', kind, termYears: term(row) === '3y' ? 3 : 1,
      payment: paid, region: region(row), nodeTypeOrFamily: nodeType(row), step: step(row), most: most(row),
      least: least(row), mostCoverage: mostCoverage(row), leaveBy: left, priceCut: priceCut(row) ?? 0, at,
    };
  };
  const options = table.rows.flatMap(row => (row.isBroken ? [] : (read(row) ?? [])));
  return { options: options.sort((a, b) => byName(a.id, b.id)), issues };
};
