import type { PriceKey } from '../../catalog/price-key.ts';
import type { Issue } from '../../issue/issue.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { Locator } from '../plan.ts';
import type { ChargeContext } from './charge-plan.ts';

/**
 * What a node-hour costs on demand in the month the plan starts, in the base currency. Reports what `PlanPrices.find`
 * reports, at the cells of Region and NodeType.
 */
export const onDemandPerHour = (
  key: PriceKey,
  { prices, demandPlan }: Pick<ChargeContext, 'prices' | 'demandPlan'>,
  at: Locator,
): Result<number> => {
  const found = prices.find(key, { kind: 'on-demand' }, isoOfInstant(demandPlan.horizon.start).slice(0, 10), null);
  if (found.ok) return ok(found.value.converted.effectivePerHour.amount.toNumber());
  const located = (issue: Issue): Issue => ({ ...issue, location: at(issue.code === 'unknown-region' ? 'Region' : 'NodeType') });
  return fail(...found.issues.map(located));
};
