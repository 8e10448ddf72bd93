import { describe, expect, it } from '@jest/globals';
import { formulaValues } from './formula-values.ts';
import { resultRows } from './result-rows.ts';
import { runSample } from './run-sample.ts';
import { tariffs } from './source/tariffs.ts';

const report = await runSample(tariffs);
const summary = resultRows(report, 'OutSummary');
const detail = resultRows(report, 'OutCostDetail');
const costOf = (scenario: string): unknown => summary.find(({ ScenarioId }) => ScenarioId === scenario)?.EffectiveCost;

const months = 6;
const TiB = 1024;
/** 200 GB growing by 60 % a year, 50 of them free: 0.50 USD up to 200, 0.40 beyond, at least 80 USD a month. */
const logsByVolume = Array.from({ length: months }, (_, month) => 200 * 1.6 ** (month / 12))
  .map(volume => Math.max(80, (Math.min(volume, 200) - 50) * 0.5 + Math.max(0, volume - 200) * 0.4))
  .reduce((sum, cost) => sum + cost, 0);

/** A month of each scenario, worked out by hand from the price lists. */
const expected: readonly (readonly [scenario: string, month: number])[] = [
  // 10,000 GB-months, 1,000 GB in, 4,000 GB out, 20 million writes, 100 million reads
  ['Archive 2006', 10_000 * 0.15 + 1000 * 0.2 + 4000 * 0.2],
  ['Archive 2007', 10_000 * 0.15 + 1000 * 0.1 + 4000 * 0.18 + 20_000 * 0.01 + 10_000 * 0.01],
  ['Archive today', 10_000 * 0.023 + 0 + (4000 - 100) * 0.09 + 20_000 * 0.005 + 100_000 * 0.0004],
  // 50 TB: the golden value of AWS; Azure's prices at the same limits; Google without a free quantity
  ['Egress AWS', 4394.2],
  ['Egress Azure', (10 * TiB - 100) * 0.087 + 40 * TiB * 0.083],
  ['Egress Google', TiB * 0.12 + 9 * TiB * 0.11 + 40 * TiB * 0.08],
  // 1,000 won for a dollar
  ['Water graduated', 13.525],
  ['Water all units', 19],
  ['Water household', 11.7],
  ['Logs flat', 99],
  ['Logs by volume', logsByVolume / months],
  // 1,000 runs of 130 s at 1.60 USD an hour; each a started hour
  ['Runs per second', (1000 * 130 * 1.6) / 3600],
  ['Runs per hour', 1000 * 1.6],
];

describe('the tariffs', () => {
  it.each(expected)('%s: %d USD a month', (scenario, month) => {
    // Lines are rounded to cents so that they add up.
    expect(Math.abs(Number(costOf(scenario)) - month * months)).toBeLessThan(0.01);
  });

  it('has no other scenario, each complete among its own', () => {
    expect(summary.map(({ ScenarioId }) => ScenarioId).sort()).toEqual(expected.map(([scenario]) => scenario).sort());
    for (const { IsComplete } of summary) expect(IsComplete).toBe(true);
  });

  it('gives each product its part of every step', () => {
    const lines = detail.filter(({ x_ScenarioId: id, BillingPeriodStart }) => id === 'Egress AWS' && String(BillingPeriodStart).startsWith('2026-10'));
    const shown = lines.map(({ ResourceId, PricingQuantity, ListUnitPrice }) => [ResourceId, PricingQuantity, ListUnitPrice]);
    // 60 % and 40 % of 100 free, 10,140 and 40,960 GiB
    expect(shown).toEqual([
      ['Egress AWS: downloads', 40, 0], ['Egress AWS: downloads', 4056, 0.09], ['Egress AWS: downloads', 16_384, 0.085],
      ['Egress AWS: video', 60, 0], ['Egress AWS: video', 6084, 0.09], ['Egress AWS: video', 24_576, 0.085],
    ]);
    expect(lines[0]).toMatchObject({ ServiceCategory: 'Networking', Tags: '{"CostCentre":"Media","Product":"downloads"}' });
  });

  it('shows a minimum charge as a line of its own', () => {
    const [first] = detail.filter(({ x_ScenarioId: id, SkuPriceId }) => id === 'Logs by volume' && String(SkuPriceId).endsWith('/minimum'));
    // 150 GB at 0.50 are 75 USD: 5 are missing
    expect(first).toMatchObject({ BilledCost: 5, PricingUnit: 'Months', ConsumedQuantity: 0, ChargeFrequency: 'Recurring' });
  });

  it('names a source for each tariff', () => {
    for (const { Source } of resultRows(report, 'OutTariffs')) expect(String(Source).length).toBeGreaterThan(10);
  });

  it('shows steps, the cliff and the way out in its worksheet formulas', () => {
    // 16 x 950 - 15 x 585; 500 TB: 10,140 x 0.09 + 40,960 x 0.085 + 102,400 x 0.07 + 358,400 x 0.05
    expect(formulaValues(tariffs).single).toEqual([13_525, 19_000, 11_700, 6425, 4394.2, 29_482.2, 0]);
  });
});
