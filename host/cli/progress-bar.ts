import type { ProgressView } from '../../addin/automation.ts';
import type { Terminal } from './terminal.ts';

export interface ProgressBar {
  show(progress: ProgressView): void;
  clear(): void;
}

/** One line that is drawn again and again; silent where nobody watches (a pipe, a build log). */
export function progressBar(terminal: Terminal): ProgressBar {
  let lastLine = '';
  return {
    show({ fraction, text }) {
      if (!terminal.isInteractive) return;
      const share = Math.min(Math.max(fraction, 0), 1);
      const width = Math.max(10, Math.min(30, terminal.columns - 40));
      const filled = Math.round(share * width);
      const bar = `[${'█'.repeat(filled)}${'·'.repeat(width - filled)}]`;
      const line = `${bar} ${String(Math.round(share * 100)).padStart(3)} % ${text}`.slice(0, terminal.columns - 1);
      if (line === lastLine) return;
      terminal.note(`\r\x1b[K${line}`);
      lastLine = line;
    },
    clear() {
      if (lastLine) terminal.note('\r\x1b[K');
      lastLine = '';
    },
  };
}
