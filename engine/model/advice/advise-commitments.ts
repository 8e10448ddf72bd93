import { optimizePrepared } from '../../commitment/optimize-portfolio.ts';
import { paybackOf } from '../../commitment/payback.ts';
import { portfolioRegret, regretFactors } from '../../commitment/regret.ts';
import { portfolioCost, roundPortfolio } from '../../commitment/round-portfolio.ts';
import { nearestNames } from '../../catalog/nearest-names.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { convert } from '../../money/exchange.ts';
import { money } from '../../money/money.ts';
import { cover } from '../../pricing/cover/cover.ts';
import { refundPool } from '../../pricing/exit-value.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { AdvisedCommitment, CommitmentAdvice, FamilyAdvice, HeldNodes } from '../../report/commitment-advice.ts';
import { groupBy } from '../../report/group-by.ts';
import type { Horizon } from '../../workload/horizon.ts';
import { adviseFamilies } from './advise-families.ts';
import { advisedPortfolio, type AdvisedPortfolio, type CountedTerm, type SizedCandidate } from './advised-portfolio.ts';
import { ownReservation } from '../rating/charge-placement.ts';
import type { ChargeContext } from '../rating/charge-plan.ts';
import { isForComponents, onceEach, planCommitments } from '../rating/charge-scenario.ts';
import { commitmentCandidates } from './commitment-candidates.ts';
import { makeMeterRates } from '../rating/meter-rates.ts';
import type { Placement, Plan } from '../plan.ts';
import type { ConsideredOption } from './read-commitment-options.ts';
import type { PlanUsage } from '../usage/simulate-plan.ts';
import type { TermRule } from '../tables/settings-table.ts';
import { extendedHorizon, extendedMeter } from './extended-plan.ts';
import { usageBefore } from './usage-before.ts';
import { endOf, type PlannedCommitment } from '../rating/resolve-commitments.ts';
import { metersOf } from '../rating/usage-meters.ts';

/** In the order they are told, but for the first, which the settings choose. */
const countedTerms: readonly CountedTerm[] = ['amortized', 'liability', 'extended'];
const countedByRule: Readonly<Record<TermRule, CountedTerm>> = { share: 'amortized', whole: 'liability', 'demand goes on': 'extended' };

/** What could be bought, and for how much upfront; null: any amount. */
export interface ToConsider {
  readonly options: readonly ConsideredOption[];
  readonly upfrontBudget: number | null;
  readonly termRule: TermRule;
}

export interface CommitmentsAdvised {
  readonly advice: readonly CommitmentAdvice[];
  readonly families: readonly FamilyAdvice[];
  readonly issues: readonly Issue[];
}

/**
 * What each scenario should buy on the first day of the plan, of the options considered, beside what it holds: under each
 * way to count a term that ends after the plan. Warns of options whose price is not known.
 */
export const adviseCommitments = (
  plan: Plan,
  { usageOf }: PlanUsage,
  { options: considered, upfrontBudget, termRule }: ToConsider,
  context: ChargeContext,
): CommitmentsAdvised => {
  if (considered.length === 0) return { advice: [], families: [], issues: [] };
  const { prices, book, scenarios } = context;
  const { horizon } = context.demandPlan;
  const rates = makeMeterRates(prices, book, horizon);
  const planned = planCommitments(context, horizon);
  const placementsOf = groupBy(plan.placements, ({ scenarioId }) => scenarioId);
  const names = scenarios.map(({ id }) => id);
  const issues: Issue[] = considered.flatMap(({ scenarioId, at }) => {
    if (scenarioId === null || names.some(name => name.toLowerCase() === scenarioId.toLowerCase())) return [];
    const values = { column: 'ScenarioId', value: scenarioId, tables: 'Placements', suggestion: nearestNames(scenarioId, names, 1)[0] ?? '' };
    return [makeIssue('unknown-reference', values, { severity: 'warning', location: at('ScenarioId') })];
  });
  const pool = convert(money(refundPool, 'USD'), context.baseCurrency, isoOfInstant(horizon.start).slice(0, 10), context.fxRates);
  const [returned] = considered.filter(({ leaveBy }) => leaveBy === 'refund');
  if (returned && !pool.ok) issues.push(...pool.issues.map(issue => ({ ...issue, location: returned.at('LeaveBy') })));
  const limits = { upfront: upfrontBudget ?? Infinity, refundPool: pool.ok ? pool.value.amount.toNumber() : Infinity };
  const first = countedByRule[termRule];
  const inOrder = [first, ...countedTerms.filter(counted => counted !== first)];
  const beforePlan = usageBefore(plan, context.demandPlan, book);
  const families: FamilyAdvice[] = [];
  const advice = scenarios.flatMap(({ id }): CommitmentAdvice[] => {
    const options = considered.filter(({ scenarioId }) => scenarioId === null || scenarioId.toLowerCase() === id.toLowerCase());
    if (options.length === 0) return [];
    const held = planned.ofScenario(id);
    const splitsNodes = isForComponents([...options, ...held.map(({ target }) => target)]);
    const used = (placementsOf.get(id) ?? []).flatMap(placement => {
      const usage = usageOf.get(placement);
      return usage ? [{ placement, usage }] : [];
    });
    const meters = used.flatMap(({ placement, usage }) => metersOf(placement, usage, book, splitsNodes));
    const own = used.flatMap(({ placement, usage }) =>
      ownReservation(placement, usage.nodeSecondsByHour, horizon, prices).commitment ?? []);
    const found = commitmentCandidates(options, meters, horizon, context);
    issues.push(...found.issues);
    if (found.candidates.length === 0) return [];
    const metersBefore = (placement: Placement) => beforePlan(placement, splitsNodes);
    families.push(...adviseFamilies(id, meters, held, found.candidates, { horizon, rates, limits, metersBefore }));
    const longer = extendedHorizon(horizon, Math.max(...options.map(({ termYears }) => termYears)));
    const longRates = makeMeterRates(prices, book, longer);
    return inOrder.flatMap(counted => {
      const isLonger = counted === 'extended';
      const setting = isLonger ? { horizon: longer, rates: longRates, upfrontBudget } : { horizon, rates, upfrontBudget };
      const wanted = isLonger ? meters.map(meter => extendedMeter(meter, longer.hourCount)) : meters;
      const advised = advisedPortfolio(wanted, [...own, ...held], found.candidates, counted, setting);
      if (!advised) return [];
      const answered = adviceOf(counted, advised, setting.horizon);
      return [{ scenarioId: id, isFirst: counted === first, held: heldNodes(held, horizon), ...answered }];
    });
  });
  return { advice, families, issues: onceEach(issues) };
};

const sum = <Item>(items: readonly Item[], figure: (item: Item) => number): number =>
  items.reduce((total, item) => total + figure(item), 0);

/** Reservations of nodes that are live when the plan begins. */
const heldNodes = (held: readonly PlannedCommitment[], { start, end }: Horizon): HeldNodes[] =>
  held
    .filter(({ amountPerHour, target }) => amountPerHour === null && target.component === 'node')
    .filter(commitment => commitment.terms.term.start <= start && endOf(commitment) > start)
    .map(commitment => ({
      commitmentId: commitment.id, region: commitment.target.region, nodeType: commitment.target.nodeTypeOrFamily,
      quantity: commitment.unitCount, liveHours: (Math.min(endOf(commitment), end) - start) / secondsPerHour,
    }));

const adviceOf = (
  counted: CountedTerm,
  { prepared, portfolio, bought }: AdvisedPortfolio,
  horizon: Horizon,
): Omit<CommitmentAdvice, 'scenarioId' | 'held' | 'isFirst'> => {
  const optimum = optimizePrepared(prepared);
  const { sizes, cost } = roundPortfolio(prepared, optimum);
  const without = portfolio.options.map(({ leastSize }) => leastSize);
  const commitments = bought.flatMap((sized, option) => {
    if (!sized) return [];
    const quantity = (sizes[option] as number) / sized.sizePerUnit;
    const sizing = { quantity, fractional: optimum.sizes[option] as number, prepared, sizes };
    return [{ sized, quantity, result: advisedCommitment(sized, option, sizing) }];
  });
  const recurring = horizon.months.map(({ startHour, endHour }) =>
    sum(commitments, ({ sized, quantity }) =>
      quantity * sized.recurringPerHour * Math.max(0, Math.min(endHour, sized.liveHours) - startHour)));
  const upfront = sum(commitments, ({ sized, quantity }) => quantity * sized.upfront);
  const liability = sum(commitments, ({ sized, quantity }) => quantity * (sized.upfront + sized.recurringPerHour * sized.termHours));
  const bounds = [...horizon.months.map(({ startHour }) => startHour), horizon.hourCount];
  const onDemandWithout = onDemandByMonth(prepared, Float64Array.from(without), bounds);
  const onDemandWith = onDemandByMonth(prepared, sizes, bounds);
  return {
    counted,
    commitments: commitments.map(({ result }) => result),
    costWithout: portfolioCost(prepared, Float64Array.from(without)),
    cost,
    fractionalCost: optimum.cost,
    lowerBound: optimum.lowerBound,
    upfront,
    liability,
    months: recurring.map((fees, month) =>
      ({ onDemandWithout: onDemandWithout[month] as number, onDemandWith: onDemandWith[month] as number, recurring: fees })),
    payback: upfront + liability > 0
      ? paybackOf({ onDemandWithout, onDemandWith, recurringFees: recurring, upfront, liability })
      : { cash: null, liability: null },
    regrets: regretFactors.map(factor => portfolioRegret(portfolio, sizes, factor)),
  };
};

const onDemandByMonth = (
  { cover: prepared, meters }: AdvisedPortfolio['prepared'],
  sizes: Float64Array,
  bucketBounds: readonly number[],
): number[] => {
  const { remainderSeconds } = cover({ ...prepared, bucketBounds }, sizes);
  return bucketBounds.slice(1).map((_, month) =>
    sum([...meters.entries()], ([meter, { onDemandPerHour }]) =>
      ((remainderSeconds[month * meters.length + meter] as number) / secondsPerHour) * onDemandPerHour));
};

/** Twelve digits: what comes after is the solver's rounding. */
const withoutNoise = (value: number): number => Number(value.toPrecision(12));

interface Sizing {
  readonly quantity: number;
  readonly fractional: number;
  readonly prepared: AdvisedPortfolio['prepared'];
  readonly sizes: Float64Array;
}

const advisedCommitment = (sized: SizedCandidate, option: number, { quantity, fractional, prepared, sizes }: Sizing): AdvisedCommitment => {
  const { candidate: { option: { id }, commitment }, sizePerUnit, liveHours, upfront, recurringPerHour, termHours } = sized;
  const { firstPairs, meterOfPair } = prepared.cover;
  const { coveredSeconds, unusedCounts, countsPerSize } = cover({ ...prepared.cover, bucketBounds: [0, prepared.hourCount] }, sizes);
  let coveredCost = 0;
  for (let pair = firstPairs[option] as number; pair < (firstPairs[option + 1] as number); pair += 1) {
    const price = prepared.meters[meterOfPair[pair] as number]?.onDemandPerHour ?? 0;
    coveredCost += ((coveredSeconds[pair] as number) / secondsPerHour) * price;
  }
  const size = sizes[option] as number;
  const fees = (quantity * (upfront + recurringPerHour * termHours) * liveHours) / termHours;
  const unused = (unusedCounts[option] as number) / (countsPerSize[option] as number);
  const utilization = size > 0 ? 1 - unused / (size * liveHours) : null;
  return {
    optionId: id,
    what: commitment.label,
    region: commitment.target.region,
    nodeType: commitment.target.component === 'node' ? commitment.target.nodeTypeOrFamily : null,
    quantity,
    fractionalQuantity: withoutNoise(fractional / sizePerUnit),
    unit: commitment.amountPerHour === null ? commitment.unit : null,
    upfront: quantity * upfront,
    fees,
    coveredCost,
    utilization,
    breakEvenUtilization: utilization !== null && coveredCost > 0 ? (utilization * fees) / coveredCost : null,
  };
};
