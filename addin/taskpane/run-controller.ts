import type { RunOutcome } from '../automation.ts';
import type { PaneServices } from './pane-services.ts';
import { createTaskController, type TaskController, type TaskState } from './task-controller.ts';

export type RunState = TaskState<RunOutcome>;

/** The run of the model; the ribbon may start it before the pane has drawn anything. */
export type RunController = TaskController<RunOutcome>;

export const createRunController = (runModel: PaneServices['runModel'], nowMs: () => number): RunController =>
  createTaskController(runModel, nowMs);
