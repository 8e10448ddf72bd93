import { nodesForDriver } from '../../engine/index.ts';
import { numberArgument, optionalNumber } from './argument.ts';

/**
 * Nodes for what drives them, rounded up: a million devices at 600 a node are 1,667 nodes.
 * @customfunction NODESFOR
 * @param drivers Devices, users, requests per second: what the nodes are counted by.
 * @param perNode How many of them one node carries.
 * @param [headroom] Part more to be ready for, such as 0.2; 0 when omitted.
 * @returns Number of nodes.
 */
export function nodesFor(drivers: number, perNode: number, headroom?: number): number {
  return nodesForDriver(
    numberArgument('drivers', drivers, { minimum: 0 }),
    numberArgument('perNode', perNode, { moreThan: 0 }),
    optionalNumber('headroom', headroom, { minimum: 0 }) ?? 0,
  );
}
