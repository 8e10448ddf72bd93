import type { PriceKey } from '../catalog/price-key.ts';
import type { Issue } from '../issue/issue.ts';
import type { Money } from '../money/money.ts';
import type { Decimal } from '../numeric/decimal.ts';
import type { ChargeLine } from '../pricing/charge.ts';
import type { CommitmentColumns, CommitmentTerms } from '../pricing/commitments/commitment-to-charge.ts';
import type { HourlyPrice, PriceBasis } from '../pricing/hourly-price.ts';
import type { SpotCost } from '../pricing/spot/spot-cost.ts';
import type { Tariff } from '../pricing/tariff/tariff.ts';
import type { EpochSeconds } from '../quantity/calendar.ts';
import type { FarmRun } from '../simulation/farm-run.ts';
import type { FarmWork } from '../simulation/job-time.ts';
import type { ServiceCapacity } from '../simulation/service-capacity.ts';
import type { ServiceSizing } from '../simulation/service-sizing.ts';
import type { Horizon } from '../workload/horizon.ts';
import type { LocalClock } from '../workload/local-clock.ts';
import type { Ownership } from '../workload/ownership.ts';

/** A charge, and how its price came about; null where no price stands behind it, as for a tax. */
export interface PricedCharge {
  readonly charge: ChargeLine;
  readonly basis: PriceBasis | null;
}

/** What a charge is for: the columns of a bill that its price does not know. */
export interface ChargeOrigin {
  readonly scenarioId: string;
  /** Null for what no workload answers for: a tax, a support fee, a commitment nobody used. */
  readonly workloadId: string | null;
  readonly placementId: string | null;
  /** Row of MeterUsage. */
  readonly usageId?: string;
  /** How the placement is bought. */
  readonly purchase: string | null;
  readonly ownership: Ownership;
}

/** Charges of a scenario beside its placements. */
export interface OtherCharges {
  readonly origin: ChargeOrigin;
  /** Exact, in the base currency. */
  readonly lines: readonly PricedCharge[];
  /** Of a meter: what was counted over the plan, in its unit. */
  readonly meteredQuantity?: Decimal;
}

/** A commitment as it stands in a scenario: a row of Commitments, or the reservation of a placement. */
export interface CommitmentResult {
  readonly id: string;
  readonly scenarioId: string;
  /** The placement that brings it along; null of a row of Commitments. */
  readonly placementId: string | null;
  readonly account: string | null;
  readonly isShared: boolean;
  /** When it is given up before its end; null: kept. */
  readonly leftAt: EpochSeconds | null;
  readonly columns: CommitmentColumns;
  readonly label: string;
  /** Per unit, in the base currency. */
  readonly terms: CommitmentTerms;
  readonly unitCount: number;
  readonly unit: string;
  /** Committed hours, or amount, of one unit in each hour. */
  readonly committedPerUnitHour: number;
  /** Hours of the plan inside the term, `[first, end)`. */
  readonly planHours: readonly [first: number, end: number];
  /** All lines of it, its purchases and what it covers of every placement: exact, in the base currency. */
  readonly lines: readonly ChargeLine[];
  /** What the usage it may cover would cost on-demand while it is live; null where a price of it is not known. */
  readonly eligibleOnDemandCost: number | null;
}

export interface ServiceResult {
  readonly kind: 'service';
  readonly capacity: ServiceCapacity;
  readonly sizing: ServiceSizing;
  readonly demandUnit: string | null;
  readonly activeHours: readonly [first: number, end: number];
}

/** One node count tried for a job; the band is null where it is not known. */
export interface TriedNodeCount {
  readonly nodeCount: number;
  readonly hours: number;
  readonly cost: Money;
  readonly isEfficient: boolean;
  readonly low: { readonly hours: number; readonly cost: Money } | null;
  readonly high: { readonly hours: number; readonly cost: Money } | null;
}

export interface JobResult {
  readonly kind: 'job';
  readonly run: FarmRun;
  readonly work: FarmWork;
  readonly workUnit: string;
  /** How sure the band is: 0.95; null when the work was stated, not measured. */
  readonly bandConfidence: number | null;
  readonly tried: readonly TriedNodeCount[];
}

/** Work of a part: the part itself tells what came of it. */
export interface PartResult {
  readonly kind: 'part';
}

/** All that came of one placement. */
export interface PlacementResult extends ChargeOrigin {
  readonly placementId: string;
  readonly workloadId: string;
  readonly key: PriceKey;
  readonly purchase: string;
  /** Exact, in the base currency. */
  readonly lines: readonly PricedCharge[];
  /** Whole node-seconds billed in each hour of the plan. */
  readonly nodeSecondsByHour: Float64Array;
  /** vCPUs of a node that is billed by its components; null of one billed by the node-hour. */
  readonly vcpusBilled: number | null;
  readonly outcome: ServiceResult | JobResult | PartResult;
}

/** A price that entered the ledger. */
export interface UsedPrice {
  readonly price: HourlyPrice;
  readonly exchangeRate: Decimal | null;
  /** ISO date on which it was first asked for. */
  readonly firstDate: string;
  readonly placementIds: readonly string[];
}

/** A tariff that entered the ledger. */
export interface UsedTariff {
  /** As stated, in its own currency. */
  readonly tariff: Tariff;
  readonly exchangeRate: Decimal | null;
  /** ISO date whose prices were first asked for. */
  readonly firstDate: string;
  readonly usageIds: readonly string[];
}

/** What an hour of work kept costs on a spot placement, in the base currency. */
export interface SpotResult {
  readonly scenarioId: string;
  readonly placementId: string;
  readonly workloadId: string;
  readonly key: PriceKey;
  readonly spotPerHour: Money;
  /** Null when it is not known. */
  readonly onDemandPerHour: Money | null;
  /** Chance of being taken back within a month. */
  readonly monthlyShare: number;
  readonly mtbiHours: number;
  readonly cost: SpotCost;
}

export interface ScenarioResult {
  readonly id: string;
  /** Scenarios of one number are alternatives; others place no workload of theirs. */
  readonly comparison: number;
  /** It places every workload that any scenario of its comparison places: its total may be compared. */
  readonly isComplete: boolean;
  readonly placements: readonly PlacementResult[];
  readonly otherCharges: readonly OtherCharges[];
  readonly commitments: readonly CommitmentResult[];
}

/** What a run found, before it is put into tables. Everything in its canonical order. */
export interface RunResults {
  readonly engineVersion: string;
  readonly catalogDate: string;
  readonly randomSeed: number;
  readonly inputHash: string;
  readonly tableHashes: Readonly<Record<string, string>>;
  readonly runState: string;
  readonly baseCurrency: string;
  readonly firstFiscalMonth: number;
  readonly timeZoneName: string;
  readonly horizon: Horizon;
  readonly clock: LocalClock;
  readonly scenarios: readonly ScenarioResult[];
  readonly placements: readonly PlacementResult[];
  readonly prices: readonly UsedPrice[];
  readonly warnings: readonly Issue[];
}
