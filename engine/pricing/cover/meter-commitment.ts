/** What every commitment states, whatever it is counted in. */
interface CommitmentScope {
  /**
   * Place in the provider's own order: everything of a lower rank is applied before anything of a higher one (AWS:
   * reserved instances, EC2 Instance plans, Compute plans; Azure: reservations, plans; GCP: resource, then flexible).
   */
  readonly rank: number;
  /** The account that owns it. Its usage comes first, among all commitments of one rank. */
  readonly account: number;
  /** Whether what the owner leaves goes to the other accounts. */
  readonly isShared: boolean;
  /** Hours of the plan in which it is live, `[first, end)`. */
  readonly hours: readonly [first: number, end: number];
}

/**
 * So many normalised units in every hour: a reserved instance, an Azure reservation, a GCP resource commitment. Two
 * t2.medium of factor 2 are 4 units, and a t2.large of factor 4 takes all of them.
 */
export interface UnitCommitment extends CommitmentScope {
  readonly kind: 'unit';
  readonly unitsPerHour: number;
  /** Meters it may cover, in the order they are served. A meter stands here once. */
  readonly meters: readonly { readonly meter: number; readonly unitsPerNode: number }[];
}

/**
 * An amount in every hour, drawn at the plan's own rates: a savings plan, a flexible commitment. It serves the meters by
 * their saving, the highest first; of equal savings the lowest plan rate; of equal rates in the order given.
 */
export interface SpendCommitment extends CommitmentScope {
  readonly kind: 'spend';
  readonly amountPerHour: number;
  /** Meters it may cover, with their rates per hour in the currency of the amount. A meter stands here once. */
  readonly meters: readonly {
    readonly meter: number;
    readonly planPerHour: number;
    /** What the provider measures the saving against: the on-demand rate of the account. Above zero. */
    readonly onDemandPerHour: number;
  }[];
}

export type MeterCommitment = UnitCommitment | SpendCommitment;

/** Its size: normalised units, or an amount, per hour. */
export const sizeOf = (commitment: MeterCommitment): number =>
  commitment.kind === 'unit' ? commitment.unitsPerHour : commitment.amountPerHour;
