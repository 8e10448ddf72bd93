/** The addresses that differ between transitional files, which Excel saves, and strict ones, which it can save too. */
const STRICT_ADDRESSES: readonly (readonly [string, string])[] = [
  ['http://schemas.openxmlformats.org/officeDocument/2006/', 'http://purl.oclc.org/ooxml/officeDocument/'],
  ['http://schemas.openxmlformats.org/spreadsheetml/2006/main', 'http://purl.oclc.org/ooxml/spreadsheetml/main'],
  ['http://schemas.openxmlformats.org/drawingml/2006/', 'http://purl.oclc.org/ooxml/drawingml/'],
];

export const isStrictType = (relationType: string): boolean => relationType.startsWith('http://purl.oclc.org/ooxml/');

/** Our XML, written for transitional files, for a strict one. */
export const toStrict = (xml: string): string =>
  STRICT_ADDRESSES.reduce((text, [transitional, strict]) => text.replaceAll(transitional, strict), xml);
