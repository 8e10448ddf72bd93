import type { Catalog } from '../../catalog/catalog.ts';
import type { Issue } from '../../issue/issue.ts';
import type { MakeReportPart } from '../../report/report-part.ts';
import type { Result } from '../../issue/result.ts';
import type { OtherCharges, RunResults, ScenarioResult } from '../../report/run-results.ts';
import type { ModelInput } from '../model-input.ts';
import type { PartWorkload, Plan } from '../plan.ts';
import type { ChargeContext } from '../rating/charge-plan.ts';
import type { PlanFrame } from '../reading/read-plan.ts';
import type { CommitmentExit } from '../rating/resolve-commitments.ts';
import type { ReadTable } from '../reading/read-table.ts';
import type { TableSpec } from '../tables/table-spec.ts';
import type { PlanUsage } from '../usage/simulate-plan.ts';

/** What a part reads its tables in. */
export interface PartInput extends Pick<PlanFrame, 'settings' | 'horizon'> {
  readonly input: ModelInput;
  readonly catalog: Catalog;
  /** Of all tables that are read in this run. */
  readonly specs: readonly TableSpec[];
  readonly rerun: Rerun;
}

/** The plan run and charged on other tables, by parts that ask what would be if. Reports what is wrong with them. */
export type Rerun = (input: ModelInput) => Result<RunResults>;

/** What a part may build on when it answers: the plan as it ran, and what its prices are. */
export interface PlanRun {
  readonly plan: Plan;
  readonly usage: PlanUsage;
  readonly charge: ChargeContext;
  /** A provider is promised a least spend: what is missing of it is charged. */
  readonly promisesSpend: boolean;
  /** What the plan would be charged if it ran otherwise, fees included. */
  recharge(changed: ChangedPlan): readonly ScenarioResult[];
}

/** The plan as it would run. */
export interface ChangedPlan extends Pick<PlanRun, 'plan' | 'usage'> {
  /** Whether what a part charges a workload from an ISO instant on is still charged. */
  keeps(workloadId: string | null, start: string): boolean;
}

export interface PartAnswer {
  /** Warnings, and errors that only showed now: then nothing is written. */
  readonly issues: readonly Issue[];
  readonly makeReport: MakeReportPart;
}

export interface PartCharges extends PartAnswer {
  /** By scenario, before support, fees and taxes. */
  readonly charges: ReadonlyMap<string, readonly OtherCharges[]>;
}

/** A question as a workbook asks it. */
export interface AskedPart {
  /** Problems of its tables, each at its cell: told together with those of all other tables. */
  readonly issues: readonly Issue[];
  /** It answers without any placement: a workbook that asks nothing else is complete. */
  readonly standsAlone?: boolean;
  /** Its tables, when their rows name rows of other tables, or are named by them. */
  readonly tables?: readonly ReadTable[];
  /** When commitments are given up before their end, and what that puts on the bill; by name in small letters. */
  readonly exits?: ReadonlyMap<string, CommitmentExit>;
  /** Work it knows to run: placed by Placements, priced and charged like services and jobs. */
  readonly workloads?: readonly PartWorkload[];
  /** What it adds to the invoice. Called in any case, so that all problems are told at once: its rows may have some. */
  charge?(run: PlanRun): PartCharges;
  /** What it says of the plan. Only called when no table of the workbook has an error. */
  answer?(run: PlanRun): PartAnswer;
}

/**
 * A question a workbook may ask beside what its placements cost. It has its own input tables and its own result tables,
 * and is loaded only where one of its tables stands.
 */
export interface ModelPart {
  readonly id: string;
  /** It asks for runs on other tables, and is left out of those. */
  readonly asksForRuns?: boolean;
  readonly specs: readonly TableSpec[];
  ask(part: PartInput): AskedPart;
}
