import { makeIssue } from '../issue/issue-codes.ts';
import type { Issue } from '../issue/issue.ts';
import { isoOfEpochDay } from '../quantity/calendar.ts';
import { secondsPerDay } from '../quantity/conversion.ts';
import type { Horizon } from '../workload/horizon.ts';
import type { Placement, Plan, Workload } from './plan.ts';

const shareSlack = 1e-9;

const sumOfShares = (placements: readonly Placement[]): number => {
  const sum = placements.reduce((total, { share }) => total + share, 0);
  return Math.abs(sum - 1) <= shareSlack ? 1 : sum;
};

/** The first day of the plan on which the shares of a service do not add to one. */
const firstUnevenDay = (placements: readonly Placement[], horizon: Horizon): { date: string; share: number } | null => {
  const bounds = placements
    .flatMap(({ from, to }) => [from, to])
    .filter(bound => bound > horizon.start && bound < horizon.end);
  for (const start of [horizon.start, ...bounds.sort((a, b) => a - b)]) {
    const share = sumOfShares(placements.filter(({ from, to }) => from <= start && start < to));
    if (share !== 1) return { date: isoOfEpochDay(start / secondsPerDay), share };
  }
  return null;
};

const shareWarning = (workload: Workload, placements: readonly Placement[], horizon: Horizon): Issue[] => {
  const [first] = placements as [Placement];
  const share = sumOfShares(placements);
  const uneven =
    workload.kind === 'service' ? firstUnevenDay(placements, horizon) : share === 1 ? null : { date: '', share };
  if (!uneven) return [];
  const values = { workload: workload.id, scenario: first.scenarioId, ...uneven };
  return [makeIssue('shares-not-one', values, { severity: 'warning', location: first.at('Share') })];
};

export interface ScenarioPlacements {
  readonly id: string;
  readonly placements: readonly Placement[];
  /** It places every workload that any scenario places. */
  readonly isComplete: boolean;
}

export const scenariosOf = ({ placements }: Plan): ScenarioPlacements[] => {
  const placedAnywhere = new Set(placements.map(({ workload }) => workload));
  return [...new Set(placements.map(({ scenarioId }) => scenarioId))].map(id => {
    const own = placements.filter(({ scenarioId }) => scenarioId === id);
    return {
      id,
      placements: own,
      isComplete: new Set(own.map(({ workload }) => workload)).size === placedAnywhere.size,
    };
  });
};

/**
 * What is allowed but probably not meant: workloads that run nowhere, or not in every scenario, and shares that do not
 * add to one. Only for a plan without errors: a row left out would look like one of these.
 */
export const planWarnings = (plan: Plan, scenarios: readonly ScenarioPlacements[], horizon: Horizon): Issue[] => {
  const workloads: readonly Workload[] = [...plan.services, ...plan.jobs];
  return workloads.flatMap(workload => {
    const location = workload.at(workload.kind === 'service' ? 'ServiceId' : 'JobId');
    const notPlaced = (scenario: string): Issue =>
      makeIssue('workload-not-placed', { workload: workload.id, scenario }, { severity: 'warning', location });
    const placements = plan.placements.filter(placement => placement.workload === workload);
    if (placements.length === 0) return [notPlaced('')];
    return scenarios.flatMap(scenario => {
      const own = placements.filter(({ scenarioId }) => scenarioId === scenario.id);
      return own.length === 0 ? [notPlaced(scenario.id)] : shareWarning(workload, own, horizon);
    });
  });
};
