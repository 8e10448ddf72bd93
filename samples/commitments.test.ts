import { describe, expect, it } from '@jest/globals';
import { wordsOf } from '../engine/index.ts';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { commitments } from './source/commitments.ts';

const report = await runSample(commitments);

/** On-demand prices of the catalog, rates of the plan, normalisation units. */
const m7ix = { onDemand: 0.2016, plan: 0.16, units: 8 };
const m7i2x = { onDemand: 0.4032, plan: 0.32, units: 16 };
const c7i = { onDemand: 0.714, plan: 0.54 };
const r7i = { onDemand: 0.5292, plan: 0.45 };
const march = 31 + 28 + 31;

interface Year {
  onDemand: number;
  unusedUnits: number;
  unusedNodes: number;
  planUsed: number;
}

/** Hour by hour in plain arithmetic: reserved instances, then the plan by its savings, then on-demand. */
const year = (newReserved: number, planAmount: number, boughtNow = 0): Year => {
  const sums: Year = { onDemand: 0, unusedUnits: 0, unusedNodes: 0, planUsed: 0 };
  for (let hour = 0; hour < 8760; hour += 1) {
    const [day, clock] = [Math.floor(hour / 24), hour % 24];
    let shop = clock >= 8 && clock < 20 ? 20 : 8;
    let search = 4;
    const reports = clock < 6 ? 6 : 1;
    const cache = day >= 181 ? 4 : 6;

    // The owner's shop first, then the other account's search, sizes against each other by factor.
    let units = ((day < march ? 10 : newReserved) + boughtNow) * m7ix.units;
    const ofShop = Math.min(shop, units / m7ix.units);
    shop -= ofShop;
    units -= ofShop * m7ix.units;
    const ofSearch = Math.min(search, units / m7i2x.units);
    search -= ofSearch;
    units -= ofSearch * m7i2x.units;
    sums.unusedUnits += units;
    sums.unusedNodes += 6 - cache;

    // The owner's account first, then the other; in each the highest saving first: c7i 24.4 %, m7i 20.6 %. What is
    // yet to be bought has no owner.
    let left = planAmount;
    const cover = (count: number, { plan, onDemand }: typeof c7i): void => {
      const covered = Math.min(count, left / plan);
      left -= covered * plan;
      sums.onDemand += (count - covered) * onDemand;
    };
    if (boughtNow === 0) cover(shop, m7ix);
    cover(reports, c7i);
    if (boughtNow > 0) cover(shop, m7ix);
    cover(search, m7i2x);
    sums.planUsed += planAmount - left;
  }
  return sums;
};

const heldM7i = march * 24 * 10 * 0.13;
const heldR7i = (8760 * 6 * 5781.6) / 26_280;
const expected: readonly (readonly [scenario: string, effectiveCost: number])[] = [
  ['1 As held', year(0, 0).onDemand + heldM7i + heldR7i],
  ['2 With a plan', year(0, 5).onDemand + heldM7i + heldR7i + 5 * 8760],
  ['3 With reservations', year(16, 0).onDemand + heldM7i + heldR7i + (365 - march) * 24 * 16 * 0.13],
];

describe('the mixed fleet', () => {
  it.each(expected)('%s: %d USD', (id, effectiveCost) => {
    const row = resultRows(report, 'OutSummary').find(({ ScenarioId }) => ScenarioId === id);
    expect(Math.abs(Number(row?.EffectiveCost) - effectiveCost)).toBeLessThan(0.02);
  });

  const commitment = (scenario: string, id: string) =>
    resultRows(report, 'OutCommitment').find(row => row.ScenarioId === scenario && row.CommitmentId === id);

  it('shows what goes unused: cache nodes in the second half of the year, reserved nodes at night', () => {
    const cache = commitment('1 As held', 'ri-r7i');
    expect(cache?.Utilization).toBeCloseTo(1 - (184 * 24 * 2) / (8760 * 6), 9);
    const night = commitment('3 With reservations', 'ri-m7i-new');
    const unused = year(16, 0).unusedUnits - year(0, 0).unusedUnits;
    expect(night?.Utilization).toBeCloseTo(1 - unused / ((365 - march) * 24 * 16 * m7ix.units), 9);
    expect(commitment('2 With a plan', 'plan-2027')?.Utilization).toBeCloseTo(year(0, 5).planUsed / (5 * 8760), 9);
    expect(r7i.onDemand).toBeGreaterThan(5781.6 / 26_280);
  });

  it('carries what was paid two years ago: a third is prepaid when the plan begins, nothing is left at its end', () => {
    // Three years of 365 days from 1 January 2025, two of them amortised.
    const row = commitment('1 As held', 'ri-r7i');
    expect(row?.PrepaidOpening).toBeCloseTo((6 * 5781.6 * 8760) / 26_280, 2);
    expect(row).toMatchObject({ BilledCost: 0, PrepaidClosing: 0 });
    expect(row?.EffectiveCost).toBeCloseTo(heldR7i, 2);
  });

  it('finds what to buy: no node and no cent of a plan more or less is cheaper', () => {
    const plan = resultRows(report, 'OutCommitmentPlan').filter(row => row.TermCounted === 'share');
    const quantity = (id: string): number => Number(plan.find(row => row.OptionId === id)?.Quantity);
    const [nodes, amount] = [quantity('reserve-shop'), quantity('plan')];
    // Reserved for a year at 33 % off, as the catalog assumes.
    const cost = (reserved: number, perHour: number): number =>
      year(0, perHour, reserved).onDemand + 8760 * (reserved * 0.67 * m7ix.onDemand + perHour);
    const best = cost(nodes, amount);
    for (const more of [-1, 1]) {
      expect(cost(nodes + more, amount)).toBeGreaterThan(best);
      expect(cost(nodes, amount + more / 100)).toBeGreaterThan(best);
    }
    const worth = resultRows(report, 'OutCommitmentWorth').find(row => row.TermCounted === 'share');
    expect(worth?.Saving).toBeCloseTo(cost(0, 0) - best, 1);
    // Six cache nodes are held already.
    expect(quantity('reserve-cache')).toBe(0);
  });

  it('draws how long how many nodes are wanted, and the bands below: what lasts longest at the bottom', () => {
    const chart = report.charts.find(({ id }) => id === 'ChartLoadDuration');
    expect(chart?.series?.map(({ name }) => wordsOf(name))).toEqual(['Wanted', 'buy: reserve-shop', 'held: ri-m7i']);
    expect(report.charts.map(({ id }) => id)).toContain('ChartBreakEven');
  });

  it('draws the cost of each month by purchase type', () => {
    const chart = report.charts.find(({ id }) => id === 'ChartCostByPurchase');
    expect(chart).toMatchObject({ tableId: 'OutPurchaseMonths', kind: 'columnStacked' });
    for (const row of resultRows(report, 'OutPurchaseMonths')) {
      const parts = ['OnDemandCost', 'SpotCost', 'ReservationCost', 'PlanCost', 'UnusedCost'] as const;
      const sum = parts.reduce((total, part) => total + Math.round(Number(row[part]) * 100), 0);
      expect(sum).toBe(Math.round(Number(row.EffectiveCost) * 100));
    }
  });
});
