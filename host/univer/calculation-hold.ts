import { CanceledError, ICommandService } from '@univerjs/core';
import { SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { ISetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { UniverParts } from './univer-parts.ts';

export interface CalculationHold {
  /** Lets a waiting calculation begin when nothing stands in its way any more. */
  release(): void;
  dispose(): void;
}

/**
 * Holds back the start of a calculation while `shouldWait`. Each calculation visits every formula, so that one with all
 * answers at hand costs half of one that has to be repeated. Make it before anything else that follows calculations.
 * @param patience Milliseconds to wait at most: what has no answer by then shows #BUSY!.
 */
export function holdCalculation({ injector }: UniverParts, shouldWait: () => boolean, patience: () => number): CalculationHold {
  const commands = injector.get(ICommandService);
  let held: ISetFormulaCalculationStartMutation | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isLetThrough = false;

  function letThrough(): void {
    clearTimeout(timer);
    timer = undefined;
    if (!held) return;
    const params = held;
    held = null;
    isLetThrough = true;
    commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, params, { onlyLocal: true });
    isLetThrough = false;
  }

  const subscription = commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== SetFormulaCalculationStartMutation.id) return;
    if (isLetThrough || !shouldWait()) {
      // Univer hands over all it has not calculated yet, what was held included
      clearTimeout(timer);
      [held, timer] = [null, undefined];
      return;
    }
    held = params as ISetFormulaCalculationStartMutation;
    timer ??= setTimeout(letThrough, patience());
    throw new CanceledError();
  });
  return {
    release: () => void (held && !shouldWait() && letThrough()),
    dispose() {
      clearTimeout(timer);
      subscription.dispose();
    },
  };
}
