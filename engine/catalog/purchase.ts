export const paymentForms = ['no-upfront', 'partial-upfront', 'all-upfront', 'monthly', 'upfront'] as const;
/** AWS sells no / partial / all upfront; Azure monthly or upfront at the same total; GCP monthly. */
export type PaymentForm = (typeof paymentForms)[number];

/** Terms are 8,760 or 26,280 hours. */
export type TermYears = 1 | 3;

/**
 * `standard`: AWS standard reserved instances, Azure reservations, GCP resource commitments. `convertible`: AWS
 * reserved instances that may be exchanged, but not sold.
 */
export type OfferingClass = 'standard' | 'convertible';

/** A promise to spend an amount per hour, at the plan's own rates, on whatever the plan covers. */
export type SpendPlan = 'compute-sp' | 'ec2-sp' | 'azure-sp' | 'flex-cud';

/** So many nodes of one kind for a term: FOCUS calls it a commitment of usage. */
export interface ReservedPurchase {
  readonly kind: 'reserved';
  readonly offeringClass: OfferingClass;
  readonly termYears: TermYears;
  readonly payment: PaymentForm;
}

/**
 * The rate of a node under a plan of spend. It is whole: the payment form says when the committed amount is paid, not
 * how a rate is split.
 */
export interface SpendPlanPurchase {
  readonly kind: 'spend-plan';
  readonly plan: SpendPlan;
  readonly termYears: TermYears;
  readonly payment: PaymentForm;
}

/** How node hours are bought. */
export type PurchaseOption =
  { readonly kind: 'on-demand' } | { readonly kind: 'spot' } | ReservedPurchase | SpendPlanPurchase;
