import type { NodeType } from '../catalog/node-type.ts';
import type { PriceKey } from '../catalog/price-key.ts';
import type { PurchaseOption } from '../catalog/purchase.ts';
import type { Issue, IssueLocation } from '../issue/issue.ts';
import type { Result } from '../issue/result.ts';
import type { Decimal } from '../numeric/decimal.ts';
import type { EpochSeconds } from '../quantity/calendar.ts';
import type { SampleRun } from '../simulation/extrapolate.ts';
import type { ServiceSizing } from '../simulation/service-sizing.ts';
import type { UnreadableDemand } from '../workload/demand.ts';
import type { ProfileDemand } from '../workload/profile-demand.ts';
import type { SeriesDemand } from '../workload/series-demand.ts';
import type { FormulaDemand } from '../workload/formula-demand.ts';
import type { Ownership } from '../workload/ownership.ts';

/** Where the cell of a column stands, for problems found later. */
export type Locator = (columnId: string) => IssueLocation;

export interface PlannedDemand {
  readonly id: string;
  readonly shape: ProfileDemand | SeriesDemand | FormulaDemand | UnreadableDemand;
  /** The cell a problem of it is told at: the formula, else the demand's first name. */
  readonly location: IssueLocation;
}

export interface Service {
  readonly kind: 'service';
  readonly id: string;
  readonly demandId: string;
  readonly demandUnit: string | null;
  readonly sizing: ServiceSizing;
  readonly ownership: Ownership;
  readonly at: Locator;
}

/** Samples whose core count is left to the node types the job is placed on. */
export type PlannedSample = Omit<SampleRun, 'coresPerNode'> & { readonly coresPerNode: number | null };

export interface MeasuredWork {
  readonly samples: readonly PlannedSample[];
  readonly totalUnits: number;
  /** The first cell that leaves the core count open. */
  readonly coresLocation: IssueLocation | null;
}

export interface Job {
  readonly kind: 'job';
  readonly id: string;
  readonly workUnit: 'core-hours' | 'gpu-hours';
  /** Core- or GPU-hours as stated, or what measures them. */
  readonly work: number | MeasuredWork;
  readonly nodeCount: number;
  /** Seconds the local clock shows; null: the placement's start. */
  readonly localStart: EpochSeconds | null;
  readonly bootSeconds: number;
  readonly quantumSeconds: number;
  readonly efficiency: number;
  readonly sigma: number;
  readonly kappa: number;
  /** Counts to try, ascending, the planned one included. */
  readonly nodeCounts: readonly number[];
  readonly ownership: Ownership;
  readonly at: Locator;
}

/** What work of a part runs on the nodes of a placement. */
export interface PartUse {
  /** Whole node-seconds billed in each hour of the plan. */
  readonly nodeSecondsByHour: Float64Array;
  /** When anything of it runs. */
  readonly period: { readonly start: EpochSeconds; readonly end: EpochSeconds };
  readonly warnings: readonly Issue[];
}

/** A placement with what its node is. */
export interface PlacedNode {
  readonly placement: Placement;
  readonly node: NodeType;
}

/** Work of a kind only a part of the model knows to run. It is placed, priced and charged like any other. */
export interface PartWorkload {
  readonly kind: 'part';
  readonly id: string;
  /** Column its name stands in. */
  readonly keyColumn: string;
  readonly ownership: Ownership;
  readonly at: Locator;
  /** Its placements of a scenario are its node types: their shares need not add to one. */
  readonly isSpreadOverNodeTypes?: boolean;
  /**
   * What it runs in a placement; `beside`: all of its placements in the scenario, this one among them. Not asked when the
   * node type is unknown: its price says so.
   */
  use(placement: Placement, node: NodeType, beside: readonly PlacedNode[]): Result<PartUse>;
}

export type Workload = Service | Job | PartWorkload;

export interface Placement {
  readonly id: string;
  readonly scenarioId: string;
  readonly workload: Workload;
  readonly key: PriceKey;
  /** Availability zone, where it matters to a zonal reservation. */
  readonly zone: string | null;
  readonly purchase: PurchaseOption;
  /** Null: as many as the peak needs. */
  readonly committedNodes: number | null;
  readonly share: number;
  /** 00:00 UTC of its first day; may lie before the plan, then a commitment already runs. */
  readonly from: EpochSeconds;
  /** 00:00 UTC of the first day after. */
  readonly to: EpochSeconds;
  readonly at: Locator;
}

/** A month's usage of a meter. */
export interface PlannedUsage {
  readonly id: string;
  /** Null: in every scenario. */
  readonly scenarioId: string | null;
  /** Service, job, or a name of its own. */
  readonly workloadId: string;
  readonly meterId: string;
  readonly zone: string | null;
  readonly eligibility: string | null;
  /** Of a whole month, or of one use. */
  readonly quantity: Decimal;
  /** Null: the meter's. */
  readonly unit: string | null;
  /** Uses of a month; null: the quantity is the month's. */
  readonly useCount: Decimal | null;
  readonly growthPerYear: number;
  readonly from: EpochSeconds;
  /** Exclusive. */
  readonly to: EpochSeconds;
  /** ISO date whose prices hold in every month; null: those of the month. */
  readonly pricesOf: string | null;
  readonly ownership: Ownership;
  readonly at: Locator;
}

/** What a price needs of a placement, known even where its workload is not. */
export type PlacementPrice = Pick<Placement, 'key' | 'purchase' | 'from' | 'at'>;

/**
 * What the analyst entered, checked: tables in their canonical order, so that no result depends on the order of rows.
 */
export interface Plan {
  readonly demands: readonly PlannedDemand[];
  readonly services: readonly Service[];
  readonly jobs: readonly Job[];
  readonly partWorkloads: readonly PartWorkload[];
  readonly placements: readonly Placement[];
  readonly meterUsage: readonly PlannedUsage[];
  /** Placements whose workload could not be read: their prices are checked all the same. */
  readonly unplaceable: readonly PlacementPrice[];
}
