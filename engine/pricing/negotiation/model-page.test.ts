import { money } from '../../money/money.ts';
import { decimal } from '../../numeric/decimal.ts';
import { describeModelPage } from '../../test/model-page.ts';
import { contractedUnitPrice } from './contracted-price.ts';
import type { NegotiatedTerm } from './negotiated-term.ts';
import { planApplies } from './plan-applies.ts';

const usd = (amount: string) => money(amount, 'USD');
/** `10%` or `fixed 0.15`. */
const changeOf = (text: string): NegotiatedTerm['change'] =>
  text.endsWith('%')
    ? { kind: 'percent', discountFraction: decimal(text.slice(0, -1)).dividedBy(100) }
    : { kind: 'fixed', price: usd(text.replace('fixed ', '')) };

describeModelPage('negotiated-prices', {
  contracted: (list = '', change = '') => {
    const term: NegotiatedTerm = {
      id: 'T', account: null, provider: null, service: null, region: null, skuPattern: null, appliesTo: 'on-demand',
      change: changeOf(change), from: null, to: null, priority: 0,
    };
    return contractedUnitPrice(usd(list), term).amount.toFixed();
  },
  charged: (payAsYouGo = '', plan = '') => (planApplies(usd(payAsYouGo), usd(plan)) ? `plan ${plan}` : `pay-as-you-go ${payAsYouGo}`),
});
