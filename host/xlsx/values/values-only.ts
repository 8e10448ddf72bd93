import { formulaFromFile } from '../formula/from-file.ts';
import { formulaTokens } from '../formula/tokens.ts';
import type { FunctionNames } from '../function-names.ts';
import { WorkbookPackage, workbookPartOf } from '../package/workbook-package.ts';
import { setAttributes } from '../xml/insert.ts';
import { child, childrenNamed, type XmlElement } from '../xml/parse-xml.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { addNotes, type Note } from './notes.ts';

/** Whether a stored formula calls the add-in, by itself or through a name that does. */
type CallsAddIn = (formula: string) => boolean;

/**
 * The workbook for somebody without the add-in: where a formula calls one of its functions, directly or through a name that
 * does, the value stays and the formula goes into a note. Everything else stays as it is, other formulas included.
 * @throws WorkbookFileError when the bytes are no usable workbook.
 */
export function valuesOnly(bytes: Uint8Array, functions: FunctionNames): Uint8Array {
  const file = WorkbookPackage.open(bytes);
  const workbookPart = workbookPartOf(file);
  const names = namesThatCall(file.xml(workbookPart), functions);
  const calls = callsOf(functions, names);
  removeNames(file, workbookPart, names);
  for (const { kind, target } of file.relations(workbookPart)) if (kind === 'worksheet') freezeSheet(file, target, calls, functions);
  // It lists cells with formulas, and is made anew by whoever opens the file.
  for (const { kind, id, target } of file.relations(workbookPart)) {
    if (kind !== 'calcChain') continue;
    file.removeRelation(workbookPart, id);
    file.removePart(target);
  }
  return file.save();
}

function callsOf(functions: FunctionNames, names: ReadonlySet<string>): CallsAddIn {
  return formula =>
    formulaTokens(formula).some(({ kind, text }) => {
      const word = text.replace(/^_xll\./i, '').toUpperCase();
      return kind === 'word' && (functions.typedByStored.has(word) || functions.storedByTyped.has(word) || names.has(word));
    });
}

/** Names in capitals whose formula calls the add-in, or another such name. */
function namesThatCall(workbook: XmlElement, functions: FunctionNames): ReadonlySet<string> {
  const defined = childrenNamed(child(workbook, 'definedNames'), 'definedName');
  const found = new Set<string>();
  for (let before = -1; before < found.size;) {
    before = found.size;
    const calls = callsOf(functions, found);
    for (const { attributes, text } of defined) if (calls(text)) found.add((attributes.name ?? '').toUpperCase());
  }
  return found;
}

function removeNames(file: WorkbookPackage, part: string, names: ReadonlySet<string>): void {
  const list = child(file.xml(part), 'definedNames');
  const defined = childrenNamed(list, 'definedName');
  const gone = defined.filter(({ attributes }) => names.has((attributes.name ?? '').toUpperCase()));
  if (!list || gone.length === 0) return;
  const edits = new TextEdits();
  if (gone.length === defined.length) edits.replace(list.start, list.end, '');
  else for (const { start, end } of gone) edits.replace(start, end, '');
  file.setText(part, edits.applyTo(file.text(part)));
}

function freezeSheet(file: WorkbookPackage, part: string, calls: CallsAddIn, functions: FunctionNames): void {
  const source = file.text(part);
  const edits = new TextEdits();
  const notes: Note[] = [];
  /** Formulas filled down are stored once: by their numbers, those that call the add-in. */
  const shared = new Map<string, string>();
  for (const row of childrenNamed(child(file.xml(part), 'sheetData'), 'row')) {
    for (const cell of childrenNamed(row, 'c')) {
      const formula = child(cell, 'f');
      if (!formula) continue;
      const { t, si = '' } = formula.attributes;
      const stored = formula.text === '' && t === 'shared' ? (shared.get(si) ?? '') : formula.text;
      if (!calls(stored)) continue;
      if (t === 'shared') shared.set(si, stored);
      edits.replace(formula.start, formula.end, '');
      // The mark of a formula that spills
      if (cell.attributes.cm !== undefined) setAttributes(edits, source, cell, { cm: undefined });
      notes.push({ cell: cell.attributes.r ?? '', text: formulaFromFile(stored, functions) });
    }
  }
  if (notes.length === 0) return;
  file.setText(part, edits.applyTo(source));
  addNotes(file, part, notes);
}
