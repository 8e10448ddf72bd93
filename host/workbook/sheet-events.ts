import type { HostEvent } from '../bridge/host-event.ts';
import { messageCategory } from '../bridge/host-event.ts';

/** Event types of office.js. */
const eventTypes = {
  changed: 10,
  activated: 11,
  deactivated: 12,
  added: 13,
  selectionChanged: 14,
  deleted: 15,
  calculated: 16,
  tableSelectionChanged: 100,
  tableChanged: 101,
  tableAdded: 102,
  tableDeleted: 103,
} as const;

export type EventName = keyof typeof eventTypes;

/** The target of handlers that listen to all sheets or tables. */
export const wholeWorkbook = 'Workbook';

/** Which events the add-in has asked for, and the way to it. */
export class SheetEvents {
  /** `Excel.Runtime.enableEvents`. */
  isEnabled = true;
  /** While a batch of the add-in runs: what changes then, it has changed itself. */
  isAddinActing = false;
  private readonly counts = new Map<string, number>();

  constructor(private readonly fire: (events: readonly HostEvent[]) => void) {}

  listen(name: EventName, target: string): null {
    const key = `${name} ${target}`;
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
    return null;
  }

  forget(name: EventName, target: string): null {
    const key = `${name} ${target}`;
    this.counts.set(key, Math.max((this.counts.get(key) ?? 0) - 1, 0));
    return null;
  }

  /** A reloaded pane knows nothing of the handlers of its predecessor. */
  forgetAll(): void {
    this.counts.clear();
    this.isEnabled = true;
  }

  isWanted(...names: readonly EventName[]): boolean {
    return [...this.counts].some(([key, count]) => count > 0 && names.some((name) => key.startsWith(`${name} `)));
  }

  /** Once for those who listen to `target`, once for those who listen to everything. */
  emit(name: EventName, target: string, details: object): void {
    if (!this.isEnabled) return;
    for (const to of new Set([target, wholeWorkbook])) {
      if ((this.counts.get(`${name} ${to}`) ?? 0) === 0) continue;
      this.fire([[messageCategory.genericEvent, eventTypes[name], to, JSON.stringify(details), 0]]);
    }
  }
}
