import { unitsWithin } from './whole-units.ts';

/** Amounts of several resources, each in a unit of its own; null: not limited, or not known of an item. */
export type Amounts<Resource extends string> = Readonly<Record<Resource, number | null>>;

/** Equal bins, what each has to give. */
export interface BinKind<Resource extends string> {
  readonly id: string;
  readonly count: number;
  readonly room: Amounts<Resource>;
}

/** Equal items, what each takes. */
export interface ItemKind<Resource extends string> {
  readonly id: string;
  readonly count: number;
  readonly needs: Amounts<Resource>;
}

/** Equal bins, filled alike. */
export interface FilledBins<Resource extends string> {
  readonly binId: string;
  readonly count: number;
  /** Items in each by kind, in the order they were put there. */
  readonly items: ReadonlyMap<string, number>;
  /** Of each. */
  readonly used: Readonly<Record<Resource, number>>;
  readonly room: Amounts<Resource>;
  /** What has no room for one more of the items that went on to the next bin; none where all found room. */
  readonly binding: readonly Resource[];
}

export interface Packing<Resource extends string> {
  /** Bins with an item in them. */
  readonly bins: readonly FilledBins<Resource>[];
  /** Items no bin had room for, by kind. */
  readonly unplaced: ReadonlyMap<string, number>;
  /** No packing needs fewer bins, were all as large as the largest. */
  readonly leastBins: number;
}

/** How many more of an item a bin takes, and what stops the next; an item that takes nothing of what is limited fits without end. */
const moreIn = <Resource extends string>(
  resources: readonly Resource[],
  { room, used }: Pick<FilledBins<Resource>, 'room' | 'used'>,
  { needs }: ItemKind<Resource>,
): { readonly count: number; readonly binding: readonly Resource[] } => {
  let count = Number.MAX_SAFE_INTEGER;
  let binding: Resource[] = [];
  for (const resource of resources) {
    const [most, need] = [room[resource], needs[resource]];
    if (most === null || !need) continue;
    const own = Math.max(0, unitsWithin((most - used[resource]) / need));
    if (own < count) binding = [];
    if (own <= count) binding.push(resource);
    count = Math.min(count, own);
  }
  return { count, binding };
};

/** Puts as many of an item into equal bins as they take, bin by bin: those filled, one filled in part, those left as they were. */
const fillBins = <Resource extends string>(
  resources: readonly Resource[],
  bins: FilledBins<Resource>,
  item: ItemKind<Resource>,
  wanted: number,
): { readonly filled: readonly FilledBins<Resource>[]; readonly placed: number } => {
  const { count: each, binding } = moreIn(resources, bins, item);
  const passed = bins.binding.length === 0 ? binding : bins.binding;
  if (each === 0) {
    // An empty bin too small for this item is not full of anything.
    const isFull = bins.items.size > 0 && bins.binding.length === 0;
    return { filled: [isFull ? { ...bins, binding: passed } : bins], placed: 0 };
  }
  const full = Math.min(bins.count, Math.floor(wanted / each));
  const rest = full === bins.count ? 0 : wanted - full * each;
  const placed = full * each + rest;
  // The last full bin passed nothing on when the items ended with it.
  const passing = placed === wanted && rest === 0 ? full - 1 : full;
  const untouched = bins.count - full - (rest > 0 ? 1 : 0);
  const filledWith = (count: number, items: number, bound: readonly Resource[]): FilledBins<Resource>[] =>
    count === 0 ? [] : [{
      ...bins,
      count,
      items: new Map([...bins.items, [item.id, items]]),
      used: Object.fromEntries(resources.map(id => [id, bins.used[id] + items * (item.needs[id] ?? 0)])) as Record<Resource, number>,
      binding: bound,
    }];
  return {
    placed,
    filled: [
      ...filledWith(passing, each, passed),
      ...filledWith(full - passing, each, bins.binding),
      ...filledWith(rest > 0 ? 1 : 0, rest, bins.binding),
      ...(untouched > 0 ? [{ ...bins, count: untouched }] : []),
    ],
  };
};

/** What makes an item large: large ones are placed first. */
type SizeOf<Resource extends string> = (item: ItemKind<Resource>) => number;

/**
 * Packs items of several resources into bins: those that fill most of a bin first, each into the first bin with room, bins
 * in the order given (first fit decreasing by the dominant share). Which resource sends the next item on is an output.
 * Bins filled alike are one: the work grows with the kinds of items, not with items or bins. [EQ-SIZ-12]
 */
export const packFirstFit = <Resource extends string>(
  resources: readonly Resource[],
  kinds: readonly BinKind<Resource>[],
  items: readonly ItemKind<Resource>[],
  sizeOf: SizeOf<Resource> = item => dominantShare(resources, item, kinds),
): Packing<Resource> => {
  const used = Object.fromEntries(resources.map(resource => [resource, 0])) as Record<Resource, number>;
  const empty = kinds.map(({ id, count, room }): FilledBins<Resource> => ({ binId: id, count, items: new Map(), used, room, binding: [] }));
  const sizes = new Map(items.map(item => [item, sizeOf(item)]));
  const largestFirst = [...items].sort((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0));
  const unplaced = new Map<string, number>();
  let bins = empty;
  for (const item of largestFirst) {
    let wanted = item.count;
    // Bins in use come before new ones, whatever their kind.
    bins = [...bins.filter(each => each.items.size > 0), ...bins.filter(each => each.items.size === 0)].flatMap(each => {
      if (wanted === 0) return [each];
      const { filled, placed } = fillBins(resources, each, item, wanted);
      wanted -= placed;
      return filled;
    });
    if (wanted > 0) unplaced.set(item.id, wanted);
  }
  return { bins: bins.filter(each => each.items.size > 0), unplaced, leastBins: leastBins(resources, kinds, items) };
};

const binCount = <Resource extends string>({ bins }: Packing<Resource>): number => bins.reduce((sum, { count }) => sum + count, 0);

/**
 * The order of `packFirstFit` that opens the fewest bins of one kind when there are enough: by the largest share of a bin,
 * by the sum of all shares, by one resource alone, or as listed; the earlier of equal ones, and none after one that is
 * proved. [EQ-SIZ-12]
 */
export const packBestOrder = <Resource extends string>(
  resources: readonly Resource[],
  kind: BinKind<Resource>,
  items: readonly ItemKind<Resource>[],
): Packing<Resource> => {
  const share = (item: ItemKind<Resource>, resource: Resource): number => dominantShare([resource], item, [kind]);
  const wanted = resources.filter(resource => kind.room[resource] !== null && items.some(({ needs }) => needs[resource]));
  const orders: SizeOf<Resource>[] = [
    item => dominantShare(wanted, item, [kind]),
    item => wanted.reduce((sum, resource) => sum + share(item, resource), 0),
    ...wanted.map(resource => (item: ItemKind<Resource>) => share(item, resource)),
    () => 0,
  ];
  const unlimited = [{ ...kind, count: Number.MAX_SAFE_INTEGER }];
  let best: { readonly order: SizeOf<Resource>; readonly packing: Packing<Resource> } | null = null;
  for (const order of orders) {
    const packing = packFirstFit(resources, unlimited, items, order);
    if (!best || binCount(packing) < binCount(best.packing)) best = { order, packing };
    if (binCount(packing) === packing.leastBins) break;
  }
  if (best && binCount(best.packing) <= kind.count) return best.packing;
  return packFirstFit(resources, [kind], items, best?.order);
};

/** Largest share of an empty bin that an item takes. */
export const dominantShare = <Resource extends string>(
  resources: readonly Resource[],
  { needs }: ItemKind<Resource>,
  kinds: readonly BinKind<Resource>[],
): number => {
  const shares = kinds.flatMap(({ room }) =>
    // Nothing needed of what a bin has not: no share, and not 0 / 0.
    resources.map(resource => (needs[resource] ? needs[resource] / (room[resource] ?? Infinity) : 0)));
  return Math.max(0, ...shares);
};

/** All of each resource over the most one bin has of it, rounded up: the largest of these. */
const leastBins = <Resource extends string>(
  resources: readonly Resource[],
  kinds: readonly BinKind<Resource>[],
  items: readonly ItemKind<Resource>[],
): number =>
  Math.max(
    0,
    ...resources.map(resource => {
      const wanted = items.reduce((sum, { count, needs }) => sum + count * (needs[resource] ?? 0), 0);
      const most = Math.max(...kinds.map(({ room }) => room[resource] ?? Infinity));
      return kinds.length === 0 || wanted === 0 ? 0 : Math.ceil(wanted / most - 1e-9);
    }),
  );
