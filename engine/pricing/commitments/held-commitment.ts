import type { NodeComponent } from '../../catalog/component-price.ts';
import type { OperatingSystem, PriceKey, Tenancy } from '../../catalog/price-key.ts';
import type { SpendPlan } from '../../catalog/purchase.ts';

export const commitmentKinds = [
  'reserved', 'convertible', 'cud', 'ec2-sp', 'compute-sp', 'database-sp', 'azure-sp', 'flex-cud',
] as const;
/**
 * `reserved`: AWS standard reserved instances, Azure reservations, reserved nodes of others. `cud`: GCP resource
 * commitments. The others are the plans of spend; a database plan covers no virtual machine.
 */
export type CommitmentKind = (typeof commitmentKinds)[number];

/** What a meter counts: whole nodes, or on GCP the components a node is billed by. */
export type MeterComponent = 'node' | NodeComponent;

/** What a commitment is for. Names match in any letter case. */
export interface CommitmentTarget {
  readonly provider: string;
  readonly kind: CommitmentKind;
  /** Null: everywhere (plans of spend). */
  readonly region: string | null;
  /** An availability zone: then the reservation holds for exactly its size there. */
  readonly zone: string | null;
  /** Node type of a reservation; family of an EC2 Instance plan; machine series of a GCP resource commitment. */
  readonly nodeTypeOrFamily: string | null;
  readonly operatingSystem: OperatingSystem;
  readonly tenancy: Tenancy;
  /** What is committed: nodes, or components of a GCP series. */
  readonly component: MeterComponent;
}

/** One stream of usage, as far as eligibility asks. */
export interface MeteredUsage {
  readonly key: PriceKey;
  readonly zone: string | null;
  readonly component: MeterComponent;
  /** Machine series, where the provider sells components by it. */
  readonly series: string | null;
}

/** Plans of spend have an amount per hour, the others a quantity. */
export const isSpendKind = (kind: CommitmentKind): kind is SpendPlan | 'database-sp' =>
  kind !== 'reserved' && kind !== 'convertible' && kind !== 'cud';
