/** The streams a command writes to: a terminal, a pipe, or a test. */
export interface Terminal {
  /** The answer: what a pipe should receive. */
  print(text: string): void;
  /** Everything about the answer: progress, problems, hints. */
  note(text: string): void;
  /** True when `note` reaches a person's screen, so that a progress bar makes sense. */
  readonly isInteractive: boolean;
  readonly columns: number;
}

export const processTerminal = (): Terminal => ({
  print: text => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
  note: text => void process.stderr.write(text),
  isInteractive: process.stderr.isTTY === true,
  columns: process.stderr.columns ?? 80,
});
