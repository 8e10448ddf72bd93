import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { waitingFromBlocking } from './erlang.ts';
import { mostServers } from './queue-wait.ts';

/** How long arrivals may wait: in the mean, or no longer than this for a part of them. */
export interface WaitTarget {
  readonly seconds: number;
  /** Part of the arrivals that must not wait longer; null: the mean of all. */
  readonly part: number | null;
}

/** Whether a queue of M/M/c with this probability of waiting keeps the target. */
const keeps = (probability: number, spareServers: number, serviceSeconds: number, target: WaitTarget): boolean => {
  const { seconds, part } = target;
  if (part === null) return (probability * serviceSeconds) / spareServers <= seconds;
  return probability * Math.exp((-spareServers * seconds) / serviceSeconds) <= 1 - part;
};

/**
 * Fewest servers of an M/M/c queue that keep a target wait; 0 when nothing arrives. [EQ-QUE-7] One pass over the
 * recursion of Erlang B. Reports `out-of-range` for more erlangs than can be worked out, and for a mean wait of 0,
 * which no number of servers has.
 */
export const serversForWait = (
  arrivalsPerSecond: number,
  serviceSeconds: number,
  target: WaitTarget,
): Result<number> => {
  const load = arrivalsPerSecond * serviceSeconds;
  const outOfRange = (name: string, value: number, minimum: number, maximum: number | '') =>
    fail(makeIssue('out-of-range', { name, value, minimum, maximum }));
  if (load >= mostServers) return outOfRange('load', load, 0, mostServers);
  if (target.part === null && target.seconds <= 0) return outOfRange('targetWait', target.seconds, 0, '');
  if (load === 0) return ok(0);
  let blocking = 1;
  for (let servers = 1; ; servers += 1) {
    const offered = load * blocking;
    blocking = offered / (servers + offered);
    if (servers <= load) continue;
    if (keeps(waitingFromBlocking(blocking, servers, load), servers - load, serviceSeconds, target)) return ok(servers);
  }
};

/**
 * Servers by the square-root rule, a + beta sqrt(a): the same quality at any size with the same beta, 1 to 2 as a rule
 * (Halfin and Whitt, Operations Research 29, 1981). An approximation for many servers. [EQ-QUE-8]
 */
export const squareRootStaffing = (load: number, beta: number): number => Math.ceil(load + beta * Math.sqrt(load));
