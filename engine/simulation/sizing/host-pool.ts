import { dominantShare, packBestOrder, type Amounts, type FilledBins } from './first-fit.ts';
import { tightestLimit } from './tightest-limit.ts';
import { unitsWithin } from './whole-units.ts';

/** What a host has to give, and a guest takes. */
export const hostResources = ['cores', 'memory', 'GPUs', 'scratch', 'disk operations', 'network'] as const;
export type HostResource = (typeof hostResources)[number];

/** Cores, GiB, whole GPUs, GB of local disk, disk operations per second, Gb/s; null: not limited, or not needed. */
export type HostAmounts = Amounts<HostResource>;

/** Equal hosts that carry guests. */
export interface HostPool {
  readonly id: string;
  readonly has: HostAmounts;
  readonly mostHosts: number;
  /** Kept by the hypervisor or the host's own system. */
  readonly reservedMemoryGib: number;
  /** Parts of a core that layers take, one in the other: (1 - a)(1 - b) is left. */
  readonly overheads: readonly number[];
  /** Part of the cores that may be busy, of guests whose use is known. */
  readonly targetUtilization: number;
  /** Part of cores and memory kept free, to move guests into. */
  readonly headroom: number;
  /** Hosts that carry nothing until another fails. */
  readonly spareHosts: number;
}

/** Equal guests. */
export interface GuestKind {
  readonly id: string;
  readonly count: number;
  readonly vcpuCount: number;
  /** vCPUs promised for each core: 1 for computing, more for guests that mostly wait. */
  readonly vcpuPerCore: number;
  /** Part of the time its vCPUs are busy; null: not known, then the promise counts. */
  readonly busyShare: number | null;
  /** Cores and memory of a system of its own; 0 of a container. */
  readonly systemCores: number;
  readonly systemMemoryGib: number;
  /** Of everything but cores. */
  readonly takes: Omit<HostAmounts, 'cores'>;
}

/** What a host has left for guests. [EQ-HST-1] */
export const hostRoom = ({ has, reservedMemoryGib, overheads, headroom }: HostPool): HostAmounts => ({
  ...has,
  cores: has.cores === null ? null : overheads.reduce((left, overhead) => left * (1 - overhead), has.cores) * (1 - headroom),
  memory: has.memory === null ? null : Math.max(0, (has.memory - reservedMemoryGib) * (1 - headroom)),
});

/** What a guest takes: cores by how busy it is where that is known, else by what is promised. [EQ-HST-2] */
export const guestNeeds = (
  { vcpuCount, vcpuPerCore, busyShare, systemCores, systemMemoryGib, takes }: GuestKind,
  { targetUtilization }: Pick<HostPool, 'targetUtilization'>,
): HostAmounts => ({
  ...takes,
  cores: systemCores + (busyShare === null ? vcpuCount / vcpuPerCore : (vcpuCount * busyShare) / targetUtilization),
  memory: systemMemoryGib + (takes.memory ?? 0),
});

/** A host filled with guests of one kind. */
export interface GuestFit {
  readonly guestsPerHost: number;
  readonly binding: readonly string[];
  /** Mean part used of the cores, memory and GPUs a host has: 1 when nothing is paid for in vain. [EQ-HST-3] */
  readonly fit: number;
}

const paidResources = ['cores', 'memory', 'GPUs'] as const;

const fitOf = (room: HostAmounts, needs: HostAmounts): GuestFit => {
  const { count, binding } = tightestLimit(hostResources.map(resource => {
    const [most, need] = [room[resource], needs[resource]];
    return { resource, count: most === null || !need ? null : unitsWithin(most / need) };
  }));
  const shares = paidResources.flatMap(resource => (room[resource] ? [(count * (needs[resource] ?? 0)) / room[resource]] : []));
  return { guestsPerHost: count, binding, fit: shares.reduce((sum, share) => sum + share, 0) / Math.max(1, shares.length) };
};

export interface GuestOutcome extends GuestFit {
  readonly id: string;
  readonly placed: number;
  /** Part of the pool that these guests are charged with: their dominant shares over those of all. [EQ-HST-4] */
  readonly share: number;
}

export interface FilledPool {
  /** Hosts that carry guests, those filled alike together. */
  readonly bins: readonly FilledBins<HostResource>[];
  readonly hosts: number;
  /** No packing needs fewer. */
  readonly leastHosts: number;
  /** What sent a guest on to the next host, most often first. */
  readonly binding: readonly HostResource[];
  /** Part used of what the hosts with guests have for them; null: not limited. */
  readonly used: HostAmounts;
  readonly guests: readonly GuestOutcome[];
  /** Memory of the guests of the fullest host, GiB. */
  readonly fullestMemoryGib: number;
  /** Other hosts and spare ones have the cores and the memory of the fullest host free. */
  readonly canEvacuate: boolean;
}

/** Puts guests of several kinds on equal hosts. [EQ-SIZ-12] */
export const fillPool = (pool: HostPool, guests: readonly GuestKind[]): FilledPool => {
  const room = hostRoom(pool);
  const kind = { id: pool.id, count: pool.mostHosts, room };
  const items = guests.map(guest => ({ id: guest.id, count: guest.count, needs: guestNeeds(guest, pool) }));
  const { bins, unplaced, leastBins } = packBestOrder(hostResources, kind, items);
  const hosts = bins.reduce((sum, { count }) => sum + count, 0);

  const boundHosts = (resource: HostResource): number =>
    bins.reduce((sum, { binding, count }) => sum + (binding.includes(resource) ? count : 0), 0);
  const usedOf = (resource: HostResource): number => bins.reduce((sum, { used, count }) => sum + count * used[resource], 0);
  const usedShare = (resource: HostResource): number | null =>
    room[resource] && hosts > 0 ? usedOf(resource) / (hosts * room[resource]) : null;

  const placedOf = (id: string, count: number): number => count - (unplaced.get(id) ?? 0);
  const weights = items.map(item => placedOf(item.id, item.count) * dominantShare(hostResources, item, [kind]));
  const weighed = weights.reduce((sum, weight) => sum + weight, 0);
  const fullest = Math.max(0, ...bins.map(({ used }) => used.memory));
  const freeElsewhere = (resource: 'cores' | 'memory'): boolean => {
    const most = Math.max(0, ...bins.map(({ used }) => used[resource]));
    return (hosts - 1 + pool.spareHosts) * (room[resource] ?? Infinity) - (usedOf(resource) - most) >= most * (1 - 1e-9);
  };
  return {
    bins,
    hosts,
    leastHosts: leastBins,
    binding: hostResources.filter(resource => boundHosts(resource) > 0).sort((a, b) => boundHosts(b) - boundHosts(a)),
    used: Object.fromEntries(hostResources.map(resource => [resource, usedShare(resource)])) as HostAmounts,
    guests: items.map(({ id, count, needs }, index) => ({
      id, placed: placedOf(id, count), share: weighed > 0 ? (weights[index] ?? 0) / weighed : 0, ...fitOf(room, needs),
    })),
    fullestMemoryGib: fullest,
    canEvacuate: freeElsewhere('cores') && freeElsewhere('memory'),
  };
};

const bitsPerGib = 8 * 2 ** 30;
const secondsPerMinute = 60;

/** Minutes in which all guests of a host move to others while they run: their memory over the link. [EQ-HST-5] */
export const evacuationMinutes = (memoryGib: number, gigabitsPerSecond: number): number =>
  (memoryGib * bitsPerGib) / (gigabitsPerSecond * 1e9) / secondsPerMinute;

/** Hours in which all hosts are emptied and set up again, as many at a time as stand spare, at least one. [EQ-HST-6] */
export const rollingUpdateHours = (hosts: number, spareHosts: number, minutesEach: number): number =>
  (Math.ceil(hosts / Math.max(1, spareHosts)) * minutesEach) / secondsPerMinute;
