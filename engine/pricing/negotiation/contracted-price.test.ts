import { describe, expect, it } from '@jest/globals';
import { money } from '../../money/money.ts';
import { decimal } from '../../numeric/decimal.ts';
import { starterCatalog } from '../../catalog/starter-catalog.ts';
import { parsePurchase } from '../../catalog/purchase-name.ts';
import { findPrice, findStatedPrice } from '../find-price.ts';
import type { HourlyPrice } from '../hourly-price.ts';
import { makePriceBook } from '../price-book.ts';
import { contractedPrice } from './contracted-price.ts';
import type { NegotiatedTerm } from './negotiated-term.ts';
import { planApplies } from './plan-applies.ts';

const term = (more: Partial<NegotiatedTerm> = {}): NegotiatedTerm => ({
  id: 'EDP', account: null, provider: 'aws', service: null, region: null, skuPattern: null, appliesTo: 'both',
  change: { kind: 'percent', discountFraction: decimal('0.1') }, from: null, to: null, priority: 0, ...more,
});
const fixedAt = (amount: string, currency = 'USD'): Partial<NegotiatedTerm> =>
  ({ appliesTo: 'on-demand', change: { kind: 'fixed', price: money(amount, currency) } });

const ask = (terms: readonly NegotiatedTerm[], word: string, more: { account?: string; date?: string } = {}): HourlyPrice => {
  const purchase = parsePurchase(word);
  if (!purchase.ok) throw new Error(word);
  const found = findPrice(makePriceBook(starterCatalog, [], [], terms), {
    provider: 'aws', region: 'us-east-1', nodeType: 'x2iedn.32xlarge', operatingSystem: 'linux', tenancy: 'shared',
    purchase: purchase.value, ...more,
  });
  if (!found.ok) throw new Error(JSON.stringify(found.issues));
  return found.value;
};
const perHour = (...asked: Parameters<typeof ask>): string => ask(...asked).effectivePerHour.amount.toFixed();

describe('findPrice with negotiated terms', () => {
  it('takes the discount off what it applies to, and off no other', () => {
    // 26.676 and, three years upfront, 7.447412 on the list; 10 % off; spot has a price of its own
    expect(perHour([term()], 'on-demand')).toBe('24.0084');
    expect(perHour([term()], 'reserved-3y-all-upfront')).toBe('6.7026708');
    expect(perHour([term({ appliesTo: 'on-demand' })], 'reserved-3y-all-upfront')).toBe('7.447412');
    expect(perHour([term({ appliesTo: 'commitment-fees' })], 'on-demand')).toBe('26.676');
    expect(perHour([term({ appliesTo: 'commitment-fees' })], 'convertible-1y-no-upfront')).toBe('17.74701');
    expect(perHour([term()], 'spot')).toBe('6.669');
  });

  it('lowers each leg of a commitment by the same part', () => {
    // 68,468.88708 upfront and 7.816083 an hour
    const { upfront, recurringPerHour } = ask([term()], 'reserved-1y-partial-upfront');
    expect([upfront.amount.toFixed(), recurringPerHour.amount.toFixed()]).toEqual(['61621.998372', '7.0344747']);
  });

  it('puts a fixed price in the place of the list price, in its own currency', () => {
    const price = ask([term(fixedAt('20', 'EUR'))], 'on-demand');
    expect(price.effectivePerHour).toEqual(money('20', 'EUR'));
    expect(price.source).toMatch(/^negotiated EDP; /);
    expect(() => contractedPrice(ask([], 'reserved-1y-no-upfront'), term(fixedAt('20')))).toThrow(/fixes/);
  });

  it('is by account and by day', () => {
    const terms = [term({ account: 'shop', from: '2027-01-01', to: '2028-01-01' })];
    expect(perHour(terms, 'on-demand', { account: 'Shop', date: '2027-01-01' })).toBe('24.0084');
    expect(perHour(terms, 'on-demand', { account: 'Shop', date: '2028-01-01' })).toBe('26.676');
    expect(perHour(terms, 'on-demand', { date: '2027-01-01' })).toBe('26.676');
  });

  it('leaves the stated price to whoever asks for it', () => {
    const book = makePriceBook(starterCatalog, [], [], [term()]);
    const stated = findStatedPrice(book, {
      provider: 'aws', region: 'us-east-1', nodeType: 'm7i.xlarge', operatingSystem: 'linux', tenancy: 'shared',
      purchase: { kind: 'on-demand' },
    });
    expect(stated.ok && stated.value.effectivePerHour.amount.toFixed()).toBe('0.2016');
  });
});

describe('planApplies', () => {
  const usd = (amount: string) => money(amount, 'USD');

  // A plan at 0.45 against a price of 1.00, and against 60 % off that price
  it('leaves the hour to discounted pay-as-you-go where that is lower', () => {
    expect(planApplies(usd('1'), usd('0.45'))).toBe(true);
    expect(planApplies(usd('0.4'), usd('0.45'))).toBe(false);
    expect(planApplies(usd('0.45'), usd('0.45'))).toBe(false);
  });

  it('compares one currency only', () => {
    expect(() => planApplies(usd('1'), money('1', 'EUR'))).toThrow(/EUR met USD/);
  });
});
