import { generateRandomId } from '@univerjs/core';
import { AddConditionalRuleMutation, ConditionalFormattingRuleModel, DeleteConditionalRuleMutation } from '@univerjs/sheets-conditional-formatting';
import { boxesOverlap } from '../address.ts';
import type { LiveWorkbook } from '../live-workbook.ts';
import { boxOfRange } from '../open-snapshot.ts';
import type { CellBox, ConditionalFormatSnapshot } from '../snapshot.ts';
import { subtractBox } from './subtract-box.ts';
import { univerConditional } from './univer-conditional.ts';

export interface StoredFormat {
  readonly id: string;
  readonly sheetId: string;
  readonly format: ConditionalFormatSnapshot;
}

/** Conditional formats in order, the first with priority. The details are kept here, the grid has a copy to draw. */
export class ConditionalStore {
  private formats: StoredFormat[] = [];

  constructor(private readonly live: LiveWorkbook) {}

  list(sheetId: string): StoredFormat[] {
    return this.formats.filter((stored) => stored.sheetId === sheetId).map((stored) => this.placed(stored));
  }

  onSheet(sheetId: string): ConditionalFormatSnapshot[] {
    return this.list(sheetId).map(({ format }, priority) => ({ ...format, rule: { ...format.rule, priority } }));
  }

  byId(id: string): StoredFormat | null {
    const found = this.formats.find((stored) => stored.id === id);
    return found ? this.placed(found) : null;
  }

  /** A new format comes first, as in Excel; those of a file come in their order. */
  add(sheetId: string, format: ConditionalFormatSnapshot, place: 'first' | 'last' = 'first'): StoredFormat {
    const stored: StoredFormat = { id: generateRandomId(8), sheetId, format };
    this.formats = place === 'first' ? [stored, ...this.formats] : [...this.formats, stored];
    this.draw(stored);
    return stored;
  }

  change(id: string, change: Record<string, string | number | boolean | null>): void {
    const stored = this.byId(id);
    if (!stored) return;
    const rule = Object.fromEntries(
      Object.entries({ ...stored.format.rule, ...change }).filter(
        (entry): entry is [string, string | number | boolean] => entry[1] !== null,
      ),
    );
    this.replace({ ...stored, format: { ...stored.format, rule } });
  }

  moveTo(id: string, priority: number): void {
    const stored = this.byId(id);
    if (!stored) return;
    const others = this.list(stored.sheetId).filter((other) => other.id !== id);
    others.splice(priority, 0, stored);
    this.formats = [...this.formats.filter((other) => other.sheetId !== stored.sheetId), ...others];
  }

  remove(id: string): void {
    const stored = this.byId(id);
    if (!stored) return;
    this.formats = this.formats.filter((other) => other.id !== id);
    this.erase(stored);
  }

  clear(sheetId: string, box: CellBox): void {
    for (const stored of this.list(sheetId)) {
      if (!boxesOverlap(stored.format.box, box)) continue;
      this.remove(stored.id);
      for (const rest of subtractBox(stored.format.box, box)) this.add(sheetId, { ...stored.format, box: rest }, 'last');
    }
  }

  sheetDeleted(sheetId: string): void {
    this.formats = this.formats.filter((stored) => stored.sheetId !== sheetId);
  }

  private replace(stored: StoredFormat): void {
    this.formats = this.formats.map((other) => (other.id === stored.id ? stored : other));
    this.erase(stored);
    this.draw(stored);
  }

  /** Where the grid has moved it to. */
  private placed(stored: StoredFormat): StoredFormat {
    const model = this.live.parts.injector.get(ConditionalFormattingRuleModel);
    const [range] = model.getRule(this.live.unitId, stored.sheetId, stored.id)?.ranges ?? [];
    return range ? { ...stored, format: { ...stored.format, box: boxOfRange(range) } } : stored;
  }

  private draw({ id, sheetId, format }: StoredFormat): void {
    const rule = univerConditional(id, format);
    if (rule) this.execute(AddConditionalRuleMutation.id, { unitId: this.live.unitId, subUnitId: sheetId, rule });
  }

  private erase({ id, sheetId }: StoredFormat): void {
    this.execute(DeleteConditionalRuleMutation.id, { unitId: this.live.unitId, subUnitId: sheetId, cfId: id });
  }

  private execute(id: string, params: object): void {
    this.live.writer.flush();
    this.live.parts.api.syncExecuteCommand(id, params);
  }
}
