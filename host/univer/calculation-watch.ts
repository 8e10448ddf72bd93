import { ICommandService } from '@univerjs/core';
import type { IDisposable } from '@univerjs/core';
import type { ISetFormulaCalculationNotificationMutation } from '@univerjs/engine-formula';
import {
  FormulaExecutedStateType,
  IActiveDirtyManagerService,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import { FormulaCalculationSessionService } from '@univerjs/sheets-formula';
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
  onEnd(callback: (isStopped: boolean) => void): void;
  onApplied(callback: () => void): void;
  dispose(): void;
}

/** Commands after which Univer does not calculate although they set cells. */
const styleTriggers = new Set(['sheet.command.set-style', 'sheet.command.set-border', 'sheet.command.clear-selection-format']);

const isEnd = (id: string, params: object | undefined): boolean =>
  id === SetFormulaCalculationNotificationMutation.id &&
  (params as { functionsExecutedState?: number } | undefined)?.functionsExecutedState !== undefined;

/** Call right after the workbook is made: Univer's services come with the first one. */
export function watchCalculation({ injector }: UniverParts): CalculationWatch {
  const commands = injector.get(ICommandService);
  const dirtiers = injector.get(IActiveDirtyManagerService);
  const session = injector.get(FormulaCalculationSessionService);
  const onStart = new Set<() => void>();
  const onEnd = new Set<(isStopped: boolean) => void>();
  const onApplied = new Set<() => void>();
  const waiting = new Set<() => void>();
  let isDue = true; // opening a workbook sets off its first calculation
  let isCalculating = false;

  const isApplied = (): boolean => {
    const { started, resultApplied, stopped, completed, resultEmitted } = session.state;
    return !started || (resultApplied && (stopped || completed || resultEmitted));
  };
  const isBusy = (): boolean => isDue || isCalculating || !isApplied();
  const release = (): void => {
    if (isBusy()) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  };
  // Stopping a calculation starts the next one from within its last notification: so the state changes before each
  // command; the end is told after it.
  const subscriptions: IDisposable[] = [
    commands.beforeCommandExecuted(({ id, params }) => {
      if (id === SetFormulaCalculationStartMutation.id) {
        [isDue, isCalculating] = [false, true];
        for (const callback of onStart) callback();
      }
      if (isEnd(id, params)) isCalculating = false;
    }),
    commands.onCommandExecuted(({ id, params }, options) => {
      if (isEnd(id, params)) {
        const { functionsExecutedState } = params as ISetFormulaCalculationNotificationMutation;
        for (const callback of onEnd) callback(functionsExecutedState === FormulaExecutedStateType.STOP_EXECUTION);
        queueMicrotask(release);
      } else if (dirtiers.get(id)) {
        const trigger = (params as { trigger?: string } | undefined)?.trigger ?? '';
        const isSilent = id === SetRangeValuesMutation.id && (options?.onlyLocal === true || styleTriggers.has(trigger));
        if (!isSilent) isDue = true;
      }
    }),
  ];
  const states = session.state$.subscribe(() => queueMicrotask(release));
  const results = session.resultApplied$.subscribe(() => {
    for (const callback of onApplied) callback();
  });

  return {
    get isBusy() {
      return isBusy();
    },
    get isDue() {
      return isDue;
    },
    get isCalculating() {
      return isCalculating;
    },
    settled: () => (isBusy() ? new Promise((resolve) => waiting.add(resolve)) : Promise.resolve()),
    onStart: (callback) => void onStart.add(callback),
    onEnd: (callback) => void onEnd.add(callback),
    onApplied: (callback) => void onApplied.add(callback),
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
      states.unsubscribe();
      results.unsubscribe();
      for (const resolve of waiting) resolve();
    },
  };
}
