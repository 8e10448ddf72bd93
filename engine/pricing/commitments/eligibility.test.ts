import { describe, expect, it } from '@jest/globals';
import { applicationRank, isPlanFor, unitsPerReservedNode, unitsTaken } from './eligibility.ts';
import type { CommitmentTarget, MeteredUsage } from './held-commitment.ts';

const target = (changes: Partial<CommitmentTarget>): CommitmentTarget => ({
  provider: 'aws', kind: 'reserved', region: 'us-east-1', zone: null, nodeTypeOrFamily: 'm5.xlarge', operatingSystem: 'linux',
  tenancy: 'shared', component: 'node', ...changes,
});
const usage = (nodeType: string, key: Partial<MeteredUsage['key']> = {}, rest: Partial<MeteredUsage> = {}): MeteredUsage => ({
  key: { provider: 'aws', region: 'us-east-1', nodeType, operatingSystem: 'linux', tenancy: 'shared', ...key },
  zone: null, component: 'node', series: null, ...rest,
});

describe('AWS reserved instances', () => {
  it.each([
    ['nano', 0.25], ['micro', 0.5], ['small', 1], ['medium', 2], ['large', 4], ['xlarge', 8], ['2xlarge', 16], ['4xlarge', 32],
    ['8xlarge', 64], ['9xlarge', 72], ['10xlarge', 80], ['12xlarge', 96], ['16xlarge', 128], ['24xlarge', 192], ['32xlarge', 256],
  ])('counts %s as %d units (AWS, Cost Optimization with Reservation Models, Table 3)', (size, units) => {
    expect(unitsTaken(target({}), usage(`m5.${size}`))).toBe(units);
    expect(unitsPerReservedNode(target({ nodeTypeOrFamily: `m5.${size}` }))).toBe(units);
  });

  it('covers one c4.8xlarge, two 4xlarge, four 2xlarge or sixteen large (the same page)', () => {
    const bought = target({ nodeTypeOrFamily: 'c4.8xlarge' });
    const nodes = (nodeType: string): number => unitsPerReservedNode(bought) / (unitsTaken(bought, usage(nodeType)) ?? NaN);
    expect(['c4.8xlarge', 'c4.4xlarge', 'c4.2xlarge', 'c4.large'].map(nodes)).toEqual([1, 2, 4, 16]);
  });

  it.each([
    ['another family', usage('m5a.xlarge')],
    ['another region', usage('m5.xlarge', { region: 'us-west-2' })],
    ['another platform', usage('m5.xlarge', { operatingSystem: 'windows' })],
    ['another tenancy', usage('m5.xlarge', { tenancy: 'dedicated' })],
    ['another provider', usage('m5.xlarge', { provider: 'azure' })],
    ['vCPUs', usage('m5.xlarge', {}, { component: 'vcpu' })],
  ])('does not cover %s', (_, other) => {
    expect(unitsTaken(target({}), other)).toBeNull();
  });

  it.each([
    ['Windows', { operatingSystem: 'windows' }],
    ['RHEL', { operatingSystem: 'rhel' }],
    ['dedicated tenancy', { tenancy: 'dedicated' }],
  ] as const)('holds for one size on %s', (_, platform) => {
    const bought = target(platform);
    expect(unitsTaken(bought, usage('m5.xlarge', platform))).toBe(1);
    expect(unitsTaken(bought, usage('m5.large', platform))).toBeNull();
    expect(unitsPerReservedNode(bought)).toBe(1);
  });

  it('holds for one size where the family is not flexible, and on bare metal', () => {
    expect(unitsTaken(target({ nodeTypeOrFamily: 'g4dn.xlarge' }), usage('g4dn.2xlarge'))).toBeNull();
    expect(unitsTaken(target({ nodeTypeOrFamily: 'g4dn.xlarge' }), usage('g4dn.xlarge'))).toBe(1);
    expect(unitsTaken(target({}), usage('m5.metal'))).toBeNull();
  });

  it('holds in its zone for exactly its size when it names one, and is applied before regional ones', () => {
    const zonal = target({ zone: 'us-east-1a' });
    expect(unitsTaken(zonal, usage('m5.xlarge', {}, { zone: 'us-east-1a' }))).toBe(1);
    expect(unitsTaken(zonal, usage('m5.xlarge', {}, { zone: 'us-east-1b' }))).toBeNull();
    expect(unitsTaken(zonal, usage('m5.xlarge'))).toBeNull();
    expect(unitsTaken(zonal, usage('m5.large', {}, { zone: 'us-east-1a' }))).toBeNull();
    expect(applicationRank(zonal)).toBeLessThan(applicationRank(target({})));
  });

  it('takes names in any letter case', () => {
    expect(unitsTaken(target({ provider: 'AWS', nodeTypeOrFamily: 'M5.XLarge' }), usage('m5.LARGE', { region: 'US-East-1' }))).toBe(4);
  });
});

describe('Azure reservations', () => {
  const azure = (nodeType: string): CommitmentTarget => target({ provider: 'azure', region: 'eastus', nodeTypeOrFamily: nodeType });
  const used = (nodeType: string, key = {}): MeteredUsage => usage(nodeType, { provider: 'azure', region: 'eastus', ...key });

  it('covers by the ratios of the published groups', () => {
    const bought = azure('Standard_DS4_v2');
    expect(unitsPerReservedNode(bought)).toBe(8);
    expect(['DS1_v2', 'DS2_v2', 'DS3_v2', 'DS5_v2'].map(size => unitsTaken(bought, used(`Standard_${size}`)))).toEqual([1, 2, 4, 16]);
    expect(unitsTaken(bought, used('Standard_DS11_v2'))).toBeNull();
    expect(unitsTaken(bought, used('Standard_D1_v2'))).toBeNull();
  });

  it('takes ratios that do not follow the vCPUs from the list', () => {
    expect(unitsTaken(azure('Standard_E2s_v3'), used('Standard_E64s_v3'))).toBe(28.8);
    expect(unitsTaken(azure('Standard_B1s'), used('Standard_B2s'))).toBe(4);
    expect(unitsTaken(azure('Standard_D11_v2'), used('Standard_D15_v2'))).toBe(10);
  });

  it('counts vCPUs where the list is older than the series', () => {
    expect(unitsPerReservedNode(azure('Standard_D8s_v5'))).toBe(8);
    expect(unitsTaken(azure('Standard_D8s_v5'), used('Standard_D2s_v5'))).toBe(2);
    expect(unitsTaken(azure('Standard_D8s_v5'), used('Standard_D2ds_v5'))).toBeNull();
    expect(unitsTaken(azure('Standard_D8s_v5'), used('Standard_D2s_v6'))).toBeNull();
  });

  it('is for compute, whatever system runs on it', () => {
    expect(unitsTaken(azure('Standard_D8s_v5'), used('Standard_D8s_v5', { operatingSystem: 'windows' }))).toBe(8);
  });
});

describe('GCP resource commitments', () => {
  const gcp = (nodeType: string, rest: Partial<MeteredUsage>): MeteredUsage =>
    usage(nodeType, { provider: 'gcp', region: 'us-central1' }, { series: 'n2', ...rest });
  const vcpus = target({ provider: 'gcp', kind: 'cud', region: 'us-central1', nodeTypeOrFamily: 'n2', component: 'vcpu' });
  it('covers one component of one series of one region, of any machine type', () => {
    expect(unitsTaken(vcpus, gcp('n2-standard-4', { component: 'vcpu' }))).toBe(1);
    expect(unitsTaken(vcpus, gcp('n2-highmem-8', { component: 'vcpu' }))).toBe(1);
    expect(unitsTaken(vcpus, gcp('n2-standard-4', { component: 'memory' }))).toBeNull();
    expect(unitsTaken(vcpus, gcp('n2d-standard-4', { component: 'vcpu', series: 'n2d' }))).toBeNull();
  });
});

describe('plans of spend', () => {
  const m5 = usage('m5.large');
  it('covers one family of one region by an EC2 Instance plan, any size, system and tenancy', () => {
    const plan = target({ kind: 'ec2-sp', nodeTypeOrFamily: 'm5' });
    expect(isPlanFor(plan, m5)).toBe(true);
    expect(isPlanFor(plan, usage('m5.24xlarge', { operatingSystem: 'windows', tenancy: 'dedicated' }))).toBe(true);
    expect(isPlanFor(plan, usage('m5a.large'))).toBe(false);
    expect(isPlanFor(plan, usage('m5.large', { region: 'eu-west-1' }))).toBe(false);
  });

  it('covers all of EC2 by a Compute plan, and nothing of it by a Database plan', () => {
    expect(isPlanFor(target({ kind: 'compute-sp' }), usage('c7g.large', { region: 'eu-west-1' }))).toBe(true);
    expect(isPlanFor(target({ kind: 'compute-sp' }), usage('Standard_D2s_v5', { provider: 'azure' }))).toBe(false);
    expect(isPlanFor(target({ kind: 'database-sp' }), m5)).toBe(false);
  });

  it('covers vCPUs and memory, not GPUs, by a flexible commitment', () => {
    const flexible = target({ provider: 'gcp', kind: 'flex-cud' });
    const of = (component: MeteredUsage['component']) => usage('n1-standard-4', { provider: 'gcp' }, { component, series: 'n1' });
    expect((['vcpu', 'memory', 'gpu'] as const).map(component => isPlanFor(flexible, of(component)))).toEqual([true, true, false]);
  });

  it('orders reservations before EC2 Instance plans before Compute plans', () => {
    const ranks = (['reserved', 'ec2-sp', 'compute-sp'] as const).map(kind => applicationRank({ kind, zone: null }));
    expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    expect(new Set(ranks).size).toBe(3);
  });
});
