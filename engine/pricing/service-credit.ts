import { nearestNames } from '../catalog/nearest-names.ts';
import { serviceLevels } from '../catalog/service-level.ts';
import { makeIssue } from '../issue/issue-codes.ts';
import { fail, ok, type Result } from '../issue/result.ts';
import { quoteHoursPerMonth } from '../quantity/conversion.ts';

/**
 * What a provider credits of a month's bill for the service when it was available for so much of it. Reports
 * `unknown-provider`. It must be claimed, and is given as a credit, never as money. [EQ-SLA-1]
 */
export const serviceCredit = (bill: number, availability: number, provider: string): Result<number> => {
  const level = serviceLevels.find(each => each.provider === provider.toLowerCase());
  if (!level) {
    const names = serviceLevels.map(each => each.provider);
    const suggestion = nearestNames(provider, names, 1)[0] ?? '';
    return fail(makeIssue('unknown-provider', { provider, suggestion, known: names.join(', ') }));
  }
  const share = level.steps.reduce((most, { below, creditShare }) => (availability < below ? creditShare : most), 0);
  return ok(bill * share);
};

/** What a month costs the business in which it was available for so much of it. [EQ-SLA-2] */
export const outageLoss = (availability: number, lossPerHour: number): number =>
  (1 - availability) * quoteHoursPerMonth * lossPerHour;
