import { ICommandService } from '@univerjs/core';
import {
  FormulaExecuteStageType,
  SetFormulaCalculationNotificationMutation,
  SetFormulaCalculationStartMutation,
} from '@univerjs/engine-formula';
import type { ISetFormulaCalculationNotificationMutation } from '@univerjs/engine-formula';
import { SetRangeValuesMutation } from '@univerjs/sheets';
import type { ISetRangeValuesMutationParams } from '@univerjs/sheets';
import type { UniverParts } from './univer-parts.ts';

interface Write {
  readonly sheetId: string;
  readonly cells: NonNullable<ISetRangeValuesMutationParams['cellValue']>;
}

/**
 * Keeps what is written into a cell while it is being calculated: Univer would put the result over it. The calculation that
 * follows the write has the last word. Make it after the hold of calculations.
 */
export function dropLateResults({ injector }: UniverParts): { dispose(): void } {
  const commands = injector.get(ICommandService);
  /** Since the calculations now begun by command or under way. */
  let writes: Write[] = [];
  /** How many of the writes the calculations to come know of, in their order. */
  const known: number[] = [];
  let isUnderWay = false;
  let knownNow = 0;

  function follow({ stageInfo, functionsExecutedState }: ISetFormulaCalculationNotificationMutation): void {
    if (stageInfo?.stage === FormulaExecuteStageType.START) [isUnderWay, knownNow] = [true, known.shift() ?? 0];
    if (functionsExecutedState === undefined || known.length > 0) return;
    isUnderWay = false;
    writes = [];
  }

  const before = commands.beforeCommandExecuted(({ id, params }, options) => {
    if (id === SetFormulaCalculationStartMutation.id) known.push(writes.length);
    if (id !== SetRangeValuesMutation.id) return;
    const { subUnitId: sheetId, cellValue: cells } = params as ISetRangeValuesMutationParams;
    if (!cells) return;
    if (options?.['applyFormulaCalculationResult']) {
      for (const write of writes.slice(knownNow)) if (write.sheetId === sheetId) takeOut(cells, write.cells);
    } else if (!options?.['fromFormula'] && (isUnderWay || known.length > 0)) writes.push({ sheetId, cells });
  });
  const after = commands.onCommandExecuted(({ id, params }) => {
    if (id === SetFormulaCalculationNotificationMutation.id) follow(params as ISetFormulaCalculationNotificationMutation);
  });
  return {
    dispose() {
      before.dispose();
      after.dispose();
    },
  };
}

function takeOut(results: Write['cells'], written: Write['cells']): void {
  for (const row of Object.keys(written).map(Number)) {
    const columns = results[row];
    if (columns) for (const column of Object.keys(written[row]!).map(Number)) delete columns[column];
  }
}
