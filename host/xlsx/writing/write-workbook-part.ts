import { relationAttribute } from '../package/relations.ts';
import { escapeAttribute } from '../xml/escape.ts';
import { elementWith, insertInOrder, setAttributes, setChild, withNamespace } from '../xml/insert.ts';
import { child, childrenNamed, type XmlElement } from '../xml/parse-xml.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { activeSheetName } from './active-sheet.ts';
import type { WorkbookWriting } from './workbook-writing.ts';
import { nameElements, type TabPlaces } from './write-names.ts';

const WORKBOOK_ORDER = (
  'fileVersion fileSharing workbookPr AlternateContent revisionPtr absPath workbookProtection bookViews sheets ' +
  'functionGroups externalReferences definedNames calcPr oleSize customWorkbookViews pivotCaches smartTagPr ' +
  'smartTagTypes webPublishing fileRecoveryPr webPublishObjects extLst'
).split(' ');

/** A sheet of the snapshot that the file does not have, with the relation to its new part. */
export interface NewTab {
  readonly name: string;
  readonly relationId: string;
}

/** Tabs, names, the active tab and how to calculate. */
export function writeWorkbookPart(writing: WorkbookWriting, newTabs: readonly NewTab[]): void {
  const { file, part } = writing.open;
  const source = file.text(part);
  const root = file.xml(part);
  const edits = new TextEdits();
  const places = writeTabs(writing, edits, newTabs);
  writeNames(writing, edits, places);
  writeActiveTab(writing, edits, places);
  const calculation = child(root, 'calcPr');
  if (writing.needsCalculation && calculation) setAttributes(edits, source, calculation, { fullCalcOnLoad: '1' });
  else if (writing.needsCalculation) {
    insertInOrder(edits, source, root, { name: 'calcPr', xml: '<calcPr fullCalcOnLoad="1"/>', order: WORKBOOK_ORDER });
  }
  if (!edits.isEmpty) file.setText(part, edits.applyTo(source));
}

interface Tab {
  readonly name: string;
  readonly xml: string;
  /** Place in the file, -1 for a new one. */
  readonly before: number;
}

/** Worksheets stand in the snapshot's order; chart sheets, of which it knows nothing, keep their place. */
function writeTabs(writing: WorkbookWriting, edits: TextEdits, newTabs: readonly NewTab[]): TabPlaces {
  const { open, snapshot } = writing;
  const source = open.file.text(open.part);
  const root = open.file.xml(open.part);
  const container = child(root, 'sheets')!;
  const elements = childrenNamed(container, 'sheet');
  let sheetId = Math.max(0, ...elements.map(({ attributes }) => Number(attributes.sheetId) || 0));
  const worksheets = snapshot.sheets.map((sheet): Tab => {
    const fresh = newTabs.find(({ name }) => name === sheet.name);
    const state = sheet.isHidden ? ' state="hidden"' : '';
    if (fresh) {
      const name = escapeAttribute(sheet.name);
      const relation = relationAttribute(root, fresh.relationId);
      return {
        name: sheet.name,
        xml: withNamespace(root, `<sheet name="${name}" sheetId="${++sheetId}"${state} ${relation}/>`),
        before: -1,
      };
    }
    const before = elements.findIndex(({ attributes }) => attributes.name?.toLowerCase() === sheet.name.toLowerCase());
    return { name: sheet.name, xml: tabXml(source, elements[before]!, sheet.isHidden), before };
  });
  const others = elements.flatMap((element, before): Tab[] => {
    const name = element.attributes.name ?? '';
    const isWorksheet = snapshot.sheets.some(sheet => sheet.name.toLowerCase() === name.toLowerCase());
    return isWorksheet ? [] : [{ name, xml: source.slice(element.start, element.end), before }];
  });
  const tabs = [...worksheets];
  for (const other of others) tabs.splice(Math.min(other.before, tabs.length), 0, other);
  const written = tabs.map(({ xml }) => xml).join('');
  if (written !== elements.map(({ start, end }) => source.slice(start, end)).join('')) {
    edits.replace(container.start, container.end, withNamespace(root, `<sheets>${written}</sheets>`));
  }
  return {
    moved: elements.map((_, index) => tabs.findIndex(({ before }) => before === index)),
    bySheet: new Map(tabs.map(({ name }, place) => [name.toLowerCase(), place])),
  };
}

function tabXml(source: string, element: XmlElement, isHidden: boolean): string {
  const { state = 'visible' } = element.attributes;
  if (isHidden === (state !== 'visible')) return source.slice(element.start, element.end);
  return elementWith(source, element, { state: isHidden ? 'hidden' : undefined });
}

function writeNames(writing: WorkbookWriting, edits: TextEdits, places: TabPlaces): void {
  const { file, part } = writing.open;
  const source = file.text(part);
  const root = file.xml(part);
  const existing = child(root, 'definedNames');
  const before = existing?.children.map(({ start, end }) => source.slice(start, end)) ?? [];
  const after = nameElements(writing, places);
  if (before.join('') === after.join('')) return;
  const xml = after.length === 0 ? '' : `<definedNames>${after.join('')}</definedNames>`;
  setChild(edits, source, root, { name: 'definedNames', xml, order: WORKBOOK_ORDER });
}

function writeActiveTab(writing: WorkbookWriting, edits: TextEdits, places: TabPlaces): void {
  const { file, part } = writing.open;
  const source = file.text(part);
  const root = file.xml(part);
  const view = child(child(root, 'bookViews'), 'workbookView');
  const old = Number(view?.attributes.activeTab ?? 0);
  const wanted = activeSheetName(writing);
  const active =
    (wanted === undefined ? undefined : places.bySheet.get(wanted.toLowerCase())) ?? places.moved[old] ?? 0;
  const isFirstKept = view?.attributes.firstSheet === undefined;
  if (active === old && (isFirstKept || places.moved.every((place, index) => place === index))) return;
  const changes = { activeTab: String(active), firstSheet: undefined };
  if (view) setAttributes(edits, source, view, changes);
  else {
    const xml = `<bookViews><workbookView activeTab="${active}"/></bookViews>`;
    setChild(edits, source, root, { name: 'bookViews', xml, order: WORKBOOK_ORDER });
  }
}
