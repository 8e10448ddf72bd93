import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { ok, type Result } from '../../issue/result.ts';
import { convert, type FxRate } from '../../money/exchange.ts';
import { money, roundMoney, type Money } from '../../money/money.ts';
import { zeroDecimal, type Decimal } from '../../numeric/decimal.ts';
import { contractedUnitPrice } from '../../pricing/negotiation/contracted-price.ts';
import { negotiatedTermFor, type NegotiatedTerms } from '../../pricing/negotiation/negotiated-term.ts';
import { beyondLimits, rateMonth, type RatedPart } from '../../pricing/tariff/rate-month.ts';
import { tariffCharge } from '../../pricing/tariff/tariff-charge.ts';
import { findAllowance } from '../../pricing/tariff/tariff-book.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { OtherCharges, PricedCharge, UsedTariff } from '../../report/run-results.ts';
import type { Horizon, PlanMonth } from '../../workload/horizon.ts';
import { meteredMonth, type PlannedUse } from './metered-month.ts';
import type { Plan, PlannedUsage } from '../plan.ts';
import type { PlanTariffs } from './plan-tariffs.ts';
import { usageOfScenario, type PlannedScenario } from '../planned-scenarios.ts';

/** What was negotiated, and the rates its prices are converted by. */
export interface Agreements {
  readonly negotiated: NegotiatedTerms;
  readonly fxRates: readonly FxRate[];
}

export interface ChargedUsage {
  /** By scenario. */
  readonly charges: ReadonlyMap<string, readonly OtherCharges[]>;
  readonly tariffs: readonly UsedTariff[];
  readonly issues: readonly Issue[];
}

const monthName = ({ year, month }: PlanMonth): string => `${year}-${String(month).padStart(2, '0')}`;

/** Free quantities of the month by name, none where none is granted on the day. */
const allowancesOf = (uses: readonly PlannedUse[], { book }: PlanTariffs): Map<string, Decimal> =>
  new Map(
    uses.flatMap(({ tariff: { allowanceId }, priceDate }): [string, Decimal][] =>
      allowanceId === null
        ? []
        : [[allowanceId.toLowerCase(), findAllowance(book, allowanceId, priceDate)?.freeQuantity ?? zeroDecimal]],
    ),
  );

/** Last part of a meter's name: the agreements name provider and region apart. */
const bareName = (meterId: string): string => meterId.split('/').at(-1) ?? meterId;

/** What a unit costs this customer: a tier's price, or what was agreed for it. Free units and minimum charges stay. */
const contractedPrice = (part: RatedPart<PlannedUse>, { negotiated, fxRates }: Agreements): Result<Money> => {
  const { usage, tariff, priceDate } = part.use;
  const { providerName, serviceName, regionId } = tariff.service;
  const list = money(part.unitPrice, tariff.currency);
  const term = negotiatedTermFor(negotiated, {
    account: usage.ownership.account,
    provider: providerName,
    service: serviceName,
    region: regionId ?? '',
    sku: bareName(tariff.meterId),
    fee: 'on-demand',
    date: priceDate,
  });
  if (part.kind !== 'tier' || !term) return ok(list);
  const agreed = convert(contractedUnitPrice(list, term), tariff.currency, priceDate, fxRates);
  return agreed.ok ? ok(roundMoney(agreed.value, priceDecimals)) : agreed;
};

/** Decimals of a converted price: its products with quantities stay exact. */
const priceDecimals = 12;

/** One row for each tariff that entered the ledger, whatever scenario it is for. */
class UsedTariffs {
  readonly #byTariff = new Map<string, { readonly first: UsedTariff; readonly usageIds: Set<string> }>();

  add({ price, priceDate, usage }: PlannedUse): void {
    const { meterId, zone, eligibility, validFrom } = price.stated;
    const name = JSON.stringify([meterId, zone, eligibility, validFrom, price.exchangeRate]);
    const known = this.#byTariff.get(name);
    if (known) known.usageIds.add(usage.id);
    else {
      const first = { tariff: price.stated, exchangeRate: price.exchangeRate, firstDate: priceDate, usageIds: [] };
      this.#byTariff.set(name, { first, usageIds: new Set([usage.id]) });
    }
  }

  list(): UsedTariff[] {
    return [...this.#byTariff.values()].map(({ first, usageIds }) => ({ ...first, usageIds: [...usageIds] }));
  }
}

/** Each problem once, whatever scenarios and months it turns up in. */
class ToldIssues {
  readonly #issues = new Map<string, Issue>();

  add(issue: Issue): void {
    const values = { ...issue.values, date: '', month: '', quantity: '' };
    const name = JSON.stringify([issue.code, values, issue.location]);
    if (!this.#issues.has(name)) this.#issues.set(name, issue);
  }

  list(): Issue[] {
    return [...this.#issues.values()];
  }
}

/** A usage of which nothing lies in the plan. */
const outsidePlan = ({ id, from, to, at }: PlannedUsage, horizon: Horizon): Issue[] => {
  if (from < horizon.end && to > horizon.start) return [];
  const values = { usage: id, planStart: isoOfInstant(horizon.start), planEnd: isoOfInstant(horizon.end) };
  return [makeIssue('usage-outside-plan', values, { severity: 'warning', location: at('From') })];
};

/** Ledger lines of all usage of meters, scenario by scenario and month by month: tiers and allowances begin anew in each. */
export const chargeUsage = (
  plan: Plan,
  scenarios: readonly PlannedScenario[],
  horizon: Horizon,
  tariffs: PlanTariffs,
  agreements: Agreements,
): ChargedUsage => {
  const used = new UsedTariffs();
  const told = new ToldIssues();
  for (const usage of plan.meterUsage) outsidePlan(usage, horizon).forEach(issue => told.add(issue));
  const charges = new Map<string, readonly OtherCharges[]>();
  for (const { id } of scenarios) {
    const usages = usageOfScenario(plan, id);
    const linesOf = new Map<PlannedUsage, PricedCharge[]>(usages.map(usage => [usage, []]));
    const counted = new Map<PlannedUsage, Decimal>();
    horizon.months.forEach((month, monthIndex) => {
      const { uses, issues } = meteredMonth(usages, horizon, monthIndex, tariffs);
      issues.forEach(issue => told.add(issue));
      for (const { use, limit, quantity } of beyondLimits(uses)) {
        const values = { meter: use.usage.meterId, quantity: quantity.toFixed(), limit: limit.toFixed(), month: monthName(month) };
        told.add(makeIssue('quantity-beyond-tiers', values, { location: use.usage.at('Quantity') }));
      }
      for (const use of uses) {
        used.add(use);
        counted.set(use.usage, use.quantity.plus(counted.get(use.usage) ?? 0));
      }
      for (const part of rateMonth(uses, allowancesOf(uses, tariffs))) {
        const { usage, period } = part.use;
        const contracted = contractedPrice(part, agreements);
        if (contracted.ok) linesOf.get(usage)?.push({ charge: tariffCharge({ part, period, contracted: contracted.value }), basis: 'listed' });
        else contracted.issues.forEach(issue => told.add({ ...issue, location: usage.at('MeterId') }));
      }
    });
    const ofScenario = [...linesOf].map(([usage, lines]): OtherCharges => {
      const { workloadId, ownership, id: usageId } = usage;
      const origin = { scenarioId: id, workloadId, placementId: null, usageId, purchase: null, ownership };
      return { origin, lines, meteredQuantity: counted.get(usage) ?? zeroDecimal };
    });
    charges.set(id, ofScenario);
  }
  return { charges, tariffs: used.list(), issues: told.list() };
};
