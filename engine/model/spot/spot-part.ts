import { buildSpot } from '../../report/tables/spot.ts';
import type { ModelPart } from '../parts/model-part.ts';
import { spotRiskTable } from '../tables/spot-risk-table.ts';
import { priceSpotWork } from './price-spot-work.ts';
import { readSpotRisks } from './read-spot-risk.ts';

/** What an hour of work kept costs on nodes that may be taken back: asked by the table SpotRisk. */
export const spotPart: ModelPart = {
  id: 'spot',
  specs: [spotRiskTable],
  ask({ input, horizon }) {
    const { risks, issues } = readSpotRisks(input);
    return {
      issues,
      answer({ plan, charge: { prices } }) {
        const spot = priceSpotWork(plan, risks, prices, horizon);
        return { issues: spot.issues, makeReport: (_results, ledger) => ({ details: [buildSpot(spot.results, ledger)] }) };
      },
    };
  },
};
