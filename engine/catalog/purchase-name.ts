import { nearestNames } from './nearest-names.ts';
import { paymentForms, type PaymentForm, type PurchaseOption, type SpendPlan } from './purchase.ts';
import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';

const awsPayments = ['no-upfront', 'partial-upfront', 'all-upfront'] as const;
const terms = [1, 3] as const;

/** The payment forms each plan is sold in; Azure and GCP leave the form out of the word. */
const planPayments: Readonly<Record<SpendPlan, readonly PaymentForm[]>> = {
  'compute-sp': awsPayments,
  'ec2-sp': awsPayments,
  'azure-sp': ['monthly'],
  'flex-cud': ['monthly'],
};

/** `on-demand`, `reserved-1y-no-upfront`, `azure-sp-3y`: the word of a cell and of a price list. */
export const purchaseName = (option: PurchaseOption): string => {
  switch (option.kind) {
    case 'on-demand':
    case 'spot':
      return option.kind;
    case 'reserved': {
      const word = option.offeringClass === 'standard' ? 'reserved' : option.offeringClass;
      return `${word}-${option.termYears}y-${option.payment}`;
    }
    case 'spend-plan': {
      const word = `${option.plan}-${option.termYears}y`;
      return planPayments[option.plan].length === 1 ? word : `${word}-${option.payment}`;
    }
  }
};

const reserved = (offeringClass: 'standard' | 'convertible', payments: readonly PaymentForm[]): PurchaseOption[] =>
  terms.flatMap(termYears =>
    payments.map((payment): PurchaseOption => ({ kind: 'reserved', offeringClass, termYears, payment })),
  );

const spendPlans = (Object.entries(planPayments) as [SpendPlan, readonly PaymentForm[]][]).flatMap(([plan, payments]) =>
  terms.flatMap(termYears =>
    payments.map((payment): PurchaseOption => ({ kind: 'spend-plan', plan, termYears, payment })),
  ),
);

/** Every purchase option there is: on-demand, spot, reservations, convertible ones, plans of spend. */
export const purchaseOptions: readonly PurchaseOption[] = [
  { kind: 'on-demand' },
  { kind: 'spot' },
  ...reserved('standard', paymentForms),
  ...reserved('convertible', awsPayments),
  ...spendPlans,
];

/** Every purchase word, in the order of `purchaseOptions`. */
export const purchaseNames: readonly string[] = purchaseOptions.map(purchaseName);

/** What a drop-down offers, in no more than the 255 characters Excel takes; the other words are typed. */
export const suggestedPurchaseNames: readonly string[] = purchaseOptions
  .filter(option => option.kind !== 'spend-plan' && (option.kind !== 'reserved' || option.offeringClass === 'standard'))
  .map(purchaseName);

const optionByName = new Map(purchaseOptions.map(option => [purchaseName(option), option]));
// GCP's own word for its resource commitment, which is paid monthly.
for (const termYears of terms) {
  optionByName.set(`cud-${termYears}y`, { kind: 'reserved', offeringClass: 'standard', termYears, payment: 'monthly' });
}

/** Reads a purchase word in any letter case; reports `unknown-purchase`. */
export const parsePurchase = (text: string): Result<PurchaseOption> => {
  const word = text.trim().toLowerCase().replace(/[\s_]+/g, '-');
  const option = optionByName.get(word);
  if (option) return ok(option);
  const suggestion = nearestNames(word, purchaseNames, 1)[0] ?? '';
  return fail(makeIssue('unknown-purchase', { purchase: text, suggestion, known: purchaseNames.join(', ') }));
};
