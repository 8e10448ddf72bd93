export const paymentForms = ['no-upfront', 'partial-upfront', 'all-upfront', 'monthly', 'upfront'] as const;
/** AWS sells no / partial / all upfront; Azure monthly or upfront at the same total; GCP monthly. */
export type PaymentForm = (typeof paymentForms)[number];

/** How node hours are bought. Reserved terms are 8,760 or 26,280 hours. */
export type PurchaseOption =
  | { readonly kind: 'on-demand' }
  | { readonly kind: 'spot' }
  | { readonly kind: 'reserved'; readonly termYears: 1 | 3; readonly payment: PaymentForm };
