import type { CostColumn } from '../pricing/charge.ts';

/** A budget of a month. */
export interface BudgetRow {
  /** Null: of the whole plan. */
  readonly costCentre: string | null;
  /** `2027-01`; null: every month. */
  readonly month: string | null;
  readonly amount: number;
  readonly scenarioId: string | null;
  readonly measure: Extract<CostColumn, 'EffectiveCost' | 'BilledCost'>;
}

/** A receiver of a shared cost. */
export interface AllocationRow {
  readonly sharedCost: string;
  readonly costCentre: string;
  readonly share: number | null;
  readonly driver: number | null;
}

/** What a unit of a workload is. */
export interface UnitRow {
  readonly workloadId: string;
  readonly unit: string;
  readonly per: number;
  readonly unitsPerDemand: number;
  readonly unitsPerMonth: number | null;
  readonly unitsInAll: number | null;
  readonly scenarioId: string | null;
}
