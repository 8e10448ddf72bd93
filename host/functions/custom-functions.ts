import { columnName, quoteSheetName } from '../workbook/address.ts';
import { messageCategory } from '../bridge/host-event.ts';
import type { HostEvent } from '../bridge/host-event.ts';
import { busyText } from '../univer/univer-fixes.ts';
import { isStreaming, splitCellKey } from './custom-call.ts';
import type { CallArguments, CellKey, CustomCall } from './custom-call.ts';
import type { FunctionDefinition } from './function-definition.ts';
import { errorText, messageOf } from './function-value.ts';
import type { FunctionValue } from './function-value.ts';

const messageType = { invoke: 1000, cancel: 1001 } as const;
const flag = { cancelable: 1, streaming: 2 } as const;
/** Answers kept for cells that ask again with the same arguments. */
const maxRememberedCalls = 200_000;

/** Milliseconds a calculation waits for answers asked ahead: functions answer fast as a rule, very many take their time. */
const patience = { few: 500, many: 2600 } as const;
const manyCalls = 500;
/** More are asked for again only by the cells that still want them. */
const maxRepeatedCalls = 50_000;

const callKey = (definition: FunctionDefinition, argsText: string, cell: CellKey): string =>
  `${definition.id}${argsText}${definition.options?.requiresAddress ? cell : ''}`;

/** `[id, ok, value, error code, times]` as office.js sends it. */
export type ResultRow = readonly [id: number, ok: boolean, value: FunctionValue, errorCode?: unknown, times?: unknown];

export interface CustomFunctionsPort {
  fire(events: readonly HostEvent[]): void;
  /** False while a calculation runs: Univer stops and starts over when something becomes dirty in its midst. */
  mayRecalculate(): boolean;
  recalculate(cells: ReadonlySet<CellKey>): void;
  /** No calculation need wait any longer for what was asked ahead of it. */
  answeredAhead(): void;
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
  /** Cells given to the calculation now under way. */
  private recalculating: ReadonlySet<CellKey> = new Set();
  private waitingCount = 0;
  private readonly ahead = new Set<CustomCall>();
  private patienceTimer: ReturnType<typeof setTimeout> | undefined;
  private nextId = 1;
  private isPumpScheduled = false;
  /** office.js drops what it is asked before its runtime is ready, and nobody would ever hear of it. */
  private isRuntimeReady = false;

  constructor(private readonly port: CustomFunctionsPort) {}

  /** True while a call awaits its answer or an answer its cells. Streams count until their first value. */
  get isBusy(): boolean {
    return this.waitingCount > 0 || this.due.size > 0 || this.outgoing.length > 0;
  }

  /** What the cell shows now: the answer, or #BUSY! while it is awaited. */
  ask(definition: FunctionDefinition, args: CallArguments, cell: CellKey, name: string): FunctionValue {
    const argsText = JSON.stringify(args);
    const key = callKey(definition, argsText, cell);
    const call = this.calls.get(key) ?? this.begin(key, definition, argsText, cell);
    if (isStreaming(call)) {
      const asked = this.askedNow.get(cell) ?? new Set();
      this.askedNow.set(cell, asked.add(call));
    }
    if (call.value === undefined || isStreaming(call)) (call.cells ??= new Map<CellKey, string>()).set(cell, name);
    if (call.value === undefined) return { error: busyText, message: '' };
    const message = messageOf(call.value);
    if (message) this.messages.set(cell, message);
    else this.messages.delete(cell);
    return call.value;
  }

  /** Asks for what a calculation to come will most likely ask. */
  askAhead(definition: FunctionDefinition, args: CallArguments, cell: CellKey): void {
    const argsText = JSON.stringify(args);
    const key = callKey(definition, argsText, cell);
    if (!this.calls.has(key)) this.waitFor(this.begin(key, definition, argsText, cell));
    if (this.outgoing.length > 0) this.schedule();
  }

  /** True while a calculation had better wait for answers asked ahead of it. */
  get isWaitingAhead(): boolean {
    return this.ahead.size > 0;
  }

  /** Answers from office.js. */
  receive(rows: readonly ResultRow[]): void {
    this.stats.flushes++;
    for (const [id, ok, value, errorCode] of rows) {
      const call = this.open.get(id);
      if (!call) continue;
      if (call.value === undefined) this.waitingCount--;
      call.value = ok ? value : { error: errorText(errorCode), message: typeof value === 'string' ? value : '' };
      for (const cell of call.cells?.keys() ?? []) this.due.add(cell);
      this.ahead.delete(call);
      if (!isStreaming(call)) {
        call.cells = null;
        this.open.delete(id);
      }
    }
    if (this.ahead.size === 0) this.stopWaiting();
    this.schedule();
  }

  calculationStarted(): void {
    this.askedNow.clear();
  }

  /** A stopped calculation begins anew with what stopped it, and without the cells it was given from here. */
  calculationEnded(isStopped: boolean): void {
    if (isStopped) for (const cell of this.recalculating) this.due.add(cell);
    else this.cancelUnwantedStreams();
    this.recalculating = new Set();
    this.schedule();
  }

  /** The message of the error a cell shows, when a custom function gave one. */
  errorMessage(cell: CellKey): string | null {
    return this.messages.get(cell) ?? null;
  }

  /** Every answer is asked for anew: at once, when they are not too many, so that the next calculation finds them. */
  forget(): void {
    const old = [...this.calls.values()].filter((call) => !isStreaming(call) && call.value !== undefined);
    for (const call of old) this.calls.delete(call.key);
    if (old.length > maxRepeatedCalls) return;
    for (const { key, definition, argsText, cell } of old) this.waitFor(this.begin(key, definition, argsText, cell));
    if (old.length > 0) this.schedule();
  }

  /** office.js says that its runtime for custom functions takes calls. */
  runtimeReady(): void {
    this.isRuntimeReady = true;
    if (this.outgoing.length > 0) this.schedule();
  }

  /** For a new pane: it knows nothing of the calls its predecessor was given, and is not ready for any. */
  resend(): void {
    this.isRuntimeReady = false;
    this.outgoing = [...this.open.values()].map((call) => this.invocation(call));
  }

  dispose(): void {
    clearTimeout(this.patienceTimer);
  }

  private waitFor(call: CustomCall): void {
    this.ahead.add(call);
    this.patienceTimer ??= setTimeout(() => this.loseSomePatience(), patience.few);
  }

  private loseSomePatience(): void {
    if (this.ahead.size <= manyCalls) this.stopWaiting();
    else this.patienceTimer = setTimeout(() => this.stopWaiting(), patience.many - patience.few);
  }

  /** What has no answer by now gets one later, and its cells a calculation of their own. */
  private stopWaiting(): void {
    clearTimeout(this.patienceTimer);
    this.patienceTimer = undefined;
    this.ahead.clear();
    this.port.answeredAhead();
    this.schedule();
  }

  private begin(key: string, definition: FunctionDefinition, argsText: string, cell: CellKey): CustomCall {
    const call: CustomCall = { id: this.nextId++, key, definition, argsText, cell, value: undefined, cells: null };
    this.calls.set(key, call);
    this.open.set(call.id, call);
    this.waitingCount++;
    this.stats.invoked++;
    this.outgoing.push(this.invocation(call));
    if (this.calls.size > maxRememberedCalls) this.forgetOldest();
    return call;
  }

  private invocation({ id, definition, argsText, cell }: CustomCall): HostEvent {
    const { stream = false, cancelable = false } = definition.options ?? {};
    const flags = (stream ? flag.streaming : 0) | (cancelable || stream ? flag.cancelable : 0);
    const address = definition.options?.requiresAddress ? JSON.stringify(this.address(cell)) : 'null';
    const message = `[${id},"${definition.id}",${argsText},${address},${flags}]`;
    return [messageCategory.customFunction, messageType.invoke, '', message, id];
  }

  private address(cell: CellKey): string {
    const { sheetId, row, column } = splitCellKey(cell);
    return `${quoteSheetName(this.port.sheetName(sheetId))}!${columnName(column)}${row + 1}`;
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
    if (this.outgoing.length > 0 && this.isRuntimeReady) {
      const batch = this.outgoing;
      this.outgoing = [];
      this.stats.batches++;
      this.port.fire(batch);
    }
    if (this.due.size > 0 && !this.isWaitingAhead) {
      this.recalculating = this.due;
      this.due = new Set();
      this.port.recalculate(this.recalculating);
    }
  }

  /** A stream no cell asks for any more: overwritten, or asked with other arguments. */
  private cancelUnwantedStreams(): void {
    for (const call of this.open.values()) {
      if (!isStreaming(call)) continue;
      for (const [cell, name] of call.cells ?? []) {
        const asked = this.askedNow.get(cell);
        const { sheetId, row, column } = splitCellKey(cell);
        const isWanted = asked ? asked.has(call) : this.port.formulaAt(sheetId, row, column).includes(`${name}(`);
        if (!isWanted) call.cells?.delete(cell);
      }
      if (call.cells && call.cells.size > 0) continue;
      this.calls.delete(call.key);
      this.open.delete(call.id);
      if (call.value === undefined) this.waitingCount--;
      const message = JSON.stringify({ invocationId: call.id });
      this.port.fire([[messageCategory.customFunction, messageType.cancel, '', message, call.id]]);
    }
  }
}
