import { unitsFor } from './whole-units.ts';

/**
 * Nodes for what drives them: a million devices at 600 a node are 1,667 nodes. `headroom` is the part more than that to
 * be ready for: 0.2 is a fifth more devices. [EQ-SIZ-1]
 */
export const nodesForDriver = (drivers: number, driversPerNode: number, headroom = 0): number =>
  unitsFor((drivers * (1 + headroom)) / driversPerNode);
