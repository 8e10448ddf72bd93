/** A step of a service level agreement: below this share of the month available, so much of the bill is credited. */
export interface ServiceCreditStep {
  readonly below: number;
  readonly creditShare: number;
}

export interface ServiceLevel {
  readonly provider: string;
  readonly service: string;
  /** From the highest availability down. */
  readonly steps: readonly ServiceCreditStep[];
  readonly source: string;
  readonly asOf: string;
}

/** Agreements about virtual machines spread over zones of a region. */
export const serviceLevels: readonly ServiceLevel[] = [
  {
    provider: 'aws',
    service: 'Amazon EC2, region level',
    steps: [{ below: 0.9999, creditShare: 0.1 }, { below: 0.99, creditShare: 0.3 }, { below: 0.95, creditShare: 1 }],
    source: 'aws.amazon.com/compute/sla',
    asOf: '2026-10-01',
  },
  {
    provider: 'azure',
    service: 'Virtual Machines in two or more availability zones',
    steps: [{ below: 0.9999, creditShare: 0.1 }, { below: 0.99, creditShare: 0.25 }, { below: 0.95, creditShare: 1 }],
    source: 'Microsoft, Service Level Agreements for Online Services',
    asOf: '2026-10-01',
  },
  {
    provider: 'gcp',
    service: 'Compute Engine, instances in multiple zones',
    steps: [{ below: 0.9999, creditShare: 0.1 }, { below: 0.99, creditShare: 0.25 }, { below: 0.95, creditShare: 1 }],
    source: 'cloud.google.com/compute/sla',
    asOf: '2026-10-01',
  },
];
