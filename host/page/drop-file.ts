/** Lets a file be dropped anywhere on the page; `veil` shows while one hovers. */
export function acceptDroppedFile(veil: HTMLElement, onFile: (file: File) => void): void {
  const hasFile = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragenter', (event) => {
    if (hasFile(event)) veil.hidden = false;
  });
  veil.addEventListener('dragleave', () => (veil.hidden = true));
  window.addEventListener('dragover', (event) => {
    if (hasFile(event)) event.preventDefault();
  });
  // Before the grid sees it, and never the browser's own way: it would leave the page for the file.
  window.addEventListener(
    'drop',
    (event) => {
      if (!hasFile(event)) return;
      event.preventDefault();
      event.stopPropagation();
      veil.hidden = true;
      const file = event.dataTransfer?.files[0];
      if (file) onFile(file);
    },
    { capture: true },
  );
}
