import type { PurchaseOption } from '../catalog/purchase.ts';
import type { PriceBook } from './price-book.ts';
import { purchaseName, purchaseOptions } from '../catalog/purchase-name.ts';

const paymentsSold: Readonly<Record<string, readonly string[]>> = {
  aws: ['no-upfront', 'partial-upfront', 'all-upfront'],
  azure: ['monthly', 'upfront'],
  gcp: ['monthly'],
};

const soldEverywhere = (provider: string): readonly string[] | null => {
  const payments = paymentsSold[provider];
  if (!payments) return null;
  return purchaseOptions
    .filter(option => option.kind !== 'reserved' || payments.includes(option.payment))
    .map(purchaseName);
};

/**
 * Purchase words a provider sells: the three large providers by their own terms, any other by the prices known of it.
 * A row of the workbook's own table is an offer too.
 */
export const purchasesSold = (book: PriceBook, provider: string): readonly string[] => {
  const known = book.purchasesByProvider.get(provider.toLowerCase()) ?? new Set<string>();
  const sold = new Set([...(soldEverywhere(provider.toLowerCase()) ?? []), ...known]);
  return purchaseOptions.map(purchaseName).filter(name => sold.has(name));
};

/** Azure takes one total for a term, at once or in 12 or 36 equal payments: one form prices the other. */
export const samePriceForm = (provider: string, purchase: PurchaseOption): PurchaseOption | null => {
  if (provider.toLowerCase() !== 'azure' || purchase.kind !== 'reserved') return null;
  if (purchase.payment === 'monthly') return { ...purchase, payment: 'upfront' };
  return purchase.payment === 'upfront' ? { ...purchase, payment: 'monthly' } : null;
};
