import { nearestNames } from '../../catalog/nearest-names.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { CommitmentKind } from '../../pricing/commitments/held-commitment.ts';
import type { PriceBook } from '../../pricing/price-book.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { CommitmentResult, OtherCharges, PricedCharge } from '../../report/run-results.ts';
import type { Horizon } from '../../workload/horizon.ts';
import { chargeRated, type ChargedCommitment, type PriceUse } from './charge-commitments.ts';
import type { OwnReservation } from './charge-placement.ts';
import { makeMeterRates } from './meter-rates.ts';
import type { PlacementUsage } from '../usage/placement-usage.ts';
import type { Placement } from '../plan.ts';
import type { PlanPrices } from './plan-prices.ts';
import type { PlannedScenario } from '../planned-scenarios.ts';
import { rateScenario, type RatedCommitment, type RatedScenario } from './rate-scenario.ts';
import type { HeldCommitment } from '../reading/read-commitments.ts';
import { resolveCommitment, type CommitmentExit, type CommitmentPrices, type PlannedCommitment } from './resolve-commitments.ts';
import { sustainedUseCredits } from './sustained-use-credits.ts';
import { metersOf, type PlacementMeter } from './usage-meters.ts';

/** Commitments of a scenario, and the charges of theirs that no placement answers for. */
export interface ScenarioCommitments {
  readonly results: readonly CommitmentResult[];
  readonly charges: readonly OtherCharges[];
}

export interface ChargedScenario {
  readonly rated: RatedScenario;
  metersOf(placement: Placement): readonly PlacementMeter[];
  /** What commitments cover of a placement, and its own reservation. */
  linesOf(placement: Placement): readonly PricedCharge[];
  readonly commitments: ScenarioCommitments;
  /** Prices commitments stand on. */
  readonly uses: readonly PriceUse[];
  /** Warnings, at the cells of Commitments. */
  readonly issues: readonly Issue[];
}

/** Each issue once: scenarios share the rows of Commitments. */
export const onceEach = (issues: readonly Issue[]): Issue[] => {
  const nameOf = ({ code, values, location }: Issue): string =>
    JSON.stringify([code, values, location?.sheetName, location?.tableName, location?.cellAddress]);
  return [...new Map(issues.map(issue => [nameOf(issue), issue])).values()];
};

/** Rows of Commitments with their costs. */
export interface PlannedCommitments {
  ofScenario(scenarioId: string): readonly PlannedCommitment[];
  readonly issues: readonly Issue[];
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

interface HeldContext {
  readonly held: readonly HeldCommitment[];
  /** By name in small letters. */
  readonly exits: ReadonlyMap<string, CommitmentExit>;
  readonly scenarios: readonly PlannedScenario[];
}

/**
 * Commitments with what they cost. Reports prices that are not known, scenarios nothing is placed in, and warns of
 * commitments that are not live in the plan.
 */
export const planCommitments = (
  context: CommitmentPrices & HeldContext,
  horizon: Horizon,
): PlannedCommitments => {
  const issues: Issue[] = [];
  const planned: PlannedCommitment[] = [];
  const names = context.scenarios.map(({ id }) => id);
  for (const held of context.held) {
    const { id, scenarioId, start, at } = held;
    const exit = context.exits.get(id.toLowerCase()) ?? null;
    const end = exit?.at ?? held.end;
    if (scenarioId !== null && !names.some(name => isSame(name, scenarioId))) {
      const values = { column: 'ScenarioId', value: scenarioId, tables: 'Placements', suggestion: nearestNames(scenarioId, names, 1)[0] ?? '' };
      issues.push(makeIssue('unknown-reference', values, { location: at('ScenarioId') }));
      continue;
    }
    if (end <= horizon.start || start >= horizon.end) {
      const values = { commitment: id, planStart: isoOfInstant(horizon.start), planEnd: isoOfInstant(horizon.end) };
      issues.push(makeIssue('commitment-outside-plan', values, { severity: 'warning', location: at('Start') }));
      continue;
    }
    const resolved = resolveCommitment(held, context);
    if (resolved.ok) planned.push({ ...resolved.value, exit });
    else issues.push(...resolved.issues);
  }
  return {
    ofScenario: scenarioId => planned.filter(each => each.scenarioId === null || isSame(each.scenarioId, scenarioId)),
    issues,
  };
};

const nobody = { costCentre: null, owner: null, environment: null, tags: {} };

const chargesOf = (scenarioId: string, { commitment }: RatedCommitment, lines: readonly PricedCharge[]): OtherCharges => ({
  origin: {
    scenarioId, workloadId: null, placementId: null, purchase: commitment.label.split(', ')[0] ?? null,
    ownership: { account: commitment.account, ...nobody },
  },
  lines,
});

const coversNothing = (scenarioId: string, { commitment }: RatedCommitment): Issue =>
  makeIssue(
    'commitment-covers-nothing',
    { commitment: commitment.id, scenario: scenarioId },
    { severity: 'warning', location: commitment.at('CommitmentId') },
  );

/** Whether commitments are held for components: then nodes are metered by theirs. */
export const isForComponents = (commitments: readonly { readonly kind: CommitmentKind }[]): boolean =>
  commitments.some(({ kind }) => kind === 'cud' || kind === 'flex-cud');

interface ScenarioContext {
  readonly demandPlan: { readonly horizon: Horizon };
  readonly prices: PlanPrices;
  readonly book: PriceBook;
  readonly hasSustainedUse: boolean;
  readonly baseCurrency: string;
}

/** Applies and charges the commitments of a scenario: those of placements, and those it shares; then sustained use. */
export const chargeScenario = (
  scenarioId: string,
  used: readonly { readonly placement: Placement; readonly usage: PlacementUsage; readonly own: OwnReservation }[],
  shared: readonly PlannedCommitment[],
  { demandPlan: { horizon }, prices, book, hasSustainedUse, baseCurrency }: ScenarioContext,
): ChargedScenario => {
  const splitsNodes = isForComponents(shared.map(({ target }) => target));
  const meters = new Map(used.map(({ placement, usage }) => [placement, metersOf(placement, usage, book, splitsNodes)]));
  const own = used.flatMap(each => each.own.commitment ?? []);
  const rates = makeMeterRates(prices, book, horizon);
  const allMeters = [...meters.values()].flat();
  const commitments = [...own, ...shared];
  const rated = rateScenario(allMeters, commitments, horizon, rates);
  const charged = rated.commitments.map(each => ({ rated: each, ...chargeRated(each, scenarioId, horizon, rates) }));

  const credits = hasSustainedUse
    ? sustainedUseCredits({ scenarioId, meters: allMeters, commitments, horizon, rates, book, currency: baseCurrency })
    : [];
  const lines = new Map<Placement, PricedCharge[]>(used.map(({ placement }) => [placement, []]));
  const add = (placement: Placement, more: readonly PricedCharge[]): void => {
    lines.get(placement)?.push(...more);
  };
  for (const { rated: { commitment }, ownLines, linesOf } of charged) {
    if (commitment.placement) add(commitment.placement, ownLines);
    for (const [placement, covered] of linesOf) add(placement, covered);
  }
  const ofTable = charged.filter(({ rated: { commitment } }) => !commitment.placement);
  const isIdle = ({ result }: ChargedCommitment): boolean => result.lines.every(line => line.CommitmentDiscountStatus !== 'Used');
  return {
    rated,
    metersOf: placement => meters.get(placement) ?? [],
    linesOf: placement => lines.get(placement) ?? [],
    commitments: {
      results: charged.map(({ result }) => result),
      charges: [...ofTable.map(each => chargesOf(scenarioId, each.rated, each.ownLines)), ...credits],
    },
    uses: charged.flatMap(({ uses }) => uses),
    issues: [...rated.issues, ...ofTable.filter(isIdle).map(each => coversNothing(scenarioId, each.rated))],
  };
};
