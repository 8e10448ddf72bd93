import type { Issue } from '../../issue/issue.ts';
import { spotCost } from '../../pricing/spot/spot-cost.ts';
import { isoOfInstant } from '../../quantity/calendar.ts';
import type { SpotResult } from '../../report/run-results.ts';
import type { Horizon } from '../../workload/horizon.ts';
import type { Plan } from '../plan.ts';
import type { PlanPrices } from '../rating/plan-prices.ts';
import type { SpotRisk } from './read-spot-risk.ts';

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The row of a node type; one for the region comes before one for all. */
const riskOf = (risks: readonly SpotRisk[], provider: string, region: string, nodeType: string): SpotRisk | undefined => {
  const ofType = risks.filter(risk => isSame(risk.provider, provider) && isSame(risk.nodeType, nodeType));
  return ofType.find(risk => risk.region !== null && isSame(risk.region, region)) ?? ofType.find(({ region: own }) => own === null);
};

/**
 * What an hour of work kept costs on each spot placement whose risk is stated, at the prices of its first day in the
 * plan. Says nothing of prices that are not known: the charges do. Warns of `never-finishes` at the row of SpotRisk.
 */
export const priceSpotWork = (
  { placements }: Plan,
  risks: readonly SpotRisk[],
  prices: PlanPrices,
  horizon: Horizon,
): { readonly results: readonly SpotResult[]; readonly issues: readonly Issue[] } => {
  const issues = new Map<SpotRisk, Issue>();
  const results = placements.flatMap((placement): SpotResult[] => {
    const { key, purchase, workload } = placement;
    const risk = purchase.kind === 'spot' ? riskOf(risks, key.provider, key.region, key.nodeType) : undefined;
    if (!risk) return [];
    const date = isoOfInstant(Math.max(placement.from, horizon.start)).slice(0, 10);
    const [spot, onDemand] = ([purchase, { kind: 'on-demand' }] as const).map(option =>
      prices.find(key, option, date, workload.ownership.account),
    );
    if (!spot?.ok) return [];
    const spotPerHour = spot.value.converted.effectivePerHour;
    const cost = spotCost(spotPerHour.amount, 0, risk.work);
    if (!cost.ok) {
      for (const issue of cost.issues) issues.set(risk, { ...issue, severity: 'warning', location: risk.at('MonthlyInterruption') });
      return [];
    }
    return [
      {
        scenarioId: placement.scenarioId,
        placementId: placement.id,
        workloadId: workload.id,
        key,
        spotPerHour,
        onDemandPerHour: onDemand?.ok ? onDemand.value.converted.effectivePerHour : null,
        monthlyShare: risk.monthlyShare,
        mtbiHours: risk.work.mtbiHours,
        cost: cost.value,
      },
    ];
  });
  return { results, issues: [...issues.values()] };
};
