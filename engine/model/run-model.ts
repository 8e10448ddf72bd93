import type { Catalog } from '../catalog/catalog.ts';
import { engineVersion } from '../engine-version.ts';
import type { Issue } from '../issue/issue.ts';
import { makePriceBook } from '../pricing/price-book.ts';
import { buildReport } from '../report/build-report.ts';
import { groupBy } from '../report/group-by.ts';
import type { Report } from '../report/report.ts';
import type { RunResults } from '../report/run-results.ts';
import { makeLocalClock } from '../workload/local-clock.ts';
import { chargePlan } from './rating/charge-plan.ts';
import { chargeMeters } from './rating/charge-meters.ts';
import { chargePlanFees } from './rating/charge-plan-fees.ts';
import { inputHash } from './input-hash.ts';
import { sortIssues } from './issue-order.ts';
import type { ModelInput } from './model-input.ts';
import { askedParts } from './parts/load-parts.ts';
import type { ModelPart } from './parts/model-part.ts';
import { makePlanPrices } from './rating/plan-prices.ts';
import { planWarnings } from './plan-warnings.ts';
import { scenariosOf } from './planned-scenarios.ts';
import { priceSpotWork } from './rating/price-spot-work.ts';
import type { RunProgress } from './progress.ts';
import { readPlan } from './reading/read-plan.ts';
import { planDemands, planUsage } from './usage/simulate-plan.ts';

export interface RunModelOptions {
  /** What `loadParts` loaded for this input; needed where it has tables that ask for a part. */
  readonly parts?: readonly ModelPart[];
  /** Called with a fraction that never falls; the last call of a finished run says 1. */
  onProgress?(progress: RunProgress): void;
}

export type ModelOutcome =
  | { readonly ok: true; readonly report: Report }
  /** Every problem found, errors and warnings, in the order of sheets and cells; nothing may be written. */
  | { readonly ok: false; readonly issues: readonly Issue[] };

const isError = ({ severity }: Issue): boolean => severity === 'error';

/**
 * The whole model: tables as read in, result tables and charts out. Same input and catalog, same report, whatever the
 * order of rows. Every step runs as far as the rows without a problem allow, so that all problems are told at once.
 */
export const runModel = (input: ModelInput, catalog: Catalog, options: RunModelOptions = {}): ModelOutcome => {
  const tell = (stage: RunProgress['stage'], fraction: number): void => options.onProgress?.({ stage, fraction });

  tell('read', 0);
  const read = readPlan(input, catalog.date);
  const { settings, horizon, own, tariffs, fees, spotRisks, plan, held } = read;
  const asked = askedParts(input, options.parts ?? []).map(part => part.ask({ input, read, catalog }));
  const book = makePriceBook(catalog, own.prices, own.nodeTypes, own.negotiated);

  tell('demand', 0.2);
  const demandPlan = { horizon, timeZone: settings.timeZone, clock: makeLocalClock(horizon, settings.timeZone) };
  const demands = planDemands(plan, demandPlan);

  tell('capacity', 0.4);
  const usage = planUsage(plan, demands, demandPlan, book);

  tell('pricing', 0.6);
  const hasOwn = own.prices.length + own.nodeTypes.length + own.negotiated.length > 0;
  const publicBook = hasOwn ? makePriceBook(catalog) : book;
  const prices = makePlanPrices({ book, publicBook, fxRates: own.fxRates, baseCurrency: settings.baseCurrency });
  const scenarios = scenariosOf(plan);
  const { baseCurrency, hasSustainedUse } = settings;
  const chargeContext = { demandPlan, scenarios, held, prices, book, fxRates: own.fxRates, baseCurrency, hasSustainedUse };
  const charged = chargePlan(plan, usage, chargeContext);
  const metered = chargeMeters({
    plan,
    scenarios,
    horizon,
    tariffs,
    catalog,
    agreements: { negotiated: book.negotiated, fxRates: own.fxRates },
    baseCurrency: settings.baseCurrency,
  });
  const placementsOf = groupBy(charged.placements, ({ scenarioId }) => scenarioId);
  const beforeFees = scenarios.map(scenario => ({
    ...scenario,
    placements: placementsOf.get(scenario.id) ?? [],
    otherCharges: [...(charged.commitments.get(scenario.id)?.charges ?? []), ...(metered.charges.get(scenario.id) ?? [])],
    commitments: charged.commitments.get(scenario.id)?.results ?? [],
  }));
  const spot = priceSpotWork(plan, spotRisks, prices, horizon);
  const added = chargePlanFees(beforeFees, { fees, horizon, fxRates: own.fxRates, baseCurrency });
  const found = [
    ...read.issues,
    ...asked.flatMap(part => part.issues),
    ...[demands, usage, charged, metered, added, spot].flatMap(({ issues }) => issues),
  ];
  if (found.some(isError)) return { ok: false, issues: sortIssues(found) };

  if (asked.length > 0) tell('decisions', 0.7);
  const answers = asked.map(part => part.answer({ plan, usage, charge: chargeContext, fxRates: own.fxRates }));
  found.push(...answers.flatMap(({ issues }) => issues));
  if (found.some(isError)) return { ok: false, issues: sortIssues(found) };

  tell('report', 0.8);
  const results: RunResults = {
    engineVersion,
    catalogDate: catalog.date,
    randomSeed: settings.randomSeed,
    inputHash: inputHash(input),
    baseCurrency: settings.baseCurrency,
    firstFiscalMonth: settings.firstFiscalMonth,
    timeZoneName: settings.timeZone.name,
    horizon,
    clock: demandPlan.clock,
    scenarios: beforeFees.map(scenario => ({
      ...scenario,
      otherCharges: [...scenario.otherCharges, ...(added.charges.get(scenario.id) ?? [])],
    })),
    placements: charged.placements,
    prices: charged.prices,
    tariffs: metered.tariffs,
    spot: spot.results,
    warnings: sortIssues([...found, ...planWarnings(plan, scenarios, horizon)]),
  };
  const report = buildReport(results, answers.map(({ makeReport }) => makeReport));
  tell('report', 1);
  return { ok: true, report };
};
