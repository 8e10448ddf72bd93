/** Characters XML 1.0 has no place for; OOXML writes them as `_xHHHH_`. */
const UNWRITABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const NEEDS_ESCAPE = /[&<>]/;
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

const hex = (character: string): string => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;

/**
 * Text between tags. Line ends stay; a carriage return would be lost by XML's own rules, so it is written as a
 * reference.
 */
export function escapeText(text: string): string {
  if (!NEEDS_ESCAPE.test(text) && !text.includes('\r')) return text;
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#13;');
}

/** Text of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text.replace(UNWRITABLE, ''))
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\t', '&#9;');
}

/**
 * A cell's or table column's text: characters XML cannot hold, and text that looks like their escape, are escaped as
 * Excel does.
 */
export function encodeExcelText(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(UNWRITABLE, hex)
    .replaceAll('\r', '_x000D_');
}

export function decodeExcelText(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(ESCAPED, (_, code: string) => String.fromCharCode(parseInt(code, 16)));
}
