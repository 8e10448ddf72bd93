import type { CustomXmlPart } from '../../workbook/snapshot.ts';
import type { OpenWorkbook } from '../reading/open-workbook.ts';
import type { WorkbookPackage } from '../package/workbook-package.ts';
import { escapeAttribute, escapeText } from '../xml/escape.ts';
import { crc32 } from '../zip/crc32.ts';
import { SETTINGS_NAMESPACE, withoutDeclaration, type CustomXmlInFile } from './read-custom-xml.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const PROPERTIES_TYPE = 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml';
const PROPERTIES_NAMESPACE = 'http://schemas.openxmlformats.org/officeDocument/2006/customXml';
const GUID = /^\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\}$/i;
const SETTINGS_ID = '{5C1F0C6E-7D0B-4C0A-9C55-0C10DC057001}';

/** Custom XML parts by their id: changed ones get their new text, new ones a part, those gone are removed. */
export function writeCustomXml(
  { file, part: workbookPart, customXml }: OpenWorkbook,
  parts: readonly CustomXmlPart[],
  settings: Readonly<Record<string, string>>,
): void {
  const left = new Map(customXml.parts.map(found => [found.customXml.id, found]));
  for (const { id, xml } of parts) {
    const found = left.get(id);
    left.delete(id);
    writePart(file, workbookPart, found, { id, xml });
  }
  for (const gone of left.values()) removePart(file, workbookPart, gone);

  const entries = Object.entries(settings);
  const sameSettings = JSON.stringify(entries.sort()) === JSON.stringify(Object.entries(customXml.settings).sort());
  if (sameSettings) return;
  if (entries.length > 0) {
    writePart(file, workbookPart, customXml.settingsPart, { id: SETTINGS_ID, xml: settingsXml(entries) });
  } else if (customXml.settingsPart) removePart(file, workbookPart, customXml.settingsPart);
}

function settingsXml(entries: readonly (readonly [string, string])[]): string {
  const written = entries.map(
    ([name, value]) => `<setting name="${escapeAttribute(name)}">${escapeText(value)}</setting>`,
  );
  return `<settings xmlns="${SETTINGS_NAMESPACE}">${written.join('')}</settings>`;
}

function writePart(
  file: WorkbookPackage,
  workbookPart: string,
  found: CustomXmlInFile | undefined,
  { id, xml }: CustomXmlPart,
): void {
  if (found) {
    if (found.customXml.xml !== withoutDeclaration(xml))
      file.setText(found.part, DECLARATION + withoutDeclaration(xml));
    return;
  }
  const part = file.freePartName('customXml/item');
  const properties = part.replace('customXml/item', 'customXml/itemProps');
  // Its content type is the package's default for .xml.
  file.setText(part, DECLARATION + withoutDeclaration(xml));
  file.addRelation(workbookPart, 'customXml', part);
  file.addPart(
    properties,
    PROPERTIES_TYPE,
    `<ds:datastoreItem xmlns:ds="${PROPERTIES_NAMESPACE}" ds:itemID="${guidOf(id)}"><ds:schemaRefs/></ds:datastoreItem>`,
  );
  file.addRelation(part, 'customXmlProps', properties);
}

function removePart(file: WorkbookPackage, workbookPart: string, { part, relationId }: CustomXmlInFile): void {
  file
    .relations(part)
    .filter(({ isExternal }) => !isExternal)
    .forEach(({ target }) => file.removePart(target));
  file.removeRelation(workbookPart, relationId);
  file.removePart(part);
}

/** Excel wants a GUID; an id that is none gives one of its own, always the same. */
function guidOf(id: string): string {
  if (GUID.test(id)) return id.toUpperCase();
  const digits = ['a', 'b', 'c', 'd']
    .map(salt =>
      crc32(new TextEncoder().encode(salt + id))
        .toString(16)
        .padStart(8, '0'),
    )
    .join('');
  const groups = [
    digits.slice(0, 8),
    digits.slice(8, 12),
    digits.slice(12, 16),
    digits.slice(16, 20),
    digits.slice(20, 32),
  ];
  return `{${groups.join('-').toUpperCase()}}`;
}
