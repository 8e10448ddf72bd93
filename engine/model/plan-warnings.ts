import { makeIssue } from '../issue/issue-codes.ts';
import type { Issue } from '../issue/issue.ts';
import { isoOfEpochDay } from '../quantity/calendar.ts';
import { secondsPerDay } from '../quantity/conversion.ts';
import { groupBy } from '../report/group-by.ts';
import type { Horizon } from '../workload/horizon.ts';
import type { Placement, Plan, Workload } from './plan.ts';
import type { PlannedScenario } from './planned-scenarios.ts';
import { keyColumnOf } from './workload-names.ts';

const shareSlack = 1e-9;

const settled = (sum: number): number => (Math.abs(sum - 1) <= shareSlack ? 1 : sum);

/** The first day of the plan on which the shares of a service do not add to one: a sweep over starts and ends. */
const firstUnevenDay = (placements: readonly Placement[], horizon: Horizon): { date: string; share: number } | null => {
  const changes = placements.flatMap(({ from, to, share }) => [
    { day: Math.max(from, horizon.start), by: share },
    { day: Math.max(to, horizon.start), by: -share },
  ]);
  // What starts and ends on one day is added before it is judged; the plan's start is judged in any case.
  const days = [...changes, { day: horizon.start, by: 0 }].sort((a, b) => a.day - b.day);
  let sum = 0;
  for (const [index, { day, by }] of days.entries()) {
    if (day >= horizon.end) break;
    sum += by;
    if (days[index + 1]?.day === day) continue;
    const share = settled(Math.abs(sum) <= shareSlack ? 0 : sum);
    if (share !== 1) return { date: isoOfEpochDay(day / secondsPerDay), share };
  }
  return null;
};

const shareWarning = (workload: Workload, placements: readonly Placement[], horizon: Horizon): Issue[] => {
  if (workload.kind === 'part' && workload.isSpreadOverNodeTypes) return [];
  const [first] = placements as [Placement];
  const share = settled(placements.reduce((total, placement) => total + placement.share, 0));
  const uneven =
    workload.kind === 'service' ? firstUnevenDay(placements, horizon) : share === 1 ? null : { date: '', share };
  if (!uneven) return [];
  const values = { workload: workload.id, scenario: first.scenarioId, ...uneven };
  return [makeIssue('shares-not-one', values, { severity: 'warning', location: first.at('Share') })];
};

/**
 * What is allowed but probably not meant: workloads that run nowhere, or not in every scenario they are compared in, and
 * shares that do not add to one. Only for a plan without errors: a row left out would look like one of these.
 */
export const planWarnings = (plan: Plan, scenarios: readonly PlannedScenario[], horizon: Horizon): Issue[] => [
  ...placementWarnings(plan, scenarios, horizon),
  ...usageWarnings(plan, scenarios),
];

/** Workloads that only use meters, and do so in some scenarios of a comparison but not in all. */
const usageWarnings = ({ placements, meterUsage }: Plan, scenarios: readonly PlannedScenario[]): Issue[] => {
  const placed = new Set(placements.map(({ workload }) => workload.id.toLowerCase()));
  const named = meterUsage.filter(({ workloadId }) => !placed.has(workloadId.toLowerCase()));
  return [...groupBy(named, ({ workloadId }) => workloadId.toLowerCase()).values()].flatMap(usages => {
    const [first] = usages as [(typeof usages)[number]];
    if (usages.some(({ scenarioId }) => scenarioId === null)) return [];
    const own = new Set(usages.map(({ scenarioId }) => scenarioId?.toLowerCase()));
    const comparison = scenarios.find(({ id }) => own.has(id.toLowerCase()))?.comparison;
    return scenarios
      .filter(scenario => scenario.comparison === comparison && !own.has(scenario.id.toLowerCase()))
      .map(({ id }) => {
        const values = { workload: first.workloadId, scenario: id };
        return makeIssue('workload-not-used', values, { severity: 'warning', location: first.at('ScenarioId') });
      });
  });
};

const placementWarnings = (plan: Plan, scenarios: readonly PlannedScenario[], horizon: Horizon): Issue[] => {
  const workloads: readonly Workload[] = [...plan.services, ...plan.jobs, ...plan.partWorkloads];
  const placementsOf = groupBy(plan.placements, ({ workload }) => workload);
  return workloads.flatMap(workload => {
    const location = workload.at(keyColumnOf(workload));
    const notPlaced = (scenario: string): Issue =>
      makeIssue('workload-not-placed', { workload: workload.id, scenario }, { severity: 'warning', location });
    const placed = placementsOf.get(workload);
    if (!placed) return [notPlaced('')];
    const ofScenario = groupBy(placed, ({ scenarioId }) => scenarioId);
    const comparison = scenarios.find(({ id }) => ofScenario.has(id))?.comparison;
    return scenarios.filter(scenario => scenario.comparison === comparison).flatMap(({ id }) => {
      const own = ofScenario.get(id);
      return own ? shareWarning(workload, own, horizon) : [notPlaced(id)];
    });
  });
};
