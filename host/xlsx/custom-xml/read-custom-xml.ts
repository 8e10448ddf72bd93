import type { CustomXmlPart } from '../../workbook/snapshot.ts';
import type { WorkbookPackage } from '../package/workbook-package.ts';
import { childrenNamed, parseXml, prefixedAttribute } from '../xml/parse-xml.ts';

/**
 * Document settings live in a custom XML part of our own. Excel keeps an add-in's settings in a web extension part tied
 * to the add-in's place in the store, which only Excel can write rightly; custom XML parts survive every reader.
 */
export const SETTINGS_NAMESPACE = 'urn:cloudcost-for-excel:document-settings:1';

/** A custom XML part and where it stands. */
export interface CustomXmlInFile {
  readonly part: string;
  readonly relationId: string;
  readonly customXml: CustomXmlPart;
}

export interface CustomXmlOfFile {
  readonly parts: readonly CustomXmlInFile[];
  readonly settingsPart: CustomXmlInFile | undefined;
  readonly settings: Readonly<Record<string, string>>;
}

export function readCustomXml(file: WorkbookPackage, workbookPart: string): CustomXmlOfFile {
  const parts: CustomXmlInFile[] = [];
  let settingsPart: CustomXmlInFile | undefined;
  let settings: Record<string, string> = {};
  for (const { id: relationId, kind, target } of file.relations(workbookPart)) {
    if (kind !== 'customXml' || !file.has(target)) continue;
    const xml = withoutDeclaration(file.text(target));
    const found = { part: target, relationId, customXml: { id: itemId(file, target), xml } };
    if (xml.includes(SETTINGS_NAMESPACE) && !settingsPart) {
      settingsPart = found;
      settings = readSettings(xml, target);
    } else parts.push(found);
  }
  return { parts, settingsPart, settings };
}

export const withoutDeclaration = (xml: string): string => xml.replace(/^\ufeff?\s*<\?xml[^>]*\?>\s*/, '');

/** The identifier Excel gave the part, in braces; a part without one is known by its place. */
function itemId(file: WorkbookPackage, part: string): string {
  const properties = file.relations(part).find(({ kind }) => kind === 'customXmlProps');
  const id =
    properties && file.has(properties.target) ? prefixedAttribute(file.xml(properties.target), 'itemID') : undefined;
  return id ?? part;
}

function readSettings(xml: string, part: string): Record<string, string> {
  const entries = childrenNamed(parseXml(xml, part), 'setting').map(({ attributes, text }) => [
    attributes.name ?? '',
    text,
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}
