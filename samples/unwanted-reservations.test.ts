import { describe, expect, it } from '@jest/globals';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { nodeCount, priceCut, unwantedReservations, upfront } from './source/unwanted-reservations.ts';

const report = await runSample(unwantedReservations);
const cost = (scenario: string): number => Number(resultRows(report, 'OutSummary').find(row => row.ScenarioId === scenario)?.EffectiveCost);
/** 2028 has 366 days; m7g.xlarge on demand at 0.1632. */
const onDemand = nodeCount * 366 * 24 * 0.1632;
const term = 3 * 365;

describe('reservations that are no longer wanted', () => {
  it('cost their part of two years when they are kept', () => {
    expect(cost('1 Keep')).toBeCloseTo((nodeCount * upfront.standard * (365 + 366)) / term + onDemand, 1);
  });

  it('bring back two thirds, less the price cut and the marketplace, when they are sold', () => {
    const back = nodeCount * upfront.standard * (24 / 36) * (1 - priceCut) * 0.88;
    expect(resultRows(report, 'OutCommitmentExits').find(row => row.CommitmentId === 'sold')).toMatchObject({
      Credit: Math.round(back * 100) / 100, Lost: Math.round(((nodeCount * upfront.standard * 2) / 3 - back) * 100) / 100, Way: 'resale', Date: '2028-01-01',
    });
    expect(cost('2 Sell')).toBeCloseTo(nodeCount * upfront.standard - back + onDemand, 1);
  });

  it('lose nothing when they are exchanged; the successor covers the new nodes', () => {
    expect(resultRows(report, 'OutCommitmentExits').find(row => row.CommitmentId === 'exchanged')).toMatchObject({ Into: 'successor', Lost: 0 });
    expect(cost('3 Exchange')).toBeCloseTo((nodeCount * (upfront.convertible * 365 + upfront.successor * 366)) / term, 1);
    const summary = resultRows(report, 'OutSummary').find(row => row.ScenarioId === '3 Exchange');
    // Billed: the dearer ones, and what the successor costs above two thirds of them
    expect(summary?.BilledCost).toBeCloseTo(nodeCount * (upfront.convertible / 3 + upfront.successor), 1);
  });
});
