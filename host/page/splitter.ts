export interface SplitterOptions {
  readonly splitter: HTMLElement;
  readonly pane: HTMLElement;
}

const narrowest = 280;
/** The grid keeps at least this much of the window. */
const gridKeeps = 320;
const step = 16;

/** The border between grid and task pane: dragged, or moved by the arrow keys, Home and End. */
export function makeSplitter({ splitter, pane }: SplitterOptions): void {
  const widest = (): number => Math.max(narrowest, window.innerWidth - gridKeeps);
  const resize = (wanted: number): void => {
    const width = Math.round(Math.min(widest(), Math.max(narrowest, wanted)));
    pane.style.setProperty('--pane-width', `${width}px`);
    splitter.setAttribute('aria-valuenow', String(width));
    splitter.setAttribute('aria-valuemax', String(widest()));
  };
  splitter.setAttribute('aria-valuemin', String(narrowest));
  resize(pane.getBoundingClientRect().width);

  splitter.addEventListener('pointerdown', (down) => {
    if (down.button !== 0) return;
    down.preventDefault();
    splitter.focus();
    splitter.setPointerCapture(down.pointerId);
    // Frames swallow pointer moves; the capture keeps them, this keeps the cursor.
    document.body.classList.add('is-resizing');
    const move = ({ clientX }: PointerEvent): void => resize(window.innerWidth - clientX);
    const end = (): void => {
      document.body.classList.remove('is-resizing');
      splitter.removeEventListener('pointermove', move);
      splitter.removeEventListener('lostpointercapture', end);
    };
    splitter.addEventListener('pointermove', move);
    splitter.addEventListener('lostpointercapture', end);
  });
  splitter.addEventListener('keydown', (event) => {
    const width = pane.getBoundingClientRect().width;
    const wanted = { ArrowLeft: width + step, ArrowRight: width - step, Home: widest(), End: narrowest }[event.key];
    if (wanted === undefined) return;
    event.preventDefault();
    resize(wanted);
  });
  window.addEventListener('resize', () => resize(pane.getBoundingClientRect().width));
}
