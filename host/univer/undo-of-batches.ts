import { CommandType, ICommandService, IUndoRedoService, IUniverInstanceService } from '@univerjs/core';
import type { UniverParts } from './univer-parts.ts';

/**
 * What an add-in writes is not for the person to undo piece by piece: half a batch undone leaves tables and charts without
 * their cells. After a batch that changed something the undo stack is empty, as in Excel after many API calls.
 */
export class UndoOfBatches {
  private hasChanged = false;
  private readonly subscription: { dispose(): void };

  constructor(
    private readonly parts: UniverParts,
    private readonly unitId: string,
  ) {
    parts.injector.get(IUniverInstanceService).focusUnit(unitId); // undo acts on the focused workbook; without a grid none is
    this.subscription = parts.injector.get(ICommandService).onCommandExecuted(({ type }, options) => {
      if (type === CommandType.MUTATION && !options?.onlyLocal) this.hasChanged = true;
    });
  }

  beginBatch(): void {
    this.hasChanged = false;
  }

  endBatch(): void {
    if (this.hasChanged) this.parts.injector.get(IUndoRedoService).clearUndoRedo(this.unitId);
  }

  dispose(): void {
    this.subscription.dispose();
  }
}
