import { nearestNames } from '../../catalog/nearest-names.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import { groupBy } from '../../report/group-by.ts';
import type { ChangedPlan } from '../../report/changed-plan.ts';
import { costBridge, costProfile, type CostProfile } from '../../report/cost-bridge.ts';
import { makeLedger, type Ledger } from '../../report/ledger.ts';
import type { RunResults } from '../../report/run-results.ts';
import { buildScenarioBridge, buildScenarios } from '../../report/tables/scenarios.ts';
import { scenarioTotals, type ScenarioTotals } from '../../report/tables/summary.ts';
import type { ModelPart, PartInput, PlanRun } from '../parts/model-part.ts';
import type { Locator } from '../plan.ts';
import { scenariosTable } from '../tables/scenario-tables.ts';
import { applyChanges, type Change } from './apply-changes.ts';
import { readScenarios, type PlannedChange } from './read-scenarios.ts';

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** A scenario as it ran; with the run at the rates of exchange as stated, when it changes those. */
interface RanScenario {
  readonly name: string;
  readonly from: string | null;
  readonly changes: readonly Change[];
  readonly results: RunResults;
  readonly atOldRates: RunResults | null;
}

const changeText = ({ tableName, rowKey, columnName, kind, value }: Change): string => {
  const sign = { set: '=', times: 'x', plus: '+' }[kind];
  return `${[tableName, rowKey, columnName].filter(part => part !== null).join(' ')} ${sign} ${String(value)}`;
};

/** Problems of a changed plan that are told: one of them is mended first. */
const mostProblems = 3;

/** Runs one scenario. What is wrong with the changed plan is told at the scenario's first row. */
const runScenario = (
  changes: readonly PlannedChange[],
  { input, specs, rerun }: PartInput,
): { readonly ran: RanScenario | null; readonly issues: readonly Issue[] } => {
  const [first] = changes as readonly [PlannedChange, ...PlannedChange[]];
  const applied = applyChanges(input, specs, changes);
  if (applied.issues.length > 0) return { ran: null, issues: applied.issues };
  const run = rerun(applied.input);
  // The cells a problem is about show what is stated there: it is told where they were changed
  if (!run.ok) return { ran: null, issues: run.issues.slice(0, mostProblems).map(issue => ({ ...issue, location: first.at('Value') })) };
  const isRate = ({ tableName }: Change): boolean => isSame(tableName.trim(), 'FxRates');
  const atOldRates = changes.some(isRate) ? rerun(applyChanges(input, specs, changes.filter(change => !isRate(change))).input) : null;
  return {
    ran: {
      name: first.scenarioId, from: changes.find(({ from }) => from !== null)?.from ?? null, changes, results: run.value,
      atOldRates: atOldRates?.ok ? atOldRates.value : null,
    },
    issues: [],
  };
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

const unknownScenario = (from: string, known: readonly string[], at: Locator): Issue => {
  const suggestion = nearestNames(from, known, 1)[0] ?? '';
  return makeIssue('unknown-reference', { column: 'From', value: from, tables: 'Placements', suggestion }, { location: at('From') });
};

/** A scenario to start from that no placement has. */
const unknownStart = (changes: readonly PlannedChange[], { charge }: PlanRun): Issue[] =>
  changes.flatMap(({ from, at }) =>
    from === null || charge.scenarios.some(({ id }) => isSame(id, from))
      ? []
      : [unknownScenario(from, charge.scenarios.map(({ id }) => id), at)]);

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
        const ran = scenarios.flatMap(each => each.ran ?? []);
        return {
          issues: [...unknownStart(changes, run), ...scenarios.flatMap(each => each.issues)],
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
