import { readRelations, relationsPartOf } from '../package/relations.ts';
import { SHEET_ORDER } from '../writing/sheet-order.ts';
import { child, childrenNamed, parseXml, type XmlElement } from '../xml/parse-xml.ts';
import { unpackEntry, readZip } from '../zip/read-zip.ts';

/** Unpacked parts by name. */
export function unpack(bytes: Uint8Array): Map<string, Uint8Array> {
  return new Map(readZip(bytes).map(entry => [entry.name, unpackEntry(entry)]));
}

export const unpackText = (bytes: Uint8Array, part: string): string =>
  new TextDecoder().decode(unpack(bytes).get(part));

/** What is wrong with a package: Excel refuses or "repairs" a file for any of these. Empty when all is well. */
export function packageProblems(bytes: Uint8Array): string[] {
  const parts = unpack(bytes);
  const trees = new Map<string, XmlElement>();
  for (const [part, content] of parts) {
    if (/\.(xml|rels)$/.test(part)) trees.set(part, parseXml(new TextDecoder().decode(content), part));
  }
  return [
    ...contentTypeProblems(parts, trees),
    ...relationProblems(parts, trees),
    ...[...trees].flatMap(([part, tree]) => (tree.name === 'worksheet' ? sheetProblems(part, tree, trees) : [])),
    ...uniqueProblems(
      'table id',
      rootsNamed(trees, 'table').map(({ attributes }) => attributes.id),
    ),
    ...uniqueProblems(
      'table name',
      rootsNamed(trees, 'table').map(({ attributes }) => attributes.displayName?.toLowerCase()),
    ),
    ...rootsNamed(trees, 'table').flatMap(tableProblems),
    ...rootsNamed(trees, 'workbook').flatMap(tabProblems),
    ...rootsNamed(trees, 'styleSheet').flatMap(countProblems),
  ];
}

const rootsNamed = (trees: ReadonlyMap<string, XmlElement>, name: string): XmlElement[] =>
  [...trees.values()].filter(tree => tree.name === name);

function contentTypeProblems(parts: ReadonlyMap<string, Uint8Array>, trees: ReadonlyMap<string, XmlElement>): string[] {
  const types = trees.get('[Content_Types].xml');
  const overrides = childrenNamed(types, 'Override').map(({ attributes }) => attributes.PartName?.slice(1) ?? '');
  const defaults = childrenNamed(types, 'Default').map(({ attributes }) => attributes.Extension);
  const isTyped = (part: string): boolean =>
    overrides.includes(part) || defaults.includes(part.slice(part.lastIndexOf('.') + 1));
  return [
    ...overrides.filter(part => !parts.has(part)).map(part => `content type of a part that is missing: ${part}`),
    ...[...parts.keys()]
      .filter(part => part !== '[Content_Types].xml' && !isTyped(part))
      .map(part => `no content type: ${part}`),
    ...uniqueProblems('content type', overrides),
  ];
}

function relationProblems(parts: ReadonlyMap<string, Uint8Array>, trees: ReadonlyMap<string, XmlElement>): string[] {
  const problems: string[] = [];
  const reached = new Set(['[Content_Types].xml']);
  for (const owner of ['', ...parts.keys()]) {
    const tree = trees.get(relationsPartOf(owner));
    if (tree) reached.add(relationsPartOf(owner));
    const relations = tree ? readRelations(tree, owner) : [];
    problems.push(
      ...uniqueProblems(
        `relation of ${owner}`,
        relations.map(({ id }) => id),
      ),
    );
    for (const { isExternal, target } of relations) {
      if (isExternal) continue;
      reached.add(target);
      if (!parts.has(target)) problems.push(`${owner} links to a part that is missing: ${target}`);
    }
    const used = trees.has(owner) && !owner.endsWith('.rels') ? relationIds(trees.get(owner)!) : [];
    const known = relations.map(({ id }) => id);
    problems.push(
      ...used.filter(id => !known.includes(id)).map(id => `${owner} uses a relation that is missing: ${id}`),
    );
  }
  problems.push(...[...parts.keys()].filter(part => !reached.has(part)).map(part => `nothing links to ${part}`));
  return problems;
}

function relationIds(element: XmlElement): string[] {
  const own = Object.entries(element.attributes)
    .filter(([name]) => /^r:(id|embed|link)$/.test(name))
    .map(([, value]) => value);
  return [...own, ...element.children.flatMap(relationIds)];
}

function sheetProblems(part: string, sheet: XmlElement, trees: ReadonlyMap<string, XmlElement>): string[] {
  const problems: string[] = [];
  const ranks = sheet.children.map(({ name }) => SHEET_ORDER.indexOf(name));
  if (ranks.some((rank, index) => rank < 0 || rank < (ranks[index - 1] ?? 0)))
    problems.push(`${part}: elements out of order`);
  const strings = rootsNamed(trees, 'sst')[0]?.children.length ?? 0;
  const styles = child(rootsNamed(trees, 'styleSheet')[0], 'cellXfs')?.children.length ?? 1;
  const marks = child(rootsNamed(trees, 'metadata')[0], 'cellMetadata')?.children.length ?? 0;
  let lastRow = 0;
  for (const row of childrenNamed(child(sheet, 'sheetData'), 'row')) {
    if (Number(row.attributes.r) <= lastRow) problems.push(`${part}: row ${row.attributes.r} out of order`);
    lastRow = Number(row.attributes.r);
    let lastColumn = '';
    for (const cell of childrenNamed(row, 'c')) {
      const { r = '', s = '0', t = 'n', cm = '0' } = cell.attributes;
      const column = r.replace(/\d+/, '').padStart(3);
      if (column <= lastColumn || !r.endsWith(String(lastRow))) problems.push(`${part}: cell ${r} out of order`);
      lastColumn = column;
      if (Number(s) >= styles) problems.push(`${part}: ${r} has a style that is missing`);
      if (t === 's' && Number(child(cell, 'v')?.text) >= strings)
        problems.push(`${part}: ${r} has a text that is missing`);
      if (Number(cm) > marks) problems.push(`${part}: ${r} has metadata that is missing`);
    }
  }
  return problems;
}

function tableProblems(table: XmlElement): string[] {
  const columns = child(table, 'tableColumns');
  const names = columns?.children.map(({ attributes }) => attributes.name?.toLowerCase()) ?? [];
  return [
    ...uniqueProblems('table column', names),
    ...uniqueProblems('table column id', columns?.children.map(({ attributes }) => attributes.id) ?? []),
    ...countProblems({ ...table, children: columns ? [columns] : [] }),
  ];
}

function tabProblems(workbook: XmlElement): string[] {
  const tabs = child(workbook, 'sheets')?.children.map(({ attributes }) => attributes) ?? [];
  const places =
    child(workbook, 'definedNames')?.children.map(({ attributes }) => Number(attributes.localSheetId ?? 0)) ?? [];
  return [
    ...uniqueProblems(
      'sheet id',
      tabs.map(({ sheetId }) => sheetId),
    ),
    ...uniqueProblems(
      'sheet name',
      tabs.map(({ name }) => name?.toLowerCase()),
    ),
    ...places.filter(place => place >= tabs.length).map(place => `a name of a sheet that is missing: ${place}`),
  ];
}

/** `count` attributes that do not count. */
const countProblems = (root: XmlElement): string[] =>
  root.children
    .filter(
      ({ attributes, children }) => attributes.count !== undefined && Number(attributes.count) !== children.length,
    )
    .map(({ name }) => `${name} is counted wrong`);

function uniqueProblems(what: string, values: readonly (string | undefined)[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index).map(value => `${what} twice: ${value}`);
}
