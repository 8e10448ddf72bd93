import { licensedCores, usualLeastCores } from '../../engine/index.ts';
import { numberArgument, optionalNumber } from './argument.ts';

/**
 * Cores that must be licensed of a server when each socket counts as a minimum of them.
 * @customfunction LICENCECORES
 * @param sockets Sockets of the server.
 * @param coresPerSocket Cores in each.
 * @param [leastPerSocket] Cores a socket counts as at least; 16 when omitted, as for VMware.
 * @returns Number of cores.
 */
export function licenceCores(sockets: number, coresPerSocket: number, leastPerSocket?: number): number {
  return licensedCores(
    numberArgument('sockets', sockets, { minimum: 1, isWhole: true }),
    numberArgument('coresPerSocket', coresPerSocket, { minimum: 1, isWhole: true }),
    optionalNumber('leastPerSocket', leastPerSocket, { minimum: 0, isWhole: true }) ?? usualLeastCores,
  );
}
