import { preparePortfolio, type Portfolio, type PortfolioMeter, type PortfolioOption, type PreparedPortfolio } from '../../commitment/portfolio.ts';
import type { HorizonRule } from '../../commitment/schedule.ts';
import { sizeOf } from '../../pricing/cover/meter-commitment.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import type { Horizon } from '../../workload/horizon.ts';
import type { CommitmentCandidate } from './commitment-candidates.ts';
import type { MeterRates } from '../rating/meter-rates.ts';
import { applyCommitments } from '../rating/rate-scenario.ts';
import type { PlannedCommitment } from '../rating/resolve-commitments.ts';
import type { PlacementMeter } from '../rating/usage-meters.ts';

/** Ways to count a term that ends after the horizon; `extended` is the share, over a horizon that is as long as the longest term. */
export type CountedTerm = HorizonRule;

/** A portfolio whose options are what is held, in fixed sizes, and what could be bought. */
export interface AdvisedPortfolio {
  readonly prepared: PreparedPortfolio;
  readonly portfolio: Portfolio;
  /** By option; null of what is held. */
  readonly bought: readonly (SizedCandidate | null)[];
}

export interface SizedCandidate {
  readonly candidate: CommitmentCandidate;
  /** Size in the portfolio of one node, component, or unit of currency per hour. */
  readonly sizePerUnit: number;
  readonly liveHours: number;
  /** Of one unit, in the base currency. */
  readonly upfront: number;
  readonly recurringPerHour: number;
  readonly termHours: number;
}

/** Usage-weighted mean over the plan of what a commitment can take off a meter's price; null where a price is not known. */
const meanPrice = (meter: PlacementMeter, { months }: Horizon, rates: MeterRates): number | null => {
  let [cost, total] = [0, 0];
  for (const [month, { startHour, endHour }] of months.entries()) {
    let seconds = 0;
    for (let hour = startHour; hour < endHour; hour += 1) seconds += meter.secondsByHour[hour] as number;
    if (seconds === 0) continue;
    const price = rates.coverable(meter, month);
    if (!price) return null;
    cost += seconds * price.amount.toNumber();
    total += seconds;
  }
  return total > 0 ? cost / total : null;
};

export interface PortfolioSetting {
  readonly horizon: Horizon;
  readonly rates: MeterRates;
  /** Largest sum due on the first day, in the base currency; null: no limit. */
  readonly upfrontBudget: number | null;
}

const defaultStep = { spend: 0.001, unit: 1 } as const;

/**
 * What a scenario could buy, beside what it holds, for usage that is not spot. A meter has one price, the mean over the
 * plan, and a plan of spend the rates of its first month in use (A-OPT-9).
 */
export const advisedPortfolio = (
  allMeters: readonly PlacementMeter[],
  held: readonly PlannedCommitment[],
  candidates: readonly CommitmentCandidate[],
  counted: CountedTerm,
  { horizon, rates, upfrontBudget }: PortfolioSetting,
): AdvisedPortfolio | null => {
  const priced = allMeters.flatMap(meter => {
    const onDemandPerHour = meter.placement.purchase.kind === 'spot' ? null : meanPrice(meter, horizon, rates);
    return onDemandPerHour === null ? [] : [{ meter, onDemandPerHour }];
  });
  if (priced.length === 0) return null;
  const commitments = [...held, ...candidates.map(({ commitment }) => commitment)];
  const applied = applyCommitments(priced.map(({ meter }) => meter), commitments, horizon, rates);
  const meters = priced.map(({ meter, onDemandPerHour }): PortfolioMeter => ({
    account: applied.accountOf(meter.placement.workload.ownership.account), secondsByHour: meter.secondsByHour, onDemandPerHour,
  }));
  const options: PortfolioOption[] = [];
  const bought: (SizedCandidate | null)[] = [];
  applied.entries.forEach(({ owner, applied: commitment }, index) => {
    if (owner < held.length) {
      const size = sizeOf(commitment);
      options.push({ id: held[owner]?.id ?? '', commitment, feePerHour: 0, upfrontPerSize: 0, leastSize: size, mostSize: size, step: 1 });
      bought.push(null);
      return;
    }
    const isFirst = applied.entries.findIndex(entry => entry.owner === owner) === index;
    if (!isFirst || commitment.meters.length === 0) return;
    const candidate = candidates[owner - held.length] as CommitmentCandidate;
    const last = applied.entries.filter(entry => entry.owner === owner).at(-1)?.applied ?? commitment;
    const hours = [commitment.hours[0], last.hours[1]] as const;
    const sized = sizedCandidate(candidate, sizeOf(commitment), hours[1] - hours[0]);
    const { sizePerUnit, liveHours, upfront, recurringPerHour, termHours } = sized;
    const paidHours = counted === 'liability' ? liveHours : termHours;
    const feePerUnitHour = (upfront + recurringPerHour * termHours) / paidHours;
    const step = candidate.option.step ?? defaultStep[commitment.kind];
    options.push({
      id: candidate.commitment.id,
      commitment: { ...commitment, hours },
      feePerHour: feePerUnitHour / sizePerUnit,
      upfrontPerSize: upfront / sizePerUnit,
      leastSize: 0,
      mostSize: (candidate.option.most ?? Infinity) * sizePerUnit,
      step: step * sizePerUnit,
      leastBought: (candidate.option.least ?? 0) * sizePerUnit,
      mostCoverage: candidate.option.mostCoverage ?? 1,
    });
    bought.push(sized);
  });
  const portfolio = { meters, options, ...(upfrontBudget === null ? {} : { upfrontBudget }) };
  return { portfolio, prepared: preparePortfolio(portfolio), bought };
};

export const sizedCandidate = (candidate: CommitmentCandidate, sizePerUnit: number, liveHours: number): SizedCandidate => {
  const { term, upfront, recurringPerHour } = candidate.commitment.terms;
  return {
    candidate, sizePerUnit, liveHours,
    upfront: upfront.amount.toNumber(),
    recurringPerHour: recurringPerHour.amount.toNumber(),
    termHours: (term.end - term.start) / secondsPerHour,
  };
};
