import { insertInOrder, insertLast, setAttributes, setChild, withNamespace } from '../xml/insert.ts';
import { child, type XmlElement } from '../xml/parse-xml.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { SHEET_ORDER } from './sheet-order.ts';

/** Changes gathered for one sheet's part, over its text as the file has it. */
export class SheetEdits {
  readonly source: string;
  readonly root: XmlElement;
  readonly edits = new TextEdits();

  constructor(source: string, root: XmlElement) {
    this.source = source;
    this.root = root;
  }

  child(name: string): XmlElement | undefined {
    return child(this.root, name);
  }

  /** Replaces the sheet's element of this name, or puts one where the format wants it; empty XML removes it. */
  set(name: string, xml: string): void {
    setChild(this.edits, this.source, this.root, { name, xml, order: SHEET_ORDER });
  }

  /** One more element of this name, after those there are. */
  add(name: string, xml: string): void {
    insertInOrder(this.edits, this.source, this.root, { name, xml, order: SHEET_ORDER });
  }

  setAttributes(element: XmlElement, changes: Readonly<Record<string, string | undefined>>): void {
    setAttributes(this.edits, this.source, element, changes);
  }

  insertLast(parent: XmlElement, xml: string): void {
    insertLast(this.edits, this.source, parent, withNamespace(this.root, xml));
  }

  replace(element: XmlElement, xml: string): void {
    this.edits.replace(element.start, element.end, withNamespace(this.root, xml));
  }

  remove(element: XmlElement): void {
    this.edits.replace(element.start, element.end, '');
  }

  slice(element: XmlElement): string {
    return this.source.slice(element.start, element.end);
  }

  apply(): string {
    return this.edits.isEmpty ? this.source : this.edits.applyTo(this.source);
  }
}
