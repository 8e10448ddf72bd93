import { createUniverBrowser } from '../univer/univer-browser.ts';
import { loadAddinParts } from './addin-parts.ts';
import { acceptDroppedFile } from './drop-file.ts';
import { finishTyping } from './finish-typing.ts';
import { isNarrow } from './narrow-page.ts';
import { createNotice, messageOf, type Notice } from './notice.ts';
import { pageElement } from './page-element.ts';
import { createPageTheme } from './page-theme.ts';
import { createRegionKeys } from './region-keys.ts';
import { drawRibbon } from './ribbon.ts';
import { createSampleChooser } from './sample-chooser.ts';
import { makeSplitter } from './splitter.ts';
import { createStatusLine } from './status-line.ts';
import { createTaskPane } from './task-pane.ts';
import { drawThemeButton } from './theme-button.ts';
import { createUnsavedChanges } from './unsaved-changes.ts';
import { createWorkbookDesk, type WorkbookDesk } from './workbook-desk.ts';

/** Puts the page together and opens the first workbook. */
export async function startPage(): Promise<void> {
  const notice = createNotice(pageElement('notice'));
  try {
    await compose(notice);
  } catch (error) {
    notice.show(messageOf(error));
  }
}

async function compose(notice: Notice): Promise<void> {
  const theme = createPageTheme();
  const { name, functions, buttons } = await loadAddinParts();
  const univer = createUniverBrowser(pageElement('grid'));
  const ribbon = drawRibbon({
    element: pageElement('ribbon'),
    label: name,
    buttons,
    onAction: (actionId) => void desk.runAction(actionId),
    onTogglePane: () => taskPane.show(!taskPane.isShown),
  });
  const regionKeys = createRegionKeys({ ribbon: pageElement('ribbon'), pane: pageElement('pane') });
  const taskPane = createTaskPane({
    work: pageElement('work'),
    pane: pageElement('pane'),
    address: '/addin/taskpane.html',
    onStarted: regionKeys.listenIn,
    onShown: ribbon.showPaneState,
  });
  const chooser = await createSampleChooser(pageElement<HTMLSelectElement>('sample'), (file) => void desk.open(file));
  const desk = createWorkbookDesk({
    univer,
    functions,
    notice,
    status: createStatusLine(pageElement('status')),
    unsaved: createUnsavedChanges((exist) => (pageElement('unsaved').hidden = !exist)),
    taskPane,
    isDark: theme.isDark,
    onOpened(file) {
      pageElement('file-name').textContent = file.name;
      document.title = `${file.name} - ${name}`;
      chooser.showChosen(file);
    },
  });

  const drawTheme = drawThemeButton(pageElement('theme'), theme);
  const showTheme = (): void => {
    drawTheme();
    univer.api.toggleDarkMode(theme.isDark());
    desk.redrawCharts();
  };
  theme.onChanged(showTheme);
  showTheme();
  makeSplitter({ splitter: pageElement('splitter'), pane: pageElement('pane') });
  taskPane.show(!isNarrow());
  listenForFiles(desk);
  // The frame of the pane takes the focus: whoever presses a button there wants the typed value to count.
  window.addEventListener('blur', () => void finishTyping(univer.api));
  await desk.open(await chooser.first());
}

/** Open and Save: buttons, the usual keys, and a file dropped on the page. */
function listenForFiles(desk: WorkbookDesk): void {
  const picker = pageElement<HTMLInputElement>('file');
  const openFile = async (file: File | undefined): Promise<void> => {
    if (file) await desk.open({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  };
  picker.addEventListener('change', () => {
    void openFile(picker.files?.[0]);
    // The same file may be picked again after it changed on the disk.
    picker.value = '';
  });
  acceptDroppedFile(pageElement('drop'), (file) => void openFile(file));
  const open = (): void => picker.click();
  const save = (): void => void desk.save();
  pageElement('open').addEventListener('click', open);
  pageElement('save').addEventListener('click', save);
  pageElement('save-values').addEventListener('click', () => void desk.saveValues());
  window.addEventListener('keydown', (event) => {
    const action = { o: open, s: save }[event.key];
    if (!action || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return;
    event.preventDefault();
    action();
  });
}
