import { escapeText } from '../xml/escape.ts';
import { attributesXml } from '../xml/insert.ts';
import { child, childrenNamed, descend, type XmlElement } from '../xml/parse-xml.ts';
import { TextEdits } from '../xml/text-edits.ts';
import type { OpenWorkbook } from '../reading/open-workbook.ts';

/** The list of sheets in `docProps/app.xml`, which file browsers show, follows the workbook's. */
export function writeAppProperties({ file, part: workbookPart }: OpenWorkbook, before: readonly string[]): void {
  const part = file.relations('').find(({ kind }) => kind === 'extended-properties')?.target;
  if (part === undefined || !file.has(part)) return;
  const after = childrenNamed(child(file.xml(workbookPart), 'sheets'), 'sheet').map(
    ({ attributes }) => attributes.name ?? '',
  );
  if (before.join('\n') === after.join('\n')) return;
  const source = file.text(part);
  const root = file.xml(part);
  const [titles, pairs] = [child(root, 'TitlesOfParts'), child(root, 'HeadingPairs')];
  if (!titles || !pairs) return;
  const edits = new TextEdits();
  if (!renameTitles(edits, titles, pairs, { before, after })) {
    // Both are optional; a list we cannot follow is better left out than wrong.
    edits.replace(titles.start, titles.end, '');
    edits.replace(pairs.start, pairs.end, '');
  }
  file.setText(part, edits.applyTo(source));
}

interface SheetNames {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Titles stand in groups, whose names (in the author's language) and sizes the heading pairs list in turn. */
function renameTitles(edits: TextEdits, titles: XmlElement, pairs: XmlElement, { before, after }: SheetNames): boolean {
  const vector = child(titles, 'vector');
  const texts = vector?.children.map(({ text }) => text) ?? [];
  const counts = childrenNamed(child(pairs, 'vector'), 'variant').flatMap(variant => descend(variant, 'i4') ?? []);
  let start = 0;
  const group = counts.findIndex(count => {
    const names = texts.slice(start, start + Number(count.text));
    if (names.join('\n') === before.join('\n')) return true;
    start += Number(count.text);
    return false;
  });
  const count = counts[group];
  if (!vector || !count) return false;
  const all = [...texts.slice(0, start), ...after, ...texts.slice(start + before.length)];
  const name = `${vector.prefix}vector`;
  const item = `${vector.children[0]!.prefix}lpstr`;
  const written = all.map(text => `<${item}>${escapeText(text)}</${item}>`).join('');
  const attributes = attributesXml({ ...vector.attributes, size: String(all.length) });
  edits.replace(vector.start, vector.end, `<${name}${attributes}>${written}</${name}>`);
  edits.replace(count.contentStart, count.contentEnd, String(after.length));
  return true;
}
