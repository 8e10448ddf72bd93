/** Replacements in a part's text, by offset; everything between them stays as it is. */
export class TextEdits {
  readonly #edits: { start: number; end: number; text: string; rank: number }[] = [];

  get isEmpty(): boolean {
    return this.#edits.length === 0;
  }

  replace(start: number, end: number, text: string): void {
    this.#edits.push({ start, end, text, rank: 0 });
  }

  /** Insertions at one place come by rank, and of the same rank in the order in which they were asked for. */
  insert(at: number, text: string, rank = 0): void {
    this.#edits.push({ start: at, end: at, text, rank });
  }

  applyTo(source: string): string {
    const pieces: string[] = [];
    let at = 0;
    for (const edit of [...this.#edits].sort((a, b) => a.start - b.start || a.end - b.end || a.rank - b.rank)) {
      if (edit.start < at) throw new Error('Two changes of a part overlap.');
      pieces.push(source.slice(at, edit.start), edit.text);
      at = edit.end;
    }
    pieces.push(source.slice(at));
    return pieces.join('');
  }
}
