import type { CostBridge } from './cost-bridge.ts';
import type { ScenarioTotals } from './tables/summary.ts';

/** A plan with some cells changed, against the plan as stated. */
export interface ChangedPlan {
  readonly name: string;
  /** Scenario of Placements it starts from. */
  readonly from: string;
  /** In words: which cells were changed. */
  readonly changes: string;
  readonly before: ScenarioTotals;
  readonly after: ScenarioTotals;
  readonly bridge: CostBridge;
}
