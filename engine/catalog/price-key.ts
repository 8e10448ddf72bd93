export const operatingSystems = ['linux', 'windows', 'rhel', 'sles', 'byol'] as const;
/** Operating system or licence a price includes; `byol` means the customer brings the licence. */
export type OperatingSystem = (typeof operatingSystems)[number];

export const tenancies = ['shared', 'dedicated', 'host'] as const;
export type Tenancy = (typeof tenancies)[number];

/** What a price is for. A combination without a price is unknown; it is never answered with another combination's. */
export interface PriceKey {
  /** `aws`, `azure`, `gcp`, or a GPU cloud's name in lower case. */
  readonly provider: string;
  readonly region: string;
  readonly nodeType: string;
  readonly operatingSystem: OperatingSystem;
  readonly tenancy: Tenancy;
}
