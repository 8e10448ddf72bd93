import type { Triangular } from '../migration/triangular.ts';
import type { Licence } from '../owning/licence-price.ts';
import type { PortabilityLayer } from '../migration/portability.ts';
import type { KeyPersons } from '../migration/people-and-clouds.ts';

/** A licence as stated, its multiplier as a judgement. */
export interface LicenceRow {
  readonly name: string;
  readonly coresThere: number;
  readonly licence: Omit<Licence, 'multiplier'>;
  readonly multipliers: Triangular;
  /** Null: nothing is compared. */
  readonly alternativePerYear: number | null;
  readonly switchCost: number;
}

export interface PortabilityRow {
  readonly name: string;
  readonly layer: PortabilityLayer;
}

export interface KeyPersonsRow {
  readonly name: string;
  readonly persons: KeyPersons;
}

export interface CloudMixRow {
  readonly name: string;
  readonly providers: number;
  readonly billPerMonth: number;
  readonly overheads: Triangular;
  readonly duplicatedPerMonth: number;
  readonly lossAvoidedPerYear: number;
}

export interface ServiceLevelRow {
  readonly name: string;
  readonly provider: string;
  readonly availability: number;
  /** Null: what the plan charges for the workload, on the mean of its months. */
  readonly billPerMonth: number | null;
  readonly workloadId: string | null;
  readonly lossPerHour: number;
  readonly claimChance: number;
}
