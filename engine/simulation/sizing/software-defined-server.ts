/** A local memory access, and one that waits for a page of another node over 10 Gb/s Ethernet. */
export const localAccessNanoseconds = 100;
export const remoteAccessNanoseconds = 10_000;

/**
 * How many times as long work takes on many nodes that pass for one, when part f of its memory accesses goes to another
 * node: 1 + f remote / local. [EQ-SIZ-7] 1.1, 2 and 6 for 0.1, 1 and 5 %.
 */
export const softwareDefinedSlowdown = (
  remoteFraction: number,
  remoteNanoseconds = remoteAccessNanoseconds,
  localNanoseconds = localAccessNanoseconds,
): number => 1 + remoteFraction * (remoteNanoseconds / localNanoseconds);

/**
 * Levels of switches between two nodes of a tree in which so many nodes, or switches, share one: a page crosses each.
 * 1 for nodes at one switch. [EQ-SIZ-17]
 */
export const treeLevels = (nodes: number, nodesPerSwitch: number): number => {
  let [levels, reach] = [1, nodesPerSwitch];
  for (; reach < nodes; reach *= nodesPerSwitch) levels += 1;
  return levels;
};

/** How the part of remote accesses falls while processors and pages are moved to each other. */
export interface Settling {
  /** When the work starts; `remoteShare` when it has settled. */
  readonly firstRemoteShare: number;
  readonly remoteShare: number;
  /** Until all but 37 % (1 / e) of the difference is gone. */
  readonly settleHours: number;
  /** After which it starts anew; Infinity: never. */
  readonly runHours: number;
}

/** Part of remote accesses on the mean of a run: the difference fades exponentially. [EQ-SIZ-18] */
export const meanRemoteShare = ({ firstRemoteShare, remoteShare, settleHours, runHours }: Settling): number => {
  if (settleHours === 0 || runHours === Infinity) return remoteShare;
  const lasting = (settleHours / runHours) * (1 - Math.exp(-runHours / settleHours));
  return remoteShare + (firstRemoteShare - remoteShare) * lasting;
};

/**
 * Time on the wire: 0.48 us for the 600 bytes of a processor's state at 10 Gb/s, 3.28 us for a page of 4,096: it is
 * cheaper to move the processor to the data. [EQ-SIZ-8]
 */
export const wireMicroseconds = (byteCount: number, gigabitsPerSecond: number): number =>
  (byteCount * 8) / (gigabitsPerSecond * 1000);
