import type { CellStyle } from '../../workbook/snapshot.ts';
import type { WorkbookPackage } from '../package/workbook-package.ts';
import { escapeAttribute } from '../xml/escape.ts';
import { attributesXml, insertInOrder, insertLast, setAttributes, withNamespace } from '../xml/insert.ts';
import { child, type XmlElement } from '../xml/parse-xml.ts';
import { TextEdits } from '../xml/text-edits.ts';
import { bareStyle, styleGroups } from './cell-style.ts';
import { builtInNumber, FIRST_OWN_FORMAT } from './number-formats.ts';
import type { StylesInFile } from './read-styles.ts';
import { alignmentXml, bordersXml, differenceXml, fillXml, fontXml } from './style-xml.ts';

const GROUPS = ['numFmts', 'fonts', 'fills', 'borders', 'cellStyleXfs', 'cellXfs', 'cellStyles', 'dxfs'] as const;
type Group = (typeof GROUPS)[number];
const CHILD_ORDER = [...GROUPS, 'tableStyles', 'colors', 'extLst'];

/** The numbers of looks. Looks the file has keep their number; new ones are appended to its styles part. */
export class StyleTable {
  readonly #file: WorkbookPackage;
  readonly #part: string;
  readonly #keys = new Map<CellStyle, string>();
  readonly #root: XmlElement;
  readonly #known: StylesInFile;
  readonly #added = new Map<Group, string[]>();
  readonly #numbers = new Map<string, number>();
  readonly #formatNumbers = new Map<string, number>();
  /** By base and key of the look. */
  readonly #byLook = new Map<number, Map<string, number>>();
  #nextFormat: number;

  constructor(file: WorkbookPackage, part: string, known: StylesInFile) {
    this.#file = file;
    this.#part = part;
    this.#root = file.xml(part);
    this.#known = known;
    const formats = child(this.#root, 'numFmts')?.children ?? [];
    for (const { attributes } of formats)
      this.#formatNumbers.set(attributes.formatCode ?? '', Number(attributes.numFmtId));
    this.#nextFormat = Math.max(FIRST_OWN_FORMAT - 1, ...this.#formatNumbers.values()) + 1;
  }

  /**
   * The number of `style`. With `base`, the number a cell has in the file: kept when it looks the same, and otherwise
   * the ground the new look is laid on, so that protection and the like stay.
   */
  numberOf(style: CellStyle | undefined, base = 0): number {
    const numbers = this.#byLook.get(base) ?? new Map<string, number>();
    if (numbers.size === 0) this.#byLook.set(base, numbers);
    const key = this.#keyOf(style);
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = this.#find(style, base)));
    return number;
  }

  sameLook(a: CellStyle | undefined, b: CellStyle | undefined): boolean {
    return a === b || this.#keyOf(a) === this.#keyOf(b);
  }

  /** The number of a look laid over cells by a conditional format. */
  differenceOf(style: CellStyle): number {
    return this.#numberOfXml('dxfs', differenceXml(style));
  }

  writeInto(): void {
    if (this.#added.size === 0) return;
    const source = this.#file.text(this.#part);
    const edits = new TextEdits();
    for (const [group, items] of this.#added) {
      const xml = items.map(item => withNamespace(this.#root, item)).join('');
      const existing = child(this.#root, group);
      const count = String((existing?.children.length ?? 0) + items.length);
      if (!existing || existing.isSelfClosing) {
        if (existing) edits.replace(existing.start, existing.end, '');
        const added = `<${group} count="${count}">${xml}</${group}>`;
        insertInOrder(edits, source, this.#root, { name: group, xml: added, order: CHILD_ORDER });
      } else {
        setAttributes(edits, source, existing, { count });
        insertLast(edits, source, existing, xml);
      }
    }
    this.#file.setText(this.#part, edits.applyTo(source));
  }

  #keyOf(style: CellStyle | undefined): string {
    if (!style) return NO_KEY;
    let key = this.#keys.get(style);
    if (key !== undefined) return key;
    key = keyOf(bareStyle(style, this.#known.normal));
    if (this.#keys.size < MAX_REMEMBERED_STYLES) this.#keys.set(style, key);
    return key;
  }

  #find(style: CellStyle | undefined, base: number): number {
    const wanted = bareStyle(style, this.#known.normal) ?? {};
    const known = this.#known.cellStyles[base] ?? {};
    if (keyOf(wanted) === keyOf(known)) return base;
    const same = base === 0 ? this.#knownNumber(keyOf(wanted)) : -1;
    return same < 0 ? this.#layOver(wanted, known, base) : same;
  }

  /** A look of the file that is the same, and is nothing more than a look. */
  #knownNumber(key: string): number {
    const xfs = child(this.#root, 'cellXfs')?.children;
    return this.#known.cellStyles.findIndex(
      (style, number) => keyOf(style) === key && xfs?.[number]?.attributes.quotePrefix === undefined,
    );
  }

  #layOver(wanted: CellStyle, known: CellStyle, base: number): number {
    const [to, from] = [styleGroups(wanted), styleGroups(known)];
    const xf = child(this.#root, 'cellXfs')?.children[base];
    const attributes = { numFmtId: '0', fontId: '0', fillId: '0', borderId: '0', xfId: '0', ...xf?.attributes };
    if (to.numberFormat !== from.numberFormat) {
      Object.assign(attributes, { numFmtId: String(this.#format(to.numberFormat)), applyNumberFormat: '1' });
    }
    if (to.font !== from.font)
      Object.assign(attributes, { fontId: String(this.#font(wanted, attributes.fontId)), applyFont: '1' });
    if (to.fill !== from.fill) Object.assign(attributes, { fillId: String(this.#fill(wanted)), applyFill: '1' });
    if (to.border !== from.border)
      Object.assign(attributes, { borderId: String(this.#border(wanted)), applyBorder: '1' });
    let inside = xf && xf.children.length > 0 ? this.#file.text(this.#part).slice(xf.contentStart, xf.contentEnd) : '';
    if (to.alignment !== from.alignment) {
      const alignment = alignmentXml(wanted);
      inside = alignment + (xf ? this.#slices(xf, ['alignment']) : '');
      Object.assign(attributes, { applyAlignment: '1' });
    }
    return this.#numberOfXml('cellXfs', `<xf${attributesXml(attributes)}>${inside}</xf>`);
  }

  #format(format: string): number {
    let number = builtInNumber(format) ?? this.#formatNumbers.get(format);
    if (number === undefined) {
      number = this.#nextFormat++;
      this.#formatNumbers.set(format, number);
      this.#add('numFmts', `<numFmt numFmtId="${number}" formatCode="${escapeAttribute(format)}"/>`);
    }
    return number;
  }

  #font(style: CellStyle, replaced: string): number {
    const font = child(this.#root, 'fonts')?.children[Number(replaced)];
    const owned = ['b', 'i', 'u', 'sz', 'color', 'name', 'family', 'charset', 'scheme'];
    return this.#numberOfXml('fonts', fontXml(style, this.#known.normal, font && this.#slices(font, owned)));
  }

  #fill(style: CellStyle): number {
    return style.fillColor === undefined ? 0 : this.#numberOfXml('fills', fillXml(style.fillColor));
  }

  #border(style: CellStyle): number {
    return style.borders ? this.#numberOfXml('borders', bordersXml(style.borders)) : 0;
  }

  /** The children of an element as written, without those named. */
  #slices(element: XmlElement, without: readonly string[]): string {
    const source = this.#file.text(this.#part);
    return element.children
      .filter(({ name }) => !without.includes(name))
      .map(({ start, end }) => source.slice(start, end))
      .join('');
  }

  #numberOfXml(group: Group, xml: string): number {
    const key = group + xml;
    let number = this.#numbers.get(key);
    if (number === undefined) this.#numbers.set(key, (number = this.#add(group, xml)));
    return number;
  }

  #add(group: Group, xml: string): number {
    let items = this.#added.get(group);
    if (!items) this.#added.set(group, (items = []));
    items.push(xml);
    return (child(this.#root, group)?.children.length ?? 0) + items.length - 1;
  }
}

/** Style objects shared by many cells are known again; a workbook that makes one for each cell must not fill memory. */
const MAX_REMEMBERED_STYLES = 10_000;

function keyOf(style: CellStyle | undefined): string {
  const { numberFormat, font, fill, border, alignment } = styleGroups(style);
  return `${numberFormat} ${font} ${fill} ${border} ${alignment}`;
}

const NO_KEY = keyOf(undefined);
