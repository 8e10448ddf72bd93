import { ICommandService } from '@univerjs/core';
import type { IDisposable } from '@univerjs/core';
import {
  FormulaExecuteStageType,
  FormulaExecutedStateType,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
  SetFormulaCalculationStopMutation,
  SetTriggerFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import type { ISetFormulaCalculationNotificationMutation } from '@univerjs/engine-formula';
import { TriggerCalculationController } from '@univerjs/sheets-formula';
import type { UniverParts } from './univer-parts.ts';

/** Knows whether Univer has something to calculate, is calculating, or has not applied the results yet. */
export interface CalculationWatch {
  readonly isBusy: boolean;
  /** True while a calculation is to come: Univer collects what has changed for a tenth of a second. */
  readonly isDue: boolean;
  /** True from the start of a calculation to its end: nothing may be made dirty in this time. */
  readonly isCalculating: boolean;
  /** Resolves when nothing is due and all results stand in the cells. */
  settled(): Promise<void>;
  onStart(callback: () => void): void;
  /** Results are applied by then. */
  onEnd(callback: (isStopped: boolean) => void): void;
  dispose(): void;
}

/** What Univer collects before it begins. */
interface Collector {
  readonly _waitingCommandQueue: readonly unknown[];
}

/**
 * Call right after the workbook is made: Univer's services come with the first one.
 * @param isHeld True while a calculation is held back that Univer has begun.
 */
export function watchCalculation({ injector }: UniverParts, isHeld = (): boolean => false): CalculationWatch {
  const commands = injector.get(ICommandService);
  const collector = injector.get(TriggerCalculationController) as unknown as Collector;
  const onStart = new Set<() => void>();
  const onEnd = new Set<(isStopped: boolean) => void>();
  const waiting = new Set<() => void>();
  let isOpening = true; // the first calculation comes by itself
  let isCalculating = false;
  let isApplying = false;
  /** Begun by command, and not by the engine yet: whatever ends in between is a calculation before. */
  let beginningCount = 0;
  let isStopRequested = false;

  const isDue = (): boolean => isOpening || collector._waitingCommandQueue.length > 0 || isHeld();
  const isBusy = (): boolean => isDue() || isCalculating || isApplying;
  const release = (): void => {
    if (isBusy()) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };

  function notified({ functionsExecutedState, stageInfo }: ISetFormulaCalculationNotificationMutation): void {
    if (stageInfo?.stage === FormulaExecuteStageType.START) beginningCount--;
    if (functionsExecutedState === undefined || beginningCount > 0) return;
    [isCalculating, isApplying] = [false, true];
  }

  function ended(state: FormulaExecutedStateType): void {
    isApplying = false;
    const isStopped = state === FormulaExecutedStateType.STOP_EXECUTION;
    if (isStopRequested && !isStopped) {
      // the stop came too late, and Univer has forgotten what it wanted to begin anew with
      commands.syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, { forceCalculation: true }, { onlyLocal: true });
    }
    isStopRequested = false;
    for (const callback of onEnd) callback(isStopped);
    queueMicrotask(release);
  }

  // Stopping a calculation starts the next one from within its last notification: so the state changes before each
  // command. Results are applied between a notification's beginning and its end.
  const subscriptions: IDisposable[] = [
    commands.beforeCommandExecuted(({ id, params }) => {
      if (id === SetFormulaCalculationStopMutation.id) isStopRequested = isCalculating;
      if (id === SetFormulaCalculationNotificationMutation.id) notified(params as ISetFormulaCalculationNotificationMutation);
      if (id !== SetFormulaCalculationStartMutation.id) return;
      [isOpening, isCalculating, isApplying] = [false, true, false];
      beginningCount++;
      for (const callback of onStart) callback();
    }),
    commands.onCommandExecuted(({ id, params }) => {
      if (id !== SetFormulaCalculationNotificationMutation.id) return;
      const { functionsExecutedState } = params as ISetFormulaCalculationNotificationMutation;
      const isStopped = functionsExecutedState === FormulaExecutedStateType.STOP_EXECUTION;
      if (functionsExecutedState !== undefined && (isApplying || (isStopped && isStopRequested))) ended(functionsExecutedState);
    }),
  ];

  return {
    get isBusy() {
      return isBusy();
    },
    get isDue() {
      return isDue();
    },
    get isCalculating() {
      return isCalculating;
    },
    settled: () => (isBusy() ? new Promise((resolve) => waiting.add(resolve)) : Promise.resolve()),
    onStart: (callback) => void onStart.add(callback),
    onEnd: (callback) => void onEnd.add(callback),
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
      for (const resolve of waiting) resolve();
    },
  };
}
