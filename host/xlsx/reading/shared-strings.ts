import { decodeExcelText } from '../xml/escape.ts';
import { scanXml } from '../xml/parse-xml.ts';

/** A text of the file's string table. */
export interface SharedString {
  readonly text: string;
  /** More than its plain text: several fonts, or reading aids. */
  readonly isRich: boolean;
}

/** The texts cells point to by number. Rich text gives its plain text; reading aids for ideographs are no text. */
export function readSharedStrings(xml: string, part: string): SharedString[] {
  const strings: SharedString[] = [];
  let text = '';
  let isRich = false;
  let phoneticDepth = 0;
  let collected = '';
  scanXml(xml, part, {
    open(name) {
      const local = name.slice(name.indexOf(':') + 1);
      if (local === 'si') {
        text = '';
        isRich = false;
      } else if (local === 'r' || local === 'rPh') isRich = true;
      if (local === 'rPh') phoneticDepth++;
      collected = '';
    },
    text(chunk) {
      collected += chunk;
    },
    close(name) {
      const local = name.slice(name.indexOf(':') + 1);
      if (local === 't' && phoneticDepth === 0) text += decodeExcelText(collected);
      else if (local === 'rPh') phoneticDepth--;
      else if (local === 'si') strings.push({ text, isRich });
    },
  });
  return strings;
}
