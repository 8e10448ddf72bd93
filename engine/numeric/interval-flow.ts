/** Units of an interval cover the periods `[from, to)` at `cost` each. */
export interface Interval {
  readonly from: number;
  readonly to: number;
  readonly cost: number;
}

/**
 * What covering a period saves: the first `lengths[0]` units `savings[0]` each, the next `lengths[1]` units
 * `savings[1]`, and so on, less and less; nothing beyond. Savings are above zero.
 */
export interface PeriodSavings {
  readonly lengths: readonly number[];
  readonly savings: readonly number[];
}

/**
 * Units of each interval for which fees less savings are least; exact. The rows of the program are periods and each
 * interval covers consecutive ones, so it is a flow along a line (Veinott and Wagner 1962): as many units as are ever
 * worth covering flow from the first period to the end, each through intervals or, uncovered, from period to period.
 * Solved by shortest augmenting paths (Ahuja, Magnanti and Orlin 1993, 9.7 and 14), so whole lengths give whole units.
 */
export const coverByIntervals = (periods: readonly PeriodSavings[], intervals: readonly Interval[]): Float64Array => {
  const nodeCount = periods.length + 1;
  const units = new Float64Array(intervals.length);
  const depth = periods.reduce((most, { lengths }) => Math.max(most, lengths.reduce((sum, length) => sum + length, 0)), 0);
  const negligible = depth * 1e-12;
  const uncovered = periods.map(period => makeUncovered(period, depth));
  const outgoing = intervals.map((_, index) => index);
  for (const { from, to } of intervals) {
    if (!(from >= 0 && from < to && to <= periods.length)) throw new RangeError(`no interval from ${from} to ${to}`);
  }

  const potentials = new Float64Array(nodeCount);
  const distance = new Float64Array(nodeCount);
  const isDone = new Uint8Array(nodeCount);
  /** Arc each node is reached by: interval `i` as i forwards and ~i backwards, shifted past the periods. */
  const reachedBy = new Int32Array(nodeCount);
  const reachedFrom = new Int32Array(nodeCount);
  const isForward = new Uint8Array(nodeCount);
  const startingAt = Array.from({ length: nodeCount }, (_, node) => outgoing.filter(index => intervals[index]?.from === node));
  const endingAt = Array.from({ length: nodeCount }, (_, node) => outgoing.filter(index => intervals[index]?.to === node));

  const relax = (from: number, to: number, cost: number, arc: number, forward: 0 | 1): void => {
    const reduced = Math.max(0, cost + (potentials[from] as number) - (potentials[to] as number));
    const reached = (distance[from] as number) + reduced;
    if (isDone[to] === 1 || reached >= (distance[to] as number)) return;
    distance[to] = reached;
    reachedBy[to] = arc;
    reachedFrom[to] = from;
    isForward[to] = forward;
  };

  /** Dijkstra over what the flow leaves possible; every node is reached, along uncovered periods at least. */
  const findPath = (): void => {
    distance.fill(Infinity);
    isDone.fill(0);
    distance[0] = 0;
    for (let round = 0; round < nodeCount; round += 1) {
      let node = -1;
      for (let other = 0; other < nodeCount; other += 1) {
        if (isDone[other] === 0 && (node < 0 || (distance[other] as number) < (distance[node] as number))) node = other;
      }
      if (node < 0 || distance[node] === Infinity) break;
      isDone[node] = 1;
      const ahead = uncovered[node];
      if (ahead) relax(node, node + 1, ahead.priceUp(), node, 1);
      const behind = uncovered[node - 1];
      if (behind) relax(node, node - 1, -behind.priceDown(), node - 1, 0);
      for (const index of startingAt[node] as number[]) {
        const { to, cost } = intervals[index] as Interval;
        relax(node, to, cost, periods.length + index, 1);
      }
      for (const index of endingAt[node] as number[]) {
        const { from, cost } = intervals[index] as Interval;
        if ((units[index] as number) > 0) relax(node, from, -cost, periods.length + index, 0);
      }
    }
    for (let node = 0; node < nodeCount; node += 1) potentials[node] = (potentials[node] as number) + (distance[node] as number);
  };

  const roomOf = (node: number): number => {
    const arc = reachedBy[node] as number;
    if (arc >= periods.length) return isForward[node] === 1 ? Infinity : (units[arc - periods.length] as number);
    const period = uncovered[arc] as Uncovered;
    return isForward[node] === 1 ? period.roomUp() : period.roomDown();
  };
  const push = (node: number, amount: number): void => {
    const arc = reachedBy[node] as number;
    const signed = isForward[node] === 1 ? amount : -amount;
    if (arc < periods.length) (uncovered[arc] as Uncovered).push(signed, negligible);
    else {
      const left = (units[arc - periods.length] as number) + signed;
      units[arc - periods.length] = left <= negligible ? 0 : left;
    }
  };

  let flow = 0;
  while (depth - flow > negligible) {
    findPath();
    let amount = depth - flow;
    for (let node = nodeCount - 1; node !== 0; node = reachedFrom[node] as number) amount = Math.min(amount, roomOf(node));
    for (let node = nodeCount - 1; node !== 0; node = reachedFrom[node] as number) push(node, amount);
    flow += amount;
  }
  return units;
};

/**
 * Units that flow past a period without cover: the more, the more of its savings are lost, the least ones first. Fewer
 * than none means covered more than is worth it, which costs nothing but the fees.
 */
interface Uncovered {
  priceUp(): number;
  priceDown(): number;
  roomUp(): number;
  roomDown(): number;
  push(amount: number, negligible: number): void;
}

const makeUncovered = ({ lengths, savings }: PeriodSavings, depth: number): Uncovered => {
  // Pieces from the last unit down; in the first one, which has no lower end, nothing is lost.
  const rooms = [depth - lengths.reduce((sum, length) => sum + length, 0), ...[...lengths].reverse()];
  const prices = [0, ...[...savings].reverse()];
  let piece = (rooms[0] as number) > 0 ? 0 : 1;
  let within = 0;
  /** The piece a unit less would be taken from. */
  const below = (): number => (piece > 0 && within === 0 ? piece - 1 : piece);
  return {
    // Past the last piece nothing is left to uncover; a price beyond all others keeps paths away.
    priceUp: () => prices[piece] ?? Infinity,
    priceDown: () => prices[below()] as number,
    roomUp: () => (rooms[piece] as number) - within,
    roomDown: () => {
      if (below() === 0) return Infinity;
      return within > 0 ? within : (rooms[piece - 1] as number);
    },
    push: (amount, negligible) => {
      if (amount < 0 && below() < piece) {
        piece -= 1;
        within = rooms[piece] as number;
      }
      within += amount;
      if (Math.abs(within) <= negligible) within = 0;
      if (within >= (rooms[piece] as number) - negligible) {
        piece += 1;
        within = 0;
      }
    },
  };
};
