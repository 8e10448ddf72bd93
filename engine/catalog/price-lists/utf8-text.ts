/**
 * The text of some UTF-8 bytes. What is no UTF-8 becomes U+FFFD, as everywhere; the engine has no `TextDecoder`, which is
 * the platform's.
 */
export const utf8Text = (bytes: Uint8Array, from: number, to: number): string => {
  let text = '';
  for (let index = from; index < to; ) {
    const first = bytes[index] as number;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      index += 1;
      continue;
    }
    const length = first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
    let codePoint = length === 1 || first >= 0xf5 ? -1 : first & (0xff >> (length + 1));
    for (let next = 1; next < length && codePoint >= 0; next += 1) {
      const byte = index + next < to ? (bytes[index + next] as number) : 0;
      codePoint = (byte & 0xc0) === 0x80 ? (codePoint << 6) | (byte & 0x3f) : -1;
    }
    text += codePoint < 0 || codePoint > 0x10ffff ? '\uFFFD' : String.fromCodePoint(codePoint);
    index += codePoint < 0 ? 1 : length;
  }
  return text;
};
