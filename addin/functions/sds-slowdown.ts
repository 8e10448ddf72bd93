import { localAccessNanoseconds, remoteAccessNanoseconds, softwareDefinedSlowdown } from '../../engine/index.ts';
import { numberArgument, optionalNumber } from './argument.ts';

/**
 * How many times as long work takes on several servers that pass for one (a software-defined server), by the share of its
 * memory accesses that go to another server.
 * @customfunction SDSSLOWDOWN
 * @param remoteFraction Share of the memory accesses that wait for another server: measure your own, 0.001 to 0.05.
 * @param [remoteNanoseconds] Time of such an access; 10,000 when omitted: a page over 10 Gb/s Ethernet.
 * @param [localNanoseconds] Time of an access within a server; 100 when omitted.
 * @returns Factor, 1 for no slowdown.
 */
export function sdsSlowdown(remoteFraction: number, remoteNanoseconds?: number, localNanoseconds?: number): number {
  return softwareDefinedSlowdown(
    numberArgument('remoteFraction', remoteFraction, { minimum: 0, maximum: 1 }),
    optionalNumber('remoteNanoseconds', remoteNanoseconds, { minimum: 0 }) ?? remoteAccessNanoseconds,
    optionalNumber('localNanoseconds', localNanoseconds, { moreThan: 0 }) ?? localAccessNanoseconds,
  );
}
