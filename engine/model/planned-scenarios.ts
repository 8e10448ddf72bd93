import { groupBy } from '../report/group-by.ts';
import { byScenario } from './natural-order.ts';
import type { Plan, PlannedUsage } from './plan.ts';

export interface PlannedScenario {
  readonly id: string;
  /**
   * Number of the comparison it belongs to. Scenarios that share a workload, or are linked by others that do, are
   * alternatives to each other; those that share none are plans of their own, and their totals say nothing about each other.
   */
  readonly comparison: number;
  /** It has every workload that any scenario of its comparison has: its total may be compared. */
  readonly isComplete: boolean;
}

/** Scenario of a plan whose rows name none. */
const onlyScenario = 'Base';

const keyOf = (name: string): string => name.toLowerCase();

/** Workloads of every scenario, both by name: what is placed, and what is used in that scenario alone. */
const workloadsByScenario = ({ placements, meterUsage }: Plan): Map<string, Set<string>> => {
  const rows = [
    ...placements.map(({ scenarioId, workload }) => ({ scenarioId, workloadId: workload.id })),
    ...meterUsage.flatMap(({ scenarioId, workloadId }) => (scenarioId === null ? [] : [{ scenarioId, workloadId }])),
  ];
  // The first spelling stands for all, that of a placement before that of a usage.
  const groups = [...groupBy(rows, ({ scenarioId }) => keyOf(scenarioId)).values()].map(
    group => [group[0]?.scenarioId ?? '', new Set(group.map(({ workloadId }) => keyOf(workloadId)))] as const,
  );
  if (groups.length === 0 && meterUsage.length > 0) {
    return new Map([[onlyScenario, new Set(meterUsage.map(({ workloadId }) => keyOf(workloadId)))]]);
  }
  return new Map(groups.sort(([a], [b]) => byScenario(a, b)));
};

/** The scenarios of a plan, the one called Base first. */
export const scenariosOf = (plan: Plan): PlannedScenario[] => {
  const scenarios = workloadsByScenario(plan);
  // Each new scenario joins the comparisons its workloads already belong to, and makes one of them.
  let comparisons: { members: string[]; workloads: Set<string> }[] = [];
  for (const [id, workloads] of scenarios) {
    const touched = comparisons.filter(other => [...workloads].some(workload => other.workloads.has(workload)));
    const joined = {
      members: [...touched.flatMap(({ members }) => members), id],
      workloads: new Set([...touched.flatMap(other => [...other.workloads]), ...workloads]),
    };
    comparisons = [...comparisons.filter(other => !touched.includes(other)), joined];
  }
  return [...scenarios].map(([id, workloads]) => {
    const comparison = comparisons.findIndex(({ members }) => members.includes(id));
    return { id, comparison, isComplete: workloads.size === comparisons[comparison]?.workloads.size };
  });
};

/** Usage of a scenario: its own rows, and those of every scenario. */
export const usageOfScenario = ({ meterUsage }: Plan, scenarioId: string): PlannedUsage[] =>
  meterUsage.filter(usage => usage.scenarioId === null || keyOf(usage.scenarioId) === keyOf(scenarioId));
