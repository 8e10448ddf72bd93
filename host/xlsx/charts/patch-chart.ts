import type { ChartSnapshot, WorkbookSnapshot } from '../../workbook/snapshot.ts';
import type { WorkbookPackage } from '../package/workbook-package.ts';
import { escapeText } from '../xml/escape.ts';
import { child, childrenNamed, type XmlElement } from '../xml/parse-xml.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { areNumbers, numberCache, referencedCells, textCache, type ReferencedCells } from './chart-values.ts';
import { axesOf } from './read-chart.ts';

export interface ChartPatch {
  readonly snapshot: WorkbookSnapshot;
  /** Where a reference of the chart leads now. */
  follow(reference: string): string;
  /** Whether cells there differ from the file's. */
  hasChanged(cells: ReferencedCells): boolean;
}

/** Leads a chart's references where they belong now and refreshes what it remembers of their cells; all else stays. */
export function patchChartReferences(file: WorkbookPackage, part: string, patch: ChartPatch): void {
  const source = file.text(part);
  const edits = new TextEdits();
  for (const reference of referenceElements(file.xml(part))) {
    const formula = child(reference, 'f');
    if (!formula) continue;
    const before = formula.text.trim();
    const after = patch.follow(before);
    if (after !== before) edits.replace(formula.contentStart, formula.contentEnd, escapeText(after));
    const found = referencedCells(patch.snapshot, after);
    const levels = child(reference, 'multiLvlStrCache');
    if (levels && after !== before) edits.replace(levels.start, levels.end, '');
    if (reference.name !== 'multiLvlStrRef' && found && (after !== before || patch.hasChanged(found)))
      patchCache(edits, source, reference, found);
  }
  if (!edits.isEmpty) file.setText(part, edits.applyTo(source));
}

function* referenceElements(element: XmlElement): Iterable<XmlElement> {
  if (/^(num|str|multiLvlStr)Ref$/.test(element.name)) yield element;
  else for (const inner of element.children) yield* referenceElements(inner);
}

function patchCache(edits: TextEdits, source: string, reference: XmlElement, found: ReferencedCells): void {
  const cache = child(reference, 'numCache') ?? child(reference, 'strCache');
  const isNumeric = reference.name === 'numRef';
  if (
    isNumeric &&
    !areNumbers(found.cells) &&
    found.cells.some(cell => typeof cell?.value === 'string' && !cell.isError)
  ) {
    if (cache) edits.replace(cache.start, cache.end, '');
    return;
  }
  const xml = isNumeric ? numberCache(found.cells, child(cache, 'formatCode')?.text) : textCache(found.cells);
  const prefixed = withPrefix(xml, reference.prefix);
  if (cache) {
    if (source.slice(cache.start, cache.end) !== prefixed) edits.replace(cache.start, cache.end, prefixed);
    return;
  }
  const formula = child(reference, 'f');
  if (formula) edits.insert(formula.end, prefixed);
}

/** Our XML has the prefix `c:`; a part may use another, or none. */
const withPrefix = (xml: string, prefix: string): string =>
  prefix === 'c:' ? xml : xml.replace(/(<\/?)c:(numCache|strCache|formatCode|ptCount|pt|v)\b/g, `$1${prefix}$2`);

/**
 * Changes the words of a chart's titles in place, keeping their look. False when a title would have to come or go,
 * or is no plain text: then the chart must be written anew.
 */
export function patchChartTitles(
  file: WorkbookPackage,
  part: string,
  before: ChartSnapshot,
  after: ChartSnapshot,
): boolean {
  const chart = child(file.xml(part), 'chart');
  const { category, value } = axesOf(child(chart, 'plotArea'));
  const titles = [
    [chart, before.title, after.title],
    [category, before.categoryAxisTitle, after.categoryAxisTitle],
    [value, before.valueAxisTitle, after.valueAxisTitle],
  ] as const;
  const source = file.text(part);
  const edits = new TextEdits();
  for (const [owner, old, now] of titles) {
    if ((old ?? '') === (now ?? '')) continue;
    const runs = titleRuns(owner);
    if (!now || runs.length === 0) return false;
    runs.forEach((run, index) => {
      const text = child(run, 't');
      if (index > 0) edits.replace(run.start, run.end, '');
      else if (text && !text.isSelfClosing) edits.replace(text.contentStart, text.contentEnd, escapeText(now));
    });
  }
  if (!edits.isEmpty) file.setText(part, edits.applyTo(source));
  return true;
}

function titleRuns(owner: XmlElement | undefined): readonly XmlElement[] {
  const rich = child(child(child(owner, 'title'), 'tx'), 'rich');
  return childrenNamed(rich, 'p').flatMap(paragraph => childrenNamed(paragraph, 'r'));
}
