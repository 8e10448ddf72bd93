import { groupBy } from '../report/group-by.ts';
import type { Plan, Workload } from './plan.ts';

export interface PlannedScenario {
  readonly id: string;
  /**
   * Number of the comparison it belongs to. Scenarios that share a workload, or are linked by others that do, are
   * alternatives to each other; those that share none are plans of their own, and their totals say nothing about each other.
   */
  readonly comparison: number;
  /** It places every workload that any scenario of its comparison places: its total may be compared. */
  readonly isComplete: boolean;
}

/** The scenarios of a plan in the order of their first placement. */
export const scenariosOf = ({ placements }: Plan): PlannedScenario[] => {
  const byScenario = [...groupBy(placements, ({ scenarioId }) => scenarioId)].map(([id, own]) => ({
    id,
    workloads: new Set(own.map(({ workload }) => workload)),
  }));
  // Each new scenario joins the comparisons its workloads already belong to, and makes one of them.
  let comparisons: { members: string[]; workloads: Set<Workload> }[] = [];
  for (const { id, workloads } of byScenario) {
    const touched = comparisons.filter(other => [...workloads].some(workload => other.workloads.has(workload)));
    const joined = {
      members: [...touched.flatMap(({ members }) => members), id],
      workloads: new Set([...touched.flatMap(other => [...other.workloads]), ...workloads]),
    };
    comparisons = [...comparisons.filter(other => !touched.includes(other)), joined];
  }
  return byScenario.map(({ id, workloads }) => {
    const comparison = comparisons.findIndex(({ members }) => members.includes(id));
    return { id, comparison, isComplete: workloads.size === comparisons[comparison]?.workloads.size };
  });
};
