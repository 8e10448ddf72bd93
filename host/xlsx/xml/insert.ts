import { escapeAttribute } from './escape.ts';
import { childrenNamed, type XmlElement } from './parse-xml.ts';
import type { TextEdits } from './text-edits.ts';

/** Puts `xml` as the last content of `parent`. */
export function insertLast(edits: TextEdits, source: string, parent: XmlElement, xml: string, rank = 0): void {
  if (!parent.isSelfClosing) {
    edits.insert(parent.contentEnd, xml, rank);
    return;
  }
  const nameEnd = source.slice(parent.start).search(/[\s/>]/) + parent.start;
  edits.replace(parent.end - 2, parent.end, `>${xml}</${source.slice(parent.start + 1, nameEnd)}>`);
}

/** Puts `xml`, an element named `name`, among the children of `parent` at the place `order` has for it. */
export function insertInOrder(
  edits: TextEdits,
  source: string,
  parent: XmlElement,
  insertion: { readonly name: string; readonly xml: string; readonly order: readonly string[] },
): void {
  const rank = insertion.order.indexOf(insertion.name);
  const next = parent.children.find(element => insertion.order.indexOf(element.name) > rank);
  const xml = withNamespace(parent, insertion.xml);
  if (next) edits.insert(next.start, xml, rank);
  else insertLast(edits, source, parent, xml, rank);
}

/**
 * Our XML names elements without a prefix. In a part that writes its own with one (`x:worksheet`),
 * what we add must say which namespace it means.
 */
export function withNamespace(parent: XmlElement, xml: string, namespace = SPREADSHEET_NAMESPACE): string {
  if (!parent.prefix) return xml;
  return xml.replace(/^<([\w:]+)/, `<$1 xmlns="${namespace}"`);
}

export const SPREADSHEET_NAMESPACE = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

export type AttributeChanges = Readonly<Record<string, string | undefined>>;

/** Sets, changes or (with undefined) removes attributes of an element. */
export function setAttributes(edits: TextEdits, source: string, element: XmlElement, changes: AttributeChanges): void {
  edits.replace(element.start, openTagEnd(element), openTagWith(source, element, changes));
}

/** The element's text with changed attributes. */
export const elementWith = (source: string, element: XmlElement, changes: AttributeChanges): string =>
  openTagWith(source, element, changes) + source.slice(openTagEnd(element), element.end);

const openTagEnd = (element: XmlElement): number => (element.isSelfClosing ? element.end : element.contentStart);

function openTagWith(source: string, element: XmlElement, changes: AttributeChanges): string {
  const open = source.slice(element.start, openTagEnd(element));
  const written = attributesXml({ ...element.attributes, ...changes });
  return open.slice(0, open.search(/[\s/>]/)) + written + (element.isSelfClosing ? '/>' : '>');
}

/** ` name="value"` of each attribute that has a value. */
export function attributesXml(attributes: AttributeChanges): string {
  let written = '';
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== undefined) written += ` ${name}="${escapeAttribute(value)}"`;
  }
  return written;
}

/** Replaces the first child named `name`, or puts one where `order` wants it; an empty `xml` removes it. */
export function setChild(
  edits: TextEdits,
  source: string,
  parent: XmlElement,
  insertion: { readonly name: string; readonly xml: string; readonly order: readonly string[] },
): void {
  const [existing] = childrenNamed(parent, insertion.name);
  if (existing) edits.replace(existing.start, existing.end, insertion.xml && withNamespace(parent, insertion.xml));
  else if (insertion.xml) insertInOrder(edits, source, parent, insertion);
}
