/** Items by the name each is given, names in the order they are first met. */
export const groupBy = <Item, Name>(items: Iterable<Item>, nameOf: (item: Item) => Name): Map<Name, Item[]> => {
  const groups = new Map<Name, Item[]>();
  for (const item of items) {
    const name = nameOf(item);
    const group = groups.get(name);
    if (group) group.push(item);
    else groups.set(name, [item]);
  }
  return groups;
};
