import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { convert, type FxRate } from '../../money/exchange.ts';
import { money, type Money } from '../../money/money.ts';
import { decimal, sumDecimals, zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import { costColumns, type ChargeLine, type ChargePeriod, type CostColumn } from '../../pricing/charge.ts';
import { feeCharge, taxCharge } from '../../pricing/fees/fee-charge.ts';
import { holdsOn, type FeeScope } from '../../pricing/fees/fee.ts';
import { shortfall, supportFee } from '../../pricing/fees/support-fee.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { OtherCharges } from '../../report/run-results.ts';
import { instantOfHour, type Horizon } from '../../workload/horizon.ts';
import { minimumSpendPeriodsOf } from './minimum-spend-periods.ts';
import type { Fees, Located } from '../reading/read-fees.ts';

/** A charge of a scenario and the account it is for. */
export interface AccountedCharge {
  readonly charge: ChargeLine;
  readonly account: string | null;
}

export interface FeesToCharge {
  readonly fees: Fees;
  readonly horizon: Horizon;
  readonly fxRates: readonly FxRate[];
  readonly baseCurrency: string;
}

export interface ChargedFees {
  readonly charges: readonly OtherCharges[];
  readonly issues: readonly Issue[];
}

interface FeeMonth {
  readonly period: ChargePeriod;
  /** ISO date of its first day in the plan. */
  readonly date: string;
}

/** Decimals of an amount that was converted or banded: its sums stay exact. */
const amountDecimals = 12;
const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();
const isoDateOf = (instant: number): string => isoOfInstant(instant).slice(0, 10);

/** The charges of a scenario so far, and what was added to them. */
class Bill {
  /** By the first day of the month they are invoiced in (ISO date). */
  readonly #byMonth = new Map<string, AccountedCharge[]>();
  readonly #added = new Map<FeeScope, { readonly account: string | null; readonly lines: ChargeLine[] }>();

  constructor(lines: readonly AccountedCharge[]) {
    for (const line of lines) this.#enter(line);
  }

  #enter(line: AccountedCharge): void {
    const month = line.charge.BillingPeriodStart.slice(0, 10);
    const known = this.#byMonth.get(month);
    if (known) known.push(line);
    else this.#byMonth.set(month, [line]);
  }

  add(fee: FeeScope, charge: ChargeLine, account: string | null): void {
    const known = this.#added.get(fee);
    if (known) known.lines.push(charge);
    else this.#added.set(fee, { account, lines: [charge] });
    this.#enter({ charge, account });
  }

  /** Charges of a provider, or of all, invoiced in months from `from` on and before `to` (ISO dates). */
  of(provider: string | null, from: string, to: string): AccountedCharge[] {
    return [...this.#byMonth].flatMap(([month, lines]) =>
      month < from || month >= to
        ? []
        : lines.filter(({ charge }) => provider === null || isSame(charge.ProviderName, provider)),
    );
  }

  added(scenarioId: string): OtherCharges[] {
    return [...this.#added.values()].map(({ account, lines }) => ({
      origin: {
        scenarioId, workloadId: null, placementId: null, purchase: null,
        ownership: { account, costCentre: null, owner: null, environment: null, tags: {} },
      },
      lines: lines.map(charge => ({ charge, basis: null })),
    }));
  }
}

const billed = (lines: readonly AccountedCharge[]): Decimal => sumDecimals(lines.map(({ charge }) => charge.BilledCost));

/** A purchase of commitments is not taxed at list and contracted cost: the usage it covers is. */
const taxedSum = (lines: readonly AccountedCharge[], column: CostColumn): Decimal => {
  const isOfInvoice = column === 'BilledCost' || column === 'EffectiveCost';
  const counted = lines.filter(({ charge }) => isOfInvoice || charge.ChargeCategory !== 'Purchase');
  return sumDecimals(counted.map(({ charge }) => charge[column]));
};

/**
 * Fees of a scenario, in the order in which they are worked out of each other: flat fees; support, of what is used and
 * purchased; minimum spend, of all of these; taxes, of everything. Amounts are converted at the rate of the first day of
 * the month they are due in. Reports `no-exchange-rate` at the fee, and warns of a minimum spend that cannot be known.
 */
export const chargeFees = (
  scenarioId: string,
  lines: readonly AccountedCharge[],
  { fees, horizon, fxRates, baseCurrency }: FeesToCharge,
): ChargedFees => {
  const issues = new Map<string, Issue>();
  const tell = (name: string, issue: Issue): void => void (issues.has(name) || issues.set(name, issue));
  const bill = new Bill(lines);
  const months = horizon.months.map(({ startHour, endHour }): FeeMonth => {
    const period = { start: instantOfHour(horizon, startHour), end: instantOfHour(horizon, endHour) };
    return { period, date: isoDateOf(period.start) };
  });
  const monthOf = (date: string) => `${date.slice(0, 7)}-01`;
  const isOurs = (fee: FeeScope): boolean => fee.scenarioId === null || isSame(fee.scenarioId, scenarioId);
  const exchange = (fee: Located<FeeScope>, { currency }: Money, date: string): Decimal | null => {
    const rate = convert(money(1, currency), baseCurrency, date, fxRates);
    if (rate.ok) return rate.value.amount;
    for (const issue of rate.issues) tell(`${fee.id} ${currency}`, { ...issue, location: fee.at('Currency') });
    return null;
  };
  const inBase = (amount: Decimal, rate: Decimal): Decimal => amount.times(rate).toDecimalPlaces(amountDecimals);

  for (const fee of fees.flat.filter(isOurs)) {
    for (const { period, date } of months) {
      const rate = holdsOn(fee, date) ? exchange(fee, fee.perMonth, date) : null;
      if (!rate) continue;
      const { id, provider } = fee;
      const amount = inBase(fee.perMonth.amount, rate);
      bill.add(fee, feeCharge({ kind: 'fee', id, provider, period, currency: baseCurrency, amount }), null);
    }
  }

  // Support is of what was used and purchased, not of fees: the charges before any were added.
  const chargedBefore = new Bill(lines);
  for (const plan of fees.support.filter(isOurs)) {
    const { id, provider, account, bands, minimumPerMonth } = plan;
    for (const { period, date } of months) {
      const rate = holdsOn(plan, date) ? exchange(plan, minimumPerMonth, date) : null;
      if (!rate) continue;
      const ofMonth = chargedBefore.of(provider, monthOf(date), isoDateOf(period.end));
      const counted = ofMonth.filter(line => account === null || isSame(line.account ?? '', account));
      const converted = bands.map(band => ({ ...band, fromAmount: inBase(band.fromAmount, rate) }));
      const fee = supportFee(billed(counted), converted, inBase(minimumPerMonth.amount, rate));
      const amount = fee.toDecimalPlaces(amountDecimals);
      if (amount.isZero()) continue;
      bill.add(plan, feeCharge({ kind: 'support', id, provider, period, currency: baseCurrency, amount }), account);
    }
  }

  for (const promise of fees.minimums.filter(isOurs)) {
    const { id, provider, amount: promised, spentBefore } = promise;
    for (const { start, end } of minimumSpendPeriodsOf(promise, horizon)) {
      const last = months.filter(({ date }) => date < end).at(-1) as FeeMonth;
      const isBegunBefore = start < isoDateOf(horizon.start);
      if (isBegunBefore && spentBefore === null) {
        const issue = makeIssue('minimum-spend-unknown', { minimum: id, start }, { severity: 'warning', location: promise.at('SpentBefore') });
        tell(`${id} before`, issue);
        continue;
      }
      const rate = exchange(promise, promised, last.date);
      if (!rate) continue;
      const before = isBegunBefore && spentBefore ? inBase(spentBefore.amount, rate) : zeroDecimal;
      const missing = shortfall(inBase(promised.amount, rate), billed(bill.of(provider, start, end)).plus(before));
      if (missing.isZero()) continue;
      const line = { kind: 'shortfall', id, provider, period: last.period, currency: baseCurrency, amount: missing } as const;
      bill.add(promise, feeCharge(line), null);
    }
  }

  // Taxes do not tax each other: all are of the charges before any.
  const untaxed = months.map(({ period, date }) => bill.of(null, monthOf(date), isoDateOf(period.end)));
  for (const tax of fees.taxes.filter(isOurs)) {
    months.forEach(({ period, date }, index) => {
      if (!holdsOn(tax, date)) return;
      const ofMonth = untaxed[index] ?? [];
      const providers = [...new Set(ofMonth.map(({ charge }) => charge.ProviderName.toLowerCase()))].sort();
      for (const provider of providers) {
        if (tax.provider !== null && !isSame(tax.provider, provider)) continue;
        const taxedLines = ofMonth.filter(({ charge }) => isSame(charge.ProviderName, provider));
        const taxed = Object.fromEntries(costColumns.map(column => [column, taxedSum(taxedLines, column)])) as Record<CostColumn, Decimal>;
        if (costColumns.every(column => taxed[column].isZero())) continue;
        const name = taxedLines[0]?.charge.ProviderName ?? provider;
        const line = { id: tax.id, provider: name, period, currency: baseCurrency, fraction: decimal(tax.fraction), taxed };
        bill.add(tax, taxCharge(line), null);
      }
    });
  }
  return { charges: bill.added(scenarioId), issues: [...issues.values()] };
};
