import type { Catalog } from '../../catalog/catalog.ts';
import type { Issue } from '../../issue/issue.ts';
import type { FxRate } from '../../money/exchange.ts';
import type { MakeReportPart } from '../../report/report-part.ts';
import type { ModelInput } from '../model-input.ts';
import type { Plan } from '../plan.ts';
import type { ChargeContext } from '../rating/charge-plan.ts';
import type { ReadPlan } from '../reading/read-plan.ts';
import type { PlanUsage } from '../usage/simulate-plan.ts';

/** What a part may read: all tables, and what the plan's own tables were read as. */
export interface PartInput {
  readonly input: ModelInput;
  readonly read: ReadPlan;
  readonly catalog: Catalog;
}

/** What a part may build on when it answers: the plan as it ran, and what its prices are. */
export interface PlanRun {
  readonly plan: Plan;
  readonly usage: PlanUsage;
  readonly charge: ChargeContext;
  readonly fxRates: readonly FxRate[];
}

/** A question as a workbook asks it. */
export interface AskedPart {
  /** Problems of its tables, each at its cell: told together with those of all other tables. */
  readonly issues: readonly Issue[];
  /** Only called when no table of the workbook has an error. */
  answer(run: PlanRun): PartAnswer;
}

export interface PartAnswer {
  /** Warnings, and errors that only showed now: then nothing is written. */
  readonly issues: readonly Issue[];
  readonly makeReport: MakeReportPart;
}

/**
 * A question a workbook may ask beside what its placements cost. It has its own input tables and its own result tables,
 * and is loaded only where one of its tables stands.
 */
export interface ModelPart {
  readonly id: string;
  ask(part: PartInput): AskedPart;
}
