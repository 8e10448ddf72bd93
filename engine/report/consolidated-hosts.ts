import type { FilledPool } from '../simulation/sizing/host-pool.ts';

/** A pool of hosts with its guests, and what it takes the place of. Amounts are in the base currency. */
export interface ConsolidatedHosts {
  readonly hostId: string;
  /** Null: hosts of one's own. */
  readonly nodeType: string | null;
  readonly filled: FilledPool;
  readonly spareHosts: number;
  readonly perHostMonth: number;
  readonly replaced: { readonly servers: number; readonly costPerMonth: number; readonly bookValue: number };
  /** Paid once: hosts of the pilot for its months. */
  readonly pilotCost: number;
  /** Null: not asked. */
  readonly evacuationMinutes: number | null;
  readonly rollingUpdateHours: number | null;
  /** Of a guest by its name. */
  readonly applications: ReadonlyMap<string, string>;
}
