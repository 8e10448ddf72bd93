import { IDefinedNamesService, RemoveSuperTableMutation, SetSuperTableMutation, SetTriggerFormulaCalculationStartMutation } from '@univerjs/engine-formula';
import type { ISetSuperTableMutationSearchParam } from '@univerjs/engine-formula';
import { dirtyCells, nothingDirty } from '../../univer/dirty-cells.ts';
import { forgetParsedFormulas } from '../../univer/univer-fixes.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import { cellsUsing } from './name-users.ts';

export interface NameFollower {
  /** To be called for changes Univer knows nothing of. */
  changed(name: string): void;
  dispose(): void;
}

/**
 * Calculates what uses a defined name or a table whenever that changes, whoever changes it: Univer remembers no uses of
 * names, and goes on with the cells a table had before.
 */
export function followNames(live: LiveWorkbook): NameFollower {
  const { api, injector } = live.parts;
  const names = new Set<string>();

  function changed(name: string): void {
    forgetParsedFormulas();
    const isTold = names.size > 0;
    names.add(name);
    if (isTold) return;
    // read when the calculation begins: a batch changes many tables, and each look goes through all cells
    const params = {
      ...nothingDirty,
      get dirtyRanges() {
        const users = cellsUsing(live, [...names]);
        names.clear();
        return dirtyCells(live.unitId, users);
      },
    };
    api.syncExecuteCommand(SetTriggerFormulaCalculationStartMutation.id, params, { onlyLocal: true });
  }

  const definedNames = injector.get(IDefinedNamesService).update$.subscribe((update) => {
    if (update.unitId === live.unitId) for (const { name } of update.definedNames) changed(name);
  });
  const tables = api.addEvent(api.Event.CommandExecuted, ({ id, params }) => {
    if (id !== SetSuperTableMutation.id && id !== RemoveSuperTableMutation.id) return;
    const { unitId, tableName } = params as ISetSuperTableMutationSearchParam;
    if (unitId === live.unitId) changed(tableName);
  });
  return {
    changed,
    dispose() {
      definedNames.unsubscribe();
      tables.dispose();
    },
  };
}
