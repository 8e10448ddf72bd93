import { HostObject } from './host-object.ts';
import type { QueryInfo } from './wire.ts';

type Loaded = Record<string, unknown>;

/** What a `load` brings back: scalar values by wire name, objects one level down as nested records, items as `_Items`. */
export async function loadObject(object: HostObject | null, query: QueryInfo): Promise<Loaded | null> {
  if (object === null) return null;
  const loaded: Loaded = identityOf(object);
  const select = query.Select ?? [];
  const items = object.items();
  if (items) return loadItems(object, items, query, loaded);
  for (const [member, rest] of groupByMember(select.length > 0 ? select : object.scalarNames)) {
    if (isKnownToClient(member) || member in loaded) continue;
    const value = await object.get(member);
    loaded[member] = value instanceof HostObject ? await loadObject(value, { Select: rest }) : value;
  }
  return loaded;
}

/** What office.js needs to name the object by a short path from now on. */
export function identityOf(object: HostObject): Loaded {
  const { id, referenceId } = object.identity;
  return {
    ...(referenceId !== undefined && { _ReferenceId: referenceId }),
    ...(id !== undefined && { Id: id, _Id: id }),
  };
}

async function loadItems(
  collection: HostObject,
  items: readonly HostObject[],
  { Select = [], Skip = 0, Top }: QueryInfo,
  loaded: Loaded,
): Promise<Loaded> {
  const ofItems: string[] = [];
  for (const path of Select) {
    const member = wireName(path);
    if (collection.scalarNames.includes(member)) loaded[member] = await collection.get(member);
    else if (path.toLowerCase() !== 'items') ofItems.push(path.replace(/^items\//i, ''));
  }
  const page = items.slice(Skip, Top === undefined ? undefined : Skip + Top);
  loaded['_Items'] = await Promise.all(page.map((item) => loadObject(item, { Select: ofItems })));
  return loaded;
}

/** `format/fill/color` and `format/font/bold` together: one entry `Format` with the two paths below it. */
function groupByMember(select: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const path of select) {
    const [head = '', ...rest] = path.split('/');
    const below = groups.get(wireName(head)) ?? [];
    if (rest.length > 0) below.push(rest.join('/'));
    groups.set(wireName(head), below);
  }
  return groups;
}

const wireName = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1);

/** office.js answers these itself; `$none` asks for nothing. */
const isKnownToClient = (member: string): boolean => ['IsNullObject', '$none', ''].includes(member);
