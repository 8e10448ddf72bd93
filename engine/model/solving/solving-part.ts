import type { Issue } from '../../issue/issue.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { sumDecimals } from '../../numeric/decimal.ts';
import type { RunResults } from '../../report/run-results.ts';
import { scenarioNamed } from '../../report/scenario-named.ts';
import type { GridPoint, Solved, Swing } from '../../report/solving.ts';
import { buildGrid, buildSolved, buildTornado } from '../../report/tables/solving.ts';
import type { ModelPart, PartInput, PlanRun } from '../parts/model-part.ts';
import { unknownName } from '../reading/unknown-name.ts';
import type { Change } from '../scenarios/apply-changes.ts';
import { cellText, runChanged } from '../scenarios/run-changed.ts';
import { sensitivityTable, solveForTable } from '../tables/solving-tables.ts';
import { findRoot } from './find-root.ts';
import { readInputs, readQuestions, type Question, type Varied, type VariedInput } from './read-solving.ts';

const changeOf = (varied: Varied, value: number): Change => ({ ...varied, value });

/** Effective cost of a scenario, unrounded. */
const costOf = ({ scenarios }: RunResults, name: string | null): number => {
  const scenario = scenarioNamed(scenarios, name);
  const charges = [...(scenario?.placements ?? []), ...(scenario?.otherCharges ?? [])].flatMap(({ lines }) => lines);
  return sumDecimals(charges.map(({ charge }) => charge.EffectiveCost)).toNumber();
};

const costAt = (changes: readonly Change[], { from, at }: Varied, part: PartInput): Result<number> => {
  const run = runChanged(changes, at('Low'), part);
  return run.ok ? ok(costOf(run.value, from)) : run;
};

/** Half a cent: what two costs may differ by and still be one. */
const costTolerance = 0.005;

const solve = (question: Question, part: PartInput): Result<Solved> => {
  const { name, from, against, low, high, goalText: goal } = question;
  let [cost, target] = [0, 0];
  const found = findRoot(
    value => {
      const run = runChanged([changeOf(question, value)], question.at('Low'), part);
      if (!run.ok) return run;
      cost = costOf(run.value, from);
      target = question.target ?? costOf(run.value, against);
      return ok(cost - target);
    },
    [low, high],
    costTolerance,
  );
  if (!found.ok) return found;
  const { at, runs } = found.value;
  const remark = at === null ? `the cost is ${found.value.atLow > 0 ? 'above' : 'below'} the goal from ${low} to ${high}` : null;
  return ok({ name, cell: cellText(question), goal, at, cost, target, remark, runs });
};

const swingOf = (input: VariedInput, stated: number, part: PartInput): Result<Swing> => {
  const { name, low, high } = input;
  const [atLow, atHigh] = [low, high].map(value => costAt([changeOf(input, value)], input, part)) as [Result<number>, Result<number>];
  if (!atLow.ok) return atLow;
  if (!atHigh.ok) return atHigh;
  return ok({ name, cell: cellText(input), low, high, stated, costAtLow: atLow.value, costAtHigh: atHigh.value });
};

const numbersOf = ({ low, high }: Varied, steps: number): number[] =>
  Array.from({ length: steps }, (_, step) => low + ((high - low) * step) / (steps - 1));

const gridOf = (first: VariedInput, second: VariedInput, stated: number, part: PartInput): Result<GridPoint[]> => {
  const points: GridPoint[] = [];
  for (const x of numbersOf(first, first.steps)) {
    for (const y of numbersOf(second, first.steps)) {
      const cost = costAt([changeOf(first, x), changeOf(second, y)], first, part);
      if (!cost.ok) return cost;
      points.push({ first: first.name, second: second.name, x, y, cost: cost.value, stated });
    }
  }
  return ok(points);
};

/** Scenarios that no placement has. */
const unknownScenarios = (questions: readonly Question[], inputs: readonly VariedInput[], { charge }: PlanRun): Issue[] => {
  const known = charge.scenarios.map(({ id }) => id);
  return [
    ...[...questions, ...inputs].flatMap(({ from, at }) => unknownName(from, known, 'From', 'Placements', at)),
    ...questions.flatMap(({ against, at }) => unknownName(against, known, 'Against', 'Placements', at)),
  ];
};

const valuesOf = <T>(results: readonly Result<T>[]): T[] => results.flatMap(result => (result.ok ? [result.value] : []));
const issuesOf = (results: readonly Result<unknown>[]): Issue[] => results.flatMap(result => (result.ok ? [] : result.issues));

/** At which number a goal is reached, and which inputs move the cost most: asked by the tables SolveFor and Sensitivity. */
export const solvingPart: ModelPart = {
  id: 'solving',
  asksForRuns: true,
  specs: [solveForTable, sensitivityTable],
  ask(part) {
    const asked = readQuestions(part.input, part.horizon);
    const varied = readInputs(part.input);
    const { questions } = asked;
    const { inputs } = varied;
    return {
      issues: [...asked.issues, ...varied.issues],
      tables: [varied.table],
      answer(run) {
        const unknown = unknownScenarios(questions, inputs, run);
        if (unknown.length > 0) return { issues: unknown, makeReport: () => ({}) };
        const solved = questions.map(question => solve(question, part));
        // The plan as stated is run like all others, so that a difference is one of the change alone
        const asStated = inputs.length > 0 ? part.rerun(part.input) : fail();
        const stated = (from: string | null): number => (asStated.ok ? costOf(asStated.value, from) : 0);
        const swings = inputs.map(input => swingOf(input, stated(input.from), part));
        const grids = inputs.flatMap(input => {
          const other = inputs.find(({ name }) => name.toLowerCase() === input.together?.toLowerCase());
          return other ? [gridOf(input, other, stated(input.from), part)] : [];
        });
        return {
          issues: [...issuesOf(solved), ...issuesOf(swings), ...issuesOf(grids)],
          makeReport(_results, ledger) {
            const tornado = buildTornado(valuesOf(swings), ledger);
            return {
              tables: [buildSolved(valuesOf(solved), ledger), tornado.table, buildGrid(valuesOf(grids).flat(), ledger)],
              charts: tornado.charts,
            };
          },
        };
      },
    };
  },
};
