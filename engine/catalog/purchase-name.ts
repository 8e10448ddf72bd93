import { nearestNames } from './nearest-names.ts';
import { paymentForms, type PurchaseOption } from './purchase.ts';
import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';

/** `on-demand`, `spot`, `reserved-1y-no-upfront`: the word of a cell and of a price list. */
export const purchaseName = (option: PurchaseOption): string =>
  option.kind === 'reserved' ? `reserved-${option.termYears}y-${option.payment}` : option.kind;

const reservedOptions: readonly PurchaseOption[] = ([1, 3] as const).flatMap(termYears =>
  paymentForms.map((payment): PurchaseOption => ({ kind: 'reserved', termYears, payment })),
);

/** Every purchase option there is, on-demand first. */
export const purchaseOptions: readonly PurchaseOption[] = [{ kind: 'on-demand' }, { kind: 'spot' }, ...reservedOptions];

/** Every purchase word, in the order of `purchaseOptions`: the choices of a drop-down. */
export const purchaseNames: readonly string[] = purchaseOptions.map(purchaseName);

const optionByName = new Map(purchaseOptions.map(option => [purchaseName(option), option]));
/** GCP's own word for its resource commitment, which is paid monthly. */
optionByName.set('cud-1y', { kind: 'reserved', termYears: 1, payment: 'monthly' });
optionByName.set('cud-3y', { kind: 'reserved', termYears: 3, payment: 'monthly' });

/** Reads a purchase word in any letter case; reports `unknown-purchase`. */
export const parsePurchase = (text: string): Result<PurchaseOption> => {
  const word = text.trim().toLowerCase().replace(/[\s_]+/g, '-');
  const option = optionByName.get(word);
  if (option) return ok(option);
  const suggestion = nearestNames(word, purchaseNames, 1)[0] ?? '';
  return fail(makeIssue('unknown-purchase', { purchase: text, suggestion, known: purchaseNames.join(', ') }));
};
