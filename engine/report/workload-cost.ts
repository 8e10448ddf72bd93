import { amountOf, sumUnits, type Ledger } from './ledger.ts';
import { scenarioNamed } from './scenario-named.ts';
import type { RunResults } from './run-results.ts';

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Effective cost of a workload in each month of the plan, in the scenario of that name or the first there is. */
export const workloadCostByMonth = (
  workloadId: string,
  scenarioId: string | null,
  { scenarios, horizon }: Pick<RunResults, 'scenarios' | 'horizon'>,
  ledger: Ledger,
): number[] => {
  const scenario = scenarioNamed(scenarios, scenarioId)?.id;
  const lines = (ledger.byScenario.get(scenario ?? '') ?? []).filter(({ origin }) => isSame(origin.workloadId ?? '', workloadId));
  return horizon.months.map((_, month) => amountOf(sumUnits(lines.filter(({ monthIndex }) => monthIndex === month), 'EffectiveCost'), ledger));
};
