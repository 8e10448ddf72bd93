import type { OfferingClass, PaymentForm, PurchaseOption, SpendPlan } from '../catalog/purchase.ts';
import type { PriceBook } from './price-book.ts';
import { purchaseName, purchaseOptions } from '../catalog/purchase-name.ts';

interface ProviderTerms {
  readonly classes: readonly OfferingClass[];
  readonly payments: readonly PaymentForm[];
  readonly plans: readonly SpendPlan[];
}

const termsOf: ReadonlyMap<string, ProviderTerms> = new Map([
  [
    'aws',
    {
      classes: ['standard', 'convertible'],
      payments: ['no-upfront', 'partial-upfront', 'all-upfront'],
      plans: ['compute-sp', 'ec2-sp'],
    },
  ],
  ['azure', { classes: ['standard'], payments: ['monthly', 'upfront'], plans: ['azure-sp'] }],
  ['gcp', { classes: ['standard'], payments: ['monthly'], plans: ['flex-cud'] }],
]);

const isSold = (option: PurchaseOption, terms: ProviderTerms): boolean => {
  switch (option.kind) {
    case 'on-demand':
    case 'spot':
      return true;
    case 'reserved':
      return terms.classes.includes(option.offeringClass) && terms.payments.includes(option.payment);
    case 'spend-plan':
      return terms.plans.includes(option.plan);
  }
};

const soldEverywhere = (provider: string): readonly string[] => {
  const terms = termsOf.get(provider);
  return terms ? purchaseOptions.filter(option => isSold(option, terms)).map(purchaseName) : [];
};

/**
 * Purchase words a provider sells: the three large providers by their own terms, any other by the prices known of it.
 * A row of the workbook's own table is an offer too.
 */
export const purchasesSold = (book: PriceBook, provider: string): readonly string[] => {
  const known = book.purchasesByProvider.get(provider.toLowerCase()) ?? new Set<string>();
  const sold = new Set([...soldEverywhere(provider.toLowerCase()), ...known]);
  return purchaseOptions.map(purchaseName).filter(name => sold.has(name));
};

/** Azure takes one total for a term, at once or in 12 or 36 equal payments: one form prices the other. */
export const samePriceForm = (provider: string, purchase: PurchaseOption): PurchaseOption | null => {
  if (provider.toLowerCase() !== 'azure' || purchase.kind !== 'reserved') return null;
  if (purchase.payment === 'monthly') return { ...purchase, payment: 'upfront' };
  return purchase.payment === 'upfront' ? { ...purchase, payment: 'monthly' } : null;
};
