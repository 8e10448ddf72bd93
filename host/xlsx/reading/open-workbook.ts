import type { SheetSnapshot, WorkbookSnapshot } from '../../workbook/snapshot.ts';
import type { FunctionNames } from '../function-names.ts';
import { workbookPartOf, WorkbookPackage } from '../package/workbook-package.ts';
import { WorkbookFileError } from '../workbook-file-error.ts';
import { child, childrenNamed, flag, prefixedAttribute, type XmlElement } from '../xml/parse-xml.ts';
import { readNames, type NameInFile } from './read-names.ts';
import { readSharedStrings, type SharedString } from './shared-strings.ts';
import { readSheet, type SheetInFile, type SheetSources } from './read-sheet.ts';

/** An opened file: what it says, and where it says it, so that a changed workbook can be put back into it. */
export interface OpenWorkbook {
  readonly file: WorkbookPackage;
  readonly part: string;
  readonly snapshot: WorkbookSnapshot;
  readonly strings: readonly SharedString[];
  readonly stringsPart: string | undefined;
  readonly sheets: readonly SheetInFile[];
  readonly names: readonly NameInFile[];
}

export function openWorkbook(bytes: Uint8Array, functions: FunctionNames): OpenWorkbook {
  const file = WorkbookPackage.open(bytes);
  const part = workbookPartOf(file);
  const root = file.xml(part);
  const links = sheetLinks(file, part, root);
  const stringsPart = file.relations(part).find(({ kind }) => kind === 'sharedStrings')?.target;
  const strings = stringsPart && file.has(stringsPart) ? readSharedStrings(file.text(stringsPart), stringsPart) : [];
  const date1904 = flag(child(root, 'workbookPr')?.attributes.date1904);
  const sources: SheetSources = { file, strings, styles: [], functions, date1904 };
  const sheets = links.flatMap(link => (link.part ? [readSheet(sources, { ...link, part: link.part })] : []));
  if (sheets.length === 0) throw new WorkbookFileError('The file is not an Excel workbook (.xlsx): it has no worksheet.');
  const sheetNames = links.map(link => (link.part ? link.name : null));
  const names = readNames(root, sheetNames, functions);
  const activeSheetName = sheetNames[activeTab(root)] ?? undefined;
  return {
    file,
    part,
    strings,
    stringsPart,
    sheets,
    names,
    snapshot: {
      sheets: sheets.map((sheet): SheetSnapshot => sheet.snapshot),
      names: names.flatMap(({ name }) => name ?? []),
      customXmlParts: [],
      settings: {},
      date1904,
      ...(activeSheetName !== undefined && { activeSheetName }),
    },
  };
}

interface SheetLink {
  readonly name: string;
  /** Undefined for chart sheets and other kinds that hold no cells. */
  readonly part: string | undefined;
  readonly isHidden: boolean;
}

function sheetLinks(file: WorkbookPackage, part: string, root: XmlElement): SheetLink[] {
  return childrenNamed(child(root, 'sheets'), 'sheet').map(element => {
    const relation = file.relation(part, prefixedAttribute(element, 'id'));
    const { name = '', state = 'visible' } = element.attributes;
    if (!relation || !file.has(relation.target)) throw new WorkbookFileError(`The file is damaged: its sheet ${name} is missing.`);
    return { name, part: relation.kind === 'worksheet' ? relation.target : undefined, isHidden: state !== 'visible' };
  });
}

const activeTab = (root: XmlElement): number =>
  Number(child(child(root, 'bookViews'), 'workbookView')?.attributes.activeTab ?? 0);
