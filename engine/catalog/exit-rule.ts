export const exitCharges = ['at-cost', 'waived'] as const;
/** `waived`: leaving costs no egress. `at-cost`: no more than it costs the provider, which is not published. */
export type ExitCharge = (typeof exitCharges)[number];

/** What a provider's promise or a law says about the egress of a customer who leaves for good. */
export interface ExitRule {
  /** Null: every provider. */
  readonly provider: string | null;
  /** `EU`; null: everywhere. */
  readonly jurisdiction: string | null;
  readonly charge: ExitCharge;
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** Days within which the customer must have left; null: as long as it takes. */
  readonly windowDays: number | null;
  readonly conditions: string;
  readonly source: string;
  readonly asOf: string;
}
