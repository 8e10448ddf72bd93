import { itemNotFound } from './api-error.ts';
import type { CallArguments } from './call-arguments.ts';
import { ObjectKind } from './host-object.ts';
import type { HostObject, Members } from './host-object.ts';

/** A collection kind: the look-ups every Excel collection has, plus its own members. */
export function collectionKind<State>(
  name: string,
  items: (state: State) => readonly HostObject[],
  own: Omit<Members<State>, 'items'> = {},
): ObjectKind<State> {
  const find = (state: State, key: unknown): HostObject | null => findByKey(items(state), key);
  const getItem = (state: State, args: CallArguments): HostObject => {
    const found = find(state, args.value(0));
    if (!found) throw itemNotFound(String(args.value(0)));
    return found;
  };
  return new ObjectKind<State>(name, {
    ...own,
    items,
    scalars: { Count: (state) => items(state).length, ...own.scalars },
    methods: {
      '': getItem,
      GetItem: getItem,
      GetItemOrNullObject: (state, args) => find(state, args.value(0)),
      GetCount: (state) => items(state).length,
      GetItemAt: (state, args) => {
        const item = items(state)[args.count(0)];
        if (!item) throw itemNotFound(`index ${args.count(0)}`);
        return item;
      },
      ...own.methods,
    },
  });
}

/** By identifier exactly, by name in any case: as Excel looks up. */
function findByKey(items: readonly HostObject[], key: unknown): HostObject | null {
  const byId = items.find((item) => item.identity.id !== undefined && item.identity.id === key);
  if (byId) return byId;
  if (typeof key !== 'string') return null;
  const name = key.toLowerCase();
  return items.find((item) => item.identity.name?.toLowerCase() === name) ?? null;
}
