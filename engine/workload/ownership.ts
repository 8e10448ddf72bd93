/** Who answers for a workload, and its free tags: columns of a bill. */
export interface Ownership {
  readonly account: string | null;
  readonly costCentre: string | null;
  readonly owner: string | null;
  readonly environment: string | null;
  /** By name, in the order of names. */
  readonly tags: Readonly<Record<string, string>>;
}
