/** Replacements in a part's text, by offset; everything between them stays as it is. */
export class TextEdits {
  readonly #edits: { start: number; end: number; text: string }[] = [];

  get isEmpty(): boolean {
    return this.#edits.length === 0;
  }

  /** Insertions at one place keep the order in which they were asked for. */
  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  applyTo(source: string): string {
    const pieces: string[] = [];
    let at = 0;
    for (const edit of [...this.#edits].sort((a, b) => a.start - b.start || a.end - b.end)) {
      if (edit.start < at) throw new Error('Two changes of a part overlap.');
      pieces.push(source.slice(at, edit.start), edit.text);
      at = edit.end;
    }
    pieces.push(source.slice(at));
    return pieces.join('');
  }
}
