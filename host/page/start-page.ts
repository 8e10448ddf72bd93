import { createUniverBrowser } from '../univer/univer-browser.ts';
import { loadAddinParts } from './addin-parts.ts';
import { createChartLayer, type ChartLayer } from './charts/chart-layer.ts';
import { mayDiscard } from './discard-dialog.ts';
import { downloadXlsx } from './download.ts';
import { acceptDroppedFile } from './drop-file.ts';
import { finishTyping } from './finish-typing.ts';
import { createNotice } from './notice.ts';
import { openWorkbook, type OpenedWorkbook, type WorkbookFile } from './open-workbook.ts';
import { pageElement } from './page-element.ts';
import { createPageTheme } from './page-theme.ts';
import { drawRibbon } from './ribbon.ts';
import { createSampleChooser } from './sample-chooser.ts';
import { makeSplitter } from './splitter.ts';
import { createStatusLine } from './status-line.ts';
import { createTaskPane } from './task-pane.ts';
import { drawThemeButton } from './theme-button.ts';
import { createUnsavedChanges } from './unsaved-changes.ts';

/** Puts the page together and opens the first workbook. */
export async function startPage(): Promise<void> {
  const notice = createNotice(pageElement('notice'));
  try {
    await compose(notice);
  } catch (error) {
    notice.show(messageOf(error));
  }
}

async function compose(notice: ReturnType<typeof createNotice>): Promise<void> {
  const theme = createPageTheme();
  const { name, functions, buttons } = await loadAddinParts();
  const univer = createUniverBrowser(pageElement('grid'));
  const status = createStatusLine(pageElement('status'));
  const unsaved = createUnsavedChanges((exist) => (pageElement('unsaved').hidden = !exist));
  let opened: OpenedWorkbook | null = null;
  let charts: ChartLayer | null = null;

  const ribbon = drawRibbon({
    element: pageElement('ribbon'),
    label: name,
    buttons,
    onAction(actionId) {
      taskPane.show(true);
      void finishTyping(univer.api).then(() => opened?.session.runAction(actionId));
    },
    onTogglePane: () => taskPane.show(!taskPane.isShown),
  });
  const taskPane = createTaskPane({
    work: pageElement('work'),
    pane: pageElement('pane'),
    address: '/addin/taskpane.html',
    onShown: (isShown) => ribbon.showPaneState(isShown),
  });
  const chooser = await createSampleChooser(pageElement<HTMLSelectElement>('sample'), (file) => void open(file));

  async function open(file: WorkbookFile): Promise<void> {
    notice.clear();
    try {
      if (unsaved.exist && opened && !(await mayDiscard(opened.file.name))) return;
      const onChart = (event: ChartEvent): void => charts?.follow(event);
      opened = await openWorkbook({ univer, functions, file, onReadable: changeWorkbook, onChart });
      unsaved.watch(opened.session);
      status.watch(opened.session);
      taskPane.start(opened.session);
      pageElement('file-name').textContent = file.name;
      document.title = `${file.name} - ${name}`;
    } catch (error) {
      notice.show(`${file.name} was not opened. ${messageOf(error)}`);
    } finally {
      if (opened) chooser.showChosen(opened.file);
    }
  }

  function changeWorkbook(): void {
    taskPane.stop();
    charts?.dispose();
    opened?.session.dispose();
    opened = null;
    charts = createChartLayer(univer.api, theme.isDark);
  }

  async function save(): Promise<void> {
    if (!opened) return;
    notice.clear();
    try {
      await finishTyping(univer.api);
      downloadXlsx(opened.file.name, await opened.save());
      unsaved.saved();
    } catch (error) {
      notice.show(`${opened.file.name} was not saved. ${messageOf(error)}`);
    }
  }

  const openFile = async (file: File): Promise<void> =>
    open({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  const picker = pageElement<HTMLInputElement>('file');
  picker.addEventListener('change', () => {
    const file = picker.files?.[0];
    // The same file may be picked again after it changed on the disk.
    picker.value = '';
    if (file) void openFile(file);
  });
  acceptDroppedFile(pageElement('drop'), (file) => void openFile(file));
  pageElement('open').addEventListener('click', () => picker.click());
  pageElement('save').addEventListener('click', () => void save());

  // The frame of the pane takes the focus: whoever presses a button there wants the typed value to count.
  window.addEventListener('blur', () => void finishTyping(univer.api));
  window.addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    const shortcut = { s: () => void save(), o: () => picker.click() }[event.key];
    if (!shortcut) return;
    event.preventDefault();
    shortcut();
  });

  const themeButton = drawThemeButton(pageElement('theme'), theme);
  theme.onChanged(() => {
    themeButton();
    univer.api.toggleDarkMode(theme.isDark());
    charts?.redraw();
  });
  univer.api.toggleDarkMode(theme.isDark());
  makeSplitter({ splitter: pageElement('splitter'), pane: pageElement('pane') });
  taskPane.show(!isNarrow());
  await open(await chooser.first());
}

const isNarrow = (): boolean => window.matchMedia('(width < 720px)').matches;
const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
