import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { Money } from '../../money/money.ts';
import { cover } from '../../pricing/cover/cover.ts';
import type { MeterCommitment, SpendCommitment } from '../../pricing/cover/meter-commitment.ts';
import { prepareCover } from '../../pricing/cover/prepare-cover.ts';
import { applicationRank, isPlanFor, unitsPerReservedNode, unitsTaken } from '../../pricing/commitments/eligibility.ts';
import type { MeteredUsage } from '../../pricing/commitments/held-commitment.ts';
import { planApplies } from '../../pricing/negotiation/plan-applies.ts';
import { purchaseName } from '../../catalog/purchase-name.ts';
import { secondsPerHour } from '../../quantity/conversion.ts';
import { planHours, type Horizon } from '../../workload/horizon.ts';
import type { MeterRates } from './meter-rates.ts';
import { endOf, type PlannedCommitment } from './resolve-commitments.ts';
import type { PlacementMeter } from './usage-meters.ts';

/** What a commitment did for a meter in a month. */
export interface MeterCover {
  readonly meter: PlacementMeter;
  readonly counts: number;
  readonly seconds: number;
}

/** What became of a commitment in a month of the plan. */
export interface CommitmentMonth {
  /** Index of the plan's month, and its hours in which the commitment is live. */
  readonly month: number;
  readonly hours: readonly [first: number, end: number];
  readonly used: readonly MeterCover[];
  readonly unusedCounts: number;
}

export interface RatedCommitment {
  readonly commitment: PlannedCommitment;
  readonly planHours: readonly [first: number, end: number];
  /** Counts that make one committed node-hour, or one unit of the base currency. */
  readonly countsPerQuantity: number;
  readonly months: readonly CommitmentMonth[];
  /** Usage it could have covered, covered or not. */
  readonly eligible: readonly PlacementMeter[];
}

/** Who pays for what in a scenario: quantities only. */
export interface RatedScenario {
  readonly commitments: readonly RatedCommitment[];
  /** Seconds of a meter in a month that no commitment covers. */
  remainderSeconds(meter: PlacementMeter, month: number): number;
  /** Seconds of a meter in a month that commitments cover which are not the placement's own. */
  sharedSeconds(meter: PlacementMeter, month: number): number;
  readonly issues: readonly Issue[];
}

const usageOf = ({ placement, component, series }: PlacementMeter): MeteredUsage => ({
  key: placement.key, zone: placement.zone, component, series,
});

/** One entry of what `cover` applies: a plan whose rates change is one entry for each stretch of months. */
interface CoverEntry {
  readonly owner: number;
  readonly applied: MeterCommitment;
}

interface Context {
  readonly meters: readonly PlacementMeter[];
  readonly horizon: Horizon;
  readonly rates: MeterRates;
  readonly accountOf: (account: string | null) => number;
}

/** Usage a commitment may cover: a placement's own reservation only its own; spot is covered by nothing. */
const eligibleMeters = (commitment: PlannedCommitment, meters: readonly PlacementMeter[]): number[] =>
  meters.flatMap((meter, index) => {
    const { placement, target, amountPerHour } = commitment;
    if (placement) return meter.placement === placement ? [index] : [];
    if (meter.placement.purchase.kind === 'spot') return [];
    const isFor = amountPerHour === null ? unitsTaken(target, usageOf(meter)) !== null : isPlanFor(target, usageOf(meter));
    return isFor ? [index] : [];
  });

const scopeOf = (commitment: PlannedCommitment, { accountOf }: Context) => ({
  // A placement's own reservation is for nothing else, so it goes first.
  rank: commitment.placement ? -1 : applicationRank(commitment.target),
  account: accountOf(commitment.account),
  isShared: commitment.isShared,
});

/** Smaller sizes first, as AWS does; of one size in the order of the plan. */
const unitEntry = (commitment: PlannedCommitment, owner: number, eligible: readonly number[], hours: CommitmentMonth['hours'], context: Context): CoverEntry => {
  const { placement, target, unitCount } = commitment;
  const unitsOf = (meter: number): number => (placement ? 1 : (unitsTaken(target, usageOf(context.meters[meter] as PlacementMeter)) ?? 1));
  const meters = eligible.map(meter => ({ meter, unitsPerNode: unitsOf(meter) })).sort((a, b) => a.unitsPerNode - b.unitsPerNode);
  const unitsPerHour = unitCount * (placement ? 1 : unitsPerReservedNode(target));
  return { owner, applied: { kind: 'unit', ...scopeOf(commitment, context), hours, unitsPerHour, meters } };
};

/** The months of some hours, each cut to them. */
const monthsIn = ({ months }: Horizon, [first, end]: CommitmentMonth['hours']) =>
  months.flatMap(({ startHour, endHour }, month) => {
    const hours = [Math.max(first, startHour), Math.min(end, endHour)] as const;
    return hours[0] < hours[1] ? [{ month, hours }] : [];
  });

const isUsedIn = ({ secondsByHour }: PlacementMeter, [first, end]: CommitmentMonth['hours']): boolean => {
  for (let hour = first; hour < end; hour += 1) if ((secondsByHour[hour] as number) > 0) return true;
  return false;
};

interface PlanEntries {
  readonly entries: readonly CoverEntry[];
  /** Meters in use whose rate under the plan is not known. */
  readonly unrated: ReadonlySet<PlacementMeter>;
}

/** A plan at the rates of each month; months of equal rates together. Where it saves nothing it is not applied (A-COM-9). */
const planEntries = (commitment: PlannedCommitment, owner: number, eligible: readonly number[], hours: CommitmentMonth['hours'], context: Context): PlanEntries => {
  const { meters, horizon, rates } = context;
  const unrated = new Set<PlacementMeter>();
  const entries: { owner: number; applied: SpendCommitment }[] = [];
  for (const piece of monthsIn(horizon, hours)) {
    const rated = eligible.flatMap((index): SpendCommitment['meters'] => {
      const meter = meters[index] as PlacementMeter;
      if (!isUsedIn(meter, piece.hours)) return [];
      const onDemand = rates.coverable(meter, piece.month);
      const plan = rates.underPlan(meter, commitment, piece.month);
      if (!onDemand || !plan) {
        unrated.add(meter);
        return [];
      }
      const [onDemandPerHour, planPerHour] = [onDemand.amount.toNumber(), plan.amount.toNumber()];
      return planApplies(onDemand, plan) ? [{ meter: index, planPerHour, onDemandPerHour }] : [];
    });
    const previous = entries.at(-1)?.applied;
    if (previous && previous.hours[1] === piece.hours[0] && JSON.stringify(previous.meters) === JSON.stringify(rated)) {
      entries[entries.length - 1] = { owner, applied: { ...previous, hours: [previous.hours[0], piece.hours[1]] } };
      continue;
    }
    const amountPerHour = commitment.amountPerHour ?? 0;
    entries.push({ owner, applied: { kind: 'spend', ...scopeOf(commitment, context), hours: piece.hours, amountPerHour, meters: rated } });
  }
  return { entries, unrated };
};

const rateIssues = (commitment: PlannedCommitment, unrated: ReadonlySet<PlacementMeter>): Issue[] =>
  [...new Map([...unrated].map(({ placement: { key } }) => [`${key.region} ${key.nodeType}`.toLowerCase(), key])).values()].map(key =>
    makeIssue(
      'commitment-without-rate',
      {
        commitment: commitment.id, purchase: commitment.purchase ? purchaseName(commitment.purchase) : commitment.target.kind,
        nodeType: key.nodeType, region: key.region,
      },
      { severity: 'warning', location: commitment.at('CommitmentId') },
    ),
  );

/** Commitments as `cover` applies them to the meters of a scenario. */
export interface AppliedCommitments {
  readonly entries: readonly CoverEntry[];
  readonly live: readonly {
    readonly commitment: PlannedCommitment;
    readonly hours: CommitmentMonth['hours'];
    readonly eligible: readonly PlacementMeter[];
  }[];
  accountOf(account: string | null): number;
  readonly issues: readonly Issue[];
}

export const applyCommitments = (
  meters: readonly PlacementMeter[],
  commitments: readonly PlannedCommitment[],
  horizon: Horizon,
  rates: MeterRates,
): AppliedCommitments => {
  const accounts = new Map<string, number>();
  const accountOf = (account: string | null): number => {
    const name = (account ?? '').toLowerCase();
    if (!accounts.has(name)) accounts.set(name, accounts.size);
    return accounts.get(name) as number;
  };
  const context: Context = { meters, horizon, rates, accountOf };
  const issues: Issue[] = [];
  const entries: CoverEntry[] = [];
  const live = commitments.map((commitment, owner) => {
    const hours = planHours(horizon, commitment.terms.term.start, endOf(commitment));
    const eligible = eligibleMeters(commitment, meters);
    if (hours[0] < hours[1] && commitment.amountPerHour === null) entries.push(unitEntry(commitment, owner, eligible, hours, context));
    if (hours[0] < hours[1] && commitment.amountPerHour !== null) {
      const plan = planEntries(commitment, owner, eligible, hours, context);
      entries.push(...plan.entries);
      issues.push(...rateIssues(commitment, plan.unrated));
    }
    return { commitment, hours, eligible: eligible.map(index => meters[index] as PlacementMeter) };
  });
  return { entries, live, accountOf, issues };
};

/**
 * Applies the commitments of a scenario to its usage, hour by hour, in the provider's own order. Warns of plans whose
 * rate for a node type in use is not known: they are rated as not covering it.
 */
export const rateScenario = (
  meters: readonly PlacementMeter[],
  commitments: readonly PlannedCommitment[],
  horizon: Horizon,
  rates: MeterRates,
): RatedScenario => {
  const { entries, live, accountOf, issues } = applyCommitments(meters, commitments, horizon, rates);
  const prepared = prepareCover({
    meters: meters.map(({ placement, secondsByHour }) => ({
      account: accountOf(placement.workload.ownership.account), secondsByHour,
    })),
    commitments: entries.map(({ applied }) => applied),
    bucketBounds: [...horizon.months.map(({ startHour }) => startHour), horizon.hourCount],
  });
  const { remainderSeconds, coveredSeconds, drawnCounts, unusedCounts, countsPerSize } = cover(prepared);
  const { firstPairs, meterOfPair } = prepared;
  const monthOf = (entry: number, month: number): Pick<CommitmentMonth, 'used' | 'unusedCounts'> => {
    const used: MeterCover[] = [];
    for (let pair = firstPairs[entry] as number; pair < (firstPairs[entry + 1] as number); pair += 1) {
      const at = month * meterOfPair.length + pair;
      const [counts, seconds] = [drawnCounts[at] as number, coveredSeconds[at] as number];
      if (seconds > 0) used.push({ meter: meters[meterOfPair[pair] as number] as PlacementMeter, counts, seconds });
    }
    return { used, unusedCounts: unusedCounts[month * entries.length + entry] as number };
  };
  const rated = live.flatMap(({ commitment, hours, eligible }, owner): RatedCommitment[] => {
    const own = entries.flatMap((entry, index) => (entry.owner === owner ? [{ index, hours: entry.applied.hours }] : []));
    const first = own[0];
    if (!first) return [];
    const perSize = countsPerSize[first.index] as number;
    const unitsPerQuantity = commitment.amountPerHour !== null || commitment.placement ? 1 : unitsPerReservedNode(commitment.target);
    return [
      {
        commitment,
        planHours: hours,
        countsPerQuantity: perSize * unitsPerQuantity,
        months: monthsIn(horizon, hours).map(piece => {
          const entry = own.find(each => each.hours[0] <= piece.hours[0] && piece.hours[1] <= each.hours[1]) ?? first;
          return { ...piece, ...monthOf(entry.index, piece.month) };
        }),
        eligible,
      },
    ];
  });
  const indexOf = new Map(meters.map((meter, index) => [meter, index]));
  const sharedSeconds = new Float64Array(remainderSeconds.length);
  const placeOf = (meter: PlacementMeter, month: number): number => month * meters.length + (indexOf.get(meter) ?? -1);
  for (const { commitment, months } of rated) {
    if (commitment.placement) continue;
    for (const { month, used } of months) {
      for (const { meter, seconds } of used) sharedSeconds[placeOf(meter, month)] = (sharedSeconds[placeOf(meter, month)] ?? 0) + seconds;
    }
  }
  return {
    commitments: rated,
    remainderSeconds: (meter, month) => remainderSeconds[placeOf(meter, month)] ?? 0,
    sharedSeconds: (meter, month) => sharedSeconds[placeOf(meter, month)] ?? 0,
    issues,
  };
};

/** Cost of some seconds at a price per hour, as a double: for shares and key figures, never for the ledger. */
export const roughCost = (seconds: number, perHour: Money): number => (seconds / secondsPerHour) * perHour.amount.toNumber();
