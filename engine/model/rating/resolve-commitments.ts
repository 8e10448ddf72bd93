import type { PurchaseOption, SpendPlan } from '../../catalog/purchase.ts';
import { purchaseName } from '../../catalog/purchase-name.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { convert, type FxRate } from '../../money/exchange.ts';
import { money, timesMoney, type Money } from '../../money/money.ts';
import { decimal, type Decimal, type DecimalValue } from '../../numeric/decimal.ts';
import { chargeFrame, computeServiceName, type ChargeLine } from '../../pricing/charge.ts';
import type { CommitmentColumns, CommitmentTerms } from '../../pricing/commitments/commitment-to-charge.ts';
import { isSpendKind, type CommitmentKind, type MeterComponent } from '../../pricing/commitments/held-commitment.ts';
import { isPaidMonthly } from '../../pricing/commitments/reserved-nodes.ts';
import type { CommitmentFees, PriceBasis } from '../../pricing/hourly-price.ts';
import { holdingOn } from '../../pricing/holding-on.ts';
import { componentKey, discountKey, type PriceBook } from '../../pricing/price-book.ts';
import { negotiatedTermFor } from '../../pricing/negotiation/negotiated-term.ts';
import { isoOfEpochDay, type EpochSeconds } from '../../quantity/calendar.ts';
import { secondsPerDay, termHours } from '../../quantity/conversion.ts';
import type { Placement } from '../plan.ts';
import type { PlanPrice, PlanPrices } from './plan-prices.ts';
import type { HeldCommitment } from '../reading/read-commitments.ts';

/** A commitment is given up before its end. */
export interface CommitmentExit {
  readonly at: EpochSeconds;
  /** What that puts on the bill. */
  lines(commitment: PlannedCommitment): readonly ChargeLine[];
}

/** A commitment with all it costs, in the base currency: ready to be applied and charged. */
export interface PlannedCommitment extends Pick<HeldCommitment, 'id' | 'scenarioId' | 'account' | 'isShared' | 'target' | 'isRateLocked' | 'at'> {
  /** Null for what has no price word: a plan that covers nothing here. */
  readonly purchase: PurchaseOption | null;
  readonly terms: CommitmentTerms;
  /** Units of a reservation, 1 of a plan. */
  readonly unitCount: number;
  readonly unit: string;
  /** Amount per hour of a plan, which its usage draws down; null of a reservation. */
  readonly amountPerHour: number | null;
  readonly columns: CommitmentColumns;
  readonly label: string;
  readonly basis: PriceBasis;
  /** Its price in the price lists; null when the row states its cost, or it is paid by its amount. */
  readonly price: PlanPrice | null;
  /** Null: it is kept to the end of its term. */
  readonly exit: CommitmentExit | null;
  /** The placement whose own reservation it is, which nobody else uses; null of a row of Commitments. */
  readonly placement: Placement | null;
}

/** When it is no longer held. */
export const endOf = ({ exit, terms }: Pick<PlannedCommitment, 'exit' | 'terms'>): EpochSeconds => exit?.at ?? terms.term.end;

export interface CommitmentPrices {
  readonly prices: PlanPrices;
  readonly book: PriceBook;
  readonly fxRates: readonly FxRate[];
  readonly baseCurrency: string;
}

const typeNames: Readonly<Record<CommitmentKind, string>> = {
  reserved: 'Reserved Instance', convertible: 'Convertible Reserved Instance', cud: 'Resource-based CUD', 'ec2-sp': 'EC2 Instance Savings Plan',
  'compute-sp': 'Compute Savings Plan', 'database-sp': 'Database Savings Plan', 'azure-sp': 'Savings Plan', 'flex-cud': 'Compute flexible CUD',
};

const typeNameOf = ({ provider, kind }: HeldCommitment['target']): string =>
  kind === 'reserved' && provider.toLowerCase() !== 'aws' ? 'Reservation' : typeNames[kind];

const unitNames: Readonly<Record<MeterComponent, string>> = {
  node: 'Nodes', vcpu: 'vCPUs', memory: 'GiB', gpu: 'GPUs', 'local-ssd': 'GiB',
};
const hourNames: Readonly<Record<MeterComponent, string>> = {
  node: 'Hours', vcpu: 'VCPU-Hours', memory: 'GiB-Hours', gpu: 'GPU-Hours', 'local-ssd': 'GiB-Hours',
};

/** The unit of an hour of a component. */
export const hoursUnit = (component: MeterComponent): string => hourNames[component];

const purchaseOf = ({ target: { kind }, termYears, payment }: HeldCommitment): PurchaseOption | null => {
  switch (kind) {
    case 'reserved':
    case 'cud':
      return { kind: 'reserved', offeringClass: 'standard', termYears, payment };
    case 'convertible':
      return { kind: 'reserved', offeringClass: 'convertible', termYears, payment };
    case 'database-sp':
      return null;
    case 'ec2-sp':
    case 'compute-sp':
    case 'azure-sp':
    case 'flex-cud':
      return { kind: 'spend-plan', plan: kind satisfies SpendPlan, termYears, payment };
  }
};

/** Amount per hour in the base currency that can still be counted exactly. */
const mostPerHour = 1e12;

const startDate = ({ start }: HeldCommitment): string => isoOfEpochDay(Math.floor(start / secondsPerDay));

/** Parts of a plan's amount due at purchase (A-COM-8). */
const upfrontShares: Readonly<Record<string, number>> = { 'all-upfront': 1, upfront: 1, 'partial-upfront': 0.5 };

interface Cost extends CommitmentFees {
  readonly price?: PlanPrice;
  readonly listFees?: CommitmentFees;
}

/** Cost of the components of a GCP series, per unit. */
const componentCost = (held: HeldCommitment, purchase: PurchaseOption, book: PriceBook): Money | null => {
  const { provider, region, nodeTypeOrFamily, operatingSystem, tenancy, component } = held.target;
  const key = { provider, region: region ?? '', series: nodeTypeOrFamily ?? '', operatingSystem, tenancy };
  const row = holdingOn(book.components.get(componentKey(key, purchase)) ?? [], startDate(held));
  if (!row) return null;
  return component === 'node' ? null : row.perHour[component];
};

/** What is paid of a fee after negotiation; what uses a plan draws down all of it (A-PRI-14). */
const negotiatedShare = (held: HeldCommitment, { book }: CommitmentPrices, sku: string): Decimal => {
  const { provider, region } = held.target;
  const term = negotiatedTermFor(book.negotiated, {
    account: held.account, provider, service: computeServiceName(provider), region: region ?? '', sku, fee: 'commitment-fees',
    date: startDate(held),
  });
  return term?.change.kind === 'percent' ? decimal(1).minus(term.change.discountFraction) : decimal(1);
};

/** What a reservation costs per unit by the price lists, in the base currency. */
const listedCost = (
  held: HeldCommitment,
  purchase: PurchaseOption,
  context: CommitmentPrices,
): Result<Cost> => {
  const { prices, book, fxRates, baseCurrency } = context;
  const { provider, region, nodeTypeOrFamily, operatingSystem, tenancy, component } = held.target;
  const date = startDate(held);
  const perUnit = component === 'node' ? null : componentCost(held, purchase, book);
  if (perUnit) {
    const converted = convert(perUnit, baseCurrency, date, fxRates);
    if (!converted.ok) return converted;
    const fees = { upfront: money(0, baseCurrency), recurringPerHour: converted.value };
    const share = negotiatedShare(held, context, nodeTypeOrFamily ?? '');
    return ok({ ...fees, recurringPerHour: timesMoney(fees.recurringPerHour, share), listFees: fees });
  }
  // Without such a component the series is looked up as if it were a node type: the answer says what is not known.
  const key = { provider, region: region ?? '', nodeType: nodeTypeOrFamily ?? '', operatingSystem, tenancy };
  const found = prices.find(key, purchase, date, held.account);
  return found.ok ? ok({ ...found.value.converted, price: found.value }) : found;
};

/**
 * What is paid of a plan's stated amount: all of it; of one stated at on-demand rates what its own cost says, else what
 * the general-purpose series are charged. Null when that is not known.
 */
const paidShare = (held: HeldCommitment, purchase: PurchaseOption | null, book: PriceBook): Decimal | null => {
  if (!held.isOnDemandBasis) return decimal(1);
  const { statedCost: cost, size, termYears, target } = held;
  if (cost) return decimal(cost.upfront).dividedBy(termHours(termYears)).plus(cost.recurringPerHour).dividedBy(size);
  const general = purchase && book.discounts.get(discountKey({ provider: target.provider, family: null, series: 'n2' }, purchase));
  return general ? decimal(1).minus(general.discountFraction) : null;
};

const inBase = (amount: DecimalValue, held: HeldCommitment, { fxRates, baseCurrency }: CommitmentPrices): Result<Money> =>
  convert(money(amount, held.currency ?? baseCurrency), baseCurrency, startDate(held), fxRates);

/** A plan pays its amount for every hour: at once, half at once, or hour by hour. */
const planCost = (held: HeldCommitment, perHour: Money): CommitmentFees => {
  const share = upfrontShares[held.payment] ?? 0;
  return {
    upfront: timesMoney(perHour, decimal(termHours(held.termYears)).times(share)),
    recurringPerHour: timesMoney(perHour, decimal(1).minus(share)),
  };
};

const negotiatedPlan = (held: HeldCommitment, perHour: Money, context: CommitmentPrices): Cost => ({
  ...planCost(held, timesMoney(perHour, negotiatedShare(held, context, held.target.kind))),
  listFees: planCost(held, perHour),
});

const statedCost = (
  held: HeldCommitment,
  stated: { upfront: number; recurringPerHour: number },
  context: CommitmentPrices,
): Result<Cost> => {
  const [upfront, recurring] = [inBase(stated.upfront, held, context), inBase(stated.recurringPerHour, held, context)];
  if (!upfront.ok) return upfront;
  return recurring.ok ? ok({ upfront: upfront.value, recurringPerHour: recurring.value }) : recurring;
};

const columnsOf = (held: HeldCommitment, purchase: PurchaseOption | null, baseCurrency: string): CommitmentColumns => {
  const { provider, kind, region, nodeTypeOrFamily, operatingSystem, tenancy, component } = held.target;
  const word = purchase ? purchaseName(purchase) : `${kind}-${held.termYears}y-${held.payment}`;
  const identity = {
    CommitmentDiscountCategory: isSpendKind(kind) ? 'Spend' : 'Usage',
    CommitmentDiscountId: held.id,
    CommitmentDiscountType: typeNameOf(held.target),
    CommitmentDiscountUnit: isSpendKind(kind) ? baseCurrency : hourNames[component],
  } as const;
  if (purchase && !isSpendKind(kind)) {
    const key = { provider, region: region ?? '', nodeType: nodeTypeOrFamily ?? '', operatingSystem, tenancy };
    const { ProviderName, ServiceCategory, ServiceSubcategory, ServiceName, RegionId, ResourceType, SkuId, SkuPriceId } = chargeFrame(
      key, purchase, { start: 0, end: 1 }, baseCurrency,
    );
    return { ProviderName, ServiceCategory, ServiceSubcategory, ServiceName, RegionId, ResourceType, SkuId, SkuPriceId, ...identity };
  }
  const sku = [provider, region, nodeTypeOrFamily, word].filter(part => part !== null).join('/');
  return {
    ProviderName: provider,
    ServiceCategory: kind === 'database-sp' ? 'Databases' : 'Compute',
    ServiceSubcategory: kind === 'database-sp' ? 'Relational Databases' : 'Virtual Machines',
    ServiceName: kind === 'database-sp' ? 'Amazon Relational Database Service' : computeServiceName(provider),
    RegionId: region, ResourceType: null, SkuId: sku, SkuPriceId: sku,
    ...identity,
  };
};

const columnOfIssue: Readonly<Record<string, string>> = {
  'unknown-provider': 'Provider', 'unknown-region': 'Region', 'no-exchange-rate': 'Currency', 'purchase-not-sold': 'Payment',
};

/**
 * Gives a row of Commitments its cost in the base currency: as stated, else of the price lists on its first day. Reports
 * what `PlanPrices.find` reports, at the row's cells.
 */
export const resolveCommitment = (held: HeldCommitment, context: CommitmentPrices): Result<PlannedCommitment> => {
  const { id, scenarioId, account, isShared, target, isRateLocked, at, start, end } = held;
  const purchase = purchaseOf(held);
  const isSpend = isSpendKind(target.kind);
  const failAt = (issues: readonly Issue[]): Result<PlannedCommitment> =>
    fail(...issues.map(issue => ({ ...issue, location: at(columnOfIssue[issue.code] ?? (isSpend ? 'HourlyCommit' : 'NodeTypeOrFamily')) })));

  const share = isSpend ? paidShare(held, purchase, context.book) : decimal(1);
  if (share === null) {
    const values = { commitment: id, purchase: purchase ? purchaseName(purchase) : target.kind, nodeType: '', region: '' };
    return fail(makeIssue('commitment-without-rate', values, { location: at('CommitBasis') }));
  }
  const perHour = isSpend ? inBase(share.times(held.size), held, context) : null;
  if (perHour && !perHour.ok) return failAt(perHour.issues);
  if (perHour && perHour.value.amount.greaterThan(mostPerHour)) {
    const values = { column: 'HourlyCommit', value: perHour.value.amount.toString(), maximum: mostPerHour };
    return fail(makeIssue('above-maximum', values, { location: at('HourlyCommit') }));
  }
  const cost: Result<Cost> = held.statedCost
    ? statedCost(held, held.statedCost, context)
    : perHour
      ? ok(negotiatedPlan(held, perHour.value, context))
      : listedCost(held, purchase as PurchaseOption, context);
  if (!cost.ok) return failAt(cost.issues);
  const { upfront, recurringPerHour, listFees } = cost.value;
  const isMonthly = purchase !== null && isPaidMonthly(target.provider, purchase);
  const word = purchase ? purchaseName(purchase) : `${target.kind}-${held.termYears}y`;
  return ok({
    id, scenarioId, account, isShared, target, isRateLocked, at, purchase,
    terms: {
      term: { start, end }, upfront, recurringPerHour, isPaidMonthly: isMonthly,
      ...(listFees ? { listFees } : {}),
    },
    unitCount: isSpend ? 1 : held.size,
    unit: isSpend ? 'Commitments' : unitNames[target.component],
    amountPerHour: perHour ? perHour.value.amount.toNumber() : null,
    columns: columnsOf(held, purchase, context.baseCurrency),
    label: target.nodeTypeOrFamily === null ? word : `${word}, ${target.nodeTypeOrFamily}`,
    basis: cost.value.price?.stated.basis ?? 'listed',
    price: cost.value.price ?? null,
    placement: null,
    exit: null,
  });
};
