import { columnName, quoteSheetName } from '../workbook/address.ts';
import { messageCategory } from '../bridge/host-event.ts';
import type { HostEvent } from '../bridge/host-event.ts';
import { busyText } from '../univer/univer-fixes.ts';
import { isStreaming, splitCellKey } from './custom-call.ts';
import type { CellKey, CustomCall } from './custom-call.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { errorText, messageOf } from './function-value.ts';
import type { FunctionValue } from './function-value.ts';

const messageType = { invoke: 1000, cancel: 1001 } as const;
const flag = { cancelable: 1, streaming: 2 } as const;
/** Answers kept for cells that ask again with the same arguments. */
const maxRememberedCalls = 200_000;

/** `[id, ok, value, error code, times]` as office.js sends it. */
export type ResultRow = readonly [id: number, ok: boolean, value: FunctionValue, errorCode?: unknown, times?: unknown];

export interface CustomFunctionsPort {
  fire(events: readonly HostEvent[]): void;
  /** False while a calculation runs: Univer stops and starts over when something becomes dirty in its midst. */
  mayRecalculate(): boolean;
  recalculate(cells: ReadonlySet<CellKey>): void;
  sheetName(sheetId: string): string;
  /** Upper case; empty when the cell holds none. */
  formulaAt(sheetId: string, row: number, column: number): string;
}

/**
 * Custom functions the way Excel runs them: a cell asks and shows #BUSY!, the call goes out in one batch to office.js's
 * own runtime in the pane, the answer is remembered by function and arguments, the waiting cells are calculated again.
 */
export class CustomFunctions {
  readonly stats = { invoked: 0, batches: 0, flushes: 0 };
  private readonly calls = new Map<string, CustomCall>();
  private readonly open = new Map<number, CustomCall>();
  private readonly messages = new Map<CellKey, string>();
  /** Which streams each cell asked for in the calculation now under way. */
  private readonly askedNow = new Map<CellKey, Set<CustomCall>>();
  private outgoing: HostEvent[] = [];
  private due = new Set<CellKey>();
  private waitingCount = 0;
  private nextId = 1;
  private isPumpScheduled = false;

  constructor(private readonly port: CustomFunctionsPort) {}

  /** True while a call awaits its answer or an answer its cells. Streams count until their first value. */
  get isBusy(): boolean {
    return this.waitingCount > 0 || this.due.size > 0 || this.outgoing.length > 0;
  }

  /** What the cell shows now: the answer, or #BUSY! while it is awaited. */
  ask(definition: FunctionDefinition, args: CustomCall['args'], cell: CellKey, name: string): FunctionValue {
    const key = `${definition.id}${JSON.stringify(args)}${definition.options?.requiresAddress ? cell : ''}`;
    const call = this.calls.get(key) ?? this.begin(key, definition, args, cell);
    if (isStreaming(call)) {
      const asked = this.askedNow.get(cell) ?? new Set();
      this.askedNow.set(cell, asked.add(call));
    }
    if (call.value === undefined || isStreaming(call)) call.cells.set(cell, name);
    if (call.value === undefined) return { error: busyText, message: '' };
    const message = messageOf(call.value);
    if (message) this.messages.set(cell, message);
    else this.messages.delete(cell);
    return call.value;
  }

  /** Answers from office.js. */
  receive(rows: readonly ResultRow[]): void {
    this.stats.flushes++;
    for (const [id, ok, value, errorCode] of rows) {
      const call = this.open.get(id);
      if (!call) continue;
      if (call.value === undefined) this.waitingCount--;
      call.value = ok ? value : { error: errorText(errorCode), message: typeof value === 'string' ? value : '' };
      for (const cell of call.cells.keys()) this.due.add(cell);
      if (!isStreaming(call)) {
        call.cells = new Map();
        this.open.delete(id);
      }
    }
    this.schedule();
  }

  calculationStarted(): void {
    this.askedNow.clear();
  }

  calculationEnded(): void {
    this.cancelUnwantedStreams();
    this.schedule();
  }

  /** The message of the error a cell shows, when a custom function gave one. */
  errorMessage(cell: CellKey): string | null {
    return this.messages.get(cell) ?? null;
  }

  /** Every answer is asked for anew at the next calculation. */
  forget(): void {
    for (const [key, call] of this.calls) if (!isStreaming(call) && call.value !== undefined) this.calls.delete(key);
  }

  /** For a reloaded pane: it knows nothing of the calls its predecessor was given. */
  resend(): void {
    this.outgoing = [...this.open.values()].map((call) => this.invocation(call));
    if (this.outgoing.length > 0) this.schedule();
  }

  private begin(key: string, definition: FunctionDefinition, args: CustomCall['args'], cell: CellKey): CustomCall {
    const call: CustomCall = { id: this.nextId++, key, definition, args, value: undefined, cells: new Map([[cell, '']]) };
    this.calls.set(key, call);
    this.open.set(call.id, call);
    this.waitingCount++;
    this.stats.invoked++;
    this.outgoing.push(this.invocation(call));
    if (this.calls.size > maxRememberedCalls) this.forgetOldest();
    return call;
  }

  private invocation(call: CustomCall): HostEvent {
    const { definition, args } = call;
    const { stream = false, cancelable = false } = definition.options ?? {};
    const flags = (stream ? flag.streaming : 0) | (cancelable || stream ? flag.cancelable : 0);
    const [cell = ''] = call.cells.keys();
    const { sheetId, row, column } = splitCellKey(cell);
    const address = `${quoteSheetName(this.port.sheetName(sheetId))}!${columnName(column)}${row + 1}`;
    const message = JSON.stringify([call.id, definition.id, args, address, flags]);
    return [messageCategory.customFunction, messageType.invoke, '', message, call.id];
  }

  private forgetOldest(): void {
    for (const [key, call] of this.calls) {
      if (call.value !== undefined && !isStreaming(call)) return void this.calls.delete(key);
    }
  }

  private schedule(): void {
    if (this.isPumpScheduled) return;
    this.isPumpScheduled = true;
    setTimeout(() => this.pump(), 0);
  }

  private pump(): void {
    this.isPumpScheduled = false;
    if (!this.port.mayRecalculate()) return; // the end of the calculation schedules again
    if (this.outgoing.length > 0) {
      const batch = this.outgoing;
      this.outgoing = [];
      this.stats.batches++;
      this.port.fire(batch);
    }
    if (this.due.size > 0) {
      const cells = this.due;
      this.due = new Set();
      this.port.recalculate(cells);
    }
  }

  /** A stream no cell asks for any more: overwritten, or asked with other arguments. */
  private cancelUnwantedStreams(): void {
    for (const call of this.open.values()) {
      if (!isStreaming(call)) continue;
      for (const [cell, name] of call.cells) {
        const asked = this.askedNow.get(cell);
        const { sheetId, row, column } = splitCellKey(cell);
        const isWanted = asked ? asked.has(call) : this.port.formulaAt(sheetId, row, column).includes(`${name}(`);
        if (!isWanted) call.cells.delete(cell);
      }
      if (call.cells.size > 0) continue;
      this.calls.delete(call.key);
      this.open.delete(call.id);
      if (call.value === undefined) this.waitingCount--;
      const message = JSON.stringify({ invocationId: call.id });
      this.port.fire([[messageCategory.customFunction, messageType.cancel, '', message, call.id]]);
    }
  }
}
