import type { WorkbookSnapshot } from '../../workbook/snapshot.ts';
import { readCustomXml, type CustomXmlOfFile } from '../custom-xml/read-custom-xml.ts';
import type { FunctionNames } from '../function-names.ts';
import { workbookPartOf, WorkbookPackage } from '../package/workbook-package.ts';
import { CALIBRI } from '../styles/cell-style.ts';
import { readStyles, type StylesInFile } from '../styles/read-styles.ts';
import { WorkbookFileError } from '../workbook-file-error.ts';
import { child, childrenNamed, flag, prefixedAttribute, type XmlElement } from '../xml/parse-xml.ts';
import { readNames, type NameInFile } from './read-names.ts';
import { readSheet, type SheetInFile, type SheetSources } from './read-sheet.ts';
import { readSharedStrings, type SharedString } from './shared-strings.ts';

/** An opened file: what it says, and where it says it, so that a changed workbook can be put back into it. */
export interface OpenWorkbook {
  readonly file: WorkbookPackage;
  /** The workbook part. */
  readonly part: string;
  readonly snapshot: WorkbookSnapshot;
  readonly strings: readonly SharedString[];
  readonly stringsPart: string | undefined;
  readonly styles: StylesInFile;
  readonly stylesPart: string | undefined;
  readonly sheets: readonly SheetInFile[];
  readonly names: readonly NameInFile[];
  readonly customXml: CustomXmlOfFile;
}

export function openWorkbook(bytes: Uint8Array, functions: FunctionNames): OpenWorkbook {
  const open = readPackage(WorkbookPackage.open(bytes), functions);
  if (open.sheets.length > 0) return open;
  throw new WorkbookFileError('The file is not an Excel workbook (.xlsx): it has no worksheet.');
}

/** Also for a package without sheets, on which a new file begins. */
export function readPackage(file: WorkbookPackage, functions: FunctionNames): OpenWorkbook {
  const part = workbookPartOf(file);
  const root = file.xml(part);
  const linkedPart = (wanted: string): string | undefined =>
    file.relations(part).find(({ kind, target }) => kind === wanted && file.has(target))?.target;
  const xmlOf = (name: string | undefined): XmlElement | undefined => (name === undefined ? undefined : file.xml(name));

  const tabs = readTabs(file, part, root);
  const stringsPart = linkedPart('sharedStrings');
  const strings = stringsPart === undefined ? [] : readSharedStrings(file.text(stringsPart), stringsPart);
  const stylesPart = linkedPart('styles');
  const styles = readStyles(xmlOf(stylesPart), xmlOf(linkedPart('theme')));
  const date1904 = flag(child(root, 'workbookPr')?.attributes.date1904);
  const names = readNames(
    root,
    tabs.map(({ name, sheetPart }) => (sheetPart === undefined ? null : name)),
    functions,
  );
  const sources: SheetSources = { file, strings, styles, functions, date1904 };
  const sheets = tabs.flatMap(({ name, sheetPart, isHidden }, index) =>
    sheetPart === undefined
      ? []
      : [readSheet(sources, { name, part: sheetPart, isHidden, printNames: printNamesOf(names, index) })],
  );
  const customXml = readCustomXml(file, part);
  const activeTab = tabs[Number(child(child(root, 'bookViews'), 'workbookView')?.attributes.activeTab ?? 0)];
  const isPlainFont = styles.normal.fontName === CALIBRI.fontName && styles.normal.fontSize === CALIBRI.fontSize;
  return {
    file,
    part,
    strings,
    stringsPart,
    styles,
    stylesPart,
    sheets,
    names,
    customXml,
    snapshot: {
      sheets: sheets.map(({ snapshot }) => snapshot),
      names: names.flatMap(({ name }) => name ?? []),
      customXmlParts: customXml.parts.map(found => found.customXml),
      settings: customXml.settings,
      date1904,
      ...(activeTab?.sheetPart !== undefined && { activeSheetName: activeTab.name }),
      ...(!isPlainFont && { normalFont: { name: styles.normal.fontName, size: styles.normal.fontSize } }),
    },
  };
}

interface Tab {
  readonly name: string;
  /** Undefined for chart sheets and other kinds that hold no cells. */
  readonly sheetPart: string | undefined;
  readonly isHidden: boolean;
}

function readTabs(file: WorkbookPackage, part: string, root: XmlElement): Tab[] {
  const elements = childrenNamed(child(root, 'sheets'), 'sheet');
  const names = elements.map(({ attributes }) => attributes.name?.toLowerCase() ?? '');
  if (names.includes('') || new Set(names).size < names.length) {
    throw new WorkbookFileError('The file is damaged: two of its sheets have the same name, or one has none.');
  }
  return elements.map(element => {
    const relation = file.relation(part, prefixedAttribute(element, 'id'));
    const { name = '', state = 'visible' } = element.attributes;
    if (!relation || !file.has(relation.target))
      throw new WorkbookFileError(`The file is damaged: its sheet ${name} is missing.`);
    return {
      name,
      sheetPart: relation.kind === 'worksheet' ? relation.target : undefined,
      isHidden: state !== 'visible',
    };
  });
}

const printNamesOf = (names: readonly NameInFile[], tabIndex: number): Map<string, string> =>
  new Map(
    names
      .filter(({ element }) => element.attributes.localSheetId === String(tabIndex))
      .map(({ element }) => [element.attributes.name ?? '', element.text.trim()]),
  );
