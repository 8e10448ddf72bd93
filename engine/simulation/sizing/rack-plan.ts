import { tightestLimit } from './tightest-limit.ts';
import { unitsWithin } from './whole-units.ts';

/** What a rack has to give, and a server takes. */
export const rackResources = ['space', 'ports', 'power', 'cooling', 'weight'] as const;
export type RackResource = (typeof rackResources)[number];

/** Units, ports, watts, watts of heat, kilograms; null: not limited, or not known of a server. */
export type RackAmounts = Readonly<Record<RackResource, number | null>>;

/** Equal racks, what each has to give. */
export interface RackKind {
  readonly id: string;
  readonly count: number;
  readonly room: RackAmounts;
}

/** Equal servers, what each takes. */
export interface ServerKind {
  readonly id: string;
  readonly count: number;
  readonly needs: RackAmounts;
}

/** A rack as filled. */
export interface FilledRack {
  readonly rackId: string;
  /** Servers in it by kind, in the order they were put there. */
  readonly servers: ReadonlyMap<string, number>;
  readonly used: Readonly<Record<RackResource, number>>;
  readonly room: RackAmounts;
  /** What has no room for one more of the servers that went on to the next rack; none where all found room. */
  readonly binding: readonly RackResource[];
}

export interface RackLayout {
  /** Racks with a server in them. */
  readonly racks: readonly FilledRack[];
  /** Servers no rack had room for, by kind. */
  readonly unplaced: ReadonlyMap<string, number>;
  /** No plan needs fewer racks, were all as large as the largest; with the resource that says so. */
  readonly leastRacks: number;
}

interface OpenRack {
  readonly kind: RackKind;
  readonly servers: Map<string, number>;
  readonly used: Record<RackResource, number>;
  binding: readonly RackResource[];
}

const nothingUsed = (): Record<RackResource, number> => ({ space: 0, ports: 0, power: 0, cooling: 0, weight: 0 });

/** How many more of a server a rack takes, and what stops the next. */
const moreIn = ({ kind, used }: Pick<OpenRack, 'kind' | 'used'>, { needs }: ServerKind) =>
  tightestLimit([
    // A server that takes nothing of what is limited fits without end.
    { resource: 'all', count: Number.MAX_SAFE_INTEGER },
    ...rackResources.map(resource => {
      const [room, need] = [kind.room[resource], needs[resource]];
      return { resource, count: room === null || !need ? null : unitsWithin((room - used[resource]) / need) };
    }),
  ]);

/** Largest share of an empty rack that a server takes: large ones are placed first. */
const dominantShare = ({ needs }: ServerKind, racks: readonly RackKind[]): number =>
  Math.max(0, ...racks.flatMap(({ room }) => rackResources.map(resource => (needs[resource] ?? 0) / (room[resource] ?? Infinity))));

/**
 * Puts servers into racks, those that fill most of a rack first, each into the first rack with room, racks in the order
 * given (first fit decreasing). What binds is an output: of each rack the resource that sent the next server on. [EQ-SIZ-12]
 */
export const planRacks = (racks: readonly RackKind[], servers: readonly ServerKind[]): RackLayout => {
  const open: OpenRack[] = [];
  const closed = racks.map(kind => ({ kind, left: kind.count }));
  const unplaced = new Map<string, number>();
  const fill = (rack: OpenRack, server: ServerKind, wanted: number): number => {
    const { count, binding } = moreIn(rack, server);
    const placed = Math.min(wanted, count);
    if (placed > 0) rack.servers.set(server.id, (rack.servers.get(server.id) ?? 0) + placed);
    for (const resource of rackResources) rack.used[resource] += placed * (server.needs[resource] ?? 0);
    if (placed < wanted && rack.binding.length === 0) rack.binding = binding as readonly RackResource[];
    return placed;
  };
  const shareOf = new Map(servers.map(server => [server, dominantShare(server, racks)]));
  const largestFirst = [...servers].sort((a, b) => (shareOf.get(b) ?? 0) - (shareOf.get(a) ?? 0));
  for (const server of largestFirst) {
    let wanted = server.count;
    for (const rack of open) wanted -= wanted > 0 ? fill(rack, server, wanted) : 0;
    for (const next of closed) {
      while (wanted > 0 && next.left > 0) {
        const rack: OpenRack = { kind: next.kind, servers: new Map(), used: nothingUsed(), binding: [] };
        const placed = fill(rack, server, wanted);
        if (placed === 0) break;
        wanted -= placed;
        next.left -= 1;
        open.push(rack);
      }
    }
    if (wanted > 0) unplaced.set(server.id, wanted);
  }
  return {
    racks: open.map(({ kind, servers: own, used, binding }) => ({ rackId: kind.id, servers: own, used, room: kind.room, binding })),
    unplaced,
    leastRacks: leastRacks(racks, servers),
  };
};

/** All of each resource over the most one rack has of it, rounded up: the largest of these. */
const leastRacks = (racks: readonly RackKind[], servers: readonly ServerKind[]): number =>
  Math.max(
    0,
    ...rackResources.map(resource => {
      const rooms = racks.map(({ room }) => room[resource] ?? Infinity);
      const wanted = servers.reduce((sum, { count, needs }) => sum + count * (needs[resource] ?? 0), 0);
      return rooms.length === 0 ? 0 : Math.ceil(wanted / Math.max(...rooms) - 1e-9);
    }),
  );
