import type { OpenWorkbook } from '../reading/open-workbook.ts';
import { encodeExcelText, escapeText } from '../xml/escape.ts';
import { setAttributes, SPREADSHEET_NAMESPACE, withNamespace } from '../xml/insert.ts';
import { TextEdits } from '../xml/text-edits.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';

/** The texts cells point to by number. Texts of the opened file keep their numbers; new ones are appended. */
export class StringTable {
  readonly #numbers = new Map<string, number>();
  readonly #added: string[] = [];
  readonly #knownCount: number;

  constructor(known: OpenWorkbook['strings']) {
    this.#knownCount = known.length;
    known.forEach(({ text, isRich }, number) => {
      if (!isRich && !this.#numbers.has(text)) this.#numbers.set(text, number);
    });
  }

  numberOf(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#knownCount + this.#added.length;
      this.#numbers.set(text, number);
      this.#added.push(text);
    }
    return number;
  }

  /** Appends the new texts to the file's string table, or gives it one. */
  writeInto({ file, part: workbookPart, stringsPart }: OpenWorkbook): void {
    if (this.#added.length === 0) return;
    const items = this.#added.map(text => `<si>${textElement(text)}</si>`);
    const uniqueCount = String(this.#knownCount + this.#added.length);
    const root = stringsPart === undefined ? undefined : file.xml(stringsPart);
    if (stringsPart === undefined || !root || root.isSelfClosing) {
      const part = stringsPart ?? `${workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1)}sharedStrings.xml`;
      const text = `<sst xmlns="${SPREADSHEET_NAMESPACE}" uniqueCount="${uniqueCount}">${items.join('')}</sst>`;
      file.addPart(part, CONTENT_TYPE, text);
      if (stringsPart === undefined) file.addRelation(workbookPart, 'sharedStrings', part);
      return;
    }
    const source = file.text(stringsPart);
    const edits = new TextEdits();
    // `count`, how often cells point here, is optional: left out rather than guessed.
    setAttributes(edits, source, root, { count: undefined, uniqueCount });
    edits.insert(root.contentEnd, items.map(item => withNamespace(root, item)).join(''));
    file.setText(stringsPart, edits.applyTo(source));
  }
}

/** Blanks at either end, and line ends, survive only when the element says so. */
function textElement(text: string): string {
  const encoded = escapeText(encodeExcelText(text));
  return /^\s|\s$|\n/.test(text) ? `<t xml:space="preserve">${encoded}</t>` : `<t>${encoded}</t>`;
}
