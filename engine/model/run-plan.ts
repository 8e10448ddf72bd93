import type { Catalog } from '../catalog/catalog.ts';
import { engineVersion } from '../engine-version.ts';
import type { Issue } from '../issue/issue.ts';
import { makePriceBook, type PriceBook } from '../pricing/price-book.ts';
import { groupBy } from '../report/group-by.ts';
import type { RunResults, ScenarioResult } from '../report/run-results.ts';
import { makeLocalClock } from '../workload/local-clock.ts';
import type { ModelInput } from './model-input.ts';
import type { AskedPart, ChangedPlan, ModelPart, PartCharges, PartInput, PlanRun } from './parts/model-part.ts';
import type { Plan } from './plan.ts';
import { scenariosOf, type PlannedScenario } from './planned-scenarios.ts';
import type { RunProgress } from './progress.ts';
import type { FeesToCharge } from './rating/charge-fees.ts';
import { chargePlanFees } from './rating/charge-plan-fees.ts';
import { chargePlan, type ChargedPlan } from './rating/charge-plan.ts';
import { makePlanPrices } from './rating/plan-prices.ts';
import { checkReferences } from './reading/check-references.ts';
import { readFrame, readPlan, type PlanFrame } from './reading/read-plan.ts';
import { pricingTableIds } from './tables/plan-tables.ts';
import { planDemands, planUsage } from './usage/simulate-plan.ts';

/** A plan read, run and charged, before its questions are answered. */
export interface PlannedRun {
  readonly input: ModelInput;
  readonly frame: PlanFrame;
  readonly asked: readonly AskedPart[];
  readonly run: PlanRun;
  readonly partCharges: readonly PartCharges[];
  /** What a report stands on; warnings and the hash of the input are added by whoever writes one. */
  readonly results: Omit<RunResults, 'warnings' | 'inputHash' | 'tableHashes' | 'runState'>;
  /** Of all of it. */
  readonly issues: readonly Issue[];
}

export interface RunPlanOptions {
  readonly specs: PartInput['specs'];
  readonly rerun: PartInput['rerun'];
  tell?(stage: RunProgress['stage'], fraction: number): void;
  /** A run whose usage holds here too, when only tables about prices differ. */
  readonly known?: PlannedRun | undefined;
}

const publicBooks = new WeakMap<Catalog, PriceBook>();

/** Prices without any of one's own: the same in every run of a catalog. */
const publicBookOf = (catalog: Catalog): PriceBook => {
  const known = publicBooks.get(catalog);
  if (known) return known;
  const book = makePriceBook(catalog);
  publicBooks.set(catalog, book);
  return book;
};

/** What every scenario is charged, before support, fees and taxes. */
const scenarioResults = (
  scenarios: readonly PlannedScenario[],
  charged: ChargedPlan,
  partCharges: readonly Pick<PartCharges, 'charges'>[],
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

const withFees = (scenarios: readonly ScenarioResult[], fees: FeesToCharge) => {
  const { charges, issues } = chargePlanFees(scenarios, fees);
  return { scenarios: scenarios.map(each => ({ ...each, otherCharges: [...each.otherCharges, ...(charges.get(each.id) ?? [])] })), issues };
};

/** What a part still charges in a changed plan. */
const kept = ({ charges }: PartCharges, { keeps }: ChangedPlan): Pick<PartCharges, 'charges'> => ({
  charges: new Map([...charges].map(([scenarioId, ofScenario]) => [
    scenarioId,
    ofScenario.map(
      ({ lines, ...rest }) => ({ ...rest, lines: lines.filter(({ charge }) => keeps(rest.origin.workloadId, charge.ChargePeriodStart)) }),
    ),
  ])),
});

/** The tables of two inputs are the same objects, but for those that only say what things cost. */
const differInPricesOnly = (input: ModelInput, known: ModelInput): boolean => {
  const isPricing = (name: string): boolean => pricingTableIds.has(name.toLowerCase());
  const rest = ({ tables }: ModelInput) => tables.filter(({ tableName }) => !isPricing(tableName));
  const [ours, theirs] = [rest(input), rest(known)];
  return input.dateSystem === known.dateSystem && ours.length === theirs.length && ours.every(table => theirs.includes(table));
};

/** What the plan runs, hour by hour; problems of its demands. */
const simulated = (plan: Plan, { settings, horizon }: PlanFrame, book: PriceBook, tell: NonNullable<RunPlanOptions['tell']>) => {
  tell('demand', 0.2);
  const demandPlan = { horizon, timeZone: settings.timeZone, clock: makeLocalClock(horizon, settings.timeZone) };
  const demands = planDemands(plan, demandPlan);
  tell('capacity', 0.4);
  return { demandPlan, usage: planUsage(plan, demands, demandPlan, book), issues: demands.issues };
};

/** Every step runs as far as the rows without a problem allow, so that all problems are told at once. */
export const runPlan = (input: ModelInput, catalog: Catalog, parts: readonly ModelPart[], options: RunPlanOptions): PlannedRun => {
  const tell = options.tell ?? (() => undefined);
  const frame = readFrame(input, catalog.date);
  const { settings, horizon } = frame;
  const { specs, rerun } = options;
  const asked = parts.map(part => part.ask({ input, settings, horizon, catalog, specs, rerun }));
  const read = readPlan(input, frame, asked.flatMap(({ workloads }) => workloads ?? []), !asked.some(({ standsAlone }) => standsAlone));
  const { own, fees, held } = read;
  const known = options.known && differInPricesOnly(input, options.known.input) ? options.known : null;
  const plan = known ? known.run.plan : read.plan;
  const hasOwn = own.prices.length + own.nodeTypes.length + own.negotiated.length > 0;
  const publicBook = publicBookOf(catalog);
  const book = hasOwn ? makePriceBook(catalog, own.prices, own.nodeTypes, own.negotiated) : publicBook;

  const ran = known
    ? { demandPlan: known.run.charge.demandPlan, usage: { ...known.run.usage, isCounted: true }, issues: [] }
    : simulated(plan, frame, book, tell);
  const { demandPlan, usage } = ran;

  tell('pricing', 0.6);
  const { baseCurrency, hasSustainedUse } = settings;
  const { fxRates } = own;
  const prices = makePlanPrices({ book, publicBook, fxRates, baseCurrency });
  const scenarios = scenariosOf(plan);
  const exits = new Map(asked.flatMap(each => [...(each.exits ?? [])]));
  const charge = { demandPlan, scenarios, held, exits, prices, book, fxRates, baseCurrency, hasSustainedUse };
  const charged = chargePlan(plan, usage, charge);
  const bill = (of: ChargedPlan, ofParts: readonly Pick<PartCharges, 'charges'>[]) =>
    withFees(scenarioResults(scenarios, of, ofParts), { fees, horizon, fxRates, baseCurrency });
  const run: PlanRun = {
    plan, usage, charge,
    promisesSpend: fees.minimums.length > 0,
    recharge: changed => bill(chargePlan(changed.plan, changed.usage, charge), partCharges.map(part => kept(part, changed))).scenarios,
  };
  const partCharges = asked.flatMap(part => part.charge?.(run) ?? []);
  const billed = bill(charged, partCharges);
  return {
    input,
    frame,
    asked,
    run,
    partCharges,
    results: {
      engineVersion,
      catalogDate: catalog.date,
      randomSeed: settings.randomSeed,
      baseCurrency: settings.baseCurrency,
      firstFiscalMonth: settings.firstFiscalMonth,
      timeZoneName: settings.timeZone.name,
      horizon,
      clock: demandPlan.clock,
      scenarios: billed.scenarios,
      placements: charged.placements,
      prices: charged.prices,
    },
    issues: [
      ...checkReferences([...read.tables, ...asked.flatMap(({ tables }) => tables ?? [])]),
      ...[frame, read, ...asked, ran, usage, charged, ...partCharges, billed].flatMap(({ issues }) => issues),
    ],
  };
};
