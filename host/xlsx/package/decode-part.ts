/** A part's text. XML parts are UTF-8 nearly always; UTF-16 is allowed and then told by its byte order mark. */
export function decodePart(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return withoutDeclaration(new TextDecoder('utf-16le').decode(bytes));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return withoutDeclaration(new TextDecoder('utf-16be').decode(bytes));
  return new TextDecoder().decode(bytes);
}

/** A changed part is written as UTF-8, so its declaration must not say otherwise. */
const withoutDeclaration = (text: string): string => text.replace(/^<\?xml[^>]*\?>/, '');
