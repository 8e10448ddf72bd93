import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ICommandService } from '@univerjs/core';
import { FormulaExecuteStageType, SetFormulaCalculationNotificationMutation } from '@univerjs/engine-formula';
import type { ISetFormulaCalculationNotificationMutation } from '@univerjs/engine-formula';
import { cellKey } from '../functions/custom-call.ts';
import { createSession } from '../session.ts';
import type { HostSession } from '../session.ts';
import { recalculateCells } from './function-registry.ts';
import { createUniverNode } from './univer-node.ts';
import type { UniverParts } from './univer-parts.ts';

/** More formulas than Univer calculates without a pause, in which others have their turn. */
const rowCount = 1200;

describe('what happens in the midst of a calculation', () => {
  let univer: UniverParts;
  let session: HostSession;
  beforeEach(async () => {
    univer = createUniverNode();
    session = await createSession({ univer, snapshot: null });
    session.api.getActiveWorkbook()!.getActiveSheet().setRowCount(rowCount);
    await session.idle();
  });
  afterEach(() => {
    session.dispose();
    univer.dispose();
  });
  const sheet = () => session.api.getActiveWorkbook()!.getActiveSheet();
  const values = (column: number): unknown[] => {
    const stored = sheet().getSheet();
    return Array.from({ length: rowCount }, (_, row) => stored.getCellRaw(row, column)?.v);
  };

  /** Writes a column of different formulas and calls back in the pause of the given number. */
  async function calculate(pause: number, callback: () => void): Promise<void> {
    let pauses = 0;
    const subscription = univer.injector.get(ICommandService).onCommandExecuted(({ id, params }) => {
      if (id !== SetFormulaCalculationNotificationMutation.id) return;
      const { stageInfo } = params as ISetFormulaCalculationNotificationMutation;
      if (stageInfo?.stage === FormulaExecuteStageType.CURRENTLY_CALCULATING && ++pauses === pause) callback();
    });
    sheet().getRange(0, 0, rowCount, 1).setValues(Array.from({ length: rowCount }, (_, row) => [{ f: `=${row}+1` }]));
    await session.idle();
    subscription.dispose();
    expect(pauses).toBeGreaterThanOrEqual(pause);
  }
  const numbered = Array.from({ length: rowCount }, (_, row) => row + 1);

  it('another one begins: it loses nothing of the results so far', async () => {
    const cells = new Set([cellKey(sheet().getSheetId(), 7, 0)]);
    await calculate(2, () => recalculateCells(univer, session.api.getActiveWorkbook()!.getId(), cells, false));
    expect(values(0)).toEqual(numbered);
  });

  it('more is written: both are calculated', async () => {
    await calculate(2, () => void sheet().getRange(0, 1, rowCount, 1).setValues(numbered.map((number) => [{ f: `=A${number}*2` }])));
    expect(values(1)).toEqual(numbered.map((number) => 2 * number));
    expect(values(0)).toEqual(numbered);
  });

  it('a person types over a formula: what was typed stays, and others follow it', async () => {
    sheet().getRange('C1').setValue({ f: '=A1*10' });
    await calculate(2, () => void sheet().getRange('A1').setValue(5));
    expect([values(0)[0], sheet().getRange('A1').getFormula(), sheet().getSheet().getCellRaw(0, 2)?.v]).toEqual([5, '', 50]);
  });
});
