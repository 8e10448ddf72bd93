import type { FUniver } from '@univerjs/core/facade';
import { batchSlices } from './batch-slices.ts';
import { installBridge } from './bridge/agave.ts';
import type { Bridge } from './bridge/agave.ts';
import type { PaneWindow } from './bridge/pane-window.ts';
import { RibbonActions } from './bridge/ribbon-actions.ts';
import { AskAhead } from './functions/ask-ahead.ts';
import { cellKey } from './functions/custom-call.ts';
import { CustomFunctions } from './functions/custom-functions.ts';
import type { FunctionDefinition } from './functions/function-definition.ts';
import { createInterpreter } from './interpreter/interpreter.ts';
import type { Batch } from './interpreter/wire.ts';
import { isFunctionAnswer, officeServices } from './functions/office-services.ts';
import { holdCalculation } from './univer/calculation-hold.ts';
import { watchCalculation } from './univer/calculation-watch.ts';
import { dropLateResults } from './univer/late-results.ts';
import { FunctionRegistry, recalculateCells } from './univer/function-registry.ts';
import { UndoOfBatches } from './univer/undo-of-batches.ts';
import type { UniverParts } from './univer/univer-parts.ts';
import { isErrorText } from './workbook/cell-content.ts';
import { LiveWorkbook } from './workbook/live-workbook.ts';
import { followNames } from './workbook/name/follow-names.ts';
import { NameStore } from './workbook/name/name-store.ts';
import { openParts } from './workbook/open-parts.ts';
import { workbookData } from './workbook/open-snapshot.ts';
import { HeldParts } from './workbook/part/held-parts.ts';
import type { ChartEvent } from './workbook/chart/held-chart.ts';
import { SheetEvents } from './workbook/sheet-events.ts';
import type { WorkbookSnapshot } from './workbook/snapshot.ts';
import { takeSnapshot } from './workbook/take-snapshot.ts';
import { followWorkbook } from './workbook/workbook-events.ts';
import { createObjectModel } from './workbook/workbook.ts';

export interface SessionSettings {
  readonly univer: UniverParts;
  /** Null for a new workbook with one blank sheet. */
  readonly snapshot: WorkbookSnapshot | null;
  /** Told of every chart that is added, changed or removed, those of the opened file included. */
  readonly onChart?: (event: ChartEvent) => void;
  /** Told why the grid did not do what a person asked of it. */
  readonly onRefused?: (message: string) => void;
  /** The add-in wants its pane seen (`Office.addin.showAsTaskpane`) or not. */
  readonly onPaneVisibility?: (isVisible: boolean) => void;
  /** Resolves in a later task of the page, so that a long batch lets it draw in between; without it a batch is one task. */
  readonly nextTask?: () => Promise<void>;
}

export type { ChartEvent };

export interface SessionStats {
  batches: number;
  /** Members the add-in asked for and this host does not serve, as `Kind.Member`. */
  readonly unknown: string[];
}

/** One open workbook with one add-in pane: the Excel the add-in sees. */
export interface HostSession {
  readonly api: FUniver;
  readonly stats: SessionStats;
  /** How often custom functions were asked, and in how many pieces. */
  readonly functionStats: CustomFunctions['stats'];
  /** Installs the bridge; call it before office.js loads in that window. A reloaded pane attaches again. */
  attach(window: PaneWindow): void;
  /** The `functions` of an add-in's functions.json. */
  registerFunctions(namespace: string, definitions: readonly FunctionDefinition[]): void;
  /** Resolves when nothing is being calculated and no custom function awaits its answer. */
  idle(): Promise<void>;
  /**
   * Presses a ribbon button: runs the function the add-in associated with the action, in its shared runtime. Resolves when
   * it calls `event.completed()`; rejects when the add-in knows no such action.
   */
  invokeAction(actionId: string): Promise<void>;
  /** The workbook as plain data, as it stands now. */
  takeSnapshot(): WorkbookSnapshot;
  /** The message of the error a cell shows, when a custom function gave one. */
  errorMessage(sheetName: string, row: number, column: number): string | null;
  dispose(): void;
}

export async function createSession(settings: SessionSettings): Promise<HostSession> {
  const { univer, snapshot, onChart, onRefused, onPaneVisibility, nextTask } = settings;
  const { api } = univer;
  const workbook = api.createWorkbook(workbookData(snapshot));
  const hold = holdCalculation(univer, () => slices.isWriting || (functions.isWaitingAhead && !watch.isCalculating));
  const watch = watchCalculation(univer, () => hold.isHolding);
  const lateResults = dropLateResults(univer);
  const held = new HeldParts(onChart);
  const live = new LiveWorkbook(univer, workbook, held);
  const unitId = live.unitId;
  const undo = new UndoOfBatches(univer, unitId);
  const slices = batchSlices(
    {
      begin() {
        live.events.isAddinActing = true;
        undo.beginBatch();
      },
      end() {
        live.writer.flush();
        live.events.isAddinActing = false;
        undo.endBatch();
      },
    },
    nextTask ?? null,
  );
  let bridge: Bridge | null = null;

  const functions = new CustomFunctions({
    fire: (events) => bridge?.fire(events),
    mayRecalculate: () => !watch.isCalculating,
    recalculate: (cells) => recalculateCells(univer, unitId, cells, watch.isDue),
    answeredAhead: () => hold.release(),
    sheetName: (sheetId) => workbook.getSheetBySheetId(sheetId)?.getSheetName() ?? '',
    formulaAt: (sheetId, row, column) => workbook.getSheetBySheetId(sheetId)?.getRange(row, column).getFormula().toUpperCase() ?? '',
  });
  watch.onStart(() => functions.calculationStarted());
  watch.onEnd((isStopped) => functions.calculationEnded(isStopped));
  const registry = new FunctionRegistry(univer, functions);
  const ahead = new AskAhead(functions, {
    definition: (name) => registry.definition(name),
    valueAt: (sheetId, row, column) => live.constantAt(sheetId, row, column),
  });
  live.names = new NameStore(live, (name, formula) => registry.alias(name, formula), (name) => nameFollower.changed(name));
  live.calculated = () =>
    slices.whileCalculating(() => {
      live.writer.flush();
      hold.release();
      return watch.settled();
    });
  live.events = new SheetEvents((events) => bridge?.fire(events));
  if (snapshot) openParts(live, snapshot);
  const nameFollower = followNames(live);
  const subscriptions = [
    live.tables.followHeaders(),
    nameFollower,
    live.followCells((sheetId, cells) => ahead.look(sheetId, cells)),
    followWorkbook(live, watch.onEnd),
    live.fileSheets.guard(api, (message) => onRefused?.(message)),
  ];
  const root = createObjectModel(live, {
    recalculateAll() {
      functions.forget();
      api.getFormula().executeCalculation();
    },
    isCalculating: () => watch.isBusy || functions.isBusy,
  });
  const actions = new RibbonActions((call) => bridge?.fireAction(call));
  const process = createInterpreter({
    workbook: root,
    newObject: officeServices(functions, (isVisible) => onPaneVisibility?.(isVisible)),
    settle: () => live.calculated(),
    pause: () => slices.pause(),
  });
  const stats: SessionStats = { batches: 0, unknown: [] };

  async function runBatch(text: string): Promise<string> {
    stats.batches++;
    const response = await slices.during(() => process(JSON.parse(text) as Batch));
    hold.release();
    if (response.Error?.Code === 'ApiNotFound') stats.unknown.push(response.Error.Message.replace(/^.*: /, ''));
    return JSON.stringify(response);
  }

  return {
    api,
    stats,
    functionStats: functions.stats,
    attach(window) {
      bridge?.close();
      bridge = installBridge(window, {
        process: runBatch,
        isUrgent: isFunctionAnswer,
        readSettings: () => held.settings,
        writeSettings: (settings) => {
          held.settings = settings;
        },
        actionCompleted: (callId, status) => actions.completed(callId, status),
      });
      live.events.forgetAll();
      functions.resend();
    },
    registerFunctions(namespace, definitions) {
      registry.register(namespace, definitions);
      live.names.retryAliases();
      for (const sheet of workbook.getSheets()) ahead.look(sheet.getSheetId(), sheet.getSheet().getCellMatrix().getMatrix());
    },
    async idle() {
      do {
        live.writer.flush();
        await watch.settled();
        if (functions.isBusy) await new Promise((resolve) => setTimeout(resolve, 10));
      } while (functions.isBusy || watch.isBusy);
    },
    invokeAction: (actionId) => actions.invoke(actionId),
    takeSnapshot: () => takeSnapshot(live),
    errorMessage(sheetName, row, column) {
      const sheet = live.sheetByName(sheetName);
      if (!sheet || !isErrorText(live.cell(sheet, row, column)?.v)) return null;
      return functions.errorMessage(cellKey(sheet.getSheetId(), row, column));
    },
    dispose() {
      bridge?.close();
      actions.cancelAll();
      for (const subscription of subscriptions) subscription.dispose();
      functions.dispose();
      lateResults.dispose();
      watch.dispose();
      hold.dispose();
      undo.dispose();
      api.disposeUnit(unitId);
    },
  };
}
