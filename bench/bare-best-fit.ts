/** Jobs of cores and seconds, by submission. */
export interface BareJobs {
  readonly submit: Float64Array;
  readonly run: Int32Array;
  readonly cores: Uint16Array;
}

/**
 * First come, first served, best fit on equal hosts, and nothing else: no memory, no meters, no account. Hosts with the same
 * number of free cores are stacked; ends of jobs stand in a heap. The least a simulation of this can do.
 */
export function bareBestFit({ submit, run, cores }: BareJobs, hostCount: number, coresPerHost: number): number {
  const capacity = hostCount * coresPerHost;
  const times = new Float64Array(capacity + 1);
  const heap = new Int32Array(capacity + 1);
  const slotHost = new Int32Array(capacity);
  const slotCores = new Int32Array(capacity);
  const freeSlots = Int32Array.from({ length: capacity }, (_, slot) => slot);
  let freeSlotCount = capacity;
  let pending = 0;
  const free = new Int32Array(hostCount).fill(coresPerHost);
  const next = new Int32Array(hostCount);
  const previous = new Int32Array(hostCount);
  const first = new Int32Array(coresPerHost + 1).fill(-1);
  const stack = (host: number, count: number): void => {
    const below = first[count]!;
    next[host] = below;
    previous[host] = -1;
    if (below >= 0) previous[below] = host;
    first[count] = host;
  };
  const unstack = (host: number, count: number): void => {
    if (previous[host]! < 0) first[count] = next[host]!;
    else next[previous[host]!] = next[host]!;
    if (next[host]! >= 0) previous[next[host]!] = previous[host]!;
  };
  for (let host = hostCount - 1; host >= 0; host--) stack(host, coresPerHost);

  let waited = 0;
  let head = 0;
  let arrived = 0;
  const total = submit.length;
  while (head < total) {
    const now = arrived < total && (pending === 0 || submit[arrived]! < times[0]!) ? submit[arrived]! : times[0]!;
    if (arrived < total && submit[arrived] === now) arrived++;
    else {
      const slot = heap[0]!;
      const host = slotHost[slot]!;
      unstack(host, free[host]!);
      free[host] = free[host]! + slotCores[slot]!;
      stack(host, free[host]!);
      freeSlots[freeSlotCount++] = slot;
      const time = times[--pending]!;
      const moved = heap[pending]!;
      let hole = 0;
      for (let child = 1; child < pending; child = 2 * hole + 1) {
        if (child + 1 < pending && times[child + 1]! < times[child]!) child++;
        if (times[child]! >= time) break;
        times[hole] = times[child]!;
        heap[hole] = heap[child]!;
        hole = child;
      }
      times[hole] = time;
      heap[hole] = moved;
    }
    for (; head < arrived; head++) {
      const wanted = cores[head]!;
      let count = wanted;
      while (count <= coresPerHost && first[count]! < 0) count++;
      if (count > coresPerHost) break;
      const host = first[count]!;
      unstack(host, count);
      free[host] = count - wanted;
      stack(host, count - wanted);
      waited += now - submit[head]!;
      const slot = freeSlots[--freeSlotCount]!;
      slotHost[slot] = host;
      slotCores[slot] = wanted;
      const end = now + run[head]!;
      let hole = pending++;
      while (hole > 0 && times[(hole - 1) >> 1]! > end) {
        times[hole] = times[(hole - 1) >> 1]!;
        heap[hole] = heap[(hole - 1) >> 1]!;
        hole = (hole - 1) >> 1;
      }
      times[hole] = end;
      heap[hole] = slot;
    }
  }
  return waited;
}
