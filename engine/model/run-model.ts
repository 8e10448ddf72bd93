import type { Catalog } from '../catalog/catalog.ts';
import { engineVersion } from '../engine-version.ts';
import type { Issue } from '../issue/issue.ts';
import { makePriceBook } from '../pricing/price-book.ts';
import { buildReport } from '../report/build-report.ts';
import { groupBy } from '../report/group-by.ts';
import type { Report } from '../report/report.ts';
import type { RunResults, ScenarioResult } from '../report/run-results.ts';
import { makeLocalClock } from '../workload/local-clock.ts';
import { chargePlan, type ChargedPlan } from './rating/charge-plan.ts';
import { chargePlanFees } from './rating/charge-plan-fees.ts';
import { inputHash } from './input-hash.ts';
import { sortIssues } from './issue-order.ts';
import type { ModelInput } from './model-input.ts';
import { askedParts } from './parts/load-parts.ts';
import type { ModelPart, PartCharges } from './parts/model-part.ts';
import { makePlanPrices } from './rating/plan-prices.ts';
import { planWarnings } from './plan-warnings.ts';
import { scenariosOf, type PlannedScenario } from './planned-scenarios.ts';
import type { RunProgress } from './progress.ts';
import { checkReferences } from './reading/check-references.ts';
import { readFrame, readPlan } from './reading/read-plan.ts';
import { planTables } from './tables/plan-tables.ts';
import { planDemands, planUsage } from './usage/simulate-plan.ts';

export interface RunModelOptions {
  /** What `loadParts` loaded for this input; needed where it has tables that ask for a part. */
  readonly parts?: readonly ModelPart[];
  /** Asked by whoever runs it, not by a table. */
  readonly beside?: readonly ModelPart[];
  /** Called with a fraction that never falls; the last call of a finished run says 1. */
  onProgress?(progress: RunProgress): void;
}

export type ModelOutcome =
  | { readonly ok: true; readonly report: Report }
  /** Every problem found, errors and warnings, in the order of sheets and cells; nothing may be written. */
  | { readonly ok: false; readonly issues: readonly Issue[] };

const isError = ({ severity }: Issue): boolean => severity === 'error';

/** What every scenario is charged, before support, fees and taxes. */
const scenarioResults = (
  scenarios: readonly PlannedScenario[],
  charged: ChargedPlan,
  partCharges: readonly PartCharges[],
): ScenarioResult[] => {
  const placementsOf = groupBy(charged.placements, ({ scenarioId }) => scenarioId);
  return scenarios.map(scenario => {
    const commitments = charged.commitments.get(scenario.id);
    return {
      ...scenario,
      placements: placementsOf.get(scenario.id) ?? [],
      otherCharges: [
        ...(commitments?.charges ?? []),
        ...partCharges.flatMap(({ charges }) => charges.get(scenario.id) ?? []),
      ],
      commitments: commitments?.results ?? [],
    };
  });
};

/**
 * The whole model: tables as read in, result tables and charts out. Same input and catalog, same report, whatever the
 * order of rows. Every step runs as far as the rows without a problem allow, so that all problems are told at once.
 */
export const runModel = (input: ModelInput, catalog: Catalog, options: RunModelOptions = {}): ModelOutcome => {
  const tell = (stage: RunProgress['stage'], fraction: number): void => options.onProgress?.({ stage, fraction });

  tell('read', 0);
  const frame = readFrame(input, catalog.date);
  const { settings, horizon } = frame;
  const parts = [...askedParts(input, options.parts ?? []), ...(options.beside ?? [])];
  const specs = [...planTables, ...parts.flatMap(part => part.specs)];
  const asked = parts.map(part => part.ask({ input, settings, horizon, catalog }));
  const read = readPlan(input, frame, asked.flatMap(({ workloads }) => workloads ?? []), !asked.some(({ standsAlone }) => standsAlone));
  const { own, fees, plan, held } = read;
  const book = makePriceBook(catalog, own.prices, own.nodeTypes, own.negotiated);

  tell('demand', 0.2);
  const demandPlan = { horizon, timeZone: settings.timeZone, clock: makeLocalClock(horizon, settings.timeZone) };
  const demands = planDemands(plan, demandPlan);

  tell('capacity', 0.4);
  const usage = planUsage(plan, demands, demandPlan, book);

  tell('pricing', 0.6);
  const hasOwn = own.prices.length + own.nodeTypes.length + own.negotiated.length > 0;
  const publicBook = hasOwn ? makePriceBook(catalog) : book;
  const { baseCurrency, hasSustainedUse } = settings;
  const { fxRates } = own;
  const prices = makePlanPrices({ book, publicBook, fxRates, baseCurrency });
  const scenarios = scenariosOf(plan);
  const exits = new Map(asked.flatMap(each => [...(each.exits ?? [])]));
  const charge = { demandPlan, scenarios, held, exits, prices, book, fxRates, baseCurrency, hasSustainedUse };
  const charged = chargePlan(plan, usage, charge);
  const run = { plan, usage, charge };
  const partCharges = asked.flatMap(part => part.charge?.(run) ?? []);
  const beforeFees = scenarioResults(scenarios, charged, partCharges);
  const added = chargePlanFees(beforeFees, { fees, horizon, fxRates, baseCurrency });
  const found = [
    ...checkReferences([...read.tables, ...asked.flatMap(({ tables }) => tables ?? [])]),
    ...[frame, read, ...asked, demands, usage, charged, ...partCharges, added].flatMap(({ issues }) => issues),
  ];
  if (found.some(isError)) return { ok: false, issues: sortIssues(found, specs) };

  if (asked.length > 0) tell('decisions', 0.7);
  const answers = asked.flatMap(part => part.answer?.(run) ?? []);
  found.push(...answers.flatMap(({ issues }) => issues));
  if (found.some(isError)) return { ok: false, issues: sortIssues(found, specs) };

  tell('report', 0.8);
  const results: RunResults = {
    engineVersion,
    catalogDate: catalog.date,
    randomSeed: settings.randomSeed,
    inputHash: inputHash(input, specs),
    baseCurrency,
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
    warnings: sortIssues([...found, ...planWarnings(plan, scenarios, horizon)], specs),
  };
  const report = buildReport(results, [...partCharges, ...answers].map(({ makeReport }) => makeReport));
  tell('report', 1);
  return { ok: true, report };
};
