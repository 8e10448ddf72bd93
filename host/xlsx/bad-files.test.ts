import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { functionNames } from './function-names.ts';
import { readXlsx } from './read.ts';
import { INPUTS, WORKBOOK } from './test/foreign-parts.ts';
import { foreignParts, foreignWorkbook } from './test/foreign-workbook.ts';
import { WorkbookFileError } from './workbook-file-error.ts';
import { packEntry, writeZip } from './zip/write-zip.ts';
import type { ZipEntry } from './zip/read-zip.ts';

const functions = functionNames(['CLOUD.COST']);

/** The message for the person who chose the file; anything but a WorkbookFileError is a crash. */
function messageFor(bytes: Uint8Array): string {
  try {
    readXlsx(bytes, functions);
  } catch (error) {
    if (error instanceof WorkbookFileError) return error.message;
    throw error;
  }
  return 'read';
}

const withSheet = (xml: string): Uint8Array => foreignWorkbook({ 'xl/worksheets/sheet1.xml': xml });
const sheet = (rows: string): Uint8Array =>
  withSheet(INPUTS.replace(/<sheetData>.*<\/sheetData>/, `<sheetData>${rows}</sheetData>`));

/** A compound file as Office wraps password-protected workbooks and old formats in, with a stream of this name. */
function compoundFile(stream: string): Uint8Array {
  const bytes = new Uint8Array(2048);
  bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  [...stream].forEach((letter, index) => (bytes[1024 + index * 2] = letter.charCodeAt(0)));
  return bytes;
}

const text = (content: string): Uint8Array => new TextEncoder().encode(content);

const SHEET_MAIN = 'openxmlformats-officedocument.spreadsheetml.sheet.main+xml';
const ofKind = (contentType: string): Uint8Array =>
  foreignWorkbook({
    '[Content_Types].xml': String(foreignParts()['[Content_Types].xml']).replace(SHEET_MAIN, contentType),
  });

describe('a file that is no workbook', () => {
  it.each([
    ['nothing', new Uint8Array(), 'The file is empty.'],
    ['text', text('a,b,c\n1,2,3\n'), 'The file is not an Excel workbook (.xlsx).'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]), 'The file is not an Excel workbook (.xlsx).'],
    ['two letters', text('PK'), 'The file is damaged: it has no ZIP directory; it may be cut off.'],
    [
      'a ZIP of something else',
      zipSync({ 'a.txt': text('a') }),
      'The file is not an Excel workbook (.xlsx): it lists no content types.',
    ],
    [
      'an encrypted workbook',
      compoundFile('EncryptedPackage'),
      'The file is password-protected. Save it without a password and open it again.',
    ],
    [
      'an .xls',
      compoundFile('Workbook'),
      'The file is not an .xlsx workbook but an older format (.xls). Save it as .xlsx and open it again.',
    ],
    [
      'an .xlsb',
      ofKind('ms-excel.sheet.binary.macroEnabled.main'),
      'The file is a binary workbook (.xlsb). Save it as .xlsx and open it again.',
    ],
    [
      'an .xlsm',
      ofKind('ms-excel.sheet.macroEnabled.main+xml'),
      'The file is a workbook with macros (.xlsm). Save it as .xlsx and open it again.',
    ],
    [
      'an .xltx',
      ofKind('openxmlformats-officedocument.spreadsheetml.template.main+xml'),
      'The file is a template (.xltx). Save it as .xlsx and open it again.',
    ],
    [
      'a package without its workbook',
      foreignWorkbook({ 'xl/workbook.xml': null }),
      'The file is not an Excel workbook (.xlsx): it has no workbook part.',
    ],
    [
      'a document',
      foreignWorkbook({ 'xl/workbook.xml': '<document/>' }),
      'The file is not an Excel workbook (.xlsx): its main part is something else.',
    ],
    [
      'a workbook without sheets',
      foreignWorkbook({ 'xl/workbook.xml': WORKBOOK.replace(/<sheet .*<\/sheets>/, '</sheets>') }),
      'The file is not an Excel workbook (.xlsx): it has no worksheet.',
    ],
  ])('%s gets one clear message', (_, bytes, message) => expect(messageFor(bytes)).toBe(message));
});

describe('a damaged workbook', () => {
  it.each([
    [
      'a missing sheet',
      foreignWorkbook({ 'xl/worksheets/sheet1.xml': null }),
      'The file is damaged: its sheet Inputs is missing.',
    ],
    [
      'a sheet named twice',
      foreignWorkbook({ 'xl/workbook.xml': WORKBOOK.replace('name="Pivot"', 'name="INPUTS"') }),
      'two of its sheets have the same name',
    ],
    [
      'XML cut off',
      withSheet(INPUTS.slice(0, 900)),
      'The file is damaged: xl/worksheets/sheet1.xml is not well-formed XML',
    ],
    ['an empty part', withSheet(''), 'The file is damaged: xl/worksheets/sheet1.xml is not well-formed XML'],
    [
      'a text that is missing',
      sheet('<row r="1"><c r="A1" t="s"><v>99</v></c></row>'),
      'a cell in row 1 points to a text that is not there',
    ],
    ['a number that is none', sheet('<row r="1"><c r="A1"><v>12x</v></c></row>'), 'a cell in row 1 holds no number'],
    ['rows in disorder', sheet('<row r="2"/><row r="1"/>'), 'has a row 1 where none can be'],
    ['a row beyond the sheet', sheet('<row r="1048577"/>'), 'has a row 1048577 where none can be'],
    [
      'a column beyond the sheet',
      sheet('<row r="1"><c r="XFE1"/></row>'),
      'has a cell XFE1 in row 1 where none can be',
    ],
    ['a cell in the wrong row', sheet('<row r="1"><c r="A2"/></row>'), 'has a cell A2 in row 1 where none can be'],
    ['nesting without end', withSheet('<a>'.repeat(100_000)), 'is nested too deeply'],
  ])('%s is told', (_, bytes, message) => expect(messageFor(bytes)).toContain(message));

  it('is told wherever it is cut off, and never a crash', () => {
    const whole = foreignWorkbook();
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 1 }), length => {
        expect(messageFor(whole.slice(0, length))).toMatch(/^The file is /);
      }),
      { numRuns: 100 },
    );
  });

  it('never crashes on bytes gone wrong', () => {
    const whole = foreignWorkbook();
    const flips = fc.array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(flips, changes => {
        const bytes = whole.slice();
        for (const [at, value] of changes) bytes[at] = value;
        expect(messageFor(bytes)).toMatch(/^(read|The file is .*)$/s);
      }),
      { numRuns: 150 },
    );
  });

  it('never crashes on parts gone wrong', () => {
    const parts = foreignParts();
    const names = Object.keys(parts).filter(name => /\.(xml|rels)$/.test(name));
    const damage = fc.record({
      name: fc.constantFrom(...names),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      put: fc.constantFrom('', '"', '<', '/>', '9', 'A', '-1', ' r="ZZ9"'),
    });
    fc.assert(
      fc.property(damage, ({ name, at, put }) => {
        const content = String(parts[name]);
        const place = Math.floor(at * content.length);
        expect(
          messageFor(foreignWorkbook({ [name]: content.slice(0, place) + put + content.slice(place + 1) })),
        ).toMatch(/^(read|The file is .*)$/s);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a file made to do harm', () => {
  const bomb = (name: string, mib: number): ZipEntry => packEntry(name, new Uint8Array(mib * 2 ** 20));

  it('is refused before it unpacks: one huge part', () => {
    expect(messageFor(writeZip([bomb('xl/workbook.xml', 20)]))).toBe(
      'The file is refused: its part xl/workbook.xml unpacks to 20 MiB, which no workbook needs.',
    );
  });

  it('is refused before it unpacks: many large parts', () => {
    const part = bomb('a', 12);
    const many = Array.from({ length: 70 }, (_, index) => ({ ...part, name: `xl/${index}.xml` }));
    expect(messageFor(writeZip(many))).toBe(
      'The file is refused: it unpacks to more than 768 MiB, which no workbook needs.',
    );
  });

  it('is refused when a part is larger than it says', () => {
    const liar = { ...bomb('_rels/.rels', 20), size: 1000 };
    const types = packEntry('[Content_Types].xml', new Uint8Array(1));
    expect(messageFor(writeZip([types, liar]))).toBe(
      'The file is damaged: the part _rels/.rels is larger than it says.',
    );
  });

  it('is refused when its parts overlap', () => {
    const bytes = writeZip([packEntry('a', text('aaaaaaaa')), packEntry('b', text('bbbbbbbb'))]);
    const view = new DataView(bytes.buffer);
    // The last directory entry, 46 bytes and a name of one letter before the end record: its part's place becomes that
    // of the first.
    view.setUint32(bytes.length - 22 - 47 + 42, 0, true);
    expect(messageFor(bytes)).toBe('The file is refused: its parts overlap, which no workbook needs.');
  });

  it('is refused when it holds too many parts', () => {
    const tiny = packEntry('a', new Uint8Array(1));
    const many = Array.from({ length: 10_001 }, (_, index) => ({ ...tiny, name: `${index}` }));
    expect(messageFor(writeZip(many))).toBe('The file is refused: it holds 10001 parts, which no workbook needs.');
  });

  it('is refused for entities, however deep', () => {
    const laughs = '<!DOCTYPE w [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>';
    const message = 'The file is refused: xl/worksheets/sheet1.xml carries a document type declaration.';
    expect(messageFor(withSheet(INPUTS.replace('<worksheet', `${laughs}<worksheet`)))).toBe(message);
  });

  it('is refused when its shared formulas or arrays blow up', () => {
    const long = `"${'x'.repeat(8000)}"`;
    const cells = Array.from(
      { length: 30_000 },
      (_, row) => `<row r="${row + 2}"><c r="A${row + 2}"><f t="shared" si="0"/></c></row>`,
    );
    const formulas = `<row r="1"><c r="A1"><f t="shared" ref="A1:A30001" si="0">${long}</f></c></row>${cells.join('')}`;
    expect(messageFor(sheet(formulas))).toContain('fill more memory than any workbook needs');
    const arrays = Array.from(
      { length: 2000 },
      (_, row) => `<row r="${row + 1}"><c r="A${row + 1}"><f t="array" ref="A1:XFD1048576">1</f></c></row>`,
    );
    expect(messageFor(sheet(arrays.join('')))).toContain('its array formulas overlap');
  });

  it('does not take absurd sizes for work', () => {
    const wide = INPUTS.replace('<col min="1" max="1"', '<col min="1" max="999999999"').replace(
      'A1:F12',
      'A1:XFD1048576',
    );
    const merged = wide.replace('E1:F1', 'A1:XFD1048576').replace('sqref="A4"', 'sqref="A1:XFD1048576"');
    expect(messageFor(withSheet(merged))).toBe('read');
  });
});
