import { fail, ok, type Result } from '../../issue/result.ts';
import { groupBy } from '../../report/group-by.ts';
import type { ChangedPlan } from '../../report/changed-plan.ts';
import { costBridge, costProfile, type CostProfile } from '../../report/cost-bridge.ts';
import { makeLedger, type Ledger } from '../../report/ledger.ts';
import type { RunResults } from '../../report/run-results.ts';
import { buildScenarioBridge, buildScenarios } from '../../report/tables/scenarios.ts';
import { scenarioTotals, type ScenarioTotals } from '../../report/tables/summary.ts';
import type { ModelPart, PartInput } from '../parts/model-part.ts';
import { unknownName } from '../reading/unknown-name.ts';
import { scenariosTable } from '../tables/scenario-tables.ts';
import type { Change } from './apply-changes.ts';
import { readScenarios, type PlannedChange } from './read-scenarios.ts';
import { cellText, runChanged } from './run-changed.ts';

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A scenario as it ran; with the run at the rates of exchange as stated, when it changes those. */
interface RanScenario {
  readonly name: string;
  readonly from: string | null;
  readonly changes: readonly Change[];
  readonly results: RunResults;
  readonly atOldRates: RunResults | null;
}

const changeText = (change: Change): string => `${cellText(change)} ${String(change.value)}`;

/** Runs one scenario. What is wrong with the changed plan is told at the scenario's first row. */
const runScenario = (changes: readonly PlannedChange[], part: PartInput): Result<RanScenario> => {
  const [first] = changes;
  if (!first) return fail();
  const location = first.at('Value');
  const run = runChanged(changes, location, part);
  if (!run.ok) return run;
  const isRate = ({ tableName }: Change): boolean => isSame(tableName.trim(), 'FxRates');
  const atOldRates = changes.some(isRate) ? runChanged(changes.filter(change => !isRate(change)), location, part) : null;
  if (atOldRates && !atOldRates.ok) return atOldRates;
  const from = changes.find(each => each.from !== null)?.from ?? null;
  return ok({ name: first.scenarioId, from, changes, results: run.value, atOldRates: atOldRates?.value ?? null });
};

const profileOf = (ledger: Ledger, scenarioId: string): CostProfile => costProfile(ledger.byScenario.get(scenarioId) ?? []);

/** The plan as stated: what all scenarios are held against. */
interface Stated {
  readonly totals: readonly ScenarioTotals[];
  profileOf(scenarioId: string): CostProfile;
}

const statedPlan = (results: RunResults, ledger: Ledger): Stated => {
  const profiles = new Map<string, CostProfile>();
  return {
    totals: scenarioTotals(results, ledger),
    profileOf(scenarioId) {
      const profile = profiles.get(scenarioId) ?? profileOf(ledger, scenarioId);
      profiles.set(scenarioId, profile);
      return profile;
    },
  };
};

const comparedWith = (ran: RanScenario, stated: Stated): ChangedPlan[] => {
  const from = ran.from ?? stated.totals[0]?.id ?? '';
  const before = stated.totals.find(({ id }) => isSame(id, from));
  const changedLedger = makeLedger(ran.results);
  const after = scenarioTotals(ran.results, changedLedger).find(({ id }) => isSame(id, from));
  if (!before || !after) return [];
  const [old, now] = [stated.profileOf(before.id), profileOf(changedLedger, after.id)];
  const atOldRates = ran.atOldRates ? profileOf(makeLedger(ran.atOldRates), after.id) : now;
  const bridge = { ...costBridge(old, atOldRates), currency: now.effective - atOldRates.effective };
  return [{ name: ran.name, from: before.id, changes: ran.changes.map(changeText).join('; '), before, after, bridge }];
};

/** What the plan would cost if some of its cells were others, and why: asked by the table Scenarios. */
export const scenarioPart: ModelPart = {
  id: 'scenarios',
  asksForRuns: true,
  specs: [scenariosTable],
  ask(part) {
    const { changes, issues } = readScenarios(part.input);
    return {
      issues,
      answer(run) {
        const scenarios = [...groupBy(changes, ({ scenarioId }) => scenarioId.toLowerCase()).values()].map(own => runScenario(own, part));
        const ran = scenarios.flatMap(each => (each.ok ? [each.value] : []));
        const known = run.charge.scenarios.map(({ id }) => id);
        return {
          issues: [
            ...changes.flatMap(({ from, at }) => unknownName(from, known, 'From', 'Placements', at)),
            ...scenarios.flatMap(each => (each.ok ? [] : each.issues)),
          ],
          makeReport(results, ledger) {
            const stated = statedPlan(results, ledger);
            const plans = ran.flatMap(each => comparedWith(each, stated));
            const [compared, bridge] = [buildScenarios(plans, ledger), buildScenarioBridge(plans, ledger)];
            return { tables: [compared.table, bridge.table], charts: [...compared.charts, ...bridge.charts], checks: compared.checks };
          },
        };
      },
    };
  },
};
