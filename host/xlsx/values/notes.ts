import { packCellAddress } from '../cell-address.ts';
import { relationAttribute } from '../package/relations.ts';
import type { WorkbookPackage } from '../package/workbook-package.ts';
import { SHEET_ORDER } from '../writing/sheet-order.ts';
import { maxColumnCount } from '../../workbook/address.ts';
import { encodeExcelText, escapeText } from '../xml/escape.ts';
import { insertInOrder, insertLast } from '../xml/insert.ts';
import { child, childrenNamed } from '../xml/parse-xml.ts';
import { TextEdits } from '../xml/text-edits.ts';

/** A text that hangs on a cell. */
export interface Note {
  /** `B3` */
  readonly cell: string;
  readonly text: string;
}

const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const COMMENTS = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const DRAWING = 'application/vnd.openxmlformats-officedocument.vmlDrawing';
const author = 'CloudCost';

/** Adds notes to a sheet, beside those it has: the text in one part, the box Excel draws it in in another. */
export function addNotes(file: WorkbookPackage, sheet: string, notes: readonly Note[]): void {
  const relations = file.relations(sheet);
  const comments = relations.find(({ kind }) => kind === 'comments')?.target;
  const noted = comments === undefined ? new Set<string>() : notedCells(file, comments);
  const added = notes.filter(({ cell }) => !noted.has(cell));
  if (added.length === 0) return;
  if (comments === undefined) addComments(file, sheet, added);
  else appendComments(file, comments, added);
  const drawing = child(file.xml(sheet), 'legacyDrawing');
  const drawn = drawing && relations.find(({ id }) => Object.values(drawing.attributes).includes(id))?.target;
  if (drawn) appendShapes(file, drawn, added);
  else addDrawing(file, sheet, added);
}

/** A cell holds one note: the analyst's own stays. */
const notedCells = (file: WorkbookPackage, part: string): Set<string> =>
  new Set(childrenNamed(child(file.xml(part), 'commentList'), 'comment').map(({ attributes }) => attributes.ref ?? ''));

const commentXml = ({ cell, text }: Note, authorId: number): string =>
  `<comment ref="${cell}" authorId="${authorId}"><text><r><t xml:space="preserve">${escapeText(encodeExcelText(text))}</t></r></text></comment>`;

function addComments(file: WorkbookPackage, sheet: string, notes: readonly Note[]): void {
  const part = file.freePartName('xl/comments');
  file.addPart(
    part,
    COMMENTS,
    `<comments xmlns="${SPREADSHEET}"><authors><author>${author}</author></authors><commentList>` +
      `${notes.map(note => commentXml(note, 0)).join('')}</commentList></comments>`,
  );
  file.addRelation(sheet, 'comments', part);
}

function appendComments(file: WorkbookPackage, part: string, notes: readonly Note[]): void {
  const root = file.xml(part);
  const [authors, list] = [child(root, 'authors'), child(root, 'commentList')];
  if (!authors || !list) return;
  const edits = new TextEdits();
  const prefixed = (xml: string): string => (root.prefix ? xml.replaceAll(/<(\/?)(?=[a-z])/g, `<$1${root.prefix}`) : xml);
  insertLast(edits, file.text(part), authors, prefixed(`<author>${author}</author>`));
  const authorId = authors.children.length;
  insertLast(edits, file.text(part), list, notes.map(note => prefixed(commentXml(note, authorId))).join(''));
  file.setText(part, edits.applyTo(file.text(part)));
}

const shapeType =
  '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">' +
  '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>';

/** Hidden until the cell is pointed at; three columns wide, beside the cell. */
function shapeXml({ cell }: Note, number: number): string {
  const packed = packCellAddress(cell);
  const [row, column] = [Math.floor(packed / maxColumnCount), packed % maxColumnCount];
  const anchor = [column + 1, 15, Math.max(0, row - 1), 10, column + 4, 15, row + 3, 4].join(', ');
  return (
    `<v:shape id="_x0000_s${number}" type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto">` +
    '<v:fill color2="#ffffe1"/><v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>' +
    `<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>${anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>` +
    `<x:Row>${row}</x:Row><x:Column>${column}</x:Column></x:ClientData></v:shape>`
  );
}

/** Excel numbers the shapes of a sheet by thousands, from 1025 on. */
const firstShape = 1025;

function addDrawing(file: WorkbookPackage, sheet: string, notes: readonly Note[]): void {
  let number = 1;
  while (file.has(`xl/drawings/vmlDrawing${number}.vml`)) number++;
  const part = `xl/drawings/vmlDrawing${number}.vml`;
  file.setText(
    part,
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:x="urn:schemas-microsoft-com:office:excel">' +
      `<o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="${number}"/></o:shapelayout>${shapeType}` +
      `${notes.map((note, index) => shapeXml(note, number * 1024 + 1 + index)).join('')}</xml>`,
  );
  file.setContentType(part, DRAWING);
  const id = file.addRelation(sheet, 'vmlDrawing', part);
  const root = file.xml(sheet);
  const edits = new TextEdits();
  const xml = `<legacyDrawing ${relationAttribute(root, id)}/>`;
  insertInOrder(edits, file.text(sheet), root, { name: 'legacyDrawing', xml, order: SHEET_ORDER });
  file.setText(sheet, edits.applyTo(file.text(sheet)));
}

/** Not every drawing of this old kind is well-formed XML: it is grown as text. */
function appendShapes(file: WorkbookPackage, part: string, notes: readonly Note[]): void {
  const text = file.text(part);
  const end = text.lastIndexOf('</xml>');
  if (end < 0) return;
  const taken = [...text.matchAll(/_x0000_s(\d+)/g)].map(([, number]) => Number(number));
  const first = Math.max(firstShape - 1, ...taken) + 1;
  const shapes = notes.map((note, index) => shapeXml(note, first + index)).join('');
  file.setText(part, text.slice(0, end) + (text.includes('_x0000_t202"') ? '' : shapeType) + shapes + text.slice(end));
}
