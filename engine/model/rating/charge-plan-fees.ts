import { nearestNames } from '../../catalog/nearest-names.ts';
import { makeIssue } from '../../issue/issue-codes.ts';
import type { Issue } from '../../issue/issue.ts';
import type { OtherCharges, PlacementResult } from '../../report/run-results.ts';
import { chargeFees, type FeesToCharge } from './charge-fees.ts';
import type { Fees } from '../reading/read-fees.ts';

/** What a scenario is charged before fees and taxes. */
export interface ScenarioCharges {
  readonly id: string;
  readonly placements: readonly PlacementResult[];
  readonly otherCharges: readonly OtherCharges[];
}

export interface ChargedPlanFees {
  /** By scenario. */
  readonly charges: ReadonlyMap<string, readonly OtherCharges[]>;
  readonly issues: readonly Issue[];
}

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** Fees of a scenario the plan does not have. */
const unknownScenarios = ({ flat, support, minimums, taxes }: Fees, scenarioIds: readonly string[]): Issue[] =>
  [...flat, ...support, ...minimums, ...taxes].flatMap(({ scenarioId, at }): Issue[] => {
    if (scenarioId === null || scenarioIds.some(id => isSame(id, scenarioId))) return [];
    const suggestion = nearestNames(scenarioId, scenarioIds, 1)[0] ?? '';
    const values = { column: 'ScenarioId', value: scenarioId, tables: 'Placements', suggestion };
    return [makeIssue('unknown-reference', values, { location: at('ScenarioId') })];
  });

/** Fees and taxes of every scenario, with every problem once: scenarios share the rows of the fee tables. */
export const chargePlanFees = (scenarios: readonly ScenarioCharges[], input: FeesToCharge): ChargedPlanFees => {
  const told = new Map<string, Issue>();
  const charges = new Map<string, readonly OtherCharges[]>();
  for (const { id, placements, otherCharges } of scenarios) {
    const lines = [
      ...placements.flatMap(({ lines: own, ownership: { account } }) => own.map(({ charge }) => ({ charge, account }))),
      ...otherCharges.flatMap(({ lines: own, origin }) => own.map(({ charge }) => ({ charge, account: origin.ownership.account }))),
    ];
    const charged = chargeFees(id, lines, input);
    charges.set(id, charged.charges);
    for (const issue of charged.issues) told.set(JSON.stringify([issue.code, issue.location]), issue);
  }
  const unknown = scenarios.length === 0 ? [] : unknownScenarios(input.fees, scenarios.map(({ id }) => id));
  return { charges, issues: [...told.values(), ...unknown] };
};
