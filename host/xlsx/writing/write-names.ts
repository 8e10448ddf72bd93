import { quoteSheetName } from '../../workbook/address.ts';
import type { NamedFormula, PageLayoutSnapshot } from '../../workbook/snapshot.ts';
import { formulaToFile } from '../formula/to-file.ts';
import type { FunctionNames } from '../function-names.ts';
import type { NameInFile } from '../reading/read-names.ts';
import { PRINT_AREA, PRINT_TITLES } from '../reading/read-page-layout.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { elementWith } from '../xml/insert.ts';
import { absolutePrintReference } from './print-reference.ts';
import type { WorkbookWriting } from './workbook-writing.ts';

/** Where the tabs of the file stand now, and where each sheet does. */
export interface TabPlaces {
  /** New place by place in the file. */
  readonly moved: readonly number[];
  /** By sheet name, in lower case. */
  readonly bySheet: ReadonlyMap<string, number>;
}

/** The `definedName` elements of the written workbook, in the file's order and new ones behind. */
export function nameElements(writing: WorkbookWriting, places: TabPlaces): string[] {
  const { open, snapshot, functions } = writing;
  const source = open.file.text(open.part);
  const left = new Map(snapshot.names.map(name => [nameKey(name), name]));
  const prints = changedPrintNames(writing, places);
  const kept = open.names.flatMap(found => {
    const printKey = `${found.element.attributes.localSheetId ?? ''} ${found.element.attributes.name ?? ''}`;
    if (prints.replaced.has(printKey)) return [];
    const element = movedElement(found, source, places);
    if (!found.name) return element;
    const now = left.get(nameKey(found.name));
    left.delete(nameKey(found.name));
    if (!now) return [];
    return sameName(found.name, now) ? element : nameXml(now, places, functions);
  });
  const added = [...left.values()].map(name => nameXml(name, places, functions));
  return [...kept, ...added, ...prints.written];
}

const nameKey = ({ name, sheetName = '' }: NamedFormula): string => `${sheetName.toLowerCase()}!${name.toLowerCase()}`;

const sameName = (a: NamedFormula, b: NamedFormula): boolean =>
  a.name === b.name &&
  a.formula === b.formula &&
  (a.hidden ?? false) === (b.hidden ?? false) &&
  (a.comment ?? '') === (b.comment ?? '');

function nameXml(
  { name, formula, sheetName, hidden, comment }: NamedFormula,
  places: TabPlaces,
  functions: FunctionNames,
): string {
  const sheet = sheetName === undefined ? undefined : places.bySheet.get(sheetName.toLowerCase());
  const attributes = [
    sheet === undefined ? '' : ` localSheetId="${sheet}"`,
    hidden ? ' hidden="1"' : '',
    comment ? ` comment="${escapeAttribute(comment)}"` : '',
  ];
  const stored = escapeText(formulaToFile(formula, functions).text);
  return `<definedName name="${escapeAttribute(name)}"${attributes.join('')}>${stored}</definedName>`;
}

/** A name of a sheet whose tab moved says the tab's new place. */
function movedElement({ element }: NameInFile, source: string, places: TabPlaces): string {
  const { localSheetId } = element.attributes;
  const place = places.moved[Number(localSheetId ?? -1)];
  const isKept = place === undefined || String(place) === localSheetId;
  return isKept
    ? source.slice(element.start, element.end)
    : elementWith(source, element, { localSheetId: String(place) });
}

interface PrintNames {
  /** The file's place of the sheet, and the name: what goes or is written anew. */
  readonly replaced: ReadonlySet<string>;
  readonly written: readonly string[];
}

/** Print areas and titles that differ from the file's. */
function changedPrintNames({ open, snapshot }: WorkbookWriting, places: TabPlaces): PrintNames {
  const replaced = new Set<string>();
  const written: string[] = [];
  for (const sheet of snapshot.sheets) {
    const before = open.sheets.find(known => known.snapshot.name.toLowerCase() === sheet.name.toLowerCase())?.snapshot;
    const place = places.bySheet.get(sheet.name.toLowerCase())!;
    const note = (name: string, rangesOf: (layout: PageLayoutSnapshot) => string | undefined): void => {
      const [old, now] = [rangesOf(before?.pageLayout ?? {}), rangesOf(sheet.pageLayout ?? {})];
      if (old === now) return;
      replaced.add(`${places.moved.indexOf(place)} ${name}`);
      if (now === undefined) return;
      const reference = escapeText(absolutePrintReference(quoteSheetName(sheet.name), now));
      written.push(`<definedName name="${name}" localSheetId="${place}">${reference}</definedName>`);
    };
    note(PRINT_AREA, ({ printArea }) => printArea);
    // Columns before rows, as Excel writes them.
    note(PRINT_TITLES, ({ printTitleColumns, printTitleRows }) => [printTitleColumns, printTitleRows].filter(Boolean).join(',') || undefined);
  }
  return { replaced, written };
}
