import type { Money } from '../../money/money.ts';

/** Who prices an hour on Azure, and at what rate. */
export interface AzureRate {
  readonly coveredBy: 'savings-plan' | 'pay-as-you-go';
  readonly perHour: Money;
}

/**
 * Azure applies a savings plan only where it is no dearer than pay-as-you-go after the customer's own discount; where
 * that is lower it is charged instead, and the plan is kept for other usage (Microsoft, *How an Azure savings plan
 * discount is applied*). At equal rates the plan covers. Throws when the rates are in two currencies.
 */
export const lowerAzureRate = (contractedPayAsYouGo: Money, savingsPlanRate: Money): AzureRate => {
  if (contractedPayAsYouGo.currency !== savingsPlanRate.currency) {
    throw new Error(`${savingsPlanRate.currency} met ${contractedPayAsYouGo.currency}: convert before comparing`);
  }
  return contractedPayAsYouGo.amount.lessThan(savingsPlanRate.amount)
    ? { coveredBy: 'pay-as-you-go', perHour: contractedPayAsYouGo }
    : { coveredBy: 'savings-plan', perHour: savingsPlanRate };
};
