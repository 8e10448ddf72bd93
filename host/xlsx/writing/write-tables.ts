import { sameBox } from '../cell-address.ts';
import { formatAddress } from '../../workbook/address.ts';
import type { SheetSnapshot, TableSnapshot } from '../../workbook/snapshot.ts';
import { relationAttribute } from '../package/relations.ts';
import type { SheetInFile } from '../reading/read-sheet.ts';
import type { TableInFile } from '../reading/read-tables.ts';
import { decodeExcelText } from '../xml/escape.ts';
import { attributesXml, insertInOrder, setAttributes, withNamespace } from '../xml/insert.ts';
import { child, childrenNamed, prefixedAttribute, type XmlElement } from '../xml/parse-xml.ts';
import { TextEdits } from '../xml/text-edits.ts';
import type { SheetEdits } from './sheet-edits.ts';
import { columnNameAttribute, filterRange, styleInfo, tableXml } from './table-xml.ts';
import type { WorkbookWriting } from './workbook-writing.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml';
const TABLE_ORDER = ['autoFilter', 'sortState', 'tableColumns', 'tableStyleInfo', 'extLst'];

/** Tables of the file keep their part and follow the snapshot's range and columns; new ones get a part. */
export function writeTables(
  writing: WorkbookWriting,
  edits: SheetEdits,
  inFile: SheetInFile,
  sheet: SheetSnapshot,
): void {
  const { file } = writing.open;
  const known = new Map(inFile.tables.map(found => [found.table.name.toLowerCase(), found]));
  const links: string[] = [];
  for (const table of sheet.tables) {
    const found = known.get(table.name.toLowerCase());
    known.delete(table.name.toLowerCase());
    if (found) patchTable(writing, found, table, sheet.name);
    else {
      const part = file.freePartName('xl/tables/table');
      file.addPart(part, CONTENT_TYPE, tableXml(table, writing.tableIds.next()));
      links.push(`<tablePart ${relationAttribute(edits.root, file.addRelation(inFile.part, 'table', part))}/>`);
    }
  }
  const gone = [...known.values()];
  gone.forEach(({ part, relationId }) => {
    file.removeRelation(inFile.part, relationId);
    file.removePart(part);
  });
  if (links.length === 0 && gone.length === 0) return;
  const container = edits.child('tableParts');
  const kept = childrenNamed(container, 'tablePart')
    .filter(link => !gone.some(({ relationId }) => relationId === prefixedAttribute(link, 'id')))
    .map(link => edits.slice(link));
  const all = [...kept, ...links];
  edits.set('tableParts', all.length === 0 ? '' : `<tableParts count="${all.length}">${all.join('')}</tableParts>`);
}

function patchTable(
  writing: WorkbookWriting,
  { part, table: before }: TableInFile,
  after: TableSnapshot,
  sheetName: string,
): void {
  const { file } = writing.open;
  const source = file.text(part);
  const root = file.xml(part);
  const edits = new TextEdits();
  const isMoved = !sameBox(before.box, after.box);
  const areColumnsKept = JSON.stringify(before.columnNames) === JSON.stringify(after.columnNames);
  if (isMoved || !areColumnsKept) writing.tableMoves.push({ sheetName, before, after });
  if (isMoved || before.showTotals !== after.showTotals) {
    setAttributes(edits, source, root, {
      ref: formatAddress(after.box),
      ...(before.showTotals !== after.showTotals && {
        totalsRowCount: after.showTotals ? '1' : undefined,
        totalsRowShown: after.showTotals ? undefined : '0',
      }),
    });
  }
  patchFilter(edits, source, root, before, after);
  if (!areColumnsKept) patchColumns(edits, source, root, after.columnNames);
  patchStyle(edits, source, root, before, after);
  if (!edits.isEmpty) file.setText(part, edits.applyTo(source));
}

/** Filters stay with their columns; a stored sort order is dropped, as rows came anew. */
function patchFilter(
  edits: TextEdits,
  source: string,
  root: XmlElement,
  before: TableSnapshot,
  after: TableSnapshot,
): void {
  const filter = child(root, 'autoFilter');
  if (!after.showFilterButton) {
    if (filter) edits.replace(filter.start, filter.end, '');
    return;
  }
  const range = filterRange(after);
  if (filter && after.areFiltersCleared && filter.children.length > 0) {
    const attributes = attributesXml({ ...filter.attributes, ref: range });
    edits.replace(filter.start, filter.end, withNamespace(root, `<autoFilter${attributes}/>`));
    return;
  }
  if (!filter) {
    insertInOrder(edits, source, root, { name: 'autoFilter', xml: `<autoFilter ref="${range}"/>`, order: TABLE_ORDER });
    return;
  }
  if (range === filterRange(before)) return;
  setAttributes(edits, source, filter, { ref: range });
  const orders = [child(filter, 'sortState'), child(root, 'sortState')];
  for (const order of orders) if (order) edits.replace(order.start, order.end, '');
  for (const column of childrenNamed(filter, 'filterColumn')) {
    const name = before.columnNames[Number(column.attributes.colId)];
    const colId = after.columnNames.findIndex(now => now.toLowerCase() === name?.toLowerCase());
    if (colId < 0) edits.replace(column.start, column.end, '');
    else if (String(colId) !== column.attributes.colId) setAttributes(edits, source, column, { colId: String(colId) });
  }
}

/** A column keeps its element, and with it the formula the analyst filled it with, as long as its name is there. */
function patchColumns(edits: TextEdits, source: string, root: XmlElement, names: readonly string[]): void {
  const container = child(root, 'tableColumns');
  if (!container) return;
  const elements = childrenNamed(container, 'tableColumn');
  const byName = new Map(
    elements.map(element => [decodeExcelText(element.attributes.name ?? '').toLowerCase(), element]),
  );
  let id = Math.max(0, ...elements.map(({ attributes }) => Number(attributes.id) || 0));
  const columns = names.map(name => {
    const written = columnNameAttribute(name);
    const element = byName.get(name.toLowerCase());
    if (element) return source.slice(element.start, element.end);
    return withNamespace(root, `<tableColumn id="${++id}" name="${written}"/>`);
  });
  const xml = `<tableColumns count="${columns.length}">${columns.join('')}</tableColumns>`;
  edits.replace(container.start, container.end, withNamespace(root, xml));
}

function patchStyle(
  edits: TextEdits,
  source: string,
  root: XmlElement,
  before: TableSnapshot,
  after: TableSnapshot,
): void {
  if (before.style === after.style && before.showBandedRows === after.showBandedRows) return;
  const info = child(root, 'tableStyleInfo');
  const changes = { name: after.style, showRowStripes: String(Number(after.showBandedRows)) };
  if (info) setAttributes(edits, source, info, changes);
  else insertInOrder(edits, source, root, { name: 'tableStyleInfo', xml: styleInfo(after), order: TABLE_ORDER });
}
