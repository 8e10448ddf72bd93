export interface RegionKeysOptions {
  readonly ribbon: HTMLElement;
  readonly pane: HTMLElement;
}

/** Where the grid listens: its own cell editor, which waits out of sight until typing begins. */
const gridEditor = '[contenteditable][id$="INTERNAL_EDITOR__DOCS_NORMAL"]';

/**
 * F6 goes from ribbon to grid to task pane and round again, Shift+F6 the other way, as in Excel: the grid keeps the Tab
 * key for its cells.
 */
export function createRegionKeys({ ribbon, pane }: RegionKeysOptions): { listenIn(view: Window): void } {
  const frame = (): HTMLIFrameElement | null => pane.querySelector('iframe');
  const isPaneShown = (): boolean => pane.offsetParent !== null;
  const focusRibbon = (): void => ribbon.querySelector('button')?.focus();
  const focusGrid = (): void => document.querySelector<HTMLElement>(gridEditor)?.focus();
  const focusPane = (): void => {
    if (!isPaneShown()) return focusRibbon();
    frame()?.focus();
    frame()?.contentDocument?.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus();
  };
  const regions = [focusRibbon, focusGrid, focusPane] as const;
  /** The grid moves its focus about: what is neither ribbon nor pane is the grid. */
  const current = (): number => {
    const { activeElement } = document;
    if (activeElement && activeElement === frame()) return regions.indexOf(focusPane);
    return regions.indexOf(activeElement?.closest('header, [role=toolbar]') ? focusRibbon : focusGrid);
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'F6' || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    const step = event.shiftKey ? regions.length - 1 : 1;
    regions[(current() + step) % regions.length]?.();
  };
  const listenIn = (view: Window): void => view.addEventListener('keydown', onKey, { capture: true });
  listenIn(window);
  return { listenIn };
}
