import { CanceledError, ICommandService } from '@univerjs/core';
import { SetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { ISetFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { UniverParts } from './univer-parts.ts';

export interface CalculationHold {
  /** True while a calculation waits that nothing but `release` will begin. */
  readonly isHolding: boolean;
  /** Lets a waiting calculation begin when nothing stands in its way any more. */
  release(): void;
  dispose(): void;
}

/**
 * Holds back the start of a calculation while `shouldWait`. Each calculation visits every formula, so that one with all
 * answers at hand costs half of one that has to be repeated. Make it before anything else that follows calculations.
 */
export function holdCalculation({ injector }: UniverParts, shouldWait: () => boolean): CalculationHold {
  const commands = injector.get(ICommandService);
  let held: ISetFormulaCalculationStartMutation | null = null;

  const subscription = commands.beforeCommandExecuted(({ id, params }) => {
    if (id !== SetFormulaCalculationStartMutation.id) return;
    // Univer hands over all it has not calculated yet, what was held included
    held = null;
    if (!shouldWait()) return;
    held = params as ISetFormulaCalculationStartMutation;
    throw new CanceledError();
  });
  return {
    get isHolding() {
      return held !== null;
    },
    release() {
      if (held && !shouldWait()) commands.syncExecuteCommand(SetFormulaCalculationStartMutation.id, held, { onlyLocal: true });
    },
    dispose: () => subscription.dispose(),
  };
}
