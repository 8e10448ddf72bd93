import { mostServers, queueWait as waitOf, waitPercentile } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { numberArgument, optionalNumber } from './argument.ts';

/**
 * Seconds an arrival waits before it is served: the mean, or what a part of all arrivals does not wait longer than.
 * Exact for random arrivals and exponential service; otherwise an approximation (Allen and Cunneen). #NUM! above capacity.
 * @customfunction QUEUEWAIT
 * @param servers Number of servers.
 * @param arrivalsPerSecond Arrivals per second, on all servers together.
 * @param serviceSeconds Mean seconds a server is busy with one arrival.
 * @param [arrivalScv] Squared coefficient of variation of the time between arrivals; 1 (random) when omitted, 0 for a steady beat.
 * @param [serviceScv] Squared coefficient of variation of the service time; 1 when omitted, 0 when always the same.
 * @param [percentile] Part of the arrivals, such as 0.95; the mean when omitted.
 * @returns Seconds.
 */
export function queueWait(
  servers: number,
  arrivalsPerSecond: number,
  serviceSeconds: number,
  arrivalScv?: number,
  serviceScv?: number,
  percentile?: number,
): number {
  const wait = answer(
    waitOf({
      serverCount: numberArgument('servers', servers, { minimum: 1, maximum: mostServers, isWhole: true }),
      arrivalsPerSecond: numberArgument('arrivalsPerSecond', arrivalsPerSecond, { minimum: 0 }),
      serviceSeconds: numberArgument('serviceSeconds', serviceSeconds, { moreThan: 0 }),
      arrivalScv: optionalNumber('arrivalScv', arrivalScv, { minimum: 0 }) ?? 1,
      serviceScv: optionalNumber('serviceScv', serviceScv, { minimum: 0 }) ?? 1,
    }),
  );
  const part = optionalNumber('percentile', percentile, { minimum: 0, maximum: 0.999999999 });
  return part === null ? wait.meanSeconds : waitPercentile(wait, part);
}
