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
 * Time on the wire: 0.48 us for the 600 bytes of a processor's state at 10 Gb/s, 3.28 us for a page of 4,096: it is
 * cheaper to move the processor to the data. [EQ-SIZ-8]
 */
export const wireMicroseconds = (byteCount: number, gigabitsPerSecond: number): number =>
  (byteCount * 8) / (gigabitsPerSecond * 1000);
