import { serversForWait } from '../../engine/index.ts';
import { answer } from './answer.ts';
import { numberArgument, optionalNumber } from './argument.ts';

/**
 * Fewest servers that keep a target wait, with one line before them, random arrivals and exponential service (M/M/c).
 * @customfunction SERVERSFOR
 * @param arrivalsPerSecond Arrivals per second.
 * @param serviceSeconds Mean seconds a server is busy with one arrival.
 * @param targetWait Seconds an arrival may wait: on average, or at most for the part of them given next.
 * @param [probability] Part of the arrivals that must not wait longer, such as 0.95; the mean wait counts when omitted.
 * @returns Number of servers.
 */
export function serversFor(arrivalsPerSecond: number, serviceSeconds: number, targetWait: number, probability?: number): number {
  const part = optionalNumber('probability', probability, { minimum: 0, maximum: 0.999999999 });
  return answer(
    serversForWait(
      numberArgument('arrivalsPerSecond', arrivalsPerSecond, { minimum: 0 }),
      numberArgument('serviceSeconds', serviceSeconds, { moreThan: 0 }),
      { seconds: numberArgument('targetWait', targetWait, part === null ? { moreThan: 0 } : { minimum: 0 }), part },
    ),
  );
}
