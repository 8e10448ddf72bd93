import type { CommitmentKind, CommitmentTarget, MeteredUsage } from './held-commitment.ts';
import { awsFamily, awsSize, azureSize, type SizeInFamily } from './size-in-family.ts';

const same = (a: string | null, b: string | null): boolean => a !== null && b !== null && a.toLowerCase() === b.toLowerCase();

/** Size flexibility: AWS regional, Linux, shared tenancy; Azure always. Null: the exact size only. */
const flexibleSize = ({ provider, zone, operatingSystem, tenancy }: CommitmentTarget, nodeType: string): SizeInFamily | null => {
  switch (provider.toLowerCase()) {
    case 'aws':
      return zone === null && operatingSystem === 'linux' && tenancy === 'shared' ? awsSize(nodeType) : null;
    case 'azure':
      return azureSize(nodeType);
    default:
      return null;
  }
};

/** Normalised units of one node of a reservation: its factor or ratio, 1 where sizes are not flexible. */
export const unitsPerReservedNode = (target: CommitmentTarget): number =>
  (target.component === 'node' && target.nodeTypeOrFamily !== null && flexibleSize(target, target.nodeTypeOrFamily)?.units) || 1;

/** An Azure reservation is for compute whatever runs on it; elsewhere the platform must be the one bought. */
const isSamePlatform = (target: CommitmentTarget, { key }: MeteredUsage): boolean =>
  same(target.provider, 'azure') || (target.operatingSystem === key.operatingSystem && target.tenancy === key.tenancy);

/**
 * Units one node (or component) of a usage takes from a reservation; null when the reservation is not for it. AWS:
 * region, platform and tenancy must agree, and the zone where one is named; regional Linux on shared tenancy is flexible
 * in size. Azure: region and flexibility group. GCP: region, series and component. [EQ-COV-5]
 */
export const unitsTaken = (target: CommitmentTarget, usage: MeteredUsage): number | null => {
  const { key, zone, component, series } = usage;
  if (!same(target.provider, key.provider) || !same(target.region, key.region)) return null;
  if (target.zone !== null && !same(target.zone, zone)) return null;
  if (target.component !== component) return null;
  if (component !== 'node') return same(target.nodeTypeOrFamily, series) ? 1 : null;
  if (!isSamePlatform(target, usage) || target.nodeTypeOrFamily === null) return null;
  const [bought, used] = [flexibleSize(target, target.nodeTypeOrFamily), flexibleSize(target, key.nodeType)];
  if (bought && used) return bought.family === used.family ? used.units : null;
  return same(target.nodeTypeOrFamily, key.nodeType) ? unitsPerReservedNode(target) : null;
};

/**
 * Whether a plan of spend is for a usage. A Compute plan covers all EC2; an EC2 Instance plan one family of one region; a
 * Database plan nothing that runs here; Azure's plan all virtual machines; GCP's flexible commitment vCPUs and memory.
 * Whether the plan has a rate for it is another question.
 */
export const isPlanFor = ({ kind, region, nodeTypeOrFamily }: CommitmentTarget, { key, component }: MeteredUsage): boolean => {
  switch (kind) {
    case 'compute-sp':
      return same(key.provider, 'aws');
    case 'ec2-sp':
      return same(key.provider, 'aws') && same(region, key.region) && same(awsFamily(nodeTypeOrFamily ?? ''), awsFamily(key.nodeType));
    case 'azure-sp':
      return same(key.provider, 'azure');
    case 'flex-cud':
      return same(key.provider, 'gcp') && component !== 'gpu' && component !== 'local-ssd';
    case 'database-sp':
    case 'reserved':
    case 'convertible':
    case 'cud':
      return false;
  }
};

const ranks: Readonly<Record<CommitmentKind, number>> = {
  reserved: 1, convertible: 1, cud: 1, 'ec2-sp': 2, 'compute-sp': 3, 'database-sp': 3, 'azure-sp': 3, 'flex-cud': 3,
};

/**
 * Place in the provider's order. AWS: reserved instances (zonal ones first, A-COM-4), EC2 Instance plans, Compute plans.
 * Azure: reservations, plans. GCP: resource commitments, flexible ones.
 */
export const applicationRank = ({ kind, zone }: Pick<CommitmentTarget, 'kind' | 'zone'>): number => (zone === null ? ranks[kind] : 0);
