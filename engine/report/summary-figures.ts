import { amountOf, type Ledger } from './ledger.ts';
import { countText } from './number-text.ts';
import type { ComposedFigure } from './report.ts';
import type { RunResults, TriedNodeCount } from './run-results.ts';
import { say, type Sentence } from './sentence.ts';
import { frontierBlocks, frontierEnds } from './tables/frontier.ts';
import { areCompared, cheapestOf, type ScenarioTotals } from './tables/summary.ts';

/** A reader takes in no more at once; the tables hold the rest. */
const mostFigures = 8;

/** The only scenario, or the cheapest of those that are compared; null when none stands for all. */
const shownScenario = (totals: readonly ScenarioTotals[]): ScenarioTotals | null => {
  if (totals.length === 1) return totals[0] ?? null;
  return areCompared(totals) ? cheapestOf(totals) : null;
};

const scenarioFigures = (totals: readonly ScenarioTotals[], ledger: Ledger): ComposedFigure[] => {
  const { currency } = ledger;
  const amount = (label: Sentence, units: number): ComposedFigure => ({
    label,
    value: amountOf(units, ledger),
    format: 'money',
    currency,
  });
  const shown = shownScenario(totals);
  if (!shown) return totals.map(scenario => amount(say`${scenario.id}: effective cost`, scenario.effective));
  const figures = [
    amount(totals.length === 1 ? say`Effective cost of the plan` : say`Cheapest scenario: ${shown.id}`, shown.effective),
  ];
  const others = totals
    .filter(({ isComplete, id }) => isComplete && id !== shown.id)
    .sort((a, b) => a.effective - b.effective);
  const compared = others.length > 1 ? [others[0], others.at(-1)] : others;
  for (const other of compared)
    if (other) figures.push(amount(say`Saving against ${other.id}`, other.effective - shown.effective));
  if (shown.unused > 0) figures.push(amount(say`Of it unused commitment`, shown.unused));
  if (shown.unservedShare !== null && shown.unservedShare > 0) {
    figures.push({ label: say`Demand unserved`, value: shown.unservedShare, format: 'percent' });
  }
  return figures;
};

const pointFigures = (name: Sentence, { nodeCount, hours, cost }: TriedNodeCount, ledger: Ledger): ComposedFigure[] => {
  const nodes = countText(nodeCount, 'node');
  const value = cost.amount.toDecimalPlaces(ledger.decimals).toNumber();
  return [
    { label: say`${name}: cost on ${nodes}`, value, format: 'money', currency: ledger.currency },
    { label: say`${name}: hours on ${nodes}`, value: hours, format: 'hours', unit: 'h' },
  ];
};

/** Jobs as the scenario shown places them; without one, all of them. */
const jobFigures = (results: RunResults, shownId: string | null, ledger: Ledger): ComposedFigure[][] =>
  frontierBlocks(results)
    .filter(({ scenarioIds }) => shownId === null || scenarioIds.includes(shownId))
    .map(block => {
      const { cheapest, fastest } = frontierEnds(block);
      const { name } = block;
      if (cheapest === fastest) return pointFigures(say`${name}`, cheapest, ledger);
      return [
        ...pointFigures(say`${name}, cheapest`, cheapest, ledger),
        ...pointFigures(say`${name}, fastest`, fastest, ledger),
      ];
    });

/**
 * The few numbers that matter: what the plan costs, what choosing saves against the next and the worst choice, and as far
 * as there is room the two ends of each job's frontier.
 */
export const summaryFigures = (
  results: RunResults,
  totals: readonly ScenarioTotals[],
  ledger: Ledger,
): ComposedFigure[] => {
  const figures = scenarioFigures(totals, ledger).slice(0, mostFigures);
  for (const ends of jobFigures(results, shownScenario(totals)?.id ?? null, ledger)) {
    if (figures.length + ends.length > mostFigures) break;
    figures.push(...ends);
  }
  return figures;
};
