import type { Money } from '../../money/money.ts';

/**
 * Whether a plan of spend is applied to an hour: only where its rate is below what the customer pays without it.
 * [EQ-NEG-2] On Azure, pay-as-you-go after the customer's own discount is charged where it is the lower, and the plan is
 * kept for other usage (Microsoft, *How an Azure savings plan discount is applied*); no plan is applied to no saving.
 * Throws when the rates are in two currencies.
 */
export const planApplies = (contractedOnDemand: Money, planRate: Money): boolean => {
  if (contractedOnDemand.currency !== planRate.currency) {
    throw new Error(`${planRate.currency} met ${contractedOnDemand.currency}: convert before comparing`);
  }
  return planRate.amount.lessThan(contractedOnDemand.amount);
};
