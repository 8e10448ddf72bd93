import { SaxesParser } from 'saxes';
import { WorkbookFileError } from '../workbook-file-error.ts';

/** An element of a part, with its place in the part's text so that a change touches nothing else. */
export interface XmlElement {
  /** Without namespace prefix: parts may use any prefix. */
  readonly name: string;
  /** Keys as written, with prefix. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** The element's own text, without that of its children. */
  readonly text: string;
  /** Offsets into the part's text: the whole element, and what stands between its tags. */
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly isSelfClosing: boolean;
  /** `x:` when the element is written with a prefix. */
  readonly prefix: string;
}

export interface XmlHandlers {
  open?(name: string, attributes: Readonly<Record<string, string>>, start: number, contentStart: number): void;
  text?(text: string): void;
  close?(name: string, contentEnd: number, end: number, isSelfClosing: boolean): void;
}

const MAX_DEPTH = 256;

/** Streams through a part. Refuses document type declarations: entity bombs live there, and no workbook needs one. */
export function scanXml(text: string, partName: string, handlers: XmlHandlers): void {
  const parser = new SaxesParser<{ position: false; xmlns: false }>({ position: false, xmlns: false });
  let depth = 0;
  let isSelfClosing = false;
  parser.on('error', error => {
    throw new WorkbookFileError(`The file is damaged: ${partName} is not well-formed XML (${error.message}).`);
  });
  parser.on('doctype', () => {
    throw new WorkbookFileError(`The file is refused: ${partName} carries a document type declaration.`);
  });
  parser.on('opentag', tag => {
    if (++depth > MAX_DEPTH) throw new WorkbookFileError(`The file is damaged: ${partName} is nested too deeply.`);
    isSelfClosing = tag.isSelfClosing;
    // A raw `<` cannot stand inside a tag, so the last one before the tag's end begins it.
    handlers.open?.(tag.name, tag.attributes, text.lastIndexOf('<', parser.position - 1), parser.position);
  });
  if (handlers.text) {
    const onText = handlers.text.bind(handlers);
    parser.on('text', onText);
    parser.on('cdata', onText);
  }
  parser.on('closetag', tag => {
    depth--;
    const end = parser.position;
    handlers.close?.(tag.name, isSelfClosing ? end : text.lastIndexOf('<', end - 1), end, isSelfClosing);
    isSelfClosing = false;
  });
  parser.write(text).close();
}

interface OpenElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: XmlElement[];
  text: string;
  start: number;
  end: number;
  contentStart: number;
  contentEnd: number;
  isSelfClosing: boolean;
  prefix: string;
}

/** Collects elements into a tree while a part is scanned. */
export class XmlTreeBuilder {
  root: XmlElement | null = null;
  readonly #open: OpenElement[] = [];

  open(name: string, attributes: Readonly<Record<string, string>>, start: number, contentStart: number): void {
    const colon = name.indexOf(':') + 1;
    const element: OpenElement = {
      name: colon ? name.slice(colon) : name,
      prefix: name.slice(0, colon),
      attributes,
      children: [],
      text: '',
      start,
      end: contentStart,
      contentStart,
      contentEnd: contentStart,
      isSelfClosing: false,
    };
    this.#open.at(-1)?.children.push(element);
    this.root ??= element;
    this.#open.push(element);
  }

  text(text: string): void {
    const top = this.#open.at(-1);
    if (top) top.text += text;
  }

  close(contentEnd: number, end: number, isSelfClosing: boolean): void {
    const top = this.#open.pop();
    if (!top) return;
    top.contentEnd = contentEnd;
    top.end = end;
    top.isSelfClosing = isSelfClosing;
  }
}

export function parseXml(text: string, partName: string): XmlElement {
  const builder = new XmlTreeBuilder();
  scanXml(text, partName, {
    open: (name, attributes, start, contentStart) => builder.open(name, attributes, start, contentStart),
    text: chunk => builder.text(chunk),
    close: (_, contentEnd, end, isSelfClosing) => builder.close(contentEnd, end, isSelfClosing),
  });
  if (!builder.root) throw new WorkbookFileError(`The file is damaged: ${partName} is empty.`);
  return builder.root;
}

export const child = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find(candidate => candidate.name === name);

export const childrenNamed = (element: XmlElement | undefined, name: string): readonly XmlElement[] =>
  element?.children.filter(candidate => candidate.name === name) ?? [];

/** The element found by following child names from `element`. */
export function descend(element: XmlElement | undefined, ...names: readonly string[]): XmlElement | undefined {
  let found = element;
  for (const name of names) found = child(found, name);
  return found;
}

/** XML's boolean attribute: absent means `absent`. */
export function flag(value: string | undefined, absent = false): boolean {
  return value === undefined ? absent : value === '1' || value === 'true' || value === 'on';
}

/** An attribute by its local name, for those that carry a prefix (`r:id`). */
export function prefixedAttribute(element: XmlElement, localName: string): string | undefined {
  for (const [key, value] of Object.entries(element.attributes)) {
    if (key.endsWith(`:${localName}`)) return value;
  }
  return undefined;
}
