import { makeIssue } from '../../issue/issue-codes.ts';
import { fail, ok, type Result } from '../../issue/result.ts';
import { erlangC } from './erlang.ts';

/** A queue with one line and like servers, in steady state. */
export interface SteadyQueue {
  readonly serverCount: number;
  readonly arrivalsPerSecond: number;
  /** Mean time a server is busy with one arrival. */
  readonly serviceSeconds: number;
  /** Squared coefficient of variation of the time between arrivals; 1 (Poisson) when absent. */
  readonly arrivalScv?: number;
  /** The same of the time of service; 1 (exponential) when absent. */
  readonly serviceScv?: number;
}

export interface QueueWait {
  /** Part of the arrivals that must wait. */
  readonly waitProbability: number;
  readonly meanSeconds: number;
  /** Arrivals waiting, in the mean of time. */
  readonly meanWaiting: number;
  /** Part of the servers that are busy. */
  readonly utilization: number;
  /** No theorem, but the approximation of Allen and Cunneen. */
  readonly isApproximation: boolean;
}

/** Most servers a closed form is worked out for: its recursion takes a step for each. */
export const mostServers = 1_000_000;

const overloaded = (load: number, servers: number) => fail(makeIssue('queue-overloaded', { load, servers }));

/** Probability of waiting with so many servers and so many erlangs. Reports `queue-overloaded`. [EQ-QUE-2] */
export const waitProbability = (serverCount: number, load: number): Result<number> =>
  load >= serverCount ? overloaded(load, serverCount) : ok(erlangC(serverCount, load));

/**
 * Waiting in an M/M/c queue, exactly [EQ-QUE-3]; in M/G/1, the mean exactly (Pollaczek and Khinchine) [EQ-QUE-5]; in
 * any other, the mean approximately: that of M/M/c times the mean of both squared variations (Allen, Probability,
 * Statistics and Queueing Theory, 2nd ed. 1990, sect. 5.3.3) [EQ-QUE-6]. Reports `queue-overloaded`.
 */
export const queueWait = (queue: SteadyQueue): Result<QueueWait> => {
  const { serverCount, arrivalsPerSecond, serviceSeconds, arrivalScv = 1, serviceScv = 1 } = queue;
  const load = arrivalsPerSecond * serviceSeconds;
  if (load >= serverCount) return overloaded(load, serverCount);
  const probability = erlangC(serverCount, load);
  const meanSeconds = (((probability * serviceSeconds) / (serverCount - load)) * (arrivalScv + serviceScv)) / 2;
  return ok({
    waitProbability: probability,
    meanSeconds,
    meanWaiting: arrivalsPerSecond * meanSeconds,
    utilization: load / serverCount,
    isApproximation: arrivalScv !== 1 || (serviceScv !== 1 && serverCount > 1),
  });
};

/**
 * The t that a part p of the arrivals does not wait longer than: P(W > t) = C exp(-C t / Wq), exact in M/M/c, where
 * Wq / C is the mean wait of those who wait; with other variations an approximation. [EQ-QUE-4]
 */
export const waitPercentile = ({ waitProbability: probability, meanSeconds }: QueueWait, part: number): number =>
  probability <= 1 - part ? 0 : (meanSeconds / probability) * Math.log(probability / (1 - part));
