import { generateRandomId } from '@univerjs/core';
import { AddDataValidationMutation, DataValidationModel, RemoveDataValidationMutation } from '@univerjs/data-validation';
import type { IRange } from '@univerjs/core';
import { boxesOverlap } from '../address.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import { boxOfRange } from '../open-snapshot.ts';
import type { CellBox, ValidationSnapshot } from '../snapshot.ts';
import { isSameBox, subtractBox } from './subtract-box.ts';
import { anythingGoes, univerValidation } from './univer-validation.ts';

interface StoredRule {
  readonly id: string;
  readonly sheetId: string;
  readonly rule: ValidationSnapshot;
}

/** What may be entered where. The details are kept here; the grid has a copy, which also knows where the cells have moved. */
export class ValidationStore {
  private rules: StoredRule[] = [];

  constructor(private readonly live: LiveWorkbook) {}

  onSheet(sheetId: string): ValidationSnapshot[] {
    return this.current().filter((stored) => stored.sheetId === sheetId).map(({ rule }) => rule);
  }

  /** The rule over exactly these cells, or over more. */
  at(sheetId: string, box: CellBox): ValidationSnapshot | null {
    const found = this.current().find(
      (stored) => stored.sheetId === sheetId && subtractBox(box, stored.rule.box).length === 0,
    );
    return found?.rule ?? null;
  }

  add(sheetId: string, rule: ValidationSnapshot): void {
    this.clear(sheetId, rule.box);
    this.put({ id: generateRandomId(8), sheetId, rule });
  }

  /** Changes the rule over these cells, or begins one that lets everything pass. */
  change(sheetId: string, box: CellBox, change: (rule: ValidationSnapshot) => ValidationSnapshot): void {
    const known = this.current().find((stored) => stored.sheetId === sheetId && isSameBox(stored.rule.box, box));
    const rule = known?.rule ?? { ...(this.at(sheetId, box) ?? { kind: 'custom' as const, formula1: anythingGoes }), box };
    this.add(sheetId, change(rule));
  }

  clear(sheetId: string, box: CellBox): void {
    for (const stored of this.current()) {
      if (stored.sheetId !== sheetId || !boxesOverlap(stored.rule.box, box)) continue;
      this.take(stored);
      for (const rest of subtractBox(stored.rule.box, box)) {
        this.put({ id: generateRandomId(8), sheetId, rule: { ...stored.rule, box: rest } });
      }
    }
  }

  sheetDeleted(sheetId: string): void {
    this.rules = this.rules.filter((stored) => stored.sheetId !== sheetId);
  }

  /** With the places the grid has moved them to, without those a person has removed there. */
  private current(): StoredRule[] {
    const model = this.live.parts.injector.get(DataValidationModel);
    return this.rules.flatMap((stored) => {
      const ranges = model.getRuleById(this.live.unitId, stored.sheetId, stored.id)?.ranges as IRange[] | undefined;
      return (ranges ?? []).map((range) => ({ ...stored, rule: { ...stored.rule, box: boxOfRange(range) } }));
    });
  }

  private put(stored: StoredRule): void {
    this.rules.push(stored);
    this.live.writer.flush();
    this.live.parts.api.syncExecuteCommand(AddDataValidationMutation.id, {
      unitId: this.live.unitId,
      subUnitId: stored.sheetId,
      rule: univerValidation(stored.id, stored.rule),
    });
  }

  private take({ id, sheetId }: StoredRule): void {
    this.rules = this.rules.filter((stored) => stored.id !== id);
    this.live.parts.api.syncExecuteCommand(RemoveDataValidationMutation.id, { unitId: this.live.unitId, subUnitId: sheetId, ruleId: id });
  }
}
