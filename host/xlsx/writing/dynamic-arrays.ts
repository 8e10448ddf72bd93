import type { OpenWorkbook } from '../reading/open-workbook.ts';
import { insertInOrder, insertLast, setAttributes, SPREADSHEET_NAMESPACE, withNamespace } from '../xml/insert.ts';
import { child, childrenNamed, descend, flag, type XmlElement } from '../xml/parse-xml.ts';
import { TextEdits } from '../xml/text-edits.ts';

const CONTENT_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheetMetadata+xml';
const NAMESPACE = 'http://schemas.microsoft.com/office/spreadsheetml/2017/dynamicarray';
/** Excel's identifier of the extension that marks a formula as dynamic. */
const EXTENSION = '{bdbb8cdc-fa1e-496e-a857-3c3f30c029c3}';
const ORDER = [
  'metadataTypes',
  'metadataStrings',
  'mdxMetadata',
  'futureMetadata',
  'cellMetadata',
  'valueMetadata',
  'extLst',
];

const TYPE =
  '<metadataType name="XLDAPR" minSupportedVersion="120000" copy="1" pasteAll="1" pasteValues="1" merge="1"' +
  ' splitFirst="1" rowColShift="1" clearFormats="1" clearComments="1" assign="1" coerce="1" cellMeta="1"/>';
const FUTURE =
  `<futureMetadata name="XLDAPR" count="1"><bk><extLst><ext uri="${EXTENSION}">` +
  `<xda:dynamicArrayProperties xmlns:xda="${NAMESPACE}" fDynamic="1" fCollapsed="0"/></ext></extLst></bk></futureMetadata>`;
const EMPTY =
  `<metadata xmlns="${SPREADSHEET_NAMESPACE}"><metadataTypes count="0"></metadataTypes>` +
  '<cellMetadata count="0"></cellMetadata></metadata>';

/** The workbook's mark for dynamic array formulas: cells carry its number (`cm`), one part says what it means. */
export class DynamicArrays {
  readonly #open: OpenWorkbook;
  #number = 0;

  constructor(open: OpenWorkbook) {
    this.#open = open;
  }

  /** The `cm` of a dynamic array formula; from the first call on, the file says what it means. */
  number(): number {
    if (this.#number === 0) this.#number = this.#find() || this.#add();
    return this.#number;
  }

  #part(): string | undefined {
    const { file, part } = this.#open;
    return file.relations(part).find(({ kind, target }) => kind === 'sheetMetadata' && file.has(target))?.target;
  }

  /** The mark the file has already, 0 when it has none. */
  #find(): number {
    const part = this.#part();
    if (part === undefined) return 0;
    const root = this.#open.file.xml(part);
    const type = typeNumber(root);
    const meanings = childrenNamed(childrenNamed(root, 'futureMetadata').find(isDynamic), 'bk').map(isMarkedDynamic);
    const records = childrenNamed(child(root, 'cellMetadata'), 'bk').map(record => child(record, 'rc')?.attributes);
    return 1 + records.findIndex(record => Number(record?.t) === type && meanings[Number(record?.v)]);
  }

  #add(): number {
    const { file, part: workbookPart } = this.#open;
    let part = this.#part();
    if (part === undefined) {
      part = `${workbookPart.slice(0, workbookPart.lastIndexOf('/') + 1)}metadata.xml`;
      file.addPart(part, CONTENT_TYPE, EMPTY);
      file.addRelation(workbookPart, 'sheetMetadata', part);
    }
    const source = file.text(part);
    const root = file.xml(part);
    const edits = new TextEdits();
    const types = append(edits, source, root, { name: 'metadataTypes', xml: TYPE });
    insertInOrder(edits, source, root, { name: 'futureMetadata', xml: FUTURE, order: ORDER });
    const number = append(edits, source, root, { name: 'cellMetadata', xml: `<bk><rc t="${types}" v="0"/></bk>` });
    file.setText(part, edits.applyTo(source));
    return number;
  }
}

const isDynamic = ({ attributes }: XmlElement): boolean => attributes.name === 'XLDAPR';

const typeNumber = (root: XmlElement): number =>
  1 + (child(root, 'metadataTypes')?.children.findIndex(({ attributes }) => attributes.name === 'XLDAPR') ?? -1);

const isMarkedDynamic = (meaning: XmlElement): boolean =>
  flag(descend(meaning, 'extLst', 'ext', 'dynamicArrayProperties')?.attributes.fDynamic);

/** Adds to a counted list and answers how many are in it now. */
function append(
  edits: TextEdits,
  source: string,
  root: XmlElement,
  { name, xml }: { name: string; xml: string },
): number {
  const list = child(root, name);
  const count = (list?.children.length ?? 0) + 1;
  if (list && !list.isSelfClosing) {
    setAttributes(edits, source, list, { count: String(count) });
    insertLast(edits, source, list, withNamespace(root, xml));
    return count;
  }
  if (list) edits.replace(list.start, list.end, '');
  insertInOrder(edits, source, root, { name, xml: `<${name} count="1">${xml}</${name}>`, order: ORDER });
  return 1;
}
