import { WorkbookFileError } from '../workbook-file-error.ts';
import { escapeAttribute } from '../xml/escape.ts';
import { insertLast } from '../xml/insert.ts';
import { child, childrenNamed, parseXml, type XmlElement } from '../xml/parse-xml.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { readZip, unpackEntry, type ZipEntry } from '../zip/read-zip.ts';
import { packEntry, writeZip } from '../zip/write-zip.ts';
import { readRelations, relationsPartOf, relativeTarget, type Relation } from './relations.ts';
import { isStrictType, toStrict } from './strict.ts';
import { decodePart } from './decode-part.ts';
import { refuseForeignFormat } from './foreign-format.ts';

const CONTENT_TYPES = '[Content_Types].xml';
const ROOT_RELATIONS = '_rels/.rels';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const EMPTY_CONTENT_TYPES =
  `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  '<Default Extension="xml" ContentType="application/xml"/></Types>';
const EMPTY_RELATIONS = `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>`;
const RELATION_TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/** The parts of an opened or growing file. Parts nobody changes keep their packed bytes. */
export class WorkbookPackage {
  /** In the order of the file, new parts last. Keys in lower case: part names have no case. */
  readonly #entries = new Map<string, ZipEntry>();
  readonly #texts = new Map<string, string>();
  readonly #trees = new Map<string, XmlElement>();
  readonly #changed = new Set<string>();
  #hasRemoved = false;

  static open(bytes: Uint8Array): WorkbookPackage {
    refuseForeignFormat(bytes);
    const opened = new WorkbookPackage();
    for (const entry of readZip(bytes)) opened.#entries.set(entry.name.toLowerCase(), entry);
    if (!opened.has(CONTENT_TYPES))
      throw new WorkbookFileError('The file is not an Excel workbook (.xlsx): it lists no content types.');
    return opened;
  }

  static empty(): WorkbookPackage {
    const created = new WorkbookPackage();
    created.setText(CONTENT_TYPES, EMPTY_CONTENT_TYPES);
    return created;
  }

  get partNames(): string[] {
    return [...this.#entries.values()].map(entry => entry.name);
  }

  get isChanged(): boolean {
    return this.#changed.size > 0 || this.#hasRemoved;
  }

  has(part: string): boolean {
    return this.#entries.has(part.toLowerCase());
  }

  bytes(part: string): Uint8Array {
    return unpackEntry(this.#entry(part));
  }

  text(part: string): string {
    const key = part.toLowerCase();
    let text = this.#texts.get(key);
    if (text === undefined) this.#texts.set(key, (text = decodePart(unpackEntry(this.#entry(part)))));
    return text;
  }

  /** A sheet's text can be large: lets go of it when it is read for the last time. */
  forgetText(part: string): void {
    const key = part.toLowerCase();
    if (!this.#changed.has(key)) this.#texts.delete(key);
  }

  xml(part: string): XmlElement {
    const key = part.toLowerCase();
    let tree = this.#trees.get(key);
    if (!tree) this.#trees.set(key, (tree = parseXml(this.text(part), part)));
    return tree;
  }

  setText(part: string, text: string): void {
    const key = part.toLowerCase();
    const known = this.#entries.get(key);
    if (!known) this.#entries.set(key, { name: part, method: 0, crc: 0, size: 0, packed: new Uint8Array() });
    else if (this.text(part) === text) return;
    this.#texts.set(key, text);
    this.#trees.delete(key);
    this.#changed.add(key);
  }

  addPart(part: string, contentType: string, xml: string): void {
    this.writePart(part, xml);
    this.setContentType(part, contentType);
  }

  /** The part's whole content, written by us. */
  writePart(part: string, xml: string): void {
    this.setText(part, DECLARATION + this.inDialect(xml));
  }

  /** Removes the part, its content type and its own relations; links to it are the caller's. */
  removePart(part: string): void {
    const override = this.#override(part);
    if (override) this.#cut(CONTENT_TYPES, override);
    this.#hasRemoved = true;
    for (const name of [part, relationsPartOf(part)]) {
      const key = name.toLowerCase();
      this.#entries.delete(key);
      this.#texts.delete(key);
      this.#trees.delete(key);
      this.#changed.delete(key);
    }
  }

  contentType(part: string): string | undefined {
    const override = this.#override(part);
    if (override) return override.attributes.ContentType;
    const extension = part.slice(part.lastIndexOf('.') + 1).toLowerCase();
    return childrenNamed(this.xml(CONTENT_TYPES), 'Default').find(
      element => element.attributes.Extension?.toLowerCase() === extension,
    )?.attributes.ContentType;
  }

  setContentType(part: string, contentType: string): void {
    if (this.contentType(part) === contentType) return;
    this.#append(CONTENT_TYPES, `<Override PartName="/${escapeAttribute(part)}" ContentType="${contentType}"/>`);
  }

  relations(part: string): Relation[] {
    const relationsPart = relationsPartOf(part);
    return this.has(relationsPart) ? readRelations(this.xml(relationsPart), part) : [];
  }

  relation(part: string, id: string | undefined): Relation | undefined {
    return id === undefined ? undefined : this.relations(part).find(relation => relation.id === id);
  }

  /** Links `part` (empty: the package itself) to `target`; answers the new relation's id. */
  addRelation(part: string, type: string, target: string): string {
    const relationsPart = relationsPartOf(part);
    if (!this.has(relationsPart)) this.setText(relationsPart, EMPTY_RELATIONS);
    const taken = new Set(this.relations(part).map(relation => relation.id));
    let number = taken.size + 1;
    while (taken.has(`rId${number}`)) number++;
    const fullType = this.inDialect(RELATION_TYPES + type);
    const relative = escapeAttribute(relativeTarget(part, target));
    this.#append(relationsPart, `<Relationship Id="rId${number}" Type="${fullType}" Target="${relative}"/>`);
    return `rId${number}`;
  }

  removeRelation(part: string, id: string): void {
    const relation = this.relation(part, id);
    if (relation) this.#cut(relationsPartOf(part), relation.element);
  }

  /** `xl/charts/chart` to `xl/charts/chart3.xml`: the first number no part has. */
  freePartName(stem: string): string {
    let number = 1;
    while (this.has(`${stem}${number}.xml`)) number++;
    return `${stem}${number}.xml`;
  }

  save(): Uint8Array {
    const entries = [...this.#entries].map(([key, entry]) =>
      this.#changed.has(key) ? packEntry(entry.name, new TextEncoder().encode(this.#texts.get(key))) : entry,
    );
    return writeZip(entries);
  }

  /** Our XML as this file needs it: strict files name everything otherwise. */
  inDialect(xml: string): string {
    const links = this.has(ROOT_RELATIONS) ? this.xml(ROOT_RELATIONS).children : [];
    return links.some(({ attributes }) => isStrictType(attributes.Type ?? '')) ? toStrict(xml) : xml;
  }

  #entry(part: string): ZipEntry {
    const entry = this.#entries.get(part.toLowerCase());
    if (!entry) throw new WorkbookFileError(`The file is damaged: its part ${part} is missing.`);
    return entry;
  }

  #override(part: string): XmlElement | undefined {
    const wanted = `/${part}`.toLowerCase();
    return childrenNamed(this.xml(CONTENT_TYPES), 'Override').find(
      element => element.attributes.PartName?.toLowerCase() === wanted,
    );
  }

  #append(part: string, element: string): void {
    const root = this.xml(part);
    const edits = new TextEdits();
    const written = root.prefix ? element.replace(/^<(\w+)/, `<${root.prefix}$1`) : element;
    insertLast(edits, this.text(part), root, written);
    this.setText(part, edits.applyTo(this.text(part)));
  }

  #cut(part: string, element: XmlElement): void {
    const text = this.text(part);
    this.setText(part, text.slice(0, element.start) + text.slice(element.end));
  }
}

/** Saved under the name .xlsx, Excel would not open them. */
const OTHER_KINDS = [
  ['sheet.binary', 'a binary workbook (.xlsb)'],
  ['macroEnabled', 'a workbook with macros (.xlsm)'],
  ['template', 'a template (.xltx)'],
] as const;

/** The workbook part the package's own relations lead to. */
export function workbookPartOf(file: WorkbookPackage): string {
  const relation = file.relations('').find(({ kind }) => kind === 'officeDocument');
  if (!relation || !file.has(relation.target)) {
    throw new WorkbookFileError('The file is not an Excel workbook (.xlsx): it has no workbook part.');
  }
  const contentType = file.contentType(relation.target) ?? '';
  const kind = OTHER_KINDS.find(([mark]) => contentType.includes(mark));
  if (kind) throw new WorkbookFileError(`The file is ${kind[1]}. Save it as .xlsx and open it again.`);
  const root = file.xml(relation.target);
  if (root.name !== 'workbook' || !child(root, 'sheets')) {
    throw new WorkbookFileError('The file is not an Excel workbook (.xlsx): its main part is something else.');
  }
  return relation.target;
}
