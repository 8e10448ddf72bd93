import type { Triangular } from '../migration/triangular.ts';

/** A service a leaving workload stands on. */
export interface LeavingDependency {
  readonly workloadId: string;
  readonly service: string;
  readonly layer: string;
  readonly isStandard: boolean;
  readonly difficulty: number;
  readonly weight: number;
  readonly hours: Triangular;
  readonly ratePerHour: number;
  readonly alternative: string | null;
}
