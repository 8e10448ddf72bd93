import type { UniverParts } from '../univer/univer-parts.ts';
import { createChartLayer, type ChartLayer } from './charts/chart-layer.ts';
import { mayDiscard } from './discard-dialog.ts';
import { downloadXlsx } from './download.ts';
import { finishTyping } from './finish-typing.ts';
import { createPaneYielding } from './narrow-page.ts';
import { messageOf, type Notice } from './notice.ts';
import { openWorkbook, type AddinFunctions, type OpenedWorkbook, type WorkbookFile } from './open-workbook.ts';
import type { StatusLine } from './status-line.ts';
import type { TaskPane } from './task-pane.ts';
import type { UnsavedChanges } from './unsaved-changes.ts';

/** The one workbook that lies open: opening, saving, and the ribbon's word to its add-in. */
export interface WorkbookDesk {
  readonly file: WorkbookFile | null;
  /** A file that cannot be opened is said so, and the workbook that is open stays. */
  open(file: WorkbookFile): Promise<void>;
  save(): Promise<void>;
  /** Downloads a copy for somebody without the add-in; the workbook counts as unsaved as before. */
  saveValues(): Promise<void>;
  runAction(actionId: string): Promise<void>;
  redrawCharts(): void;
}

export interface DeskParts {
  readonly univer: UniverParts;
  readonly functions: AddinFunctions;
  readonly notice: Notice;
  readonly status: StatusLine;
  readonly unsaved: UnsavedChanges;
  readonly taskPane: TaskPane;
  readonly isDark: () => boolean;
  readonly onOpened: (file: WorkbookFile) => void;
}

export function createWorkbookDesk(parts: DeskParts): WorkbookDesk {
  const { univer, functions, notice, status, unsaved, taskPane } = parts;
  const yieldPane = createPaneYielding(taskPane);
  let opened: OpenedWorkbook | null = null;
  let charts: ChartLayer | null = null;

  function clearAway(): void {
    taskPane.stop();
    charts?.dispose();
    opened?.session.dispose();
    opened = null;
    charts = createChartLayer(univer.api, parts.isDark);
  }

  const saving = async (write: (workbook: OpenedWorkbook) => Promise<void>): Promise<void> => {
    if (!opened) return;
    notice.clear();
    try {
      await finishTyping(univer.api);
      await write(opened);
    } catch (error) {
      notice.show(`${opened.file.name} was not saved. ${messageOf(error)}`);
    }
  };
  return {
    get file() {
      return opened?.file ?? null;
    },
    async open(file) {
      notice.clear();
      try {
        if (unsaved.exist && opened && !(await mayDiscard(opened.file.name))) return;
        opened = await openWorkbook({
          univer,
          functions,
          file,
          onReadable: clearAway,
          onChart: (event) => charts?.follow(event),
          onRefused: notice.show,
          onPaneVisibility: taskPane.show,
        });
        unsaved.watch(opened.session);
        status.watch(opened.session);
        yieldPane(opened.session);
        taskPane.start(opened.session);
      } catch (error) {
        notice.show(`${file.name} was not opened. ${messageOf(error)}`);
      } finally {
        if (opened) parts.onOpened(opened.file);
      }
    },
    save: () => saving(async ({ file, save }) => {
      downloadXlsx(file.name, await save());
      unsaved.saved();
    }),
    saveValues: () => saving(async ({ file, saveValues }) => downloadXlsx(file.name.replace(/(\.xlsx)?$/i, '-values.xlsx'), await saveValues())),
    async runAction(actionId) {
      await finishTyping(univer.api);
      try {
        await opened?.session.invokeAction(actionId);
      } catch (error) {
        notice.show(messageOf(error));
      }
    },
    redrawCharts: () => charts?.redraw(),
  };
}
