import { escapeAttribute } from './escape.ts';
import { childrenNamed, type XmlElement } from './parse-xml.ts';
import type { TextEdits } from './text-edits.ts';

/** Puts `xml` as the last content of `parent`. */
export function insertLast(edits: TextEdits, source: string, parent: XmlElement, xml: string): void {
  if (!parent.isSelfClosing) {
    edits.insert(parent.contentEnd, xml);
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
  if (next) edits.insert(next.start, xml);
  else insertLast(edits, source, parent, xml);
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

/** Sets, changes or (with undefined) removes attributes of an element. */
export function setAttributes(
  edits: TextEdits,
  source: string,
  element: XmlElement,
  changes: Readonly<Record<string, string | undefined>>,
): void {
  const open = source.slice(element.start, element.isSelfClosing ? element.end : element.contentStart);
  const closing = element.isSelfClosing ? '/>' : '>';
  const nameEnd = open.search(/[\s/>]/);
  const kept = Object.entries({ ...element.attributes, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const written = kept.map(([key, value]) => ` ${key}="${escapeAttribute(value)}"`).join('');
  edits.replace(element.start, element.start + open.length, open.slice(0, nameEnd) + written + closing);
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
